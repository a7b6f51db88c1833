"""Which period and which report are shown: read in the worker, followed after every act."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from tthc_desktop.domain.reporting.report import Report, ReportKind
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.period_overview import ReportPeriod
from ui.plan_life.life_work import LifeWork
from ui.reports.report_content import ReportContent
from ui.reports.report_editor import ReportEditor
from ui.reports.report_tab import ReportTab

PAUSE_MS = 300
_NOT_READ = "Chưa đọc được báo cáo"
Periods = tuple[ReportPeriod, ...]


class ReportShowing(QObject):
    """`shown` tells that another report, another state or no report is shown."""

    shown = Signal()

    def __init__(self, tab: ReportTab, editor: ReportEditor, work: LifeWork) -> None:
        """Show the reports of the open file in *tab*; nothing is read before it is asked for."""
        super().__init__(tab)
        self._tab, self._editor, self._work = tab, editor, work
        self._wanted: tuple[ReportKind, str] | None = None
        self._year = 0
        self._is_stale = True
        self._acts = 0
        self._missing: ReportPeriod | None = None
        # The version that is shown, or will be once it is read.
        self._version = ""
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._read_again)
        tab.periods.period_chosen.connect(self._choose)
        tab.periods.year_asked.connect(self.show_year)
        tab.period_asked.connect(self.show_period)
        editor.edited.connect(self._on_edited)
        editor.removed.connect(self._on_removed)

    @property
    def missing(self) -> ReportPeriod | None:
        """The chosen period where it has no report."""
        return self._missing

    @property
    def is_waiting(self) -> bool:
        """Whether an act is not followed yet."""
        return self._pause.isActive()

    def look(self) -> None:
        """Read what is shown, if it was never read or may be another by now."""
        if self._is_stale and self._editor.units is not None:
            self._is_stale = False
            self.show_year(self._year or self._work.session.today.year)

    def open_file(self, year: int) -> None:
        """Begin anew: another file or another plan is open, of this year."""
        if year != self._year:
            self._wanted = None
        self._year, self._is_stale = year, True
        if self._tab.isVisible():
            self.look()

    def follow_soon(self) -> None:
        """Read again after a rest what is worked out from plans and registers."""
        self._is_stale = True
        if self._tab.isVisible():
            self._pause.start()

    def show_year(self, year: int) -> None:
        """Show the periods of a year; the one of last time, or the current one, is chosen."""
        self._year = year
        self._read_periods(year, self._after_periods)

    def show_period(self, kind: ReportKind, period: str) -> None:
        """Show the report of a period, of whatever year it is."""
        self._wanted = (kind, period)
        self._is_stale = False
        year = int(period.rpartition("..")[2][:4])
        self.show_year(year)

    def show_version(self, report_id: str) -> None:
        """Show another version of the report."""
        self._read_report(report_id)

    def read_text(self) -> None:
        """Read the report again at once: its text was written, or refused."""
        self._pause.stop()
        self._read_again()

    def _after_periods(self, periods: Periods) -> None:
        tab = self._tab
        tab.periods.show_periods(self._year, periods, self._work.session.today)
        wanted = self._wanted
        found = tab.periods.period(*wanted) if wanted else None
        chosen = found or tab.periods.chosen or self._usual(periods)
        if chosen is not None:
            # What the list kept is of before.
            now = tab.periods.period(chosen.kind, chosen.window.period)
            self._choose(now or self._usual(periods) or chosen)

    def _usual(self, periods: Periods) -> ReportPeriod | None:
        """Return the quarter that is due next, or the last one of the year."""
        own = [one for one in periods if one.kind is ReportKind.CONTROL]
        quarters = [one for one in own if "-Q" in one.window.period]
        today = self._work.session.today
        open_ones = [one for one in own if one.report is not None and not one.report.is_frozen]
        coming = [one for one in quarters if one.window.due >= today]
        return next(iter((*open_ones[:1], *coming, *quarters[-1:], *own)), None)

    def _choose(self, period: ReportPeriod) -> None:
        self._write_typed()
        self._wanted = (period.kind, period.window.period)
        self._tab.periods.mark(*self._wanted)
        if period.report is None:
            self._show_missing(period)
        else:
            self._read_report(period.report.id)

    def _show_missing(self, period: ReportPeriod) -> None:
        self._missing, self._version = period, ""
        self._editor.show(None)
        self._tab.show_missing(period, self._work.window.actions_of_menu.report.create_here)
        self.shown.emit()

    def _read_periods(self, year: int, done: object) -> None:
        def act(units: UnitsOfWork) -> Periods:
            from tthc_desktop.use_cases.reporting.period_overview import report_periods

            return report_periods(units, year)

        def show(periods: Periods) -> None:
            if year == self._year and callable(done):
                done(periods)

        self._work.run("", act, show, _NOT_READ)

    def _read_report(self, report_id: str) -> None:
        today, acts = self._work.session.today, self._acts
        self._version = report_id

        def act(units: UnitsOfWork) -> ReportContent:
            from ui.reports.report_content import load_report

            return load_report(units, report_id, today)

        def show(content: ReportContent) -> None:
            if content.view.report.id != self._version:
                return
            if acts != self._acts:
                # An act came meanwhile: what was read may be older than what is shown.
                self._pause.start()
            else:
                self._show(content)

        self._work.run("", act, show, _NOT_READ)

    def _show(self, content: ReportContent) -> None:
        self._missing = None
        report = content.view.report
        self._editor.show(report)
        self._tab.show_content(content, report, can_edit=self._editor.can_edit)
        self.shown.emit()

    def _on_edited(self, report: Report) -> None:
        self._acts += 1
        shown = self._tab.report
        self._wanted = (report.kind, report.period)
        if shown is not None and shown.id == report.id:
            self._tab.follow(report, can_edit=self._editor.can_edit)
            self.shown.emit()
            self._pause.start()
        else:
            self.show_period(report.kind, report.period)

    def _on_removed(self, report: Report) -> None:
        self._acts += 1
        self.show_period(report.kind, report.period)

    def _read_again(self) -> None:
        """Read the report and the list once more; the place stays."""
        self._is_stale = False
        year = self._year
        today = self._work.session.today

        def show(periods: Periods) -> None:
            self._tab.periods.show_periods(year, periods, today)

        self._read_periods(year, show)
        if self._version:
            self._read_report(self._version)

    def _write_typed(self) -> None:
        if self._tab.pages is not None:
            self._tab.pages.write_typed()
