"""The working days of a year: read, changed, confirmed; a warning where nobody confirmed them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tthc_desktop.domain.working_days import CalendarDay
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.working_days import CalendarYear
from ui.desk import Desk
from ui.plan_life.life_work import LifeWork, is_there
from ui.working_days.working_days_dialog import WorkingDaysDialog

_REFUSED = "Chưa lưu được bảng ngày"
_NOT_READ = "Chưa đọc được bảng ngày"


class WorkingDaysActs(QObject):
    """Due days that move are made anew, and the open plan is read again."""

    calendar_read = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Connect the act of the menu, and the warning of Hôm nay."""
        super().__init__(desk.window)
        self._desk = desk
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)
        desk.window.actions_of_menu.due.working_days.triggered.connect(lambda *_: self.ask())
        desk.session.plans_listed.connect(lambda _: self.read_warning())
        tab = desk.area.today_tab
        tab.calendar_asked.connect(self.ask)
        self.calendar_read.connect(lambda calendar: tab.warn(_warning(calendar)))

    def read_warning(self) -> None:
        """Work out whether the table of this year is confirmed."""
        self._read(self._desk.session.today.year, self.calendar_read.emit)

    def ask(self) -> None:
        """Show the table of the open plan's year, else of this one."""
        opened = self._desk.session.editor.progress
        year = opened.plan.year if opened else self._desk.session.today.year
        self._read(year, self._show)

    def _read(self, year: int, then: Callable[[CalendarYear], object]) -> None:
        def act(units: UnitsOfWork) -> CalendarYear:
            from tthc_desktop.use_cases.working_days import calendar_year

            return calendar_year(units, year)

        self._work.run("", act, then, _NOT_READ)

    def _show(self, calendar: CalendarYear) -> None:
        desk = self._desk
        dialog = WorkingDaysDialog(calendar, desk.session.today, desk.window)

        def show(other: CalendarYear) -> None:
            if is_there(dialog):
                dialog.show_calendar(other)

        dialog.year_asked.connect(lambda year: self._read(year, show))
        dialog.save_asked.connect(lambda *told: self._save(dialog, *told))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(
        self, dialog: WorkingDaysDialog, year: int, days: tuple[CalendarDay, ...], checked: bool
    ) -> None:
        today = self._desk.session.today

        def act(units: UnitsOfWork) -> int:
            from tthc_desktop.use_cases.working_days import (
                calendar_year,
                confirm_year,
                set_calendar_year,
            )

            present = calendar_year(units, year)
            moved = set_calendar_year(units, year, days) if days != present.days else 0
            if checked != (present.confirmed_on is not None):
                confirm_year(units, year, on=today if checked else None)
            return moved

        def done(moved: int) -> None:
            if is_there(dialog):
                dialog.accept()
            desk = self._desk
            said = f"; {moved} kỳ đổi ngày đến hạn" if moved else ""
            desk.card.say(f"Đã lưu bảng ngày năm {year}{said}")
            desk.session.refresh()
            desk.frame.today.work_out()
            self.read_warning()

        self._work.run("Đang lưu bảng ngày…", act, done, _REFUSED, over=dialog)


def _warning(calendar: CalendarYear) -> str:
    """Return one line for Hôm nay; the dialog says it in full."""
    if not calendar.warning:
        return ""
    return f"Chưa xác nhận ngày nghỉ, ngày làm bù năm {calendar.year}; hạn tính có thể thay đổi."
