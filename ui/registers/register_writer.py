"""Edits of registers in the window: one command of the undo stack, one transaction, one signal."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from tthc_desktop.domain.reporting.entry_edits import EntryEdit
from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from ui.session.edit_commands import EditCommand
from ui.session.plan_session import PlanSession

_NOT_DONE = "Chưa sửa được sổ"


class EntryWriter(Protocol):
    """Who writes edits of registers."""

    def write(self, edit: EntryEdit, *, undoing: bool) -> bool:
        """Write an edit; return whether it was done."""
        ...


class EntryCommand(EditCommand):
    """An edit of a register on the stack of all edits."""

    def __init__(self, writer: EntryWriter, edit: EntryEdit) -> None:
        """Hold the edit; `redo` does it."""
        super().__init__(edit.words)
        self._writer, self._edit = writer, edit

    def redo(self) -> None:
        """Do the edit."""
        self._finish(is_done=self._writer.write(self._edit, undoing=False))

    def undo(self) -> None:
        """Take the edit back."""
        self._finish(is_done=self._writer.write(self._edit.inverse(), undoing=True))


class RegisterWriter(QObject):
    """Holds the registers as they stand; `changed` carries the edit that was written."""

    changed = Signal(object)

    def __init__(self, session: PlanSession) -> None:
        """Write into the open file of *session*."""
        super().__init__(session)
        self._session = session
        self.book: RegisterBook | None = None
        self.is_writing = False

    @property
    def is_editable(self) -> bool:
        """Whether the open file can be written."""
        found = self._session.file
        return found is not None and found.units is not None and not found.read_only

    def do(self, edit: EntryEdit) -> bool:
        """Do an edit and put it on the stack; return whether it was done."""
        if edit.is_empty or not self.is_editable:
            return False
        command = EntryCommand(self, edit)
        self._session.editor.stack.push(command)
        return command.is_done

    def write(self, edit: EntryEdit, *, undoing: bool) -> bool:
        """Write an edit and tell of it; for the commands of the stack."""
        from tthc_desktop.use_cases.reporting.registers import apply_edit

        found = self._session.file
        if found is None or found.units is None:
            return False
        try:
            apply_edit(found.units, edit, undoing=undoing)
        except (Refused, StorageTrouble) as error:
            self._session.editor.refused.emit(_NOT_DONE, error.message)
            return False
        if self.book is not None:
            self.book = self.book.after(edit)
        self.changed.emit(edit)
        self.is_writing = True
        self._session.registers_changed.emit()
        self.is_writing = False
        self._session.editor.saved.emit(datetime.now().astimezone())
        return True
