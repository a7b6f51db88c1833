"""A plan's way to the paper: issued under a number, and closed at the end of its year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.plan import Plan
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.issue_numbers import GivenNumber
from ui.kit.message_card import Offer
from ui.kit.question import ask
from ui.plan_life.issue_dialog import IssueDialog
from ui.plan_life.life_work import LifeWork
from ui.plan_life.titles import title_of

_CLOSING = (
    "Kế hoạch đã đóng chỉ để xem, xuất và lập kế hoạch năm sau: không điều chỉnh, không ghi kết "
    "quả được nữa. Việc này không hoàn tác được."
)


class IssueActs(QObject):
    """After each act the plan is read again: its state says what can be done then."""

    def __init__(self, work: LifeWork, attach: Callable[[], object]) -> None:
        """Work on the open file; *attach* opens the list of scans."""
        super().__init__(work.window)
        self._work, self._attach = work, attach
        self._dialog: IssueDialog | None = None

    def ask_issue(self, plan: Plan) -> None:
        """Ask for number and day; what the check finds comes a moment later."""

        def read(units: UnitsOfWork) -> tuple[GivenNumber, ...]:
            from tthc_desktop.use_cases.issue_numbers import given_numbers

            return given_numbers(units, plan.id)

        self._work.run("", read, lambda given: self._show(plan, given), "Chưa ban hành được")

    def ask_closing(self, plan: Plan) -> None:
        """Ask once more, then close."""
        ask(
            self._work.window,
            title_of("Đóng", plan),
            _CLOSING,
            ("Đóng kế hoạch", lambda: self._close(plan)),
            "Giữ lại",
        )

    def _show(self, plan: Plan, given: tuple[GivenNumber, ...]) -> None:
        dialog = IssueDialog(plan, self._work.session.today, given, self._work.window)

        def closed() -> None:
            self._dialog = None
            dialog.deleteLater()

        dialog.issue_asked.connect(lambda number, on: self._issue(plan, number, on))
        dialog.finished.connect(closed)
        self._dialog = dialog
        dialog.open()
        self._check(plan)

    def _check(self, plan: Plan) -> None:
        def act(units: UnitsOfWork) -> tuple[Finding, ...]:
            from tthc_desktop.use_cases.plan_check import check_plan

            return check_plan(units, plan.id)

        def show(findings: tuple[Finding, ...]) -> None:
            if self._dialog is not None:
                self._dialog.show_findings(findings)

        self._work.run("", act, show, "Chưa soát được thể thức", over=self._dialog)

    def _issue(self, plan: Plan, number: str, on: date) -> None:
        def act(units: UnitsOfWork) -> object:
            from tthc_desktop.use_cases.issuing import issue_plan

            return issue_plan(units, plan.id, number, on)

        def done(_: object) -> None:
            if self._dialog is not None:
                self._dialog.accept()
            self._work.session.reopen(plan.id)
            offers: tuple[Offer, ...] = (("Gắn bản đã ký…", self._attach),)
            told = f"Đã ban hành kế hoạch số {number.zfill(2)}/{plan.symbol}"
            self._work.card.say(told, offers)

        self._work.run("Đang ban hành…", act, done, "Chưa ban hành được", over=self._dialog)

    def _close(self, plan: Plan) -> None:
        def act(units: UnitsOfWork) -> object:
            from tthc_desktop.use_cases.closing import close_plan

            return close_plan(units, plan.id)

        def done(_: object) -> None:
            self._work.session.reopen(plan.id)
            self._work.card.say("Đã đóng kế hoạch")

        self._work.run("Đang đóng kế hoạch…", act, done, "Chưa đóng được kế hoạch")
