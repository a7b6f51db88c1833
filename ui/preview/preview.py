"""Xem trang in, In and the electronic annex, tied to the window once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.preview.annex_acts import AnnexActs
from ui.preview.preview_acts import PreviewActs


class Preview(QObject):
    """Makes the acts and connects them with those who write files and follow edits."""

    def __init__(self, desk: Desk) -> None:
        """Make the acts of the window."""
        window, session, background = desk.window, desk.session, desk.background
        super().__init__(window)
        self.acts = PreviewActs(window, session, background, desk.area, desk.card)
        self.annexes = AnnexActs(session, background, window.settings, desk.card, window)
        annex = window.actions_of_menu.preview.electronic_annex
        annex.triggered.connect(self.annexes.ask_export)
        self.acts.sources.offer(desk.area.report_tab.print_source)
        # Saved as the pages are seen; what an edit makes of them is shown.
        self.acts.save_asked.connect(
            lambda form: desk.file_acts.ask_export(form, draft_mark=self.acts.wants_mark)
        )
        desk.frame.follower.ready.connect(lambda done: self.acts.follow_edit(done.layout))
