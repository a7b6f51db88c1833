"""Lịch báo cáo on the undo stack: written already when its command is laid there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack


class CalendarCommand(QUndoCommand):
    """Changes the calendar back and forth; each time the plan is read again and a new one laid.

    Reading the plan again empties the stack: a command acts once, then it is gone.
    """

    def __init__(self, change: Callable[[], object], *, is_undone: bool) -> None:
        """*change* leads to the other calendar: the one before, or again the one after."""
        super().__init__("sửa lịch báo cáo")
        self._change, self._is_undone = change, is_undone
        self._is_laid = False

    def lay_on(self, stack: QUndoStack) -> None:
        """Put the command on the stack in its state, without doing anything."""
        stack.push(self)
        if self._is_undone:
            stack.undo()
        self._is_laid = True

    def redo(self) -> None:
        """Change the calendar again."""
        self._do()

    def undo(self) -> None:
        """Change the calendar back."""
        self._do()

    def _do(self) -> None:
        if self._is_laid:
            self.setObsolete(True)
            self._change()
