"""The data file as a whole: made, opened, checked, migrated, backed up, restored."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from pathlib import Path

from db import backup, sqlite_engine
from db.lock import WriterLock, account_name
from db.sqlite_file import SCHEMA_VERSION, missing_file, read_schema_version
from db.sqlite_trouble import told_as_trouble
from db.unit_of_work import SqlUnitsOfWork
from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.ports import BackupInfo
from tthc_desktop.safe_file import check_target, replace_file, sync_file, temporary_beside
from tthc_desktop.safe_file import told_as_trouble as file_trouble


class SqliteDataFile:
    """One SQLite file, one writer.

    The writer's lock is taken by the first writing unit of work and kept until `close`.
    `further_revisions` adds folders with migrations on top of ours (tests).
    """

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime] = datetime.now,
        further_revisions: Sequence[Path] = (),
    ) -> None:
        """Name the file; nothing is opened yet."""
        self._path = path
        self._now = now
        self._further = tuple(further_revisions)
        self._lock = WriterLock(path)
        self._writing = threading.RLock()
        self._units: SqlUnitsOfWork | None = None

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    def exists(self) -> bool:
        """Whether there is anything of this name."""
        return self._path.exists()

    def reserve(self) -> None:
        """Take the writer's lock for good; StorageTrouble names who has it."""
        self._lock.acquire()

    def close(self) -> None:
        """Give the writer's lock back."""
        self._lock.release()
        self._units = None

    def create(self) -> None:
        """Make a new, empty data file; Refused if there is one."""
        from db.sqlite_migration import build_schema

        if self.exists():
            message = f"Đã có tệp “{self._path}”. Hãy chọn tên khác. Tệp cũ còn nguyên."
            raise Refused(message)
        check_target(self._path, force=False)
        self._lock.acquire()
        with file_trouble(self._path), temporary_beside(self._path) as temporary:
            with told_as_trouble(self._path):
                build_schema(temporary, version_locations=self._further)
            sync_file(temporary)
            replace_file(temporary, self._path)

    def units_of_work(self) -> SqlUnitsOfWork:
        """Open the file after checking and, if needed, migrating it.

        Raises StorageTrouble where it is missing, empty, foreign, newer or damaged; then no
        byte of it was changed.
        """
        if self._units is None:
            version = read_schema_version(self._path)
            self._refuse_damage()
            if version < SCHEMA_VERSION + len(self._further):
                self._migrate()
            self._units = SqlUnitsOfWork(
                sqlite_engine.new_engine(self._path),
                reading_guard=self._reading_guard,
                writing_guard=self._writing_guard,
                who=account_name(),
                now=self._now,
            )
        return self._units

    def _reading_guard(self) -> AbstractContextManager[None]:
        return told_as_trouble(self._path)

    @contextmanager
    def _writing_guard(self) -> Iterator[None]:
        with self._writing, told_as_trouble(self._path):
            self._lock.acquire()
            yield

    def _refuse_damage(self) -> None:
        with told_as_trouble(self._path):
            faults = sqlite_engine.file_problems(self._path)
        if faults:
            message = (
                f"Tệp dữ liệu “{self._path.name}” bị hỏng ({faults[0]}). Hãy khôi phục từ bản "
                "sao lưu. Tệp còn nguyên."
            )
            raise StorageTrouble(message)

    def _migrate(self) -> None:
        """Upgrade on a checked copy, compare row counts, then swap it in."""
        from db.sqlite_migration import losses, upgrade

        self._lock.acquire()
        with told_as_trouble(self._path):
            backup.make_backup(self._path, "trước nâng cấp", self._now())
            with file_trouble(self._path), temporary_beside(self._path) as temporary:
                backup.copy_database(self._path, temporary)
                before = _counts(temporary)
                upgrade(temporary, version_locations=self._further)
                lost = losses(before, _counts(temporary))
                faults = lost or sqlite_engine.file_problems(temporary)
                if faults:
                    message = (
                        f"Nâng cấp dữ liệu không thành ({faults[0]}). Dữ liệu cũ còn nguyên, "
                        "hãy báo người phụ trách."
                    )
                    raise StorageTrouble(message)
                sync_file(temporary)
                self._swap_in(temporary)

    def _swap_in(self, temporary: Path) -> None:
        # A journal left beside the old file must never be played into the new one.
        self._path.with_name(self._path.name + "-journal").unlink(missing_ok=True)
        replace_file(temporary, self._path)

    def problems(self) -> tuple[str, ...]:
        """Return what a full check finds wrong, in Vietnamese."""
        read_schema_version(self._path)
        return sqlite_engine.file_problems(self._path)

    def back_up(self, reason: str, to: Path | None = None, *, force: bool = False) -> Path:
        """Make a checked backup, in the folder of backups or at *to*, and return its file."""
        read_schema_version(self._path)
        with told_as_trouble(self._path):
            if to is None:
                return backup.make_backup(self._path, reason, self._now())
            check_target(to, force=force)
            if to.exists() and to.samefile(self._path):
                message = "Không sao lưu đè lên chính tệp dữ liệu. Hãy chọn tên khác."
                raise Refused(message)
            backup.copy_checked(self._path, to)
            return to

    def backups(self) -> tuple[BackupInfo, ...]:
        """Return the backups made by the program, newest first."""
        if not self.exists() and not (self._path.parent / backup.FOLDER).is_dir():
            raise StorageTrouble(missing_file(self._path))
        return backup.list_backups(self._path)

    def restore(self, source: Path) -> Path | None:
        """Put *source* in the file's place; return where the present file was kept, if any."""
        if not source.is_file():
            message = f"Không có bản sao lưu “{source}”. Dữ liệu hiện nay còn nguyên."
            raise Refused(message)
        fault = backup.backup_fault(source)
        if fault:
            message = (
                f"Bản sao lưu “{source.name}” không dùng được: {fault} Dữ liệu hiện nay còn nguyên."
            )
            raise Refused(message)
        check_target(self._path, force=True)
        self._lock.acquire()
        kept = self._keep_present() if self.exists() else None
        with (
            told_as_trouble(self._path),
            file_trouble(self._path),
            temporary_beside(self._path) as temporary,
        ):
            backup.copy_database(source, temporary)
            sync_file(temporary)
            self._swap_in(temporary)
        self._units = None
        return kept

    def _keep_present(self) -> Path:
        """Keep the present file: as a backup where it is whole, else byte for byte."""
        try:
            read_schema_version(self._path)
            with told_as_trouble(self._path):
                return backup.make_backup(self._path, "trước khôi phục", self._now())
        except StorageTrouble:
            stamp = self._now().strftime("%Y%m%d-%H%M%S")
            kept = self._path.with_name(f"{self._path.stem}-hong-{stamp}{self._path.suffix}")
            with file_trouble(kept):
                kept.write_bytes(self._path.read_bytes())
                sync_file(kept)
            return kept


def _counts(path: Path) -> dict[str, int]:
    with closing(sqlite_engine.connect(path)) as connection:
        return sqlite_engine.row_counts(connection)
