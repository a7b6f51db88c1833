"""The acts of looking at tasks and recording their results: words and keys, once for all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from ui.tasks.task_columns import Column

_SORTED_BY = {
    Column.CONTENT: "&Nội dung công việc",
    Column.LEAD: "&Chủ trì",
    Column.COORDINATING: "&Phối hợp",
    Column.TIMING: "Thời &gian",
    Column.DUE: "&Hạn tính",
    Column.STATE: "T&rạng thái",
    Column.PERCENT: "Tỷ &lệ",
    Column.RESULT: "&Kết quả",
}


class TaskLookActions:
    """The keys work in the page of tasks; the search works in the whole window."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.record = self._new("Ghi kết &quả…", "Ctrl+Return", "Ctrl+Enter")
        self.record.setIconText("Ghi kết quả")
        self.edit_many = self._new("Sửa nhiều &dòng…")
        self.filter_text = self._new("Lọc th&eo chữ", "Ctrl+L")
        self.filter_column = self._new("Lọc cột đ&ang chọn…", "Alt+Down")
        self.clear_filter = self._new("&Bỏ lọc")
        self.history = self._new("Lịch sử nh&iệm vụ…")
        self.search = self._new("Tìm tron&g mọi kế hoạch", "Ctrl+K")
        self.search.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        window.addAction(self.search)
        self.plan_order = self._new("&Thứ tự của kế hoạch")
        self.sort_by = {column: self._new(words) for column, words in _SORTED_BY.items()}
        self.descending = self._new("Giảm &dần")
        self.sort_menu_action = self._new("Xế&p để xem")
        self._make_sort_menu()

    @property
    def task_menu(self) -> tuple[tuple[QAction, ...], ...]:
        """The entries of the menu Nhiệm vụ, between its lines."""
        return (
            (self.record, self.edit_many),
            (self.filter_text, self.filter_column, self.clear_filter, self.sort_menu_action),
            (self.history,),
        )

    def work_in(self, page: QWidget) -> None:
        """Let the keys work in *page*."""
        page.addActions([self.record, self.filter_text, self.filter_column])

    def enable(self, *, has_plan: bool) -> None:
        """Let the acts that need an open plan be done, or not."""
        for action in (self.record, self.filter_text, self.filter_column, self.sort_menu_action):
            action.setEnabled(has_plan)

    def _make_sort_menu(self) -> None:
        menu = QMenu(self._window)
        group = QActionGroup(menu)
        for action in (self.plan_order, *self.sort_by.values()):
            action.setCheckable(True)
            group.addAction(action)
            menu.addAction(action)
        self.plan_order.setChecked(True)
        menu.addSeparator()
        self.descending.setCheckable(True)
        menu.addAction(self.descending)
        self.sort_menu_action.setMenu(menu)

    def _new(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self._window)
        action.setIconText(text.replace("&", ""))
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action
