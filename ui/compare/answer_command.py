"""What a person says of a request, as a command of the plan's undo stack."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from tthc_desktop.use_cases.plan_compare import AnswerChange

Write = Callable[[AnswerChange, bool], bool]


class AnswerCommand(QUndoCommand):
    """Writes the answer and takes it back; a refused one is dropped by Qt."""

    def __init__(self, words: str, change: AnswerChange, write: Write) -> None:
        """*write* is told the change, and whether it is an undo; it returns whether it was done."""
        super().__init__(words)
        self._change, self._write = change, write

    def redo(self) -> None:
        """Write the answer."""
        self.setObsolete(not self._write(self._change, False))

    def undo(self) -> None:
        """Write the answer of before."""
        self.setObsolete(not self._write(self._change.inverse(), True))
