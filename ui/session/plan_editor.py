"""Editing the open plan: an act becomes an undo command, a transaction, one signal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.ports import UnitsOfWork

_NOT_DONE = "Chưa sửa được"


class PlanEditor(QObject):
    """Holds the open plan as edited so far and its undo stack; alone writes edits.

    `edited` carries the plan after the edit and the edit itself (its inverse when undone);
    views change only what it names. `refused` carries a title and the error's sentences; a
    refused act leaves nothing on the stack.
    """

    edited = Signal(object, object)
    refused = Signal(str, str)
    saved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an editor without a plan."""
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._units: UnitsOfWork | None = None
        self._progress: PlanProgress | None = None
        self._read_only = ""

    @property
    def progress(self) -> PlanProgress | None:
        """The open plan as it stands after every edit."""
        return self._progress

    @property
    def read_only(self) -> str:
        """Why nothing can be edited, in Vietnamese; empty where it can."""
        return self._read_only

    def open(self, units: UnitsOfWork, progress: PlanProgress, read_only: str = "") -> None:
        """Edit another plan; the stack begins anew."""
        self.stack.clear()
        self._units, self._progress, self._read_only = units, progress, read_only

    def do(self, act: Callable[[PlanProgress], TaskEdit]) -> bool:
        """Do an act of `use_cases.task_acts` on the open plan; return whether it was done.

        An act that changes nothing is not put on the stack.
        """
        if self._progress is None:
            return False
        if self._read_only:
            self.refused.emit(_NOT_DONE, self._read_only)
            return False
        try:
            edit = act(self._progress)
        except Refused as error:
            self.refused.emit(_NOT_DONE, error.message)
            return False
        if edit.is_empty:
            return False
        command = _EditCommand(self, edit)
        self.stack.push(command)
        return command.is_done

    def write(self, edit: TaskEdit, *, undoing: bool) -> bool:
        """Write an edit and tell of it; for the commands of the stack."""
        from tthc_desktop.use_cases.editing import apply_edit

        if self._units is None or self._progress is None:
            return False
        try:
            self._progress = apply_edit(self._units, self._progress, edit, undoing=undoing)
        except (Refused, StorageTrouble) as error:
            self.refused.emit(_NOT_DONE, error.message)
            return False
        self.edited.emit(self._progress, edit)
        self.saved.emit(datetime.now().astimezone())
        return True


class _EditCommand(QUndoCommand):
    """Ids and values only. A refused redo or undo makes the command obsolete: Qt drops it."""

    def __init__(self, editor: PlanEditor, edit: TaskEdit) -> None:
        super().__init__(edit.words)
        self._editor = editor
        self._edit = edit
        self.is_done = False

    def redo(self) -> None:
        self.is_done = self._editor.write(self._edit, undoing=False)
        self.setObsolete(not self.is_done)

    def undo(self) -> None:
        self.setObsolete(not self._editor.write(self._edit.inverse(), undoing=True))
