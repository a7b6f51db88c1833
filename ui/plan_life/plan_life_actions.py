"""The acts on a plan as a whole: their words, once for menus, buttons and right clicks."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu


class PlanLifeActions:
    """What stands in the menus Tệp, Kế hoạch and Công cụ for a plan's way through its year."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        # On buttons it is told from the other ways to begin.
        self.new_plan = self._new("Kế hoạch &mới…", "Lập từ mẫu…")
        self.carry_over = self._new("Lập kế hoạch từ năm t&rước…", "Lập từ năm trước…")
        self.save_template = self._new("Lưu t&hành mẫu…")
        self.review = self._new("X&em lại chỗ cần sửa…")
        self.submit = self._new("T&rình ký…")
        self.issue = self._new("&Ban hành…")
        self.attach = self._new("&Gắn bản đã ký…")
        self.reason = self._new("Lý &do điều chỉnh…")
        self.adjusting_plan = self._new("Lập kế hoạch điều chỉnh, bổ &sung…")
        self.close_plan = self._new("Đóng kế h&oạch…")
        self.register = self._new("&Văn bản pháp luật…")
        self.templates = self._new("&Mẫu kế hoạch…")
        self.new_menu = self._new("Kế hoạch mới")
        menu = QMenu(window)
        menu.setAccessibleName("Kế hoạch mới")
        menu.addActions([self.new_plan, self.carry_over])
        self.new_menu.setMenu(menu)

    @property
    def file_menu(self) -> tuple[QAction, ...]:
        """The first entries of the menu Tệp."""
        return self.new_plan, self.carry_over

    @property
    def plan_menu(self) -> tuple[tuple[QAction, ...], ...]:
        """The last groups of the menu Kế hoạch, between its lines."""
        return (
            (self.review,),
            (self.submit, self.issue, self.attach),
            (self.reason, self.adjusting_plan, self.close_plan),
        )

    @property
    def tools_menu(self) -> tuple[QAction, ...]:
        """What stands in the menu Công cụ."""
        return self.register, self.templates

    def _new(self, text: str, short: str = "") -> QAction:
        action = QAction(text, self._window)
        action.setIconText(short or text.replace("&", ""))
        action.setEnabled(False)
        self._window.addAction(action)
        return action
