"""A plan's file dropped on the window comes in as if it had been chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_SUFFIXES = (".docx", ".txt")


class FileDrops(QObject):
    """Listens at a window; `dropped` carries the file. Other things dropped are not taken."""

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Let files be dropped on *window*."""
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a single file of a kind that is read."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return super().eventFilter(watched, event)
        assert isinstance(event, QDropEvent)  # noqa: S101 - what Qt sends by these types
        file = _file_of(event)
        if file is None:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(file)
        return True


def _file_of(event: QDropEvent) -> Path | None:
    urls = [one for one in event.mimeData().urls() if one.isLocalFile()]
    file = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
    return file if file is not None and file.suffix.lower() in _SUFFIXES else None
