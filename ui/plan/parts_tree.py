"""The tree of a plan's parts: choosing one goes to its page, dragging one moves it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.plan.plan_parts import Part
from ui.plan.spots import Spot

WIDTH = 228
_BESIDE = 24
_PART, _FONT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.FontRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class PartsTree(QWidget):
    """Các phần: with the command that adds one."""

    part_chosen = Signal(object)
    part_opened = Signal(object)
    part_dropped = Signal(object, object, bool)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty tree."""
        super().__init__(parent)
        self._title = QLabel("Các phần")
        self._title.setFont(theme.font(theme.TITLE_PT, strong=True))
        self._tree = _Tree()
        self._tree.currentItemChanged.connect(self._on_current_changed)
        self._tree.itemClicked.connect(self._choose)
        self._tree.entered_part.connect(self.part_opened)
        self._tree.dropped.connect(self.part_dropped)
        self._tree.menu_asked.connect(self.menu_asked)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(12, 6, 8, 2)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self._tree)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.setFocusProxy(self._tree)

    @property
    def tree(self) -> QTreeWidget:
        """The tree itself."""
        return self._tree

    @property
    def current(self) -> Spot | None:
        """The spot of the current part."""
        item = _current(self._tree)
        part = item.data(0, _PART) if item is not None else None
        return part.spot if isinstance(part, Part) else None

    def offer(self, action: QAction) -> None:
        """Show the command that adds a part beside the title."""
        button = AppButton.of_action(action, ButtonKind.LINK, icon="plus", parent=self)
        self._head.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title out where it has no room beside the command."""
        super().resizeEvent(event)
        wanted = (
            self._title.sizeHint().width()
            + _BESIDE
            + sum(one.sizeHint().width() for one in self.findChildren(AppButton))
        )
        self._title.setVisible(wanted <= self.width())

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(theme.scaled(WIDTH), super().sizeHint().height())

    def set_parts(self, parts: tuple[Part, ...], *, can_edit: bool) -> None:
        """Show parts: as they were folded, all of them open in another plan."""
        self._tree.setDragEnabled(can_edit)
        known = [item.data(0, _PART) for item in self._items()]
        look = _Look()
        if [(one.spot, one.depth) for one in known] == [(one.spot, one.depth) for one in parts]:
            for item, part in zip(list(self._items()), parts, strict=True):
                look.fill(item, part)
            return
        folded = {
            one.data(0, _PART).spot
            for one in self._items()
            if one.childCount() and not one.isExpanded()
        }
        current = self.current
        blocked = self._tree.blockSignals(True)
        self._tree.clear()
        above: list[QTreeWidgetItem] = []
        for part in parts:
            del above[part.depth :]
            item = QTreeWidgetItem(above[-1]) if above else QTreeWidgetItem(self._tree)
            look.fill(item, part)
            above.append(item)
        for item in self._items():
            part = item.data(0, _PART)
            item.setExpanded(part.spot not in folded if known else not part.is_folded)
        self._tree.blockSignals(blocked)
        if current is not None:
            self.mark(current)

    def mark(self, spot: Spot | None) -> None:
        """Make the part at *spot* the current one without going there."""
        if spot == self.current:
            return
        found = next((one for one in self._items() if one.data(0, _PART).spot == spot), None)
        while found is not None and (above := _above(found)) is not None:
            # In a folded part the part itself is marked.
            if above.isExpanded():
                break
            found = above
        blocked = self._tree.blockSignals(True)
        self._tree.setCurrentItem(found)  # type: ignore[arg-type] # Qt takes none
        if found is not None:
            self._tree.scrollToItem(found)
        self._tree.blockSignals(blocked)
        self._tree.viewport().update()

    def _items(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self._tree)
        while (item := walk.value()) is not None:
            yield item
            walk += 1

    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._choose(item)

    def _choose(self, item: QTreeWidgetItem) -> None:
        part = item.data(0, _PART)
        if isinstance(part, Part):
            self.part_chosen.emit(part.spot)


class _Tree(QTreeWidget):
    """Opens by Enter, drags parts, asks for the menu."""

    entered_part = Signal(object)
    dropped = Signal(object, object, bool)
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Các phần của kế hoạch")
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setIndentation(theme.scaled(14))
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setExpandsOnDoubleClick(False)
        self.itemDoubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page by Enter."""
        item = _current(self)
        if event.key() in _ENTER and item is not None and not event.modifiers():
            self._open(item)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the part."""
        self.menu_asked.emit(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped where; the plan moves it, the tree follows."""
        target: QTreeWidgetItem | None = self.itemAt(event.position().toPoint())
        moved = _current(self)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if target is None or moved is None:
            return
        one, other = moved.data(0, _PART), target.data(0, _PART)
        if one.moves and other.moves and one.spot != other.spot:
            above = QAbstractItemView.DropIndicatorPosition.AboveItem
            self.dropped.emit(one.spot, other.spot, self.dropIndicatorPosition() != above)

    def _open(self, item: QTreeWidgetItem) -> None:
        self.entered_part.emit(item.data(0, _PART).spot)


def _above(item: QTreeWidgetItem) -> QTreeWidgetItem | None:
    # Qt's type hints do not know that there may be none.
    return item.parent()


def _current(tree: QTreeWidget) -> QTreeWidgetItem | None:
    # Qt's type hints do not know that there may be none.
    return tree.currentItem()


class _Look:
    """Fonts and height of the rows, asked for once for all of them."""

    def __init__(self) -> None:
        self._fonts = {strong: theme.font(strong=strong) for strong in (False, True)}
        self._size = QSize(0, theme.line_height(theme.font()) + 10)

    def fill(self, item: QTreeWidgetItem, part: Part) -> None:
        if item.data(0, _PART) == part:
            return
        item.setText(0, part.title)
        item.setData(0, _PART, part)
        item.setToolTip(0, part.title)
        item.setSizeHint(0, self._size)
        if part.is_heading or item.data(0, _FONT) is not None:
            item.setFont(0, self._fonts[part.is_heading])
