"""The acts on reports: their words and keys, once for menus, buttons and empty screens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget


class ReportActions:
    """What stands in the menu Báo cáo; keys of the tab work in the tab alone."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.create = self._new("&Lập báo cáo…", "Ctrl+N")
        self.create_here = self._new("Lập báo cáo kỳ đ&ang chọn")
        self.check = self._new("K&iểm tra số liệu", "F7")
        self.count = self._new("Lấ&y số từ sổ")
        self.cause = self._new("Ghi nguyên nhân &quá hạn…")
        self.update_text = self._new("&Cập nhật lời văn theo số liệu…")
        self.owing = self._new("&Phòng chưa có số liệu…")
        self.submit = self._new("&Trình ký…")
        self.send = self._new("&Ghi đã gửi…")
        self.correct = self._new("Lập &bản sửa…")
        self.create_menu = self._new("Lập báo cáo")
        menu = QMenu(window)
        menu.setAccessibleName("Lập báo cáo")
        menu.addActions([self.create_here, self.create])
        self.create_menu.setMenu(menu)

    @property
    def menu(self) -> tuple[tuple[QAction, ...], ...]:
        """The first groups of the menu Báo cáo, between its lines."""
        return (
            (self.create, self.create_here),
            (self.check, self.count, self.cause, self.update_text, self.owing),
        )

    @property
    def menu_end(self) -> tuple[QAction, ...]:
        """The last group of the menu Báo cáo."""
        return self.submit, self.send, self.correct

    def work_in(self, tab: QWidget) -> None:
        """Let the keys of the tab work there."""
        tab.addActions([self.create, self.check])

    def _new(self, text: str, keys: str = "") -> QAction:
        action = QAction(text, self._window)
        action.setIconText(text.replace("&", ""))
        action.setEnabled(False)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action
