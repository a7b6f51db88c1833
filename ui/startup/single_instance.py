"""One window for a data file: a second start wakes the first window and ends.

Qt's network library is loaded before the first paint only where a mark says that a window may
be open; else after it. A mark or a socket left by a killed program is taken over.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_ASKED, _DONE = b"show\n", b"shown\n"
_PATIENCE_MS = 3000
_ANY_PROCESS = -1


class SingleInstance(QObject):
    """The door of one data file for one person; `asked_to_show` comes from another start."""

    asked_to_show = Signal()

    def __init__(self, data: Path, folder: Path, parent: QObject | None = None) -> None:
        """Name the door of *data*; the mark that it may be open lies in *folder*."""
        super().__init__(parent)
        self._name = _door_of(data)
        self._mark = folder / f"{self._name}.mo"
        self._server: QLocalServer | None = None

    @property
    def may_be_open(self) -> bool:
        """Whether it is worth while to knock."""
        return self._mark.exists()

    def wake_other(self) -> bool:
        """Ask the other window to show itself; return whether there is one that did."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        _let_it_come_forward()
        socket.write(_ASKED)
        socket.flush()
        if not socket.bytesAvailable():
            socket.waitForReadyRead(_PATIENCE_MS)
        answered = bytes(socket.readAll().data()) == _DONE
        socket.disconnectFromServer()
        return answered

    def listen(self) -> bool:
        """Open the door; return False where another window woke instead."""
        from PySide6.QtNetwork import QLocalServer

        # Windows would let two listen at one door.
        if self.wake_other():
            return False
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            if self.wake_other():
                return False
            # Nobody answers: what is there was left by a program that was killed.
            QLocalServer.removeServer(self._name)
            server.listen(self._name)
        server.newConnection.connect(self._on_knock)
        self._server = server
        with contextlib.suppress(OSError):
            self._mark.parent.mkdir(parents=True, exist_ok=True)
            self._mark.touch()
        return True

    def close(self) -> None:
        """Close the door; another start opens a window of its own."""
        if self._server is not None:
            self._server.close()
            self._server = None
            with contextlib.suppress(OSError):
                self._mark.unlink(missing_ok=True)

    def _on_knock(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked_to_show.emit()
            socket.write(_DONE)
            socket.flush()


def bring_forward(window: QWidget) -> None:
    """Show *window* above the others, as it was before it was minimised."""
    window.setWindowState(
        (window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
    )
    window.show()
    window.raise_()
    window.activateWindow()


def _door_of(data: Path) -> str:
    """Return a name for person and file; neither can be read from it."""
    place = os.path.normcase(data.resolve())
    try:
        person = getpass.getuser()
    except (OSError, KeyError):
        person = "?"
    told = f"{person}\n{place}".encode()
    # Two sums: enough for the few files of a person, and quicker to load than a real digest.
    return f"TTHCDesktop-{zlib.crc32(told):08x}{zlib.crc32(told[::-1]):08x}"


def _let_it_come_forward() -> None:
    # Windows lets a window come forward only by leave of the program one has just started.
    if sys.platform == "win32":
        import ctypes

        ctypes.CDLL("user32").AllowSetForegroundWindow(_ANY_PROCESS)
