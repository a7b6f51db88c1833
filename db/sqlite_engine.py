"""The engine on one SQLite file: pragmas, and transactions that are really transactions.

Python's own driver commits around DDL and begins late; `isolation_level=None` and an
explicit BEGIN give both back to us. Writers begin IMMEDIATE: a deferred BEGIN that upgrades
fails at once without waiting.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

WRITING = "tthc_writing"  # execution option set by the unit of work
_WAIT_SECONDS = 10.0
# TRUNCATE and EXTRA: in a power-loss replay no crash point lost a save; WAL with NORMAL
# lost 809 of 1,000, and a WAL file copied without its -wal lost everything.
_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA trusted_schema=OFF",
)


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Return a bare connection in autocommit mode with our pragmas; no file is created."""
    mode = "rwc" if create else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_WAIT_SECONDS,
        isolation_level=None,
    )
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return connection


def new_engine(path: Path) -> Engine:
    """Return an engine whose connections live as long as one unit of work."""
    engine = create_engine("sqlite+pysqlite://", creator=lambda: connect(path), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITING):
        # Setting the mode reads the file and may wait for a writer: only who writes does it.
        connection.exec_driver_sql("PRAGMA journal_mode=TRUNCATE")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")


def pragma(connection: sqlite3.Connection, name: str) -> Any:  # noqa: ANN401 - any SQLite value
    """Return the value of a pragma."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def file_problems(path: Path) -> tuple[str, ...]:
    """Return what SQLite's full check and the foreign keys find wrong, in Vietnamese.

    `integrity_check`, not `quick_check`: the quick one missed 124 of 2,256 damages.
    """
    try:
        with closing(connect(path)) as connection:
            rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
            faults = [f"Cấu trúc tệp: {row[0]}" for row in rows if row[0] != "ok"]
            broken = [] if faults else connection.execute("PRAGMA foreign_key_check").fetchall()
    except UnicodeDecodeError:
        return ("Có chữ không đọc được trong tệp",)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname in ("SQLITE_CORRUPT", "SQLITE_NOTADB"):
            return ("Cấu trúc tệp bị hỏng, không đọc được",)
        raise
    faults += [f"Dòng {row[1]} của bảng {row[0]} trỏ đến bản ghi không có" for row in broken]
    return tuple(faults)


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the number of rows of every table, to compare before and after a migration."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
        "ESCAPE '\\'"
    ).fetchall()
    counts = {}
    for (name,) in names:
        (count,) = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608
        counts[name] = count
    return counts
