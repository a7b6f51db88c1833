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

    @property
    def text_percent(self) -> int:
        """The size of the text, 100 to 200; 0 where nobody chose one."""
        value = int(str(self._store.value("text/percent", 0, int)))
        return min(max(value, 100), 200) if value else 0

    @text_percent.setter
    def text_percent(self, value: int) -> None:
        self._store.setValue("text/percent", value)

    def shows_pane(self, page: str, *, otherwise: bool) -> bool:
        """Whether the right pane is open on a page."""
        return bool(self._store.value(f"pane/{page}", otherwise, bool))

    def remember_pane(self, page: str, *, is_open: bool) -> None:
        """Keep whether the right pane is open on a page."""
        self._store.setValue(f"pane/{page}", is_open)

    def width(self, name: str) -> int:
        """Return the width of a pane as at 100 %; 0 where nobody changed it."""
        return int(str(self._store.value(f"width/{name}", 0, int)))

    def remember_width(self, name: str, width: int) -> None:
        """Keep the width of a pane."""
        self._store.setValue(f"width/{name}", width)

    def columns(self, name: str) -> QByteArray:
        """Return the state of a table's header; empty where nobody changed it."""
        value = self._store.value(f"columns/{name}", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_columns(self, name: str, state: QByteArray) -> None:
        """Keep the state of a table's header."""
        self._store.setValue(f"columns/{name}", state)

    @property
    def place(self) -> tuple[str, str, str]:
        """Where the person left off: page, plan, task; empty before the first time."""
        names = ("page", "plan", "task")
        page, plan, task = (str(self._store.value(f"place/{one}", "", str)) for one in names)
        return page, plan, task

    @place.setter
    def place(self, value: tuple[str, str, str]) -> None:
        for name, one in zip(("page", "plan", "task"), value, strict=True):
            self._store.setValue(f"place/{name}", one)

    def choice(self, name: str, otherwise: str) -> str:
        """Return what was last chosen in a field, *otherwise* where nobody chose yet."""
        return str(self._store.value(f"choices/{name}", otherwise, str))

    def remember_choice(self, name: str, value: str) -> None:
        """Keep what was chosen in a field."""
        self._store.setValue(f"choices/{name}", value)

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
