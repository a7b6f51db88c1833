"""The steps of `test`, the long runs of `check`, and the benchmarks."""

from collections.abc import Mapping, Sequence

import environment
from console import Stopped, say

TYPED = ("tthc_desktop", "ui", "db", "resources", "build", "tests")
STATIC_STEPS: Mapping[str, Sequence[str]] = {
    "ruff format --check": ("-m", "ruff", "format", "--check", "."),
    "ruff check": ("-m", "ruff", "check", "."),
    "mypy --strict": ("-m", "mypy", "--strict", *TYPED),
}
# Workers are processes, each with a Qt of its own; a file of tests stays in one worker.
PARALLEL = ("-n", "auto", "--maxprocesses=4", "--dist=loadfile")
QUICK_KILLS = {"TTHC_KILLS_EXPORT": "30", "TTHC_KILLS_IMPORT": "20"}
ALL_KILLS = {"TTHC_KILLS_EXPORT": "300", "TTHC_KILLS_IMPORT": "200"}
ALL_SHEETS = {
    "TTHC_SHEET_YEARS": "200",
    "TTHC_SHEET_REPORT": str(environment.ROOT / "docs" / "simulated-years.txt"),
}
LONG_TIMEOUT_SECONDS = 7200
# The office's own data file is never a test's.
NOT_FOR_TESTS = ("TTHC_DATA",)


def test(arguments: Sequence[str]) -> int:
    """Run every step, pytest last, so that its closing line is the last one of a good run."""
    failed = [name for name, step in STATIC_STEPS.items() if _step(name, step) != 0]
    if _pytest((*PARALLEL, *arguments), QUICK_KILLS) != 0:
        failed.append("pytest")
    if failed:
        say(f"FAILED: {', '.join(failed)}")
    return int(bool(failed))


def long_runs() -> int:
    """Run the tests marked long, and those that kill the program with their full counts."""
    return _long("long or kills or sheets")


def kill_runs() -> int:
    """Run only the tests that kill the program, with their full counts."""
    return _long("kills")


def sheet_runs() -> int:
    """Simulate all years of progress sheets, and keep the summary in docs/."""
    return _long("sheets")


def bench(names: Sequence[str]) -> int:
    """Run the benchmarks named, or all, one after the other."""
    scripts = sorted((environment.ROOT / "tests" / "benchmarks").glob("*.py"))
    chosen = [script for script in scripts if not names or script.stem in names]
    if not chosen:
        known = ", ".join(script.stem for script in scripts)
        raise Stopped(f"No such benchmark. There are: {known}")
    codes = [_step(script.stem, [str(script)]) for script in chosen]
    return max(codes)


def _long(marked: str) -> int:
    arguments = ("-m", marked, f"--timeout={LONG_TIMEOUT_SECONDS}")
    return _pytest(arguments, {**ALL_KILLS, **ALL_SHEETS})


def _pytest(arguments: Sequence[str], counts: Mapping[str, str]) -> int:
    variables = {**counts, "QT_QPA_PLATFORM": "offscreen"}
    return _step("pytest", ("-m", "pytest", *arguments), variables)


def _step(name: str, command: Sequence[str], variables: Mapping[str, str] | None = None) -> int:
    print(f"== {name}", flush=True)
    return environment.run(command, extra=variables, without=NOT_FOR_TESTS)
