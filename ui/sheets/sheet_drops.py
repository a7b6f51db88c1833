"""Returned sheets dropped on a window come in as if they had been chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_SUFFIX = ".xlsx"
_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class SheetDrops(QObject):
    """`dropped` carries the files; a folder stands for the sheets in it.

    Whatever else is dropped goes on to those who listened before.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Let sheets be dropped on *window*."""
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take workbooks and folders."""
        if event.type() in _DROPS and isinstance(event, QDropEvent):
            files = _files_of(event)
            if files:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(files)
                return True
        return super().eventFilter(watched, event)


def _files_of(event: QDropEvent) -> tuple[Path, ...]:
    """Return what was dropped where all of it are workbooks or folders, else nothing."""
    urls = event.mimeData().urls()
    files = tuple(Path(one.toLocalFile()) for one in urls if one.isLocalFile())
    if len(files) != len(urls):
        return ()
    return files if all(one.suffix.lower() == _SUFFIX or one.is_dir() for one in files) else ()
