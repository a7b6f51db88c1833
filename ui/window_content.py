"""What the window shows: the session's plan on three pages, or the empty screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from tthc_desktop import NAME
from tthc_desktop.domain.plan import PlanSummary
from tthc_desktop.program import Program
from ui.background import Background
from ui.empty_screen import EmptyScreen
from ui.file_acts import FileActs
from ui.help_acts import HelpActs
from ui.main_window import MainWindow
from ui.message_card import MessageCard
from ui.open_plan import OpenPlan
from ui.pages_area import PagesArea
from ui.plan_session import PlanSession, Refusal
from ui.wording import STATE_WORDS, plan_name


class WindowContent(QObject):
    """Ties session and pages together; every act goes to the session."""

    def __init__(self, window: MainWindow, program: Program, data: Path | None) -> None:
        """Make session and pages; the session opens nothing yet."""
        super().__init__(window)
        self._window = window
        self._background = Background(self)
        settings = window.settings
        self.session = PlanSession(program, data, self._background, settings.plan_id)
        self.area = PagesArea(settings)
        self.empty = EmptyScreen()
        window.body.addWidget(self.area)
        window.body.addWidget(self.empty)
        self.card = MessageCard(window.body)
        self._file_acts = FileActs(self.session, settings, self.card, window)
        self._help_acts = HelpActs(program.log_folder, window)
        self._connect_acts()
        self._connect_session()
        self._connect_work()
        self._on_page_chosen(window.bars.page_bar.currentIndex())

    def _connect_acts(self) -> None:
        actions = self._window.actions_of_menu
        self._file_acts.connect_to(actions)
        self._help_acts.connect_to(actions)
        actions.open_sample.triggered.connect(self.session.create_sample)
        actions.try_again.triggered.connect(self.session.open_file)
        actions.show_list.triggered.connect(lambda is_open: self.area.open_list(is_open=is_open))
        actions.expand_all.triggered.connect(self.area.task_tab.table.expandAll)
        actions.collapse_all.triggered.connect(self.area.task_tab.table.collapseAll)
        self._window.page_chosen.connect(self._on_page_chosen)
        self.area.facts_changed.connect(lambda: self._window.say_facts(self.area.facts))

    def _connect_session(self) -> None:
        self.session.plans_listed.connect(self._on_plans_listed)
        self.session.plan_opened.connect(self._on_plan_opened)
        self.session.file_refused.connect(self._on_file_refused)
        self.area.plan_list.plan_chosen.connect(self.session.select)
        self._window.bars.plan_box.plan_chosen.connect(self.session.select)

    def _connect_work(self) -> None:
        bar = self._window.bars.work_bar
        self._background.begun.connect(lambda words, can_stop: bar.begin(words, can_stop=can_stop))
        self._background.ended.connect(bar.end)
        bar.stop_asked.connect(self._background.stop_current)
        self._window.closing.connect(self._shut_down)

    def _on_page_chosen(self, place: int) -> None:
        self.area.show_page(place)
        # Who walks along the page bar stays there; everyone else goes on in the page.
        if not self._window.bars.page_bar.hasFocus():
            self.area.take_focus()
        self._window.actions_of_menu.show_list.setChecked(self.area.is_list_open)

    def _on_plans_listed(self, plans: tuple[PlanSummary, ...]) -> None:
        self.area.plan_list.set_plans(plans)
        self._window.bars.plan_box.set_plans(plans)
        self._window.actions_of_menu.import_plan.setEnabled(True)
        if not plans:
            self._show_empty()

    def _on_plan_opened(self, opened: OpenPlan) -> None:
        window = self._window
        window.settings.plan_id = opened.plan.id
        window.enable(has_plan=True)
        window.show_bars(are_of_use=True)
        window.body.setCurrentWidget(self.area)
        self.area.show_plan(opened)
        if window.focusWidget() in (None, window.bars.page_bar):
            self.area.take_focus()
        window.bars.plan_box.mark(opened.plan.id)
        state = STATE_WORDS[opened.plan.state].lower()
        window.setWindowTitle(f"{plan_name(opened.plan)} ({state}) – {NAME}")

    def _on_file_refused(self, refusal: Refusal) -> None:
        again = ("doc", self._window.actions_of_menu.try_again)
        self.empty.say("warning", refusal.title, refusal.message, (again,))
        self._show_alone()

    def _show_empty(self) -> None:
        actions = self._window.actions_of_menu
        self.empty.say(
            "doc",
            "Chưa có kế hoạch",
            "Nhập kế hoạch năm trước từ tệp Word, hoặc mở cơ quan mẫu để xem thử.",
            (("import", actions.import_plan), ("doc", actions.open_sample)),
        )
        self._show_alone()

    def _show_alone(self) -> None:
        self._window.body.setCurrentWidget(self.empty)
        self._window.enable(has_plan=False)
        self._window.show_bars(are_of_use=False)

    def _shut_down(self) -> None:
        self._background.shut_down()
        self.session.close_file()
