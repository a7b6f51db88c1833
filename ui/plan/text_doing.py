"""Writing acts on the open plan's text, and what is being typed before any other of them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.text_run import joined_runs
from tthc_desktop.use_cases.plan_text_acts import recognise
from tthc_desktop.use_cases.text_act import TextAct
from ui.plan.page_editor import PageEditor
from ui.plan.spot_words import words_at, writing
from ui.plan.spots import Spot, SpotKind
from ui.session.edit_commands import TextCommand
from ui.session.plan_editor import PlanEditor


class TextDoing(QObject):
    """What is typed in one visit of a paragraph is one edit, however often it is written."""

    def __init__(self, pages: PageEditor, editor: PlanEditor) -> None:
        """Write what is done on *pages* by *editor*."""
        super().__init__(pages)
        self._pages, self._editor = pages, editor
        self._visit = 0
        self._visited: Spot | None = None
        self.is_doing = False
        pages.words_ready.connect(self.write_words)

    @property
    def plan(self) -> Plan | None:
        """The open plan as it stands after every edit."""
        return self._editor.progress.plan if self._editor.progress else None

    def do(self, act: TextAct) -> bool:
        """Do an act, after what is being typed."""
        self.write_words(False)
        return self._do(act)

    def write_words(self, is_leaving: bool) -> None:
        """Write what is typed into the open paragraph, if it differs."""
        spot, known = self._pages.open_spot, self._pages.layout_now
        if spot is None or known is None:
            return
        if spot != self._visited:
            self._visited = spot
            self._visit += 1
        words = self._pages.words
        before = words_at(known, spot)
        if before is not None and joined_runs(before) != joined_runs(words):
            self._do(writing(spot, words, self._visit_key))
        if is_leaving:
            if spot.kind is SpotKind.BLOCK and self._has_typed:
                self._do(recognise(spot.id, self._visit_key))
            self._visited = None

    def give_up(self) -> None:
        """Give a paragraph back the words it had when it was opened."""
        self._pages.close_paragraph()
        if self._has_typed:
            self._editor.stack.undo()
        self._visited = None
        if self._editor.progress is not None:
            progress = self._editor.progress
            self._pages.follow(progress.plan, progress.directory)

    @property
    def _visit_key(self) -> str:
        return f"visit {self._visit}"

    @property
    def _has_typed(self) -> bool:
        """Whether the last act is what was typed in this visit."""
        stack = self._editor.stack
        last = stack.command(stack.index() - 1) if stack.index() else None
        is_own = isinstance(last, TextCommand) and last.edit.merges_as == self._visit_key
        return self._visited is not None and is_own

    def _do(self, act: TextAct) -> bool:
        self.is_doing = True
        try:
            return self._editor.do_text(act.words, act.change, act.merges_as)
        finally:
            self.is_doing = False
