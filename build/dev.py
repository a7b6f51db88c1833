"""The one command for developing: python3 build/dev.py COMMAND (on Windows: py build/dev.py …).

    run [ARGS]     open the window; without a display do the main job into out/ instead
    test [ARGS]    ruff, mypy, pytest (ARGS go to pytest): what CI runs
    check          test, then the wheel in a clean environment, then the long runs
                   (--wheel, --kills or --sheets: only that part)
    cli ARGS       the command line of the program, in the caller's folder
    bench [NAMES]  the benchmarks of tests/benchmarks/, all or those named
    bundle         the Linux bundle: frozen, tried in a strange place, measured
    windows        the Windows setup program, made and tried under Wine (Debian; docs/windows.md)
                   (--quick: packed less tightly)
    lock           write build/locks/ anew from pyproject.toml
                   (--upgrade: newest versions of what is not pinned there)

It uses the standard library only, makes the environment in .venv/ by itself and prints nothing of
its own on standard output but the names of the steps of test, check and bench.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the reader with an older Python deserves a sentence
    sys.exit("Python 3.11 or newer is needed.")

import os
from collections.abc import Callable, Mapping, Sequence

import debian_packages
import environment
from console import Stopped, say

# -P: the caller's folder must not come before our packages; it may hold a db/ of its own.
PROGRAM = ("-P", "-m", "tthc_desktop")
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Open the window, or do the main job where there is no display."""
    environment.ensure()
    if has_display():
        on_x11 = sys.platform not in {"win32", "darwin"}
        require_libraries(debian_packages.FOR_A_DISPLAY if on_x11 else ())
        environment.become([*PROGRAM, *arguments])
    require_libraries()
    say("There is no display here: doing the main job with the sample office instead, into out/ …")
    if arguments:
        say(f"Only the window takes these, they are left aside: {' '.join(arguments)}")
    main_job = environment.ROOT / "build" / "main_job.py"
    return environment.run([main_job], extra={"QT_QPA_PLATFORM": "offscreen"})


def cli(arguments: Sequence[str]) -> int:
    """Become the program's command line; folder, input, output, exit code are the caller's."""
    environment.ensure()
    try:
        require_libraries()
    except Stopped as missing:
        say(str(missing))  # most commands do without them
    environment.become([*PROGRAM, *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run what CI runs."""
    import quality

    prepare()
    return quality.test(arguments)


def check(arguments: Sequence[str]) -> int:
    """Run everything that can be checked without a person."""
    import quality
    import wheel_check

    parts = {
        "--wheel": wheel_check.check,
        "--kills": quality.kill_runs,
        "--sheets": quality.sheet_runs,
    }
    unknown = [part for part in arguments if part not in parts]
    if unknown:
        raise Stopped(f"Unknown: {' '.join(unknown)}. check takes {' or '.join(parts)}.")
    prepare()
    if arguments:
        return max(parts[part]() for part in arguments)
    return quality.test(()) or wheel_check.check() or quality.long_runs()


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks, each as a script of its own."""
    import quality

    prepare()
    return quality.bench(arguments)


def make_bundle(_arguments: Sequence[str]) -> int:
    """Make and try the Linux bundle."""
    import bundle

    prepare()
    return bundle.make()


def windows(arguments: Sequence[str]) -> int:
    """Make the Windows setup program and try it, both under Wine."""
    import windows_build

    unknown = [argument for argument in arguments if argument != "--quick"]
    if unknown:
        raise Stopped(f"Unknown: {' '.join(unknown)}. windows takes --quick.")
    environment.ensure()
    require_libraries(debian_packages.FOR_WINDOWS)
    return windows_build.make(quick="--quick" in arguments)


def lock(arguments: Sequence[str]) -> int:
    """Write the locks anew."""
    import locks

    return locks.remake(upgrade="--upgrade" in arguments)


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "cli": cli,
    "bench": bench,
    "bundle": make_bundle,
    "windows": windows,
    "lock": lock,
}


def prepare() -> None:
    """Make ready what tests need: the environment and Qt's libraries."""
    environment.ensure()
    require_libraries()


def require_libraries(more: Sequence[str] = ()) -> None:
    """See to Qt's system libraries where the system is a Debian."""
    debian_packages.require((*debian_packages.FOR_QT, *more), environment.SYSTEM_STAMP)


def has_display() -> bool:
    """Tell whether a window can be seen."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        say((__doc__ or "").strip())
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return command(arguments[1:])
    except Stopped as stopped:
        say(str(stopped))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
