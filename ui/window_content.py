"""What the window shows: the session's plan on its pages, or the empty screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject

from tthc_desktop.domain.plan import PlanSummary
from tthc_desktop.program import Program
from ui.desk import Desk
from ui.first_start.acts import OfficeActs
from ui.frame.file_acts import FileActs
from ui.frame.frame_acts import FrameActs
from ui.frame.look_acts import LookActs
from ui.frame.pages_area import PagesArea
from ui.further_rooms import FurtherRooms
from ui.kit.empty_screen import EmptyScreen
from ui.kit.message_card import MessageCard
from ui.main_window import MainWindow
from ui.session.background import Background
from ui.session.open_plan import OpenPlan
from ui.session.plan_session import PlanSession, Refusal


class WindowContent(QObject):
    """Ties session and pages together; every act goes to the session."""

    area: PagesArea
    empty: EmptyScreen
    card: MessageCard
    office_acts: OfficeActs
    frame: FrameActs
    look: LookActs
    _file_acts: FileActs

    def __init__(self, window: MainWindow, program: Program, data: Path | None) -> None:
        """Make the session, which opens nothing yet; `slices` makes the pages."""
        super().__init__(window)
        self._window = window
        self._program = program
        self._background = Background(self)
        self.session = PlanSession(program, data, self._background, window.settings.plan_id)
        self.rooms = FurtherRooms()

    def slices(self) -> Iterator[None]:
        """Make the pages and tie all together, a part at a time; each takes a moment."""
        self.area = PagesArea(self._window.settings)
        for _ in self.area.slices():
            yield
        self._make_acts()
        yield
        yield from self.rooms.slices(self._desk())
        self._connect_acts()
        self._connect_work()
        self._on_page_chosen(self._window.bars.page_bar.currentIndex())

    def _make_acts(self) -> None:
        window, program, settings = self._window, self._program, self._window.settings
        self.empty = EmptyScreen()
        window.body.addWidget(self.area)
        window.body.addWidget(self.empty)
        self.card = MessageCard(window.body)
        self._file_acts = FileActs(self.session, settings, self.card, window)
        self.office_acts = OfficeActs(self.session, self.card, program.today, window)
        # Before all others: what is being typed is written before anything else is done.
        self._edit_text()
        # Before the pages hear of the edit.
        for signal in (self.session.editor.edited, self.session.editor.text_edited):
            signal.connect(self.area.show_everywhere)
        self.area.task_tab.edit_with(
            self.session.editor, window.actions_of_menu.tasks, program.today
        )
        self.session.editor.refused.connect(
            lambda title, sentence: self.card.warn(f"{title}. {sentence}")
        )
        # Before the frame, which goes on from what the pages show.
        self._connect_session()
        self.frame = FrameActs(window, self.session, self._background, self.area, self.card)
        self.look = LookActs(
            window, self.session, self._background, self.area, self.card, self.frame.today
        )

    def _desk(self) -> Desk:
        return Desk(
            self._window,
            self._program,
            self.session,
            self._background,
            self.area,
            self.card,
            self._file_acts,
            self.frame,
        )

    def _edit_text(self) -> None:
        window, tab = self._window, self.area.plan_tab
        actions = window.actions_of_menu
        tab.edit_with(
            self.session,
            actions.plan,
            first=(
                actions.tasks.undo, actions.tasks.redo, actions.refresh, actions.save_point,
                actions.back_up, actions.preview.show, *actions.exports,
            ),
            clipboard=(
                actions.tasks.cut, actions.tasks.copy, actions.tasks.paste,
                actions.tasks.paste_text, actions.tasks.select_all,
            ),
        )  # fmt: skip
        window.closing.connect(tab.stop_typing)
        tab.said.connect(self.card.say)
        tab.task_asked.connect(self._go_to_task)

    def _go_to_task(self, task_id: str) -> None:
        self._window.show_page(self.area.task_place)
        self.area.task_tab.go_to(task_id)
        self.area.take_focus()

    def _connect_acts(self) -> None:
        actions = self._window.actions_of_menu
        self._file_acts.connect_to(actions)
        actions.office.triggered.connect(self.office_acts.edit)
        actions.open_sample.triggered.connect(self.session.create_sample)
        actions.try_again.triggered.connect(self.session.open_file)
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
        self._background.begun.connect(self._on_work_begun)
        self._background.ended.connect(bar.end)
        self._background.told.connect(bar.show_share)
        bar.stop_asked.connect(self._background.stop_current)
        self._window.closing.connect(self._shut_down)

    def _on_work_begun(self, words: str, can_stop: bool) -> None:
        bar = self._window.bars.work_bar
        if words:
            bar.begin(words, can_stop=can_stop)
        else:
            bar.end()

    def _on_page_chosen(self, place: int) -> None:
        self.area.show_page(place)
        # Who walks along the page bar stays there; everyone else goes on in the page.
        if not self._window.bars.page_bar.hasFocus():
            self.area.take_focus()
        self.frame.mark_panes()

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

    def _on_file_refused(self, refusal: Refusal) -> None:
        again = ("doc", self._window.actions_of_menu.try_again)
        self.empty.say("warning", refusal.title, refusal.message, (again,))
        self._show_alone()

    def _show_empty(self) -> None:
        actions = self._window.actions_of_menu
        self.empty.say(
            "doc",
            "Chưa có kế hoạch",
            "Nhập kế hoạch năm trước từ tệp Word, lập từ mẫu, hoặc mở cơ quan mẫu để xem thử.",
            (
                ("import", actions.import_plan),
                ("plus", actions.life.new_plan),
                ("doc", actions.open_sample),
            ),
        )
        self._show_alone()

    def _show_alone(self) -> None:
        self._window.body.setCurrentWidget(self.empty)
        self._window.enable(has_plan=False)
        self._window.show_bars(are_of_use=False)

    def _shut_down(self) -> None:
        self._background.shut_down()
        self.session.close_file()
