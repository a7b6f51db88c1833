"""Who may import whom. The picture stands in docs/architecture.md; these are its arrows."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule
from pytest_archon.collect import ImportMap
from pytest_archon.failure import pop_failures

ROOT = Path(__file__).resolve().parent.parent
OURS = ("tthc_desktop", "ui", "db", "resources")
DOOR = "tthc_desktop.__main__"
QT = ("PySide6", "shiboken6")
DATABASE = ("sqlalchemy", "alembic", "sqlite3")

# The rooms of tthc_desktop from the ground up; those of one storey are neighbours.
STOREYS = (
    ("domain",),
    ("document", "sheets", "reading", "checking"),
    ("use_cases",),
    ("cli",),
)
DOMAIN_MAY_USE = ("tthc_desktop.domain", "tthc_desktop.errors", "tthc_desktop.vietnamese_text")
# Files, processes and clocks: values and rules have none.
OUTSIDE_WORLD = frozenset(
    {"io", "os", "shutil", "socket", "subprocess", "tempfile", "threading", "time"}
)
WRITERS_AND_READERS = {
    "docx": ("document", "reading"),
    "openpyxl": ("sheets", "reading"),
    "lxml": ("document", "sheets", "reading"),
}
KNOWS_SQLITE = ("db/sqlite_*.py", "db/lock.py", "db/backup.py")


def all_of(*packages: str) -> tuple[str, ...]:
    """Return the patterns of packages and everything in them (db, db.*; but not dbm)."""
    return tuple(pattern for name in packages for pattern in (name, f"{name}.*"))


def rooms(*names: str) -> tuple[str, ...]:
    return all_of(*(f"tthc_desktop.{name}" for name in names))


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def is_built(room: str) -> bool:
    return bool(sources(f"tthc_desktop/{room}"))


BUILT_ROOMS = [room for storey in STOREYS for room in storey if is_built(room)]


def storeys_above(room: str) -> list[str]:
    level = next(number for number, storey in enumerate(STOREYS) if room in storey)
    return [name for storey in STOREYS[level + 1 :] for name in storey]


def test_tthc_desktop_knows_neither_qt_nor_the_database_nor_the_packages_that_do() -> None:
    (
        archrule("plan, tasks and use cases know no window and no database")
        .match(*all_of("tthc_desktop"))
        .exclude(DOOR)
        .should_not_import(*all_of("ui", "db", *QT, *DATABASE))
        .check("tthc_desktop")
    )


def test_db_knows_no_window() -> None:
    (
        archrule("db never imports ui or Qt")
        .match(*all_of("db"))
        .should_not_import(*all_of("ui", *QT, DOOR, "tthc_desktop.cli"))
        .check("db")
    )


def test_ui_knows_no_database() -> None:
    (
        archrule("ui is handed a unit of work, it never fetches one")
        .match(*all_of("ui"))
        .should_not_import(*all_of("db", *DATABASE, DOOR, "tthc_desktop.cli"))
        .check("ui")
    )


def test_resources_import_nothing_of_ours() -> None:
    (
        archrule("resources are data")
        .match(*all_of("resources"))
        .should_not_import(*all_of("tthc_desktop", "ui", "db", *QT, *DATABASE))
        .check("resources")
    )


def test_nobody_imports_build_or_tests() -> None:
    scripts = [path.stem for path in sources("build")]
    for package in OURS:
        (
            archrule(f"{package} does without the scripts and the tests")
            .match(*all_of(package))
            .should_not_import(*all_of("build", "tests", *scripts))
            .check(package)
        )


# The rooms of ui on which all others stand, from the ground up.
GROUND_OF_UI = ("kit", "pages", "session")


@pytest.mark.parametrize("room", GROUND_OF_UI[:2])
def test_what_every_screen_is_made_of_knows_no_screen(room: str) -> None:
    others = {path.name for path in (ROOT / "ui").iterdir() if path.is_dir()}
    others -= set(GROUND_OF_UI[: GROUND_OF_UI.index(room) + 1]) | {"__pycache__"}
    (
        archrule(f"ui.{room} knows no plan that is open and no screen")
        .match(*all_of(f"ui.{room}"))
        .should_not_import(*all_of(*(f"ui.{name}" for name in sorted(others))))
        .check("ui")
    )


@pytest.mark.parametrize("room", BUILT_ROOMS)
def test_a_room_never_imports_one_above_it(room: str) -> None:
    (
        archrule(f"{room} knows nothing of what stands on it")
        .match(*rooms(room))
        .should_not_import(*rooms(*storeys_above(room), "__main__"))
        .check("tthc_desktop")
    )


def test_what_lies_beside_the_rooms_knows_neither_use_cases_nor_the_command_line() -> None:
    (
        archrule("errors, ports, paths and the like stand below the use cases")
        .match(*all_of("tthc_desktop"))
        .exclude(DOOR, *rooms("use_cases", "cli"))
        .should_not_import(*rooms("use_cases", "cli", "__main__"))
        .check("tthc_desktop")
    )


def test_the_domain_imports_the_standard_library_and_itself() -> None:
    def pure(_module: str, imports: set[str], _all: ImportMap) -> bool:
        return all(is_pure(name) for name in imports)

    if is_built("domain"):
        (
            archrule("the domain is values and rules: no files, no clock, no package")
            .match(*rooms("domain"))
            .should(pure, "standard library, the domain, errors and vietnamese_text")
            .check("tthc_desktop")
        )


def is_pure(name: str) -> bool:
    head = name.partition(".")[0]
    if head == "tthc_desktop":
        return any(name == room or name.startswith(f"{room}.") for room in DOMAIN_MAY_USE)
    return head in sys.stdlib_module_names and head not in OUTSIDE_WORLD


@pytest.mark.parametrize(("package", "allowed"), WRITERS_AND_READERS.items())
def test_word_and_excel_are_known_only_where_they_are_written_and_read(
    package: str, allowed: tuple[str, ...]
) -> None:
    for ours in OURS:
        (
            archrule(f"{package} is imported only in {', '.join(allowed)}")
            .match(*all_of(ours))
            .exclude(*rooms(*allowed))
            .should_not_import(*all_of(package))
            .check(ours, only_direct_imports=True)
        )


def test_only_the_files_named_for_it_know_sqlite() -> None:
    allowed = {path for pattern in KNOWS_SQLITE for path in ROOT.glob(pattern)}
    offenders = [
        f"{path.relative_to(ROOT).as_posix()}: {reason}"
        for package in OURS
        for path in sources(package)
        if path not in allowed
        for reason in sqlite_in(path.read_text(encoding="utf-8"))
    ]
    assert offenders == []


def sqlite_in(source: str) -> Iterator[str]:
    """Yield what a module knows of SQLite: its driver, SQLAlchemy's dialect, pragmas."""
    names = {name for node in ast.walk(ast.parse(source)) for name in imported_by(node)}
    drivers = ("sqlite3", "sqlalchemy.dialects.sqlite")
    yield from sorted(name for name in names if name.startswith(drivers))
    if re.search(r"\bpragma\b(?!: no)", source, re.IGNORECASE):
        yield "PRAGMA"


def imported_by(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def test_every_room_is_one_the_rules_know() -> None:
    known = {room for storey in STOREYS for room in storey}
    there = {path.relative_to(ROOT / "tthc_desktop").parts[0] for path in sources("tthc_desktop")}
    assert {name for name in there if not name.endswith(".py")} <= known


def test_a_forbidden_import_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lower").mkdir()
    (tmp_path / "lower" / "innocent.py").write_text("import lower.guilty\n", encoding="utf-8")
    (tmp_path / "lower" / "guilty.py").write_text(
        "def late():\n    from db.engine import new_engine\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    rule = archrule("a rule that is broken").match(*all_of("lower"))
    rule.should_not_import(*all_of("db")).check("lower")
    failures = pop_failures()  # type: ignore[no-untyped-call]
    assert {failure.path[0] for failure in failures} == {"lower.guilty", "lower.innocent"}
    assert [*sqlite_in("from sqlalchemy.dialects import sqlite\nx = 'PRAGMA user_version'")] == [
        "sqlalchemy.dialects.sqlite",
        "PRAGMA",
    ]
    assert not is_pure("os.path")
    assert not is_pure("tthc_desktop.use_cases")
