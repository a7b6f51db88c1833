"""A form above, its section's text and the pictures below; the line between can be drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from tthc_desktop.domain.reporting.forms import Form
from ui.charts.charts_pane import ChartsPane
from ui.kit import theme
from ui.kit.panes import ThinLine
from ui.reports.form_page import FormPage
from ui.reports.narrative_pane import NarrativePane
from ui.reports.report_content import ReportContent
from ui.session.settings import Settings

_LOWER_PX, _SIDE = 130, 16
_ROOM_HEIGHT, _ROOM_WIDTH = 400, 760
_LOW = 250


class FormWithText(QWidget):
    """The lower half is there only where both have room."""

    def __init__(self, page: FormPage, settings: Settings, parent: QWidget | None = None) -> None:
        """Put *page* above an empty lower half."""
        super().__init__(parent)
        self.page = page
        self.text = NarrativePane(NarrativePane.SECTION)
        self.charts = ChartsPane(settings)
        self.lower_half = _Split(Qt.Orientation.Horizontal)
        self.lower_half.addWidget(self.text)
        self.lower_half.addWidget(self.charts)
        self.lower_half.setSizes([500, 540])
        self.lower_half.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._split = _Split(Qt.Orientation.Vertical)
        self._split.addWidget(page)
        self._split.addWidget(self.lower_half)
        self._split.setStretchFactor(0, 1)
        self._is_drawn = False
        self._split.splitterMoved.connect(lambda *_: self._draw())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)
        self.setFocusProxy(page)

    def has_room(self, width: int, height: int) -> bool:
        """Whether a page of this size has room for the lower half."""
        return height >= theme.scaled(_ROOM_HEIGHT) and width >= theme.scaled(_ROOM_WIDTH)

    def open_lower(self, *, is_open: bool) -> None:
        """Show the lower half, or the form alone."""
        self.lower_half.setVisible(is_open)
        self._fit_page()

    def show_content(
        self, content: ReportContent, form: Form, *, frozen: bool, is_locked: bool = False
    ) -> None:  # fmt: skip
        """Show the text of a form's section, and the pictures."""
        own = tuple(one for one in content.sections if one.key == form.section)
        self.text.show_text(own, frozen, content.note, is_locked=is_locked)
        self.charts.show_pictures(content.pictures)
        self._share_height()
        # Once more when Qt has laid out: a scroll bar may have made the heading higher.
        QTimer.singleShot(0, self, self._share_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out anew."""
        super().resizeEvent(event)
        self._share_height()
        self._fit_page()

    def _fit_page(self) -> None:
        is_alone = self.lower_half.isHidden()
        self.page.be_low(is_low=is_alone and self.height() < theme.scaled(_LOW))

    def _draw(self) -> None:
        self._is_drawn = True

    def _share_height(self) -> None:
        """Give the form what its rows need, the rest to the lower half, until a hand draws it."""
        if self._is_drawn or not self.lower_half.isVisibleTo(self):
            return
        room = self.height() - self._split.handleWidth()
        upper = min(self.page.wanted_height, room - theme.scaled(_LOWER_PX))
        self._split.setSizes([upper, room - upper])


class _Split(QSplitter):
    """Its handle is a thin line, wider for the hand."""

    def __init__(self, way: Qt.Orientation) -> None:
        super().__init__(way)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        handle = QSplitterHandle(self.orientation(), self)
        is_flat = self.orientation() is Qt.Orientation.Vertical
        layout = QVBoxLayout(handle)
        layout.setContentsMargins(*((0, 2, 0, 2) if is_flat else (2, 8, 2, 8)))
        line = Qt.Orientation.Horizontal if is_flat else Qt.Orientation.Vertical
        layout.addWidget(ThinLine(line, is_strong=is_flat))
        return handle
