"""Editing the report that is shown: an act becomes a transaction and an undo command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.ports import UnitsOfWork
from ui.reports.report_commands import CreateCommand, ReportCommand
from ui.session.plan_session import PlanSession

_NOT_DONE = "Chưa sửa được báo cáo"
ReportAct = Callable[[UnitsOfWork, str], Report]


class ReportEditor(QObject):
    """Alone writes edits of reports; the session's undo stack takes them back.

    `edited` carries the report after an act, undo and redo too, whether it is the one that is
    shown or not; `removed` the one that an undo took out. `refused` carries a title and the
    error's sentences.
    """

    edited = Signal(object)
    removed = Signal(object)
    refused = Signal(str, str)

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        """Edit reports in the file of *session*."""
        super().__init__(parent)
        self._session = session
        self._report: Report | None = None

    @property
    def report(self) -> Report | None:
        """The report that is shown, as it stands after every edit."""
        return self._report

    @property
    def units(self) -> UnitsOfWork | None:
        """The open file's units of work."""
        found = self._session.file
        return found.units if found else None

    @property
    def read_only(self) -> str:
        """Why the file cannot be written; empty where it can."""
        found = self._session.file
        return found.read_only if found else ""

    @property
    def can_edit(self) -> bool:
        """Whether the report that is shown can be changed."""
        return self._report is not None and not self._report.is_frozen and not self.read_only

    def show(self, report: Report | None) -> None:
        """Edit another report, or the same one as it was read again."""
        self._report = report

    def do(self, words: str, act: ReportAct) -> bool:
        """Do an act on the report that is shown, called *words* in the menu Hoàn tác.

        Return whether it was done; one that changes nothing is not put on the stack.
        """
        before = self._report
        after = self._written(lambda units: act(units, before.id)) if before is not None else None
        if before is None or after is None:
            return False
        if after == before:
            return False
        self._push(ReportCommand(self, words, before, after))
        self._tell(after)
        return True

    def create(self, words: str, act: Callable[[UnitsOfWork], Report]) -> Report | None:
        """Make a report by an act; return it, None where it was refused."""
        made = self._written(act)
        if made is not None:
            self._push(CreateCommand(self, words, made))
            self._tell(made)
        return made

    def put_back(self, now: Report, then: Report, words: str) -> bool:
        """Write a version as it was *then*; for the commands of the stack."""
        from tthc_desktop.use_cases.reporting.report_undo import put_back

        return self._did(self._written(lambda units: put_back(units, now, then, words)))

    def put_in(self, report: Report, words: str) -> bool:
        """Put a version in again; for the commands of the stack."""
        from tthc_desktop.use_cases.reporting.report_undo import put_in

        return self._did(self._written(lambda units: put_in(units, report, words)))

    def take_out(self, report: Report, words: str) -> bool:
        """Take a version out; for the commands of the stack."""
        from tthc_desktop.use_cases.reporting.report_undo import take_out

        def act(units: UnitsOfWork) -> Report:
            take_out(units, report, words)
            return report

        taken = self._written(act)
        if taken is not None:
            self._session.editor.saved.emit(datetime.now().astimezone())
            self.removed.emit(taken)
        return taken is not None

    def _did(self, after: Report | None) -> bool:
        if after is not None:
            self._tell(after)
        return after is not None

    def _tell(self, after: Report) -> None:
        if self._report is not None and self._report.id == after.id:
            self._report = after
        self._session.editor.saved.emit(datetime.now().astimezone())
        self.edited.emit(after)

    def _push(self, command: QUndoCommand) -> None:
        self._session.editor.stack.push(command)

    def _written(self, act: Callable[[UnitsOfWork], Report]) -> Report | None:
        units = self.units
        if units is None:
            return None
        if self.read_only:
            self.refused.emit(_NOT_DONE, self.read_only)
            return None
        try:
            return act(units)
        except (Refused, StorageTrouble) as error:
            self.refused.emit(_NOT_DONE, error.message)
            return None
