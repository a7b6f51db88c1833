"""One transaction on the data file, with its journal row."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import date, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, insert

from db.attachment_store import SqlAttachmentStore
from db.entry_store import SqlEntryStore
from db.further_stores import FurtherStores
from db.journal_store import SqlJournalStore, journal_row
from db.office_store import SqlOfficeStore
from db.plan_store import SqlPlanStore
from db.progress_store import SqlProgressStore
from db.register_store import SqlRegisterStore
from db.report_store import SqlReportStore
from db.search_store import SqlSearchStore
from db.sheet_store import SqlSheetStore
from db.tables import JournalRow
from db.template_store import SqlTemplateStore
from db.working_day_store import SqlWorkingDayStore
from tthc_desktop.domain.journal import Act

WRITING_OPTION = "tthc_writing"
Guard = Callable[[], AbstractContextManager[object]]


class SqlUnitOfWork(FurtherStores):
    """Opens its own connection in the thread that enters it, and closes it on leaving.

    `guard` is entered around the whole of it: it tells storage errors and, for a writer,
    holds the process's write lock. Nothing is written without a journal row.
    """

    def __init__(
        self,
        engine: Engine,
        guard: Guard,
        *,
        writing: bool,
        who: str = "",
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Prepare; nothing is opened before the block is entered."""
        self._engine = engine
        self._guard = guard
        self._writing = writing
        self._who = who
        self._now = now
        self._stack = ExitStack()
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        """Open a connection and begin."""
        with ExitStack() as stack:
            stack.enter_context(self._guard())
            connection = stack.enter_context(self._engine.connect())
            connection = connection.execution_options(**{WRITING_OPTION: self._writing})
            connection.begin()
            self._connection = connection
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Roll back what was not committed and close."""
        self._connection = None
        self._stack.__exit__(kind, error, traceback)

    @property
    def _open(self) -> Connection:
        if self._connection is None:
            message = "the unit of work is not entered"
            raise RuntimeError(message)
        return self._connection

    @property
    def office(self) -> SqlOfficeStore:
        """The office."""
        return SqlOfficeStore(self._open)

    @property
    def plans(self) -> SqlPlanStore:
        """The plans."""
        return SqlPlanStore(self._open)

    @property
    def progress(self) -> SqlProgressStore:
        """The occurrences."""
        return SqlProgressStore(self._open)

    @property
    def journal(self) -> SqlJournalStore:
        """The journal of changes."""
        return SqlJournalStore(self._open)

    @property
    def searching(self) -> SqlSearchStore:
        """The search over all plans."""
        return SqlSearchStore(self._open)

    @property
    def register(self) -> SqlRegisterStore:
        """The office's own legal register."""
        return SqlRegisterStore(self._open)

    @property
    def templates(self) -> SqlTemplateStore:
        """The office's own templates."""
        return SqlTemplateStore(self._open)

    @property
    def attachments(self) -> SqlAttachmentStore:
        """The attached files."""
        return SqlAttachmentStore(self._open)

    @property
    def sheets(self) -> SqlSheetStore:
        """The progress sheets that were sent."""
        return SqlSheetStore(self._open, who=self._who, at=self._at)

    @property
    def working_days(self) -> SqlWorkingDayStore:
        """The office's own working days."""
        return SqlWorkingDayStore(self._open)

    @property
    def reports(self) -> SqlReportStore:
        """The reports."""
        return SqlReportStore(self._open)

    @property
    def entries(self) -> SqlEntryStore:
        """The entries of the registers."""
        return SqlEntryStore(self._open)

    def commit(self, act: Act) -> None:
        """Write the journal row of *act* and make all of it durable."""
        if not self._writing:
            message = "a reading unit of work cannot commit"
            raise RuntimeError(message)
        self._open.execute(insert(JournalRow), [journal_row(act, self._at, self._who)])
        self._open.commit()

    @property
    def day(self) -> date:
        """The day on which it writes, by the same clock as the journal."""
        return self._now().date()

    @property
    def _at(self) -> str:
        return self._now().isoformat(timespec="seconds")


class SqlUnitsOfWork:
    """Makes units of work on one engine; tables and repositories run on any engine."""

    def __init__(
        self,
        engine: Engine,
        *,
        reading_guard: Guard,
        writing_guard: Guard,
        who: str,
        now: Callable[[], datetime],
    ) -> None:
        """Keep the engine and what surrounds reading and writing."""
        self._engine = engine
        self._reading_guard = reading_guard
        self._writing_guard = writing_guard
        self._who = who
        self._now = now

    def reading(self) -> SqlUnitOfWork:
        """Return a unit of work that only reads."""
        return SqlUnitOfWork(self._engine, self._reading_guard, writing=False)

    def writing(self) -> SqlUnitOfWork:
        """Return a unit of work that may write."""
        return SqlUnitOfWork(
            self._engine, self._writing_guard, writing=True, who=self._who, now=self._now
        )
