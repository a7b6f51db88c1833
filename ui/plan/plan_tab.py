"""The page Kế hoạch: the plan as it prints, its parts beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tthc_desktop.document.blocks import DocumentLayout
from ui.kit import theme
from ui.kit.panes import Pane, put_beside
from ui.plan.page_view import PageView
from ui.plan.parts import parts_of, place_of
from ui.plan.parts_tree import WIDTH, PartsTree
from ui.session.open_plan import OpenPlan

_NARROW = 1000
_NARROW_WIDTH = 180
_NO_TREE = 760


class PlanTab(QWidget):
    """Read here, edited with the next version; the tree scrolls the pages."""

    facts_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self._layout: DocumentLayout | None = None
        self._parts = PartsTree()
        self._pages = PageView()
        self._parts.part_chosen.connect(self._pages.go_to)
        self._pages.pages_changed.connect(self.facts_changed)
        self._parts_pane = Pane(self._parts, WIDTH)
        put_beside(self, self._parts_pane, self._pages)
        self.setFocusProxy(self._pages)

    @property
    def pages(self) -> PageView:
        """The pages."""
        return self._pages

    @property
    def parts(self) -> PartsTree:
        """The tree of parts."""
        return self._parts

    def go_to_text(self, words: str) -> None:
        """Scroll to the paragraph that holds *words*; to the beginning where none does."""
        if self._layout is not None:
            self._pages.go_to(place_of(self._layout, words))

    @property
    def facts(self) -> str:
        """What the status bar says."""
        return self._pages.facts

    def show_plan(self, opened: OpenPlan) -> None:
        """Show another plan."""
        self._layout = opened.layout
        self._parts.set_parts(parts_of(opened.layout))
        self._pages.show_document(opened.layout)

    def follow_edit(self, layout: DocumentLayout) -> None:
        """Show the plan as it is after an edit, at the place one looks at."""
        self._layout = layout
        self._parts.set_parts(parts_of(layout))
        self._pages.show_document(layout, stay=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tree less room in a narrow window, none in a very narrow one."""
        super().resizeEvent(event)
        scale = theme.text_scale()
        width = _NARROW_WIDTH if self.width() < _NARROW * scale else WIDTH
        self._parts_pane.setFixedWidth(theme.scaled(width))
        self._parts_pane.setVisible(self.width() >= _NO_TREE * scale)
