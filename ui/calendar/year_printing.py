"""What is seen of a year out of the program: PDF, PNG, printer, calendar file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.safe_file import write_safely
from ui.calendar.year_sheet import Sheet, image_of, write_pdf, write_png
from ui.desk import Desk
from ui.kit.trouble import open_place, tell
from ui.plan_life.life_work import LifeWork
from ui.preview.printers import Printers, Sides, SystemPrinters, prepare
from ui.session.export_formats import safe_name

_PURPOSE = "xuat"
_PICTURES = "Tệp PDF (*.pdf);;Ảnh PNG (*.png)"
_CALENDARS = "Lịch (*.ics)"
_NO_PRINTER = "Máy này chưa có máy in. Lưu PDF rồi in ở máy khác. Chưa in trang nào."


class YearPrinting(QObject):
    """Asks where to, writes, says what was written."""

    def __init__(self, desk: Desk, printers: Printers | None = None) -> None:
        """Speak on the window of *desk*."""
        super().__init__(desk.window)
        self._desk = desk
        self._printers = printers or SystemPrinters()
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)

    def ask_save(self, sheets: list[Sheet], title: str) -> None:
        """Ask for a PDF or a PNG, which holds the first page."""

        def chosen(to: Path) -> None:
            is_png = to.suffix.lower() == ".png"

            def write(path: Path) -> None:
                if is_png:
                    write_png(sheets, path)
                else:
                    write_pdf(sheets, title, path)

            # Here and not in the worker: the icons are painted by objects of this thread.
            try:
                write_safely(to, write, _check, force=True)
            except (Refused, StorageTrouble) as trouble:
                again = ("Thử lại", partial(chosen, to))
                tell(self._desk.window, "Chưa lưu được", trouble.message, [again])
            else:
                self._say(to)

        self._ask("Lưu PDF, ảnh", _PICTURES, f"{safe_name(title)}.pdf", chosen)

    def print_sheets(self, sheets: list[Sheet], title: str) -> None:
        """Print on the usual printer; where there is none a PDF is offered."""
        found = self._printers.found()
        if not found:
            offer = ("Lưu PDF…", partial(self.ask_save, sheets, title))
            tell(self._desk.window, "Chưa in được", _NO_PRINTER, [offer])
            return
        printer = self._printers.printer(found[0])
        prepare(printer, title, Sides.ONE)
        printer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF()
            )
        )
        painter = QPainter()
        if not painter.begin(printer):
            tell(self._desk.window, "Chưa in được", f"Máy in “{found[0]}” không nhận lệnh in.")
            return
        for place, sheet in enumerate(sheets):
            if place:
                printer.newPage()
            painter.drawImage(painter.viewport(), image_of(sheet))
        painter.end()
        self._desk.card.say(f"Đã gửi {len(sheets)} trang đến máy in “{found[0]}”")

    def ask_calendar(self, plan_id: str, name: str) -> None:
        """Ask for the calendar file of a plan and write it."""
        today = self._desk.session.today

        def chosen(to: Path) -> None:
            def write(units: UnitsOfWork) -> int:
                from tthc_desktop.use_cases.calendar_export import export_calendar

                return export_calendar(units, to, today=today, force=True, plan_id=plan_id)

            def done(events: int) -> None:
                offer = ("Mở thư mục", lambda: open_place(to.parent))
                self._desk.card.say(f"Đã xuất {events} kỳ có hạn ra “{to.name}”", (offer,))

            self._work.run("Đang xuất lịch…", write, done, "Chưa xuất được lịch")

        self._ask("Xuất lịch", _CALENDARS, f"{safe_name(f'Lịch {name}')}.ics", chosen)

    def _ask(self, title: str, files: str, name: str, chosen: Callable[[Path], object]) -> None:
        settings = self._desk.window.settings
        dialog = QFileDialog(self._desk.window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(files)
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.filterSelected.connect(
            lambda one: dialog.setDefaultSuffix(".png" if "png" in one else Path(name).suffix)
        )
        dialog.setDirectory(str(settings.folder(_PURPOSE)))
        dialog.selectFile(name)

        def on_chosen(file: str) -> None:
            path = Path(file)
            settings.remember_folder(_PURPOSE, path.parent)
            chosen(path)

        dialog.fileSelected.connect(on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say(self, file: Path) -> None:
        self._desk.card.say(
            f"Đã lưu “{file.name}”",
            (
                ("Mở tệp", lambda: open_place(file)),
                ("Mở thư mục", lambda: open_place(file.parent)),
            ),
        )


def _check(path: Path) -> None:
    if not path.stat().st_size:
        message = "the file is empty"
        raise OSError(message)
