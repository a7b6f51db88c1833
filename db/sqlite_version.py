"""The version of SQLite that is linked here."""

from __future__ import annotations

import sqlite3


def sqlite_version() -> str:
    """Return it."""
    return sqlite3.sqlite_version
