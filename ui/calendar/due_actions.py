"""The acts on due days: their words and keys, once for menus, buttons and right clicks."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow


class DueActions:
    """Timings, documents waited for, letters, the year, working days; of use with a plan."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.year = self._new("Lịch nă&m", "Ctrl+5")
        self.link = self._new("Gắn &văn bản…")
        self.timing = self._new("&Sửa cách hiểu thời gian…")
        self.remind = self._new("&Công văn đôn đốc…")
        self.leader_note = self._new("Báo cáo nhanh cho lãnh đạo (&Word)…")
        self.export = self._new("Xuất lị&ch (.ics)…")
        self.working_days = self._new("&Ngày nghỉ, ngày làm bù…")
        self.report_calendar = self._new("Lịch &báo cáo…")

    @property
    def task_menu(self) -> tuple[tuple[QAction, ...], ...]:
        """The last groups of the menu Nhiệm vụ, between its lines."""
        return (self.link, self.timing), (self.remind, self.leader_note)

    def enable(self, *, has_plan: bool, has_file: bool) -> None:
        """Let the acts be done that make sense now."""
        for action in (self.year, self.link, self.timing, self.remind, self.leader_note):
            action.setEnabled(has_plan)
        for action in (self.export, self.working_days, self.report_calendar):
            action.setEnabled(has_file)

    def _new(self, text: str, keys: str = "") -> QAction:
        action = QAction(text, self._window)
        action.setIconText(text.replace("&", ""))
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setEnabled(False)
        self._window.addAction(action)
        return action
