"""The habits of the repository that no linter knows."""

import ast
import re
import statistics
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("tthc_desktop", "ui", "db", "resources")
NOT_OURS = {".git", "dist", "out", "__pycache__"}
MAX_LINES = {
    "tthc_desktop": 350,
    "ui": 350,
    "db": 350,
    "resources": 350,
    "build": 350,
    "tests": 500,
}
MAX_MEDIAN = 100
# Files of a line or two say nothing about how long files are.
SHORTEST_COUNTED = 5
MAX_IMPORTS_OF_OURS = 15
VAGUE_NAMES = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
TEXT = {
    "", ".bat", ".cfg", ".css", ".html", ".ini", ".json", ".mako", ".md", ".nsi", ".ps1", ".py",
    ".sh", ".spec", ".svg", ".toml", ".txt", ".xml", ".yaml", ".yml",
}  # fmt: skip
# Written so that this file does not hold what it looks for.
UNFINISHED = re.compile(rf"\b(?:{'TO'}DO|{'FIX'}ME)\b")
HOMES = r"(?:/(?:home|root|opt|srv|mnt|tmp|Users)|[A-Za-z]:\\+Users)[/\\]+\w"
# Where a checkout may lie without its folder's name meaning anything.
COMMON_ROOTS = {"usr", "var", "etc", "build", "docs", "src", "tests"}


@cache
def files() -> list[Path]:
    """Return every file of the checkout but what git ignores and what tools leave behind."""
    return sorted(_walk(ROOT))


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name in NOT_OURS:
            continue
        if not entry.is_dir():
            yield entry
        elif entry.name == ".ci" or not entry.name.startswith("."):
            yield from _walk(entry)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def modules(*folders: str) -> list[Path]:
    return [
        path for path in files() if path.suffix == ".py" and named(path).split("/")[0] in folders
    ]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def lines_of(path: Path) -> int:
    return len(text_of(path).splitlines())


def test_build_is_no_package() -> None:
    assert not (ROOT / "build" / "__init__.py").exists()


def test_no_folder_of_tests_is_a_package() -> None:
    assert [named(path) for path in modules("tests") if path.name == "__init__.py"] == []


def test_no_script_is_named_like_a_standard_module() -> None:
    assert {path.stem for path in modules("build")} & sys.stdlib_module_names == set()


@pytest.mark.parametrize(("folder", "most"), MAX_LINES.items())
def test_no_file_is_too_long(folder: str, most: int) -> None:
    lengths = {named(path): lines_of(path) for path in modules(folder)}
    assert {name: length for name, length in lengths.items() if length > most} == {}


def test_files_are_short_as_a_rule() -> None:
    lengths = [lines_of(path) for path in modules(*PACKAGES)]
    counted = [length for length in lengths if length >= SHORTEST_COUNTED]
    assert statistics.median(counted or [0]) <= MAX_MEDIAN


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = {
        named(path)
        for path in modules(*PACKAGES, "build", "tests")
        if VAGUE_NAMES & {*path.stem.split("_"), path.parent.name}
    }
    assert vague == set()


def test_every_module_says_what_it_is() -> None:
    silent = [
        named(path)
        for path in modules(*PACKAGES, "build")
        if not ast.get_docstring(ast.parse(text_of(path)))
    ]
    assert silent == []


def test_no_module_leans_on_too_many_others() -> None:
    leaning = {named(path): imports_of_ours(path) for path in modules(*PACKAGES)}
    assert {name: many for name, many in leaning.items() if many > MAX_IMPORTS_OF_OURS} == {}


def imports_of_ours(path: Path) -> int:
    """Count the modules of ours one module imports at its top."""
    body = ast.parse(text_of(path)).body
    names = {node.module or "" for node in body if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in body if isinstance(node, ast.Import) for alias in node.names}
    return sum(name.split(".")[0] in PACKAGES for name in names)


def texts() -> dict[str, str]:
    return {named(path): text_of(path) for path in files() if path.suffix in TEXT}


def test_nothing_is_left_unfinished() -> None:
    assert {name for name, text in texts().items() if UNFINISHED.search(text)} == set()


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    top = ROOT.parts[1]
    here = HOMES if top in COMMON_ROOTS else rf"{HOMES}|/{re.escape(top)}/\w"
    place = re.compile(rf"(?<![\w./])(?:{here})")
    assert {name for name, text in texts().items() if place.search(text)} == set()


def test_the_locks_hold_what_pyproject_pins() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    groups = {"runtime": [], **project["dependency-groups"]}
    for group, more in groups.items():
        lock = text_of(ROOT / "build" / "locks" / f"{group}.txt")
        locked = set(re.findall(r"^([\w.-]+==[^\s;]+)", lock, re.MULTILINE))
        assert {pin.lower() for pin in [*project["project"]["dependencies"], *more]} <= locked


def test_every_locked_file_has_a_hash() -> None:
    for lock in sorted((ROOT / "build" / "locks").glob("*.txt")):
        for entry in re.split(r"\n(?=\w)", text_of(lock)):
            assert "--hash=sha256:" in entry, f"{named(lock)}: {entry}"
