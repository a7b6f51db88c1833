"""Opening an attached file with the system's own program for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.attachment import Attachment
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from ui.kit.trouble import open_place
from ui.plan_life.life_work import LifeWork


class FileOpening:
    """Copies a file to a folder of its own before it is opened; one outside opens as it lies."""

    def __init__(self, work: LifeWork) -> None:
        """Work on the open file."""
        self._work = work
        # Made when it is needed, gone with the program: what is looked at is a copy.
        self._copies: QTemporaryDir | None = None

    def open(self, file: Attachment, *, over: QWidget | None = None) -> None:
        """Open a file; *over* is the dialog over which a refusal is told."""
        if file.path is not None:
            place = Path(file.path)
            self._run(lambda _: _there(place), over)
            return
        self._copies = self._copies or QTemporaryDir()
        folder = Path(self._copies.path()) / file.id
        to = folder / file.name

        def act(units: UnitsOfWork) -> Path:
            from tthc_desktop.use_cases.attachments import save_attachment

            folder.mkdir(exist_ok=True)
            return save_attachment(units, file.id, to, force=True)

        self._run(act, over)

    def _run(self, act: Callable[[UnitsOfWork], Path], over: QWidget | None) -> None:
        self._work.run("Đang mở tệp…", act, open_place, "Chưa mở được tệp", over=over)


def _there(place: Path) -> Path:
    if not place.exists():
        message = f"Không còn tệp “{place.name}” ở “{place.parent}”. Đặt tệp về chỗ cũ rồi mở lại."
        raise Refused(message)
    return place
