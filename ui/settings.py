"""What the window remembers between two starts: an ini file beside the logs' folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_FILE = "cua-so.ini"


class Settings:
    """Window, folders and panes; nothing of the office's business stands here."""

    def __init__(self, folder: Path) -> None:
        """Open the settings in *folder*; a missing file is no trouble."""
        self._store = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)

    def folder(self, purpose: str) -> Path:
        """Return the folder last used for *purpose*, else the person's documents."""
        stored = self._store.value(f"folders/{purpose}", "", str)
        if stored and (remembered := Path(str(stored))).is_dir():
            return remembered
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))

    def remember_folder(self, purpose: str, folder: Path) -> None:
        """Keep the folder last used for *purpose*."""
        self._store.setValue(f"folders/{purpose}", str(folder))

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size; empty before the first time."""
        value = self._store.value("window/geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    def shows_list(self, page: str, *, otherwise: bool) -> bool:
        """Whether the plan list is open on a page."""
        return bool(self._store.value(f"list/{page}", otherwise, bool))

    def remember_list(self, page: str, *, is_open: bool) -> None:
        """Keep whether the plan list is open on a page."""
        self._store.setValue(f"list/{page}", is_open)

    @property
    def plan_id(self) -> str:
        """The plan that was open last."""
        return str(self._store.value("plan/last", "", str))

    @plan_id.setter
    def plan_id(self, value: str) -> None:
        self._store.setValue("plan/last", value)
