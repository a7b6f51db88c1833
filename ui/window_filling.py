"""Fills the window after its first paint, so that it answers to the hand meanwhile.

What the pages are made of is imported in a thread of its own, which makes nothing of Qt; then
the window is put together on the main thread, a slice an event.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tthc_desktop.program import Program
    from ui.main_window import MainWindow

_LOOK_MS = 5
# What fills the window, then what its first edit asks for.
_WANTED = (
    "ui.window_content",
    "tthc_desktop.use_cases.task_acts",
    "tthc_desktop.use_cases.editing",
)


class WindowFilling(QObject):
    """Fills one window once; a window closed meanwhile stays as it is."""

    filled = Signal()

    def __init__(self, window: MainWindow, program: Program, data: Path | None) -> None:
        """Prepare to fill *window*; nothing is imported before `start`."""
        super().__init__(window)
        self._window, self._program, self._data = window, program, data
        self._slices: Iterator[None] | None = None
        self._importing = Thread(target=_import, name="tthc-import", daemon=True)
        self._turn = QTimer(self, interval=_LOOK_MS)
        self._turn.timeout.connect(self._go_on)
        window.closing.connect(self._stop)

    def start(self) -> None:
        """Import, then fill; `filled` tells of the end."""
        self._importing.start()
        self._turn.start()

    def _go_on(self) -> None:
        if self._importing.is_alive():
            return
        if self._slices is None:
            self._slices = self._window.slices(self._program, self._data)
            self._turn.setInterval(0)
        try:
            next(self._slices)
        except StopIteration:
            self._turn.stop()
            self.filled.emit()
        except Exception:
            self._turn.stop()
            raise

    def _stop(self) -> None:
        self._turn.stop()
        # Python must not end while a module is half imported.
        if self._importing.is_alive():
            self._importing.join()


def _import() -> None:
    """Import what fills the window. What fails here fails again, and is told, when it is used."""
    try:
        for name in _WANTED:
            import_module(name)
    except Exception:  # noqa: BLE001 - see above
        return
