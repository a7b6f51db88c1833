"""A superior's plan brought in to compare with: it is read-only and no plan of ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk import Desk
from ui.plan_life.life_work import LifeWork

_FOLDER = "nhap"
_FILES = "Kế hoạch (*.docx *.txt)"
_NOT_IN = "Chưa nhập được kế hoạch của tỉnh"


class SuperiorImporting(QObject):
    """Asks for the file and reads it in the worker; `brought` carries the id of the plan."""

    brought = Signal(str)

    def __init__(self, desk: Desk, work: LifeWork) -> None:
        """Bring in nothing yet."""
        super().__init__(desk.window)
        self._desk = desk
        self._work = work
        self._over: QWidget | None = None

    def ask(self, over: QWidget) -> None:
        """Ask for the file, over the window that compares."""
        self._over = over
        chooser = QFileDialog(over, "Nhập kế hoạch của tỉnh")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(_FILES)
        chooser.setDirectory(str(self._desk.window.settings.folder(_FOLDER)))
        chooser.fileSelected.connect(lambda file: self.bring(Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def bring(self, file: Path) -> None:
        """Bring the plan of a file in."""
        found = self._desk.session.file
        if found is None:
            return
        self._desk.window.settings.remember_folder(_FOLDER, file.parent)
        data_file, today = found.data_file, self._desk.session.today

        def work() -> str:
            from tthc_desktop.use_cases.plan_import import import_plan

            return import_plan(data_file, file, today=today, reference=True).plan_id

        words = "Đang nhập kế hoạch…"
        self._work.start(words, work, self.brought.emit, _NOT_IN, over=self._over)
