"""The steps of petitions as commands: those are offered that come next for the current row."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.domain.reporting.petition_steps import PetitionStep, stepped
from tthc_desktop.domain.reporting.petitions import Petition, petition_deadlines
from tthc_desktop.domain.reporting.registers import PETITIONS
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from ui.registers.petition_sheet import deadline_table, standing
from ui.registers.register_page import RegisterPage
from ui.registers.register_sheet import FactTable, SheetRow
from ui.registers.step_dialog import StepDialog

_ICONS = {
    PetitionStep.RECEIVE: "import",
    PetitionStep.TRANSFER: "outdent",
    PetitionStep.ANSWER: "edit",
    PetitionStep.PUBLISH: "check",
}


class PetitionActs(QObject):
    """Asks for a step's day and writes it as one edit."""

    def __init__(self, parent: QWidget) -> None:
        """Make the commands; `serve` says for which page."""
        super().__init__(parent)
        self._window = parent
        self._page: RegisterPage | None = None
        self.steps = {one: self._action(one) for one in PetitionStep}

    @property
    def commands(self) -> tuple[tuple[str, QAction], ...]:
        """The commands of the row with their icons."""
        return tuple((_ICONS[step], action) for step, action in self.steps.items())

    def serve(self, page: RegisterPage) -> None:
        """Offer the steps of the row one stands in on *page*."""
        self._page = page
        page.row_table = _deadlines
        page.row_changed.connect(self._enable)

    def _action(self, step: PetitionStep) -> QAction:
        is_asked = step is not PetitionStep.RECEIVE
        action = QAction(f"{step.value}…" if is_asked else step.value, self)
        action.setEnabled(False)
        action.triggered.connect(lambda *_: self._begin(step))
        return action

    def _enable(self) -> None:
        found, page = self._current(), self._page
        steps: tuple[PetitionStep, ...] = ()
        if page is not None and page.grid.rows.is_editable and found is not None:
            steps = standing(*found).steps
        for step, action in self.steps.items():
            action.setEnabled(step in steps)

    def _current(self) -> tuple[Petition, RegisterBook] | None:
        page = self._page
        row = page.grid.current_row if page is not None else None
        if page is None or page.book is None or row is None:
            return None
        return row.entry, page.book

    def _begin(self, step: PetitionStep) -> None:
        found, page = self._current(), self._page
        if found is None or page is None or not page.grid.commit_editor():
            return
        one, book = found
        if step is PetitionStep.RECEIVE:
            self._write(one, step, stepped(one, step, {}))
            return
        deadlines = petition_deadlines(one, book.working_days)
        due = {
            PetitionStep.TRANSFER: deadlines.transfer_by,
            PetitionStep.ANSWER: deadlines.handle_by,
            PetitionStep.PUBLISH: deadlines.publish_by,
        }[step]
        dialog = StepDialog(one, step, due, book.today, self._window)
        dialog.agreed.connect(lambda after: self._write(one, step, after))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: page.grid.setFocus())
        dialog.open()

    def _write(self, before: Petition, step: PetitionStep, after: Petition) -> None:
        if self._page is not None:
            words = f"{step.value.lower()} phản ánh, kiến nghị"
            self._page.write(EntryEdit(PETITIONS, words, (EntryChange(before, after),)))


def _deadlines(row: SheetRow, book: RegisterBook) -> FactTable | None:
    return deadline_table(row.entry, book) if isinstance(row.entry, Petition) else None
