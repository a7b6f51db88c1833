"""Mẫu biểu… over the open file: shown, ticked, taken back by Ctrl+Z."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.use_cases.reporting.form_list import confirm_form, list_forms
from ui.plan_life.life_work import LifeWork, is_there
from ui.registers.forms_dialog import FormsDialog
from ui.session.edit_commands import EditCommand

_NOT_DONE = "Chưa đánh dấu được biểu"


class ConfirmCommand(EditCommand):
    """That the office compared a form, or that it did not."""

    def __init__(self, acts: FormsActs, code: str, *, is_confirmed: bool) -> None:
        """Hold what is kept; `redo` keeps it."""
        super().__init__(f"đánh dấu biểu {code}")
        self._acts, self._code, self._is_confirmed = acts, code, is_confirmed

    def redo(self) -> None:
        """Keep it."""
        is_done = self._acts.write(self._code, is_confirmed=self._is_confirmed, undoing=False)
        self._finish(is_done=is_done)

    def undo(self) -> None:
        """Keep the contrary again."""
        is_done = self._acts.write(self._code, is_confirmed=not self._is_confirmed, undoing=True)
        self._finish(is_done=is_done)


class FormsActs(QObject):
    """Shows the forms; one tick is one undo."""

    def __init__(self, work: LifeWork) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work = work
        self._dialog: FormsDialog | None = None

    def show(self) -> None:
        """Open the list of forms."""
        file = self._work.session.file
        can_write = file is not None and not file.read_only
        self._dialog = dialog = FormsDialog(self._work.window, can_write=can_write)
        dialog.confirm_asked.connect(self._confirm)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._read()

    def write(self, code: str, *, is_confirmed: bool, undoing: bool) -> bool:
        """Write what was ticked; for the command of the stack."""
        session, units = self._work.session, self._work.units
        if units is None:
            return False
        try:
            confirm_form(units, code, is_confirmed=is_confirmed, undoing=undoing)
        except (Refused, StorageTrouble) as error:
            session.editor.refused.emit(_NOT_DONE, error.message)
            return False
        session.registers_changed.emit()
        return True

    def _confirm(self, code: str, is_confirmed: bool) -> None:
        stack = self._work.session.editor.stack
        stack.push(ConfirmCommand(self, code, is_confirmed=is_confirmed))
        self._read()

    def _read(self) -> None:
        dialog = self._dialog

        def show(found: tuple[tuple[Form, ...], frozenset[str]]) -> None:
            if dialog is not None and is_there(dialog):
                dialog.show_forms(*found)

        self._work.run("", list_forms, show, "Chưa đọc được mẫu biểu", over=dialog)
