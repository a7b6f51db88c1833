"""All keys in one list, made from the menus, so that it is never out of date."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind

_SIZE = 560, 460
_PADDING = 16
_KEYS = {"Shift+F6": "Shift+F6", "Del": "Delete", "PgUp": "Page Up", "PgDown": "Page Down"}
# Keys that belong to no menu: they move inside lists and tables, as everywhere.
_INSIDE = (
    ("Sang trang kế, trang trước", "Ctrl+Tab, Ctrl+Shift+Tab"),
    ("Đổi cỡ chữ", "Ctrl+lăn chuột"),
    ("Mở việc đang chọn ở Hôm nay", "Enter"),
    ("Mở, gập phần ở Hôm nay", "→, ←"),
    ("Đi dọc hàng lệnh", "→, ←"),
)


class ShortcutList(QDialog):
    """Acts by menu, each with its key."""

    def __init__(self, menus: QMenuBar, parent: QWidget | None = None) -> None:
        """List the keys of *menus*."""
        super().__init__(parent)
        self.setWindowTitle("Phím tắt")
        self.resize(theme.scaled(_SIZE[0]), theme.scaled(_SIZE[1]))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Các phím tắt")
        self.tree.setHeaderLabels(["Việc", "Phím"])
        for entry in menus.actions():
            menu = entry.menu()
            if isinstance(menu, QMenu):
                self._list(plain(entry.text()), list(_keyed(menu)))
        self._list("Trong trang", list(_INSIDE))
        self.tree.expandAll()
        self.tree.resizeColumnToContents(0)
        close = AppButton("Đóng", ButtonKind.MAIN)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.addWidget(self.tree, 1)
        layout.addLayout(foot)

    def _list(self, title: str, acts: list[tuple[str, str]]) -> None:
        if acts:
            heading = QTreeWidgetItem(self.tree, [title])
            heading.setFont(0, theme.font(strong=True))
            heading.addChildren([QTreeWidgetItem([words, keys]) for words, keys in acts])


def plain(words: str) -> str:
    """Return the words of an act without mnemonic and dots."""
    return words.replace("&", "").rstrip("…")


def _keyed(menu: QMenu) -> Iterator[tuple[str, str]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _keyed(below)
        elif keys := _keys(action):
            yield plain(action.text()), keys


def _keys(action: QAction) -> str:
    return ", ".join(one.toString() for one in action.shortcuts())
