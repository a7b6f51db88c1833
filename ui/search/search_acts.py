"""The search over everything, worked out in the worker; its answers open their plan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from tthc_desktop.domain.search import HitKind, SearchHit
from ui.frame.actions import Page
from ui.frame.pages_area import PagesArea
from ui.frame.view_acts import NARROW, WIDE
from ui.kit import theme
from ui.main_window import MainWindow
from ui.search.search_answers import Answer
from ui.session.background import Background, Job
from ui.session.open_plan import OpenPlan
from ui.session.plan_session import PlanSession
from ui.session.wording import plan_name

_MOST_WORDS = 160
_ICONS = {HitKind.TITLE: "doc", HitKind.TEXT: "doc", HitKind.TASK: "table"}


class SearchActs(QObject):
    """A later question makes the answer to an earlier one unheard."""

    def __init__(
        self, window: MainWindow, session: PlanSession, background: Background, area: PagesArea
    ) -> None:
        """Connect the field of *window*."""
        super().__init__(window)
        self._window, self._session = window, session
        self._background, self._area = background, area
        self._asking: Job | None = None
        self._wanted: SearchHit | None = None
        self._field = window.bars.search
        self._field.asked.connect(self._search)
        self._field.chosen.connect(self._open)
        self._field.left.connect(area.take_focus)
        window.actions_of_menu.look.search.triggered.connect(self._type)
        session.plan_opened.connect(self._on_plan_opened)
        window.width_changed.connect(self._fit)
        self._fit()

    def _type(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _fit(self) -> None:
        width = self._window.width() / theme.text_scale()
        self._field.fit(is_wide=width >= WIDE, is_narrow=width < NARROW)

    def _search(self, text: str) -> None:
        found = self._session.file
        if found is None or found.units is None:
            return
        if self._asking is not None:
            self._asking.stopped.set()
        units = found.units

        def work() -> tuple[SearchHit, ...]:
            from tthc_desktop.use_cases.searching import search_everything

            return search_everything(units, text)

        self._asking = Job("Đang tìm…", work, self._show, lambda _: None, can_stop=True)
        self._background.start(self._asking)

    def _show(self, hits: tuple[SearchHit, ...]) -> None:
        """Show what was found, plan by plan."""
        file = self._session.file
        names = {one.id: plan_name(one) for one in file.plans} if file else {}
        by_plan: dict[str, list[SearchHit]] = {}
        for hit in hits:
            by_plan.setdefault(hit.plan_id, []).append(hit)
        answers: list[Answer] = []
        for plan_id, found in by_plan.items():
            answers.append(Answer(names.get(plan_id, "")))
            answers += [Answer(_words(hit), hit, _ICONS[hit.kind]) for hit in found]
        self._field.show_answers(answers)

    def _open(self, hit: SearchHit) -> None:
        opened = self._session.open_plan
        if opened is None or opened.plan.id != hit.plan_id:
            self._wanted = hit
            self._session.select(hit.plan_id)
        else:
            self._go(opened, hit)

    def _on_plan_opened(self, opened: OpenPlan) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted.plan_id == opened.plan.id:
            self._go(opened, wanted)

    def _go(self, opened: OpenPlan, hit: SearchHit) -> None:
        if hit.kind is HitKind.TASK:
            self._window.show_page(Page.TASKS)
            self._area.task_tab.go_to(hit.id)
        else:
            self._window.show_page(Page.PLAN)
            self._area.plan_tab.go_to_text(hit.text if hit.kind is HitKind.TEXT else "")
        self._area.take_focus()


def _words(hit: SearchHit) -> str:
    text = hit.text[:_MOST_WORDS].replace("\n", " ")
    return f"{hit.number}  {text}" if hit.number else text
