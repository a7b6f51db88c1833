"""After an import: what a person must look at, and what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind

if TYPE_CHECKING:
    from tthc_desktop.use_cases.plan_import import ImportedPlan

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _HEIGHT = 760, 440
_ROW_OVER = 8
_MESSAGE = 1
_WHERE = {
    "task": "Nhiệm vụ",
    "section": "Mục",
    "table": "Bảng",
    "row": "dòng",
    "header": "Đầu văn bản",
    "recipients": "Nơi nhận",
    "signature": "Chữ ký",
    "annex": "Phụ lục",
    "title": "Trích yếu",
    "legal_bases": "Căn cứ",
    "opening": "Lời mở đầu",
    "closing": "Câu kết",
}


class ImportReport(QDialog):
    """Lists warnings with their places, then the text that found no place in the plan."""

    def __init__(self, imported: ImportedPlan, parent: QWidget | None = None) -> None:
        """Make the list of *imported*."""
        super().__init__(parent)
        self.setWindowTitle("Đã nhập kế hoạch, có chỗ cần xem lại")
        line = QLabel(_sentence(imported))
        line.setWordWrap(True)
        self._tree = _tree(imported)
        close = AppButton("Xem kế hoạch", ButtonKind.MAIN)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(line)
        layout.addWidget(self._tree, 1)
        layout.addLayout(buttons)
        self.resize(theme.scaled(_WIDTH), theme.scaled(_HEIGHT))
        close.setFocus()

    @property
    def tree(self) -> QTreeWidget:
        """The list."""
        return self._tree


def _sentence(imported: ImportedPlan) -> str:
    return (
        f"Kế hoạch đã vào tệp dữ liệu với {imported.tasks} dòng nhiệm vụ. "
        "Những chỗ dưới đây cần xem lại; chữ nào chưa hiểu đều được liệt kê."
    )


class _WrappedTree(QTreeWidget):
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _WrappedRows(QStyledItemDelegate):
    """Measures rows by the width of their column, which Qt's trees do not."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        if index.column() != _MESSAGE:
            return QSize(size.width(), size.height() + _ROW_OVER)
        room = QRect(0, 0, self._tree.columnWidth(_MESSAGE) - _ROW_OVER, 0)
        words = str(index.data() or "")
        wrapped = self._tree.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        return QSize(size.width(), max(size.height(), wrapped.height()) + _ROW_OVER)


def _tree(imported: ImportedPlan) -> QTreeWidget:
    tree = _WrappedTree()
    tree.setItemDelegate(_WrappedRows(tree))
    tree.setAccessibleName("Chỗ cần xem lại")
    tree.setHeaderLabels(["Chỗ", "Cần xem"])
    tree.setWordWrap(True)
    tree.setUniformRowHeights(False)
    tree.setRootIsDecorated(True)
    warnings = [(place_words(one.where), one.message) for one in imported.warnings]
    unread = [(str(count), text) for count, text in enumerate(imported.not_understood, start=1)]
    for title, rows in (("Cần xem lại", warnings), ("Chữ chưa hiểu", unread)):
        if rows:
            tree.addTopLevelItem(_section(title, rows))
    tree.expandAll()
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    tree.header().setStretchLastSection(True)
    return tree


def _section(title: str, rows: list[tuple[str, str]]) -> QTreeWidgetItem:
    section = QTreeWidgetItem([f"{title} ({len(rows)})"])
    section.setFont(0, theme.font(strong=True))
    section.setFirstColumnSpanned(True)
    for where, message in rows:
        item = QTreeWidgetItem([where, message])
        item.setToolTip(1, message)
        section.addChild(item)
    return section


def place_words(where: str) -> str:
    """Return a place of the import ("task 3.4", "table 2 row 5") in Vietnamese."""
    return " ".join(_WHERE.get(word, word) for word in where.split())
