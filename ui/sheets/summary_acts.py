"""The consolidated sheet: period, file, written, said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.domain.plan import Plan
from tthc_desktop.ports import UnitsOfWork
from ui.kit.trouble import open_place
from ui.plan_life.life_work import LifeWork, is_there
from ui.session.settings import Settings
from ui.sheets.answers import AnswersTold, read_answers
from ui.sheets.period_box import period_in_sentence, usual_period
from ui.sheets.summary_dialog import SummaryDialog

_PURPOSE = "tong-hop"
_FILES = "Sổ tính Excel (*.xlsx)"
_SUFFIX = ".xlsx"
_NOT_SAVED = "Chưa lưu được bảng tổng hợp"


class SummaryActs(QObject):
    """Offers the file's name; the person agrees to replace one that is there."""

    def __init__(self, work: LifeWork, settings: Settings) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work, self._settings = work, settings

    def ask(self, plan: Plan) -> None:
        """Ask for the period, then for the file."""
        period = usual_period(plan.year, self._work.session.today)
        dialog = SummaryDialog(plan.year, period, self._work.window)
        dialog.answers_asked.connect(lambda key: self._read(dialog, plan.id, key))
        dialog.agreed.connect(lambda key: self._ask_file(plan, key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._read(dialog, plan.id, period)

    def _read(self, dialog: SummaryDialog, plan_id: str, period: str) -> None:
        today = self._work.session.today

        def act(units: UnitsOfWork) -> AnswersTold | None:
            return read_answers(units, plan_id, period, today)

        def show(told: AnswersTold) -> None:
            if is_there(dialog):
                dialog.show_answers(told)

        self._work.run("", act, show, _NOT_SAVED, over=dialog)

    def _ask_file(self, plan: Plan, period: str) -> None:
        chooser = QFileDialog(self._work.window, "Lưu bảng tổng hợp")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_FILES)
        chooser.setDefaultSuffix(_SUFFIX)
        chooser.setDirectory(str(self._settings.folder(_PURPOSE)))
        words = period_in_sentence(period, plan.year).replace("/", "-")
        chooser.selectFile(f"Tổng hợp tiến độ {words}{_SUFFIX}")
        chooser.fileSelected.connect(lambda file: self._save(plan, period, Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _save(self, plan: Plan, period: str, file: Path) -> None:
        self._settings.remember_folder(_PURPOSE, file.parent)
        today = self._work.session.today

        def act(units: UnitsOfWork) -> tuple[Path, ...]:
            from tthc_desktop.use_cases.sheet_export import export_sheet

            return export_sheet(
                units, plan.id, file, today=today, force=True, period=period or None
            )

        def done(files: tuple[Path, ...]) -> None:
            self._work.card.say(
                "Đã lưu bảng tổng hợp",
                (
                    ("Mở tệp", lambda: open_place(files[0])),
                    ("Mở thư mục", lambda: open_place(files[0].parent)),
                ),
            )

        self._work.run("Đang lập bảng tổng hợp…", act, done, _NOT_SAVED)
