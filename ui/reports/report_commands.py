"""Acts on a report on the undo stack: the version before and after, nothing else.

A command stands on the stack for what is written already; a refused undo or redo makes it
obsolete, and Qt drops it.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QUndoCommand

from tthc_desktop.domain.reporting.report import Report


class ReportWriter(Protocol):
    """Who writes reports: the editor."""

    def put_back(self, now: Report, then: Report, words: str) -> bool:
        """Write a version as it was then; return whether it was done."""
        ...

    def take_out(self, report: Report, words: str) -> bool:
        """Take a version out that was just made; return whether it was done."""
        ...

    def put_in(self, report: Report, words: str) -> bool:
        """Put a version in again; return whether it was done."""
        ...


class ReportCommand(QUndoCommand):
    """A change of a report."""

    def __init__(self, writer: ReportWriter, words: str, before: Report, after: Report) -> None:
        """Hold both versions; the change is written already."""
        super().__init__(words)
        self._writer, self._before, self._after = writer, before, after
        self._is_new = True

    def redo(self) -> None:
        """Write the change again; nothing the first time."""
        if self._is_new:
            self._is_new = False
            return
        self.setObsolete(not self._writer.put_back(self._before, self._after, self.text()))

    def undo(self) -> None:
        """Write the version before."""
        words = f"Hoàn tác: {self.text()}"
        self.setObsolete(not self._writer.put_back(self._after, self._before, words))


class CreateCommand(QUndoCommand):
    """A report that was made."""

    def __init__(self, writer: ReportWriter, words: str, report: Report) -> None:
        """Hold the report; it is written already."""
        super().__init__(words)
        self._writer, self._report = writer, report
        self._is_new = True

    def redo(self) -> None:
        """Put the report in again; nothing the first time."""
        if self._is_new:
            self._is_new = False
            return
        self.setObsolete(not self._writer.put_in(self._report, self.text()))

    def undo(self) -> None:
        """Take the report out."""
        self.setObsolete(not self._writer.take_out(self._report, f"Hoàn tác: {self.text()}"))
