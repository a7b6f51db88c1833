"""The comparison's table out of the program: Word, PDF, Excel, the printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.plan_compare import PlanCompared
from ui.compare.compare_window import CompareWindow
from ui.desk import Desk
from ui.kit.question import ask
from ui.kit.trouble import open_place, tell
from ui.pages.painter import QtPagePainter
from ui.plan_life.life_work import LifeWork
from ui.preview.printers import Printers, Sides, SystemPrinters, prepare
from ui.session.export_formats import safe_name
from ui.session.wording import plan_name

_FOLDER = "xuat"
_FILES = "Tệp Word (*.docx);;Tệp PDF (*.pdf);;Sổ tính Excel (*.xlsx)"
_NOT_SAVED = "Chưa xuất được bảng đối chiếu"
_NOT_PRINTED = "Chưa in được bảng đối chiếu"
_NO_PRINTER = "Máy này chưa có máy in. Xuất PDF rồi in ở máy khác. Chưa in trang nào."


class ComparePapers(QObject):
    """Asks where to, writes in the worker, says what was written."""

    def __init__(self, desk: Desk, work: LifeWork, printers: Printers | None = None) -> None:
        """Speak on the window of *desk*."""
        super().__init__(desk.window)
        self._desk, self._work = desk, work
        self._printers = printers or SystemPrinters()

    def ask_save(self, window: CompareWindow) -> None:
        """Ask for the file; the dialog itself asks before it replaces one."""
        found = window.found
        if found is None:
            return
        settings = self._desk.window.settings
        chooser = QFileDialog(window, "Xuất bảng đối chiếu")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_FILES)
        chooser.setDefaultSuffix(".docx")
        chooser.setDirectory(str(settings.folder(_FOLDER)))
        chooser.selectFile(safe_name(f"Đối chiếu {plan_name(found.ours)}") + ".docx")
        # The suffix follows the kind of file that is chosen.
        chooser.filterSelected.connect(
            lambda chosen: chooser.setDefaultSuffix(chosen.rpartition("*")[2].rstrip(")"))
        )
        chooser.fileSelected.connect(lambda file: self.save(found, Path(file), window))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def save(self, found: PlanCompared, to: Path, window: CompareWindow) -> None:
        """Write the table to *to*."""
        self._desk.window.settings.remember_folder(_FOLDER, to.parent)
        today = self._desk.session.today

        def act(units: UnitsOfWork) -> Path:
            from tthc_desktop.use_cases.comparison_export import export_comparison

            return export_comparison(
                units, found.ours.id, found.superior.id, to, today=today,
                new_painter=QtPagePainter, force=True,
            )  # fmt: skip

        def done(file: Path) -> None:
            offers = (
                ("Mở tệp", lambda: open_place(file)),
                ("Mở thư mục", lambda: open_place(file.parent)),
            )
            self._desk.card.say(f"Đã xuất “{file.name}”", offers)

        self._work.run("Đang xuất bảng đối chiếu…", act, done, _NOT_SAVED, over=window)

    def ask_print(self, window: CompareWindow) -> None:
        """Ask before the table goes to the system's usual printer."""
        found, names = window.found, self._printers.found()
        if found is None:
            return
        if not names:
            tell(window, _NOT_PRINTED, _NO_PRINTER)
            return
        words = f"In bảng đối chiếu ra máy in “{names[0]}”, khổ A4 ngang?"
        agreed = ("In", lambda: self._print(found, names[0], window))
        ask(window, "In bảng đối chiếu", words, agreed, "Hủy")

    def _print(self, found: PlanCompared, name: str, window: CompareWindow) -> None:
        from tthc_desktop.use_cases.comparison_export import comparison_layout
        from ui.pages.printing import PrintOrder, print_document

        printer = self._printers.printer(name)
        prepare(printer, "Bảng đối chiếu", Sides.ONE)
        today = self._desk.session.today

        def act() -> int:
            return print_document(comparison_layout(found, today), printer, PrintOrder())

        def done(pages: int) -> None:
            self._desk.card.say(f"Đã gửi {pages} trang tới máy in “{name}”")

        self._work.start("Đang in bảng đối chiếu…", act, done, _NOT_PRINTED, over=window)
