"""Looking at tasks from outside their page: Hôm nay, the pane's key, the history."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tthc_desktop.use_cases.task_history import HistoryLine, task_history
from ui.details.history_list import HistoryList
from ui.frame.pages_area import PagesArea
from ui.kit.message_card import MessageCard
from ui.main_window import MainWindow
from ui.search.search_acts import SearchActs
from ui.session.background import Background, Job
from ui.session.plan_session import PlanSession
from ui.today.today_acts import TodayActs

_NOT_READ = "Chưa đọc được lịch sử"


class LookActs(QObject):
    """Connects the page of tasks with the window around it."""

    def __init__(
        self,
        window: MainWindow,
        session: PlanSession,
        background: Background,
        area: PagesArea,
        card: MessageCard,
        today: TodayActs,
    ) -> None:
        """Let the page of tasks look at the plan of *session*."""
        super().__init__(window)
        self._window, self._session = window, session
        self._background, self._card = background, card
        self._tab = area.task_tab
        actions = window.actions_of_menu
        details, filtering = self._tab.look_with(session.editor, actions.look)
        details.open_asked.connect(self._open_pane)
        details.history_asked.connect(self._ask_history)
        today.entry_asked.connect(details.record_occurrence)
        today.states_asked.connect(filtering.show_states)
        self.search = SearchActs(window, session, background, area)

    def _open_pane(self, is_open: bool) -> None:
        if self._tab.is_pane_open is not is_open:
            self._window.actions_of_menu.show_details.setChecked(not is_open)
            self._window.actions_of_menu.show_details.trigger()

    def _ask_history(self, task_id: str, title: str) -> None:
        file, opened = self._session.file, self._session.open_plan
        if file is None or file.units is None or opened is None:
            return
        units, plan_id = file.units, opened.plan.id

        def show(lines: tuple[HistoryLine, ...]) -> None:
            shown = HistoryList(title, lines, self._window)
            shown.finished.connect(shown.deleteLater)
            shown.open()

        job = Job(
            "Đang đọc lịch sử…",
            lambda: task_history(units, plan_id, task_id),
            show,
            lambda trouble: self._card.warn(f"{_NOT_READ}. {trouble.message}"),
            can_stop=True,
        )
        self._background.start(job)
