"""Received sheets taken back by Ctrl+Z and received again by Ctrl+Y: one command a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack

from ui.session.edit_commands import TaskCommand


class MergeCommand(QUndoCommand):
    """Stands on the stack for what is written already, or taken back already.

    Each of its acts reads the plan again, which empties the stack: it is done once, then the
    command is gone and another one stands for the new state.
    """

    def __init__(self, words: str, act: Callable[[], object], *, is_undone: bool = False) -> None:
        """*act* takes back what was received, or receives it again where it *is_undone*."""
        super().__init__(words)
        self._act, self.is_undone = act, is_undone
        self._is_laid = False

    def lay_on(self, stack: QUndoStack) -> None:
        """Put the command on the stack in its state, without doing anything."""
        stack.push(self)
        if self.is_undone:
            stack.undo()
        self._is_laid = True

    def redo(self) -> None:
        """Receive again."""
        self._do()

    def undo(self) -> None:
        """Take back."""
        self._do()

    def _do(self) -> None:
        if self._is_laid:
            self.setObsolete(True)
            self._act()


class AddedCommand(TaskCommand):
    """An edit that was done before the plan was read again: it is laid on the new stack as done."""

    _is_laid = False

    def redo(self) -> None:
        """Do the edit again; nothing while it is laid on the stack."""
        if self._is_laid:
            super().redo()
        else:
            self._is_laid = self.is_done = True
