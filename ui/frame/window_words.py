"""What the frame says of the open plan and the file: title, bands, the red number."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tthc_desktop import NAME
from tthc_desktop.domain.plan import Plan, PlanState
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.session.open_plan import OpenPlan
from ui.session.plan_session import PlanSession
from ui.session.wording import STATE_WORDS, document_number, plan_name

_HOW_TO_CHANGE = "Muốn đổi, điều chỉnh ở tab Nhiệm vụ hoặc lập Kế hoạch điều chỉnh, bổ sung."


class WindowWords(QObject):
    """Follows the session, the page and the count of what is late."""

    def __init__(self, window: MainWindow, session: PlanSession) -> None:
        """Say nothing but the program's name yet."""
        super().__init__(window)
        self._window, self._session = window, session
        self._overdue = 0
        self._report, self._report_notice = "", ""
        session.plan_opened.connect(self._on_plan_opened)
        session.plans_listed.connect(lambda _: self._say_file())
        window.page_chosen.connect(lambda _: self._say_page())

    def count(self, overdue: int) -> None:
        """Show how much is late."""
        self._overdue = overdue
        self._window.bars.page_bar.mark_overdue(overdue)
        self._say_page()

    def say_report(self, subject: str, notice: str) -> None:
        """Say which report stands on its page, and in the band that it is final."""
        self._report, self._report_notice = subject, notice
        self._say_page()

    def _on_plan_opened(self, _: OpenPlan) -> None:
        self._say_page()

    def _say_file(self) -> None:
        found = self._session.file
        self._window.bars.warning.say(found.read_only if found else "")

    def _say_page(self) -> None:
        opened = self._session.open_plan
        is_today = self._window.bars.page_bar.currentIndex() == Page.TODAY
        subject = "Hôm nay"
        if not is_today and opened is not None:
            state = STATE_WORDS[opened.plan.state].lower()
            subject = f"{plan_name(opened.plan)} ({state})"
        is_report = self._window.bars.page_bar.currentIndex() == Page.REPORT
        if is_report and self._report:
            subject = self._report
        late = f"{self._overdue} quá hạn" if self._overdue else ""
        self._window.setWindowTitle(" – ".join(filter(None, (subject, late, NAME))))
        words = "" if is_today or opened is None else final_words(opened.plan)
        if is_report:
            words = self._report_notice
        self._window.bars.notice.say(words)


def final_words(plan: Plan) -> str:
    """Return why a plan's page is final, and what can be done; empty for one that is not."""
    if plan.state is PlanState.ISSUED:
        number, day = document_number(plan), plan.date.as_date()
        issued = " ".join(
            filter(None, ("Đã ban hành", number, f"ngày {day:%d/%m/%Y}" if day else ""))
        )
        return f"{issued}. {_HOW_TO_CHANGE}"
    if plan.state is PlanState.CLOSED:
        return "Kế hoạch này đã đóng, chỉ để xem và xuất."
    if plan.state is PlanState.REFERENCE:
        agency = f" của {plan.agency}" if plan.agency else " của cơ quan khác"
        return f"Kế hoạch{agency}, giữ để đối chiếu: chỉ để xem và xuất."
    return ""
