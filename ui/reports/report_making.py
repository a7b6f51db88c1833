"""Reports made: of the chosen period at once, of any other by a dialog."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.reporting.report import Report, ReportKind
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.ports import UnitsOfWork
from ui.plan_life.life_work import LifeWork
from ui.reports.new_report_dialog import NewReportDialog
from ui.reports.period_words import report_title
from ui.reports.report_editor import ReportEditor
from ui.reports.report_showing import ReportShowing
from ui.reports.report_tab import ReportTab

_NOT_CREATED = "Chưa lập được báo cáo"


class ReportMaking(QObject):
    """Lập báo cáo, from the menu, the row of commands and the empty screen."""

    def __init__(
        self, tab: ReportTab, editor: ReportEditor, showing: ReportShowing, work: LifeWork
    ) -> None:
        """Make reports in the open file."""
        super().__init__(tab)
        self._tab, self._editor, self._showing, self._work = tab, editor, showing, work
        actions = work.window.actions_of_menu.report
        actions.create.triggered.connect(lambda *_: self.ask_create())
        actions.create_here.triggered.connect(lambda *_: self.create_here())

    def ask_create(self) -> None:
        """Ask for kind and period; what the office's calendar says is read first."""
        if self._tab.pages is not None:
            self._tab.pages.write_typed()
        today = self._work.session.today
        year = self._tab.periods.year or today.year

        def read(units: UnitsOfWork) -> tuple[ReportCalendar, WorkingDays, tuple[Report, ...]]:
            from tthc_desktop.use_cases.report_calendar import office_report_calendar
            from tthc_desktop.use_cases.working_days import office_working_days

            with units.reading() as work:
                days = office_working_days(work)
                return office_report_calendar(work), days, work.reports.all()

        def show(found: tuple[ReportCalendar, WorkingDays, tuple[Report, ...]]) -> None:
            calendar, days, reports = found
            taken = ((one.kind, one.period) for one in reports)
            dialog = NewReportDialog(year, today, calendar, days, taken, self._work.window)
            if (missing := self._showing.missing) is not None:
                dialog.choose(missing.kind, missing.window.period)
            dialog.agreed.connect(self.create)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._work.run("", read, show, _NOT_CREATED)

    def create_here(self) -> None:
        """Make the report of the chosen period."""
        if (missing := self._showing.missing) is not None:
            self.create(missing.kind, missing.window.period, None)

    def create(self, kind: ReportKind, period: str, calendar: ReportCalendar | None) -> None:
        """Make a report and show it."""

        def act(units: UnitsOfWork) -> Report:
            from tthc_desktop.use_cases.reporting.reports import create_report

            return create_report(units, kind, period, calendar)

        self._editor.create(f"Lập {report_title(kind, period).lower()}", act)
