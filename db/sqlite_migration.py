"""Making and upgrading a data file: always on a copy, checked, then swapped in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import NullPool, create_engine

from db import sqlite_engine
from db.sqlite_file import APPLICATION_ID, SCHEMA_VERSION

MIGRATIONS = Path(__file__).parent / "migrations"


def build_schema(path: Path, *, version_locations: Sequence[Path] = ()) -> None:
    """Make a new file at *path* by running every revision from the first."""
    sqlite_engine.connect(path, create=True).close()
    upgrade(path, version_locations=version_locations)


def upgrade(path: Path, *, version_locations: Sequence[Path] = ()) -> None:
    """Run the missing revisions on the file at *path*, which must be a copy.

    Foreign keys are off before BEGIN: with them on, re-creating a table in batch mode
    deletes its children silently, and no check sees it. `version_locations` adds folders
    with further revisions (tests).
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite_engine.connect(path),
        poolclass=NullPool,
    )
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.set_main_option("path_separator", "newline")
        folders = [MIGRATIONS / "versions", *version_locations]
        config.set_main_option(
            "version_locations", "\n".join(str(one) for one in folders).replace("%", "%%")
        )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        version = SCHEMA_VERSION + len(version_locations)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
        connection.exec_driver_sql("COMMIT")
    engine.dispose()


def losses(before: dict[str, int], after: dict[str, int]) -> tuple[str, ...]:
    """Return the tables that hold fewer rows after a migration than before, or vanished."""
    return tuple(
        f"{table}: {count} → {after.get(table, 0)}"
        for table, count in before.items()
        if after.get(table, 0) < count and table != "alembic_version"
    )
