"""Xem trang in, In and the electronic annex, tied to the window once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.frame.file_acts import FileActs
from ui.frame.pages_area import PagesArea
from ui.kit.message_card import MessageCard
from ui.main_window import MainWindow
from ui.preview.annex_acts import AnnexActs
from ui.preview.preview_acts import PreviewActs
from ui.session.background import Background
from ui.session.edit_follower import EditFollower
from ui.session.plan_session import PlanSession


class Preview(QObject):
    """Makes the acts and connects them with those who write files and follow edits."""

    def __init__(
        self,
        window: MainWindow,
        session: PlanSession,
        background: Background,
        area: PagesArea,
        card: MessageCard,
    ) -> None:
        """Make the acts of *window*."""
        super().__init__(window)
        self.acts = PreviewActs(window, session, background, area, card)
        self.annexes = AnnexActs(session, background, window.settings, card, window)
        annex = window.actions_of_menu.preview.electronic_annex
        annex.triggered.connect(self.annexes.ask_export)

    def connect_to(self, file_acts: FileActs, follower: EditFollower) -> None:
        """Save as the pages are seen, and show what an edit makes of them."""
        self.acts.save_asked.connect(
            lambda form: file_acts.ask_export(form, draft_mark=self.acts.wants_mark)
        )
        follower.ready.connect(lambda done: self.acts.follow_edit(done.layout))
