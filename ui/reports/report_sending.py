"""A report is sent: its files are kept, what follows it is closed and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tthc_desktop.ports import UnitsOfWork
from ui.plan_life.life_work import LifeWork
from ui.reports.report_showing import ReportShowing
from ui.reports.send_dialog import SendDialog
from ui.task_sources.closed_periods import ClosedPeriods

if TYPE_CHECKING:
    from tthc_desktop.domain.reporting.report import Report, Sending
    from tthc_desktop.use_cases.reporting.report_life import SentReport

_NOT_SENT = "Chưa ghi gửi được báo cáo"


class ReportSending(QObject):
    """Sends in the worker; one undo takes back what the sending closed."""

    def __init__(self, showing: ReportShowing, work: LifeWork) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._showing, self._work = showing, work
        self._closed = ClosedPeriods(work)

    def send(self, report: Report, sending: Sending, dialog: SendDialog | None) -> None:
        """Send *report*; *dialog* closes once it is done."""
        today = self._work.session.today

        def act(units: UnitsOfWork) -> SentReport:
            from tthc_desktop.use_cases.reporting.report_life import send_report
            from ui.charts.paper_picture import new_page_painter

            return send_report(units, report.id, sending, today=today, new_painter=new_page_painter)

        def done(sent: SentReport) -> None:
            if dialog is not None:
                dialog.accept()
            self._showing.show_period(report.kind, report.period)
            closed, told = sent.closings, f"Đã ghi gửi báo cáo số {sending.number}"
            if closed:
                told = f"{told}, kết thúc {len(closed)} kỳ của nhiệm vụ theo dõi báo cáo"
                self._closed.tell_closings(told, "kết thúc kỳ theo báo cáo đã gửi", closed)
            else:
                self._work.card.say(told)

        self._work.run("Đang ghi gửi báo cáo…", act, done, _NOT_SENT, over=dialog)
