"""The commands of the undo stack: ids and values only.

A refused redo or undo makes a command obsolete: Qt drops it.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QUndoCommand

from tthc_desktop.domain.adjustment import Adjustment
from tthc_desktop.domain.plan_text import PlanTextEdit
from tthc_desktop.domain.task_edit import TaskEdit

_TEXT_ID = 1


class Writer(Protocol):
    """Who writes edits: the editor of the plan."""

    def write(self, edit: TaskEdit, adjustment: Adjustment, *, undoing: bool) -> bool:
        """Write an edit of tasks; return whether it was done."""
        ...

    def write_text(self, edit: PlanTextEdit, *, undoing: bool) -> bool:
        """Write an edit of text; return whether it was done."""
        ...


class EditCommand(QUndoCommand):
    """A command that knows whether it was done."""

    is_done = False

    def _finish(self, *, is_done: bool) -> None:
        self.is_done = is_done
        self.setObsolete(not is_done)


class TaskCommand(EditCommand):
    """An edit of tasks, with the reason where the plan is issued."""

    def __init__(self, writer: Writer, edit: TaskEdit, adjustment: Adjustment) -> None:
        """Hold the edit; `redo` does it."""
        super().__init__(edit.words)
        self._writer, self.edit, self.adjustment = writer, edit, adjustment

    def redo(self) -> None:
        """Do the edit."""
        self._finish(is_done=self._writer.write(self.edit, self.adjustment, undoing=False))

    def undo(self) -> None:
        """Take the edit back."""
        inverse = self.edit.inverse()
        self._finish(is_done=self._writer.write(inverse, self.adjustment, undoing=True))


class TextCommand(EditCommand):
    """An edit of text; letters typed into one paragraph grow into one command."""

    def __init__(self, writer: Writer, edit: PlanTextEdit) -> None:
        """Hold the edit; `redo` does it."""
        super().__init__(edit.words)
        self._writer, self.edit = writer, edit

    def id(self) -> int:
        """Return the same number for all edits that may merge."""
        return _TEXT_ID if self.edit.merges_as else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later edit of the same paragraph in."""
        if not isinstance(other, TextCommand) or other.edit.merges_as != self.edit.merges_as:
            return False
        if not other.is_done:
            return False
        self.edit = self.edit.followed_by(other.edit)
        return True

    def redo(self) -> None:
        """Do the edit."""
        self._finish(is_done=self._writer.write_text(self.edit, undoing=False))

    def undo(self) -> None:
        """Take the edit back."""
        self._finish(is_done=self._writer.write_text(self.edit.inverse(), undoing=True))
