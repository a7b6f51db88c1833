"""Taking received sheets back by Ctrl+Z: one command for all that one dialog took."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class MergeCommand(QUndoCommand):
    """Stands on the stack for what is written already; taken back once, then it is gone."""

    def __init__(self, words: str, undo: Callable[[], object]) -> None:
        """*undo* takes back what was received."""
        super().__init__(words)
        self._undo = undo

    def redo(self) -> None:
        """Do nothing: the merge was written before the command was made."""

    def undo(self) -> None:
        """Take the merge back; the file can be received again, so there is nothing to redo."""
        self.setObsolete(True)
        self._undo()
