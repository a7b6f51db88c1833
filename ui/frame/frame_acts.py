"""The acts of the frame: what every page shares, tied to the session once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.frame.actions import Page
from ui.frame.backup_acts import BackupActs
from ui.frame.pages_area import PagesArea
from ui.frame.recent_messages import RecentMessages
from ui.frame.shortcut_list import ShortcutList
from ui.frame.view_acts import ViewActs
from ui.frame.window_words import WindowWords
from ui.kit.message_card import MessageCard
from ui.main_window import MainWindow
from ui.session.background import Background
from ui.session.edit_follower import EditFollower, Followed
from ui.session.plan_session import PlanSession
from ui.today.today_acts import TodayActs


class FrameActs(QObject):
    """Hôm nay, backups, the look of the window, and what follows an edit."""

    def __init__(
        self,
        window: MainWindow,
        session: PlanSession,
        background: Background,
        area: PagesArea,
        card: MessageCard,
    ) -> None:
        """Make the acts and connect them."""
        super().__init__(window)
        self._window, self._session = window, session
        self._area, self._card = area, card
        self.view = ViewActs(window, area)
        self.backups = BackupActs(window, session, background, card)
        self.today = TodayActs(window, session, background, area)
        self.follower = EditFollower(session, background, self)
        self.words = WindowWords(window, session)
        self.today.counted.connect(self.words.count)
        self.view.panes_moved.connect(self.mark_panes)
        self.follower.ready.connect(self._on_followed)
        session.plan_opened.connect(lambda _: self.mark_panes())
        session.plan_imported.connect(lambda _: window.show_page(Page.PLAN))
        actions = window.actions_of_menu
        actions.show_list.triggered.connect(lambda is_open: self._open_list(is_open=is_open))
        actions.show_details.triggered.connect(lambda is_open: self._open_pane(is_open=is_open))
        actions.refresh.triggered.connect(self._refresh)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.recent_messages.triggered.connect(self._show_messages)

    def mark_panes(self) -> None:
        """Let the menu say which panes are open on the page."""
        actions = self._window.actions_of_menu
        has_plan = self._session.open_plan is not None
        actions.show_list.setEnabled(has_plan and self._area.has_list)
        actions.show_details.setEnabled(self._area.has_pane)
        actions.show_list.setChecked(self._area.is_list_open)
        actions.show_details.setChecked(self._area.is_pane_open)

    def _open_list(self, *, is_open: bool) -> None:
        self._area.open_list(is_open=is_open)
        self.mark_panes()

    def _open_pane(self, *, is_open: bool) -> None:
        self._area.open_pane(is_open=is_open)
        self.mark_panes()

    def _on_followed(self, followed: Followed) -> None:
        self._area.follow_edit(followed.layout, followed.figures)
        self.today.follow(followed.today)

    def _refresh(self) -> None:
        """Read the open plan again: another program may have written to the file."""
        self._session.refresh()
        self.today.work_out()

    def _show_shortcuts(self) -> None:
        shown = ShortcutList(self._window.menuBar(), self._window)
        shown.finished.connect(shown.deleteLater)
        shown.open()

    def _show_messages(self) -> None:
        shown = RecentMessages(self._card.said, self._window)
        shown.finished.connect(shown.deleteLater)
        shown.open()
