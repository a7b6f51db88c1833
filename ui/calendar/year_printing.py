"""What is seen of a year out of the program: PDF, PNG, clipboard, printer, calendar file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.safe_file import write_safely
from ui.calendar.paper import Paper, picture_of, print_sheets, write_pdf, write_png
from ui.calendar.print_dialog import PaperWish, PrintDialog, picture_for_dialog
from ui.desk import Desk
from ui.kit.trouble import open_place, tell
from ui.plan_life.life_work import LifeWork, is_there
from ui.preview.printers import Printers, SystemPrinters, prepare
from ui.session.background import Job, Trouble
from ui.session.export_formats import safe_name

_PURPOSE = "xuat"
_PICTURES = "Tệp PDF (*.pdf);;Ảnh PNG (*.png)"
_CALENDARS = "Lịch (*.ics)"


class YearPrinting(QObject):
    """Asks where to, writes in the worker, says what was written."""

    def __init__(self, desk: Desk, printers: Printers | None = None) -> None:
        """Speak on the window of *desk*."""
        super().__init__(desk.window)
        self._desk = desk
        self.printers = printers or SystemPrinters()
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)

    def ask_save(self, paper: Paper) -> None:
        """Ask for a PDF or a PNG, which holds the first page."""
        self._ask(
            "Lưu PDF, ảnh", _PICTURES, f"{safe_name(paper.title)}.pdf", partial(self._save, paper)
        )

    def copy(self, paper: Paper) -> None:
        """Put a picture of the first page onto the clipboard."""

        def made(picture: QImage) -> None:
            QGuiApplication.clipboard().setImage(picture)
            self._desk.card.say("Đã chép hình, dán được vào Word, Zalo")

        self._work.start(
            "",
            lambda: picture_of(paper.sheets()[0], height=paper.height),
            made,
            "Chưa chép được hình",
        )

    def ask_print(self, paper: Paper) -> None:
        """Show the pages and ask how they are printed."""

        def made(found: tuple[int, QImage]) -> None:
            count, picture = found
            dialog = PrintDialog(paper, count, self._desk.window, self._desk.window.settings)
            dialog.show_picture(1, picture)
            dialog.page_asked.connect(partial(self._turn, dialog, paper))
            dialog.print_asked.connect(partial(self._print, paper))
            dialog.save_asked.connect(lambda: self.ask_save(paper))
            dialog.state_asked.connect(
                lambda name: dialog.pane.say_state(self.printers.state(name))
            )
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            dialog.offer_printers(self.printers.found())

        def first() -> tuple[int, QImage]:
            sheets = paper.sheets()
            return len(sheets), picture_for_dialog(sheets, 1)

        self._work.start("Đang dựng trang in…", first, made, "Chưa dựng được trang in")

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

    def _turn(self, dialog: PrintDialog, paper: Paper, number: int) -> None:
        def made(picture: QImage) -> None:
            if is_there(dialog):
                dialog.show_picture(number, picture)

        self._work.start(
            "", lambda: picture_for_dialog(paper.sheets(), number), made, "Chưa dựng được trang in"
        )

    def _print(self, paper: Paper, wish: PaperWish) -> None:
        printer = self.printers.printer(wish.printer)
        prepare(printer, paper.title, wish.sides)

        def work() -> int:
            sheets = [one for at, one in enumerate(paper.sheets(), 1) if wish.wants(at)]
            background = self._desk.background
            return print_sheets(sheets, printer, wish.copies, background.tell, job.stopped.is_set)

        def done(pages: int) -> None:
            copies = f", {wish.copies} bản" if wish.copies > 1 else ""
            self._desk.card.say(f"Đã gửi {pages} trang{copies} tới máy in “{wish.printer}”")

        again = partial(self._print, paper, wish)
        job = self._job(f"Đang in ra “{wish.printer}”…", work, done, "Chưa in được", again)
        self._desk.background.start(job)

    def _save(self, paper: Paper, to: Path) -> None:
        is_png = to.suffix.lower() == ".png"

        def write(path: Path) -> None:
            sheets = paper.sheets()
            if is_png:
                write_png(sheets, paper.height, path)
            else:
                tell_share = self._desk.background.tell
                write_pdf(sheets, paper.title, path, tell_share, job.stopped.is_set)

        def work() -> None:
            write_safely(to, write, _check, force=True)

        again = partial(self._save, paper, to)
        job = self._job(
            f"Đang ghi “{to.name}”…", work, lambda _: self._say(to), "Chưa lưu được", again
        )
        self._desk.background.start(job)

    def _job(
        self,
        words: str,
        work: Callable[[], object],
        done: Callable[[Any], None],
        refused: str,
        again: Callable[[], object],
    ) -> Job:
        """Return a job that can be stopped and, where it is refused, tried again."""

        def failed(trouble: Trouble) -> None:
            tell(self._desk.window, refused, trouble.message, [("Thử lại", again)])

        return Job(words, work, done, failed, can_stop=True)

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
