"""What the window says of report periods and of what became of their reports."""

from __future__ import annotations

from datetime import date

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.reporting.period_words import period_in_sentence
from tthc_desktop.domain.reporting.report import Report, ReportKind, ReportState
from tthc_desktop.domain.reporting.windows import ReportWindow
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.reporting.period_overview import ReportPeriod

KIND_WORDS = {
    ReportKind.CONTROL: "Kiểm soát TTHC",
    ReportKind.COMMUNICATION: "Truyền thông",
}
# The steps of a report as they stand in its head; a version to be corrected begins anew.
STEP_WORDS: dict[ReportState, str] = {
    ReportState.DRAFT: "Nháp",
    ReportState.WAITING: "Chờ phòng",
    ReportState.CONSOLIDATED: "Tổng hợp",
    ReportState.SUBMITTED: "Trình ký",
    ReportState.SENT: "Đã gửi",
}
STEPS = tuple(STEP_WORDS)


def step_of(report: Report) -> ReportState:
    """Return the step a report stands at; one that is asked to be corrected was sent."""
    return ReportState.SENT if report.is_frozen else report.state


def short_period(key: str) -> str:
    """Return a period within a sentence: "quý II/2026", "tháng 6/2026", "6 tháng đầu năm 2026"."""
    year, _, part = key.partition("-")
    if part.startswith("Q") or part.isdigit():
        words = period_words(key)
        return f"{words[0].lower()}{words[1:]}/{year}"
    return period_in_sentence(key)


def report_title(kind: ReportKind, period: str) -> str:
    """Return the title of a report's page: "Báo cáo quý II/2026"."""
    what = "truyền thông " if kind is ReportKind.COMMUNICATION else ""
    return f"Báo cáo {what}{short_period(period)}"


def whole_title(kind: ReportKind, period: str) -> str:
    """Return the words of the window's title and of file names."""
    what = "truyền thông" if kind is ReportKind.COMMUNICATION else "kiểm soát TTHC"
    return f"Báo cáo {what} {period_in_sentence(period)}"


def window_words(window: ReportWindow) -> str:
    """Return "số liệu 15/3 – 14/6", with the years where they differ."""
    start, end = window.start, window.end
    if start.year == end.year:
        return f"số liệu {day_words(start)} – {day_words(end)}"
    return f"số liệu {start.day}/{start.month}/{start.year} – {end.day}/{end.month}/{end.year}"


def day_words(day: date) -> str:
    """Return a day of the current year as lists show it: "16/6"."""
    return f"{day.day}/{day.month}"


def period_state(one: ReportPeriod, today: date) -> tuple[Shown, str]:
    """Return the state icon of a period in the list, and its second line."""
    due, report = day_words(one.window.due), one.report
    if report is not None and report.is_frozen:
        sent = report.sending
        return Shown.DONE, f"Đã gửi {day_words(sent.sent_on)}" if sent else "Đã gửi"
    is_late = today > one.window.due
    if report is None:
        if is_late:
            return Shown.NOT_STARTED, f"Chưa lập · hạn {due}"
        if one.window.start > today:
            return Shown.NOT_STARTED, f"Từ {day_words(one.window.start)}, hạn {due}"
        return Shown.NOT_STARTED, f"Hạn {due}"
    step = STEP_WORDS[report.state]
    if is_late:
        return Shown.OVERDUE, f"{step} · quá hạn {due}"
    return Shown.SOON, f"{step} · hạn {due}"


def frozen_words(report: Report) -> str:
    """Return what the grey band says of a report that was sent; empty for one that was not."""
    if not report.is_frozen:
        return ""
    sent = report.sending
    number = f" số {sent.number} ngày {sent.signed_on:%d/%m/%Y}" if sent else ""
    day = f", gửi ngày {sent.sent_on:%d/%m/%Y}" if sent else ""
    if report.state is ReportState.CORRECTION_ASKED:
        return f"Bản {report.version}{number}{day}, đã có bản sửa. Bản này giữ nguyên như lúc gửi."
    return f"Báo cáo đã gửi{number}{day}. Muốn đổi số liệu hay lời văn, lập bản sửa."
