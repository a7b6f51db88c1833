"""Backups: SQLite's backup API to a temporary name, checked, renamed; with a fingerprint.

A backup straight to its final name left 116 of 120 unusable files when killed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from db import sqlite_engine
from db.sqlite_file import read_schema_version
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.ports import BackupInfo
from tthc_desktop.safe_file import replace_file, sync_file, temporary_beside
from tthc_desktop.safe_file import told_as_trouble as file_trouble
from tthc_desktop.vietnamese_text import fold

FOLDER = "backups"
_SIDE = ".json"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is known of a backup, in a side file: no check of SQLite sees a changed letter."""

    sha256: str
    made_at: str
    plans: int
    reason: str


def copy_database(source: Path, to: Path) -> None:
    """Copy a data file with SQLite's backup API; a hot journal is rolled back first."""
    with (
        closing(sqlite_engine.connect(source)) as origin,
        closing(sqlite3.connect(to, isolation_level=None)) as copy,
    ):
        origin.backup(copy)


def copy_checked(source: Path, target: Path) -> None:
    """Copy a data file to *target* through a checked temporary file."""
    with file_trouble(target), temporary_beside(target) as temporary:
        copy_database(source, temporary)
        faults = sqlite_engine.file_problems(temporary)
        if faults:
            message = f"Bản sao không qua được kiểm tra ({faults[0]}). Chưa thay đổi gì."
            raise StorageTrouble(message)
        sync_file(temporary)
        replace_file(temporary, target)


def make_backup(data_file: Path, reason: str, now: datetime) -> Path:
    """Make the next numbered backup of *data_file* with its side file; return its path."""
    folder = data_file.parent / FOLDER
    with file_trouble(folder):
        folder.mkdir(exist_ok=True)
    stamp = now.strftime("%Y%m%d-%H%M%S")
    name = f"{data_file.stem}-{_next_number(folder, data_file):05}-{stamp}-{_slug(reason)}"
    target = folder / f"{name}{data_file.suffix}"
    copy_checked(data_file, target)
    side = Fingerprint(_sha256(target), now.isoformat(timespec="seconds"), _plans(target), reason)
    with file_trouble(target), temporary_beside(_side_of(target)) as temporary:
        temporary.write_text(json.dumps(asdict(side), ensure_ascii=False), encoding="utf-8")
        sync_file(temporary)
        replace_file(temporary, _side_of(target))
    return target


def list_backups(data_file: Path) -> tuple[BackupInfo, ...]:
    """Return the backups that have a side file, newest first by their number."""
    found = []
    for file in sorted(_own(data_file.parent / FOLDER, data_file), reverse=True):
        side = read_side(file)
        if side:
            found.append(BackupInfo(file, side.made_at, side.plans, side.reason))
    return tuple(found)


def read_side(backup: Path) -> Fingerprint | None:
    """Return the side file's content; None where it is missing or unreadable."""
    try:
        return Fingerprint(**json.loads(_side_of(backup).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def backup_fault(backup: Path) -> str | None:
    """Return why *backup* cannot be restored, None where it can."""
    try:
        read_schema_version(backup)
        side = read_side(backup)
        if side and side.sha256 != _sha256(backup):
            return "nội dung đã bị thay đổi so với lúc sao lưu"
        faults = sqlite_engine.file_problems(backup)
    except (StorageTrouble, sqlite3.Error, OSError) as error:
        return str(error)
    return faults[0] if faults else None


def _own(folder: Path, data_file: Path) -> list[Path]:
    pattern = f"{data_file.stem}-" + "[0-9]" * 5 + f"-*{data_file.suffix}"
    return list(folder.glob(pattern))


def _next_number(folder: Path, data_file: Path) -> int:
    start = len(data_file.stem) + 1
    numbers = [int(file.name[start : start + 5]) for file in _own(folder, data_file)]
    return max(numbers, default=0) + 1


def _slug(reason: str) -> str:
    return "-".join(fold(reason).split())


def _side_of(backup: Path) -> Path:
    return backup.with_name(backup.name + _SIDE)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _plans(path: Path) -> int:
    with closing(sqlite_engine.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM plan").fetchone()
        return int(count)
