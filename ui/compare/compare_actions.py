"""The acts on what a superior asks and on sources of tasks: their words, once for all menus."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu


class CompareActions:
    """Menus of their own in Kế hoạch and Nhiệm vụ, since those have no letters left."""

    def __init__(self, window: QMainWindow, propose_follow_up: QAction) -> None:
        """Make the actions of *window*; nothing is connected yet.

        *propose_follow_up* stands beside the comparison: both say what a plan lacks.
        """
        self._window = window
        self.compare = self._new("&So với kế hoạch của tỉnh…")
        self.assigned = self._new("&Thêm nhiệm vụ được giao…")
        self.sources = self._new("&Nguồn theo dõi…")
        self.of_plan = self._menu("Đề &xuất, đối chiếu", propose_follow_up, self.compare)
        self.of_tasks = self._menu("Việc được &giao, nguồn theo dõi", self.assigned, self.sources)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every act of this room."""
        return self.compare, self.assigned, self.sources

    def _menu(self, words: str, *actions: QAction) -> QAction:
        head = QAction(words, self._window)
        menu = QMenu(self._window)
        menu.addActions(list(actions))
        head.setMenu(menu)
        return head

    def _new(self, text: str) -> QAction:
        action = QAction(text, self._window)
        action.setIconText(text.replace("&", ""))
        action.setEnabled(False)
        self._window.addAction(action)
        return action
