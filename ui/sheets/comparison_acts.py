"""Lưu bảng đối chiếu: the file's name is asked, what is shown is written, said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.kit.trouble import open_place
from ui.plan_life.life_work import LifeWork
from ui.session.settings import Settings
from ui.sheets.comparison_words import lines_of

if TYPE_CHECKING:
    from ui.sheets.merge_dialog import MergeDialog

_PURPOSE = "doi-chieu-phieu"
_FILES = "Sổ tính Excel (*.xlsx)"
_SUFFIX = ".xlsx"
_NOT_SAVED = "Chưa lưu được bảng đối chiếu"


class ComparisonActs(QObject):
    """Keeps what the merge dialog shows: every file, with what was chosen so far."""

    def __init__(self, work: LifeWork, settings: Settings) -> None:
        """Write with the worker of *work*."""
        super().__init__(work.window)
        self._work, self._settings = work, settings

    def ask(self, dialog: MergeDialog) -> None:
        """Ask for the file; the person agrees to replace one that is there."""
        chooser = QFileDialog(dialog, "Lưu bảng đối chiếu")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_FILES)
        chooser.setDefaultSuffix(_SUFFIX)
        chooser.setDirectory(str(self._settings.folder(_PURPOSE)))
        chooser.selectFile(f"Đối chiếu phiếu {self._work.session.today:%Y-%m-%d}{_SUFFIX}")
        chooser.fileSelected.connect(lambda file: self._save(dialog, Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _save(self, dialog: MergeDialog, file: Path) -> None:
        self._settings.remember_folder(_PURPOSE, file.parent)
        shown = dialog.compared
        told = f"{len(shown)} tệp, lập ngày {self._work.session.today:%d/%m/%Y}"

        def act() -> Path:
            from tthc_desktop.use_cases.sheet_comparison import save_comparison

            return save_comparison(tuple(lines_of(shown)), told, file, force=True)

        def done(saved: Path) -> None:
            offers = (
                ("Mở tệp", lambda: open_place(saved)),
                ("Mở thư mục", lambda: open_place(saved.parent)),
            )
            self._work.card.say("Đã lưu bảng đối chiếu", offers)

        self._work.start("Đang lưu bảng đối chiếu…", act, done, _NOT_SAVED, over=dialog)
