"""What a person must look at: new units, warnings with their places, words not understood."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from tthc_desktop.domain.office import Respondent, RespondentKind
from tthc_desktop.reading.results import ReadPlan
from ui.kit import theme
from ui.plan_life.place_words import place_words

Index = QModelIndex | QPersistentModelIndex
_ROW_OVER = 8
_UNIT_ROLE = Qt.ItemDataRole.UserRole
_KINDS = {
    RespondentKind.DIVISION: "phòng",
    RespondentKind.AFFILIATED: "đơn vị trực thuộc",
    RespondentKind.GROUP: "nhóm đơn vị",
}
# Said again above, in the list of units.
_ADDED = "đã thêm, cần xác nhận"


class DoubtsTree(QTreeWidget):
    """One column of wrapped lines under three headings; new units have boxes to tick."""

    def __init__(self, read: ReadPlan) -> None:
        """List what *read* leaves in doubt."""
        super().__init__()
        self.setAccessibleName("Chỗ cần xem lại")
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setIndentation(theme.scaled(14))
        self.setItemDelegate(_WrappedRows(self))
        units = [_unit_item(one) for one in read.new_respondents]
        warnings = [
            QTreeWidgetItem([f"{place_words(one.where)}: {one.message}"])
            for one in read.warnings
            if _ADDED not in one.message
        ]
        unread = [QTreeWidgetItem([text]) for text in read.not_understood]
        for title, rows in (
            ("Đơn vị mới sẽ thêm, đánh dấu nếu đã đúng tên", units),
            ("Cần xem lại", warnings),
            ("Chữ chưa hiểu, không vào kế hoạch", unread),
        ):
            if rows:
                self.addTopLevelItem(_section(f"{title} ({len(rows)})", rows))
        self.expandAll()

    @property
    def confirmed(self) -> frozenset[str]:
        """The ids of the new units that are ticked."""
        items = [
            section.child(row)
            for section in map(self.topLevelItem, range(self.topLevelItemCount()))
            if section is not None
            for row in range(section.childCount())
        ]
        return frozenset(
            item.data(0, _UNIT_ROLE)
            for item in items
            if item.data(0, _UNIT_ROLE) and item.checkState(0) is Qt.CheckState.Checked
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _WrappedRows(QStyledItemDelegate):
    """Measures rows by the room of their lines, which Qt's trees do not."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        depth = 2 if index.parent().isValid() else 1
        checked = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        left = depth * self._tree.indentation() + (theme.scaled(24) if checked else 0)
        room = QRect(0, 0, self._tree.viewport().width() - left - _ROW_OVER, 0)
        metrics = self._tree.fontMetrics()
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data() or ""))
        return QSize(size.width(), max(metrics.height(), wrapped.height()) + _ROW_OVER)


def _unit_item(one: Respondent) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{one.name} ({_KINDS.get(one.kind, 'đơn vị')})"])
    item.setData(0, _UNIT_ROLE, one.id)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    return item


def _section(title: str, rows: list[QTreeWidgetItem]) -> QTreeWidgetItem:
    section = QTreeWidgetItem([title])
    section.setFont(0, theme.font(strong=True))
    for item in rows:
        item.setToolTip(0, item.text(0))
        section.addChild(item)
    return section
