"""The page Kế hoạch: the plan as it prints, edited where it stands, its parts beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.use_cases.text_editing import why_final
from ui.kit import theme
from ui.kit.panes import Pane, put_beside
from ui.plan.page_editor import PageEditor
from ui.plan.parts_tree import WIDTH, PartsTree
from ui.plan.plan_actions import PlanActions
from ui.plan.plan_choosers import PlanChoosers
from ui.plan.plan_editing import PlanEditing
from ui.plan.plan_parts import parts_of
from ui.plan.spots import Spot, SpotKind
from ui.session.open_plan import OpenPlan
from ui.session.plan_session import PlanSession

_NARROW = 1000
_NARROW_WIDTH = 180
_NO_TREE = 760


class PlanTab(QWidget):
    """Edited on the page; the tree goes to the pages and follows the cursor.

    `task_asked` names the task whose row was chosen, `said` carries what the card says.
    """

    facts_changed = Signal()
    task_asked = Signal(str)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self._parts = PartsTree()
        self._pages = PageEditor()
        self.editing: PlanEditing | None = None
        self.choosers: PlanChoosers | None = None
        self._pages.pages_changed.connect(self.facts_changed)
        self._pages.spot_changed.connect(self._parts.mark)
        self._parts.part_chosen.connect(lambda spot: self._pages.choose(spot, goes=True))
        self._parts.part_opened.connect(self._pages.open_part)
        self.parts_pane = Pane(self._parts, WIDTH)
        put_beside(self, self.parts_pane, self._pages)
        self.setFocusProxy(self._pages)

    @property
    def pages(self) -> PageEditor:
        """The pages."""
        return self._pages

    @property
    def parts(self) -> PartsTree:
        """The tree of parts."""
        return self._parts

    @property
    def facts(self) -> str:
        """What the status bar says."""
        return self._pages.facts

    def edit_with(
        self,
        session: PlanSession,
        actions: PlanActions,
        first: Iterable[QAction] = (),
        clipboard: Sequence[QAction] = (),
    ) -> None:
        """Let the plan of *session* be edited here, by *actions* and by hand.

        Before any act of *first*, what is being typed is written. *clipboard* are cắt, chép,
        dán, dán chỉ chữ, chọn tất cả of the window.
        """
        self.editing = PlanEditing(self, session.editor, actions)
        acts = self.editing.part_acts
        self.choosers = PlanChoosers(self._pages, session, self.editing.do, acts)
        self.choosers.connect_to(actions)
        for action, act in zip(clipboard, self.editing.clipboard_acts, strict=False):
            action.triggered.connect(act)
        for action in first:
            action.triggered.connect(self.write_words)
        self.choosers.task_asked.connect(self.task_asked)
        self.choosers.said.connect(self.said)
        actions.work_in(self, self._parts.tree)
        self._parts.offer(actions.add_part)

    def write_words(self) -> None:
        """Write what is being typed."""
        if self.editing:
            self.editing.doing.write_words(True)

    def stop_typing(self) -> None:
        """Write what is being typed and close the paragraph: the window goes."""
        self.write_words()
        self._pages.close_paragraph()

    def go_to_text(self, words: str) -> None:
        """Scroll to the paragraph that holds *words*; to the beginning where none does."""
        known = self._pages.layout_now
        if known is None:
            return
        found = next(
            (place for place, spot in known.spots.items() if self._holds(spot, words)), None
        )
        self._pages.go_to(found or next(iter(known.spots)))

    def show_plan(self, opened: OpenPlan) -> None:
        """Show another plan."""
        plan = opened.plan
        read_only = bool(self.editing and self.editing.read_only) or bool(why_final(plan))
        self._pages.show_plan(
            plan, opened.progress.directory, opened.layout.sections[1:], can_edit=not read_only
        )
        self._parts.set_parts(parts_of(plan), can_edit=not read_only)
        if self.editing:
            self.editing.show_plan()

    def follow_edit(self, layout: DocumentLayout) -> None:
        """Show the annexes as they are after an edit of tasks, at the place one looks at."""
        if self.editing:
            self.editing.follow_tasks(layout.sections[1:])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tree less room in a narrow window, none in a very narrow one."""
        super().resizeEvent(event)
        scale = theme.text_scale()
        width = _NARROW_WIDTH if self.width() < _NARROW * scale else WIDTH
        self.parts_pane.be_usually(width)
        self.parts_pane.setVisible(self.width() >= _NO_TREE * scale)

    def _holds(self, spot: Spot, words: str) -> bool:
        known = self._pages.layout_now
        if known is None or not words:
            return False
        if spot.kind is SpotKind.TITLE:
            return words in known.plan.title
        block = known.block(spot.id)
        return block is not None and words in block.text
