"""The history of a task: what was done, newest first, with the words before and after."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.use_cases.task_history import HistoryLine
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind

_SIZE = 760, 440
_LINE_OVER = 6
_NOTHING = "Chưa có thay đổi nào được ghi lại cho nhiệm vụ này."
_FORM = "%d/%m/%Y %H:%M"


class HistoryList(QDialog):
    """Says who as well: the account of the PC, which leaves the program nowhere else."""

    def __init__(
        self, title: str, lines: tuple[HistoryLine, ...], parent: QWidget | None = None
    ) -> None:
        """List *lines* of the task named *title*."""
        super().__init__(parent)
        self.setWindowTitle(f"Lịch sử: {title}")
        self.resize(*(theme.scaled(one) for one in _SIZE))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Lịch sử nhiệm vụ")
        self.tree.setHeaderLabels(["Lúc", "Việc", "Người ghi"])
        for line in lines:
            self.tree.addTopLevelItem(_item(line))
        self.tree.expandAll()
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 150), (2, 110)):
            self.tree.setColumnWidth(column, theme.scaled(width))
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        close = AppButton("Đóng", ButtonKind.MAIN)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        nothing = QLabel(_NOTHING)
        nothing.setVisible(not lines)
        self.tree.setVisible(bool(lines))
        layout.addWidget(nothing, 1)
        layout.addWidget(self.tree, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout.addLayout(foot)


def _item(line: HistoryLine) -> QTreeWidgetItem:
    at = datetime.fromisoformat(line.at).strftime(_FORM)
    item = QTreeWidgetItem([at, line.words, line.who])
    item.setFont(1, theme.font(strong=True))
    height = QSize(0, theme.line_height(theme.font()) + _LINE_OVER)
    item.setSizeHint(0, height)
    for change in line.changes:
        child = QTreeWidgetItem(["", change, ""])
        child.setToolTip(1, change)
        child.setSizeHint(0, height)
        item.addChild(child)
    return item
