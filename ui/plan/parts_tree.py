"""The tree of a document's parts; choosing one goes to its page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui.kit import theme
from ui.pages.paginator import BlockPlace
from ui.plan.parts import Part

WIDTH = 228
_PLACE_ROLE = Qt.ItemDataRole.UserRole


class PartsTree(QWidget):
    """Các phần: the parts as the document prints them."""

    part_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty tree."""
        super().__init__(parent)
        title = QLabel("Các phần")
        title.setFont(theme.font(theme.TITLE_PT, strong=True))
        title.setContentsMargins(12, 8, 12, 4)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("Các phần của kế hoạch")
        self._tree.setHeaderHidden(True)
        self._tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self._tree.setIndentation(theme.scaled(14))
        self._tree.setUniformRowHeights(True)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.currentItemChanged.connect(self._on_current_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self._tree)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.setFocusProxy(self._tree)

    @property
    def tree(self) -> QTreeWidget:
        """The tree itself."""
        return self._tree

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(theme.scaled(WIDTH), super().sizeHint().height())

    def set_parts(self, parts: tuple[Part, ...]) -> None:
        """Show other parts, all of them open."""
        blocked = self._tree.blockSignals(True)
        self._tree.clear()
        above: list[QTreeWidgetItem] = []
        for part in parts:
            item = _item(part)
            del above[part.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self._tree.addTopLevelItem(item)
            above.append(item)
        self._tree.expandAll()
        self._tree.blockSignals(blocked)

    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        place = item.data(0, _PLACE_ROLE) if item else None
        if isinstance(place, BlockPlace):
            self.part_chosen.emit(place)


def _item(part: Part) -> QTreeWidgetItem:
    item = QTreeWidgetItem([part.title])
    item.setData(0, _PLACE_ROLE, part.place)
    item.setToolTip(0, part.title)
    if part.is_heading:
        item.setFont(0, theme.font(strong=True))
    height = theme.line_height(theme.font()) + 10
    item.setSizeHint(0, QSize(0, height))
    return item
