"""Lịch báo cáo from the menu: read, changed, undone; the due days follow in the open plan."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.ports import UnitsOfWork
from ui.desk import Desk
from ui.plan_life.life_work import LifeWork, is_there
from ui.report_calendar.calendar_command import CalendarCommand
from ui.report_calendar.calendar_dialog import ReportCalendarDialog

_NOT_READ = "Chưa đọc được lịch báo cáo"
_REFUSED = "Chưa lưu được lịch báo cáo"


class ReportCalendarActs(QObject):
    """One change is one undo; what was recorded stays, and so does a report that was made."""

    def __init__(self, desk: Desk) -> None:
        """Connect the act of the menu."""
        super().__init__(desk.window)
        self._desk = desk
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)
        self._waiting: CalendarCommand | None = None
        desk.window.actions_of_menu.due.report_calendar.triggered.connect(lambda *_: self.ask())
        desk.session.plan_opened.connect(lambda _: self._lay())

    def ask(self) -> None:
        """Show the office's calendar with the year of the open plan, else with this one."""

        def act(units: UnitsOfWork) -> tuple[ReportCalendar, WorkingDays]:
            from tthc_desktop.use_cases.report_calendar import office_report_calendar
            from tthc_desktop.use_cases.working_days import office_working_days

            with units.reading() as work:
                return office_report_calendar(work), office_working_days(work)

        self._work.run("", act, self._show, _NOT_READ)

    def _show(self, found: tuple[ReportCalendar, WorkingDays]) -> None:
        desk = self._desk
        opened = desk.session.editor.progress
        year = opened.plan.year if opened else desk.session.today.year
        kept, days = found
        dialog = ReportCalendarDialog(kept, year, days, desk.window)
        dialog.save_asked.connect(partial(self._save, dialog, kept))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(
        self, dialog: ReportCalendarDialog, before: ReportCalendar, after: ReportCalendar
    ) -> None:
        def done(moved: int) -> None:
            if is_there(dialog):
                dialog.accept()
            undo = _Once(partial(self._change, after, before, is_undone=True))
            said = f"Đã lưu lịch báo cáo{_moved_words(moved)}"
            self._desk.card.say(said, (("Hoàn tác", undo),))
            self._follow(CalendarCommand(undo, is_undone=False))

        act = partial(_set, calendar=after)
        self._work.run("Đang lưu lịch báo cáo…", act, done, _REFUSED, over=dialog)

    def _change(self, before: ReportCalendar, after: ReportCalendar, *, is_undone: bool) -> None:
        """Lead to the other calendar, by Ctrl+Z or Ctrl+Y; the next of them leads back."""
        self._waiting = None

        def done(moved: int) -> None:
            words = "Đã hoàn tác sửa lịch báo cáo" if is_undone else "Đã sửa lại lịch báo cáo"
            self._desk.card.say(f"{words}{_moved_words(moved)}")
            back = _Once(partial(self._change, after, before, is_undone=not is_undone))
            self._follow(CalendarCommand(back, is_undone=is_undone))

        act = partial(_set, calendar=after, undoing=is_undone)
        self._work.run("Đang lưu lịch báo cáo…", act, done, _REFUSED)

    def _follow(self, command: CalendarCommand) -> None:
        """Read the plan again, then lay *command*; Hôm nay is worked out anew."""
        self._waiting = command
        self._desk.session.refresh()
        self._desk.frame.today.work_out()

    def _lay(self) -> None:
        command, self._waiting = self._waiting, None
        if command is not None:
            command.lay_on(self._desk.session.editor.stack)


def _set(units: UnitsOfWork, *, calendar: ReportCalendar, undoing: bool = False) -> int:
    from tthc_desktop.use_cases.report_calendar import set_report_calendar

    return set_report_calendar(units, calendar, undoing=undoing)


def _moved_words(moved: int) -> str:
    return f"; {moved} kỳ đổi ngày đến hạn" if moved else ""


class _Once:
    """Does an act the first time it is called: the card and Ctrl+Z offer the same one."""

    def __init__(self, act: partial[None]) -> None:
        self._act: partial[None] | None = act

    def __call__(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()
