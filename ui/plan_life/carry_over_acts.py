"""Carrying a plan over, and the list of what must be looked at afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from tthc_desktop.ports import UnitsOfWork
from ui.frame.actions import Page
from ui.frame.pages_area import PagesArea
from ui.kit.trouble import tell
from ui.plan_life.carry_over_dialog import CarryOverDialog
from ui.plan_life.life_work import LifeWork
from ui.plan_life.review import Review
from ui.plan_life.review_window import ReviewWindow
from ui.session.open_plan import OpenPlan
from ui.session.wording import plan_name
from ui.tasks.task_place import go_to_task

if TYPE_CHECKING:
    from tthc_desktop.use_cases.carry_over import CarriedPlan

_GAP = 24
_GONE = "Nhiệm vụ này không còn trong kế hoạch"


class CarryOverActs(QObject):
    """Keeps what there is to review of each plan as long as the program runs."""

    def __init__(self, work: LifeWork, area: PagesArea) -> None:
        """Listen to the session for the plan that was made."""
        super().__init__(work.window)
        self._work, self._area = work, area
        self._reviews: dict[str, Review] = {}
        self._wanted = ""
        self._shown: ReviewWindow | None = None
        work.session.plan_opened.connect(self._on_plan_opened)

    def ask(self, plan_id: str = "") -> None:
        """Ask for plan and year; *plan_id* is offered first."""
        session = self._work.session
        if session.file is None:
            return
        chosen = plan_id or (session.open_plan.plan.id if session.open_plan else "")
        dialog = CarryOverDialog(session.file.plans, chosen, self._work.window)
        dialog.agreed.connect(self._carry)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def has_review(self, plan_id: str) -> bool:
        """Whether something is kept to be looked at of a plan."""
        return plan_id in self._reviews

    def show_review(self) -> None:
        """Show what is to be looked at of the open plan."""
        opened = self._work.session.open_plan
        if opened is None or (review := self._reviews.get(opened.plan.id)) is None:
            return
        if self._shown is not None:
            self._shown.close()
        window = self._work.window
        shown = ReviewWindow(review, plan_name(opened.plan), window)
        shown.place_asked.connect(self._go)
        shown.finished.connect(self._on_closed)
        self._shown = shown
        corner = window.mapToGlobal(window.rect().bottomRight())
        at = corner - QPoint(shown.width() + _GAP, shown.height() + 2 * _GAP)
        shown.move(max(0, at.x()), max(0, at.y()))
        shown.show()

    def _carry(self, plan_id: str, year: int) -> None:
        today = self._work.session.today

        def act(units: UnitsOfWork) -> CarriedPlan:
            from tthc_desktop.use_cases.carry_over import carry_over

            return carry_over(units, plan_id, year, today=today)

        def done(carried: CarriedPlan) -> None:
            count = len(carried.to_review)
            if count:
                self._reviews[carried.plan_id] = Review(carried.plan_id, carried.to_review)
                self._wanted = carried.plan_id
            left = f", có {count} chỗ cần xem lại" if count else ""
            self._work.open_new(carried.plan_id, f"Đã lập kế hoạch năm {year}{left}")

        self._work.run("Đang lập kế hoạch…", act, done, "Chưa lập được kế hoạch")

    def _on_plan_opened(self, opened: OpenPlan) -> None:
        if (review := self._reviews.get(opened.plan.id)) is not None:
            review.find_tasks(opened.plan)
        if self._shown is not None and self._shown.review.plan_id != opened.plan.id:
            self._shown.close()
        if self._wanted == opened.plan.id:
            self._wanted = ""
            self.show_review()

    def _go(self, place: int) -> None:
        if self._shown is None:
            return
        review = self._shown.review
        item, task_id = review.items[place], review.task_ids.get(place, "")
        if not task_id:
            self._work.window.show_page(Page.PLAN)
            self._area.plan_tab.go_to_text(item.quote)
            return
        progress = self._work.session.editor.progress
        rows = progress.plan.numbered_tasks() if progress else ()
        if not any(one.task.id == task_id for one in rows):
            tell(self._shown, _GONE, "Dòng đã bị xóa sau khi lập. Đánh dấu là đã xem.")
            return
        self._work.window.show_page(Page.TASKS)
        go_to_task(self._area.task_tab.table, task_id)

    def _on_closed(self) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None
