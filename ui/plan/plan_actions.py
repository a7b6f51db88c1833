"""The acts on a plan's text: their words and keys, once for menus, buttons and right clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from ui.kit.app_button import ICON_ONLY
from ui.plan.style_box import StyleBox


class PlanActions:
    """Those of the text work only where the page, or the tree of its parts, has the focus."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.add_part = self._new("&Thêm phần", "Ctrl+N")
        self.remove_part = self._new("Xó&a phần", "Ctrl+-")
        self.outdent = self._new("&Lên một cấp", "Alt+Shift+Left")
        self.indent = self._new("X&uống một cấp", "Alt+Shift+Right")
        self.move_up = self._new("C&huyển lên", "Alt+Shift+Up")
        self.move_down = self._new("Chu&yển xuống", "Alt+Shift+Down")
        self.bold = self._new("Chữ đậ&m", "Ctrl+B", checkable=True)
        self.italic = self._new("Chữ &nghiêng", "Ctrl+I", checkable=True)
        self.add_basis = self._new("Thêm &căn cứ…")
        self.head = self._new("Đầu &văn bản…")
        self.recipients = self._new("Nơ&i nhận…")
        self.signature = self._new("Chữ &ký…")
        self.annex = self._new("&Sửa phụ lục…")
        self.add_annex = self._new("&Thêm phụ lục")
        self.remove_annex = self._new("&Xóa phụ lục")
        self.annexes = QMenu("&Phụ lục", window)
        self.annexes.addActions([self.annex, self.add_annex, self.remove_annex])
        self.style = StyleBox()
        for action in (*self.moves, self.bold, self.italic):
            action.setProperty(ICON_ONLY, True)

    @property
    def moves(self) -> tuple[QAction, ...]:
        """The four moves in the order of the buttons."""
        return self.indent, self.outdent, self.move_up, self.move_down

    @property
    def of_page(self) -> tuple[QAction, ...]:
        """The acts whose keys work on the page and in the tree."""
        return *self.moves, self.bold, self.italic

    @property
    def of_tree(self) -> tuple[QAction, ...]:
        """The acts whose keys work in the tree alone."""
        return self.add_part, self.remove_part

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every act that changes the text."""
        return (
            *self.of_tree, *self.of_page, self.add_basis, self.head, self.recipients,
            self.signature, self.annex, self.add_annex, self.remove_annex,
        )  # fmt: skip

    @property
    def menu(self) -> tuple[tuple[QAction, ...], ...]:
        """The menu Kế hoạch, between its lines."""
        moves = self.outdent, self.indent, self.move_up, self.move_down
        return (
            (self.add_part, self.remove_part, *moves),
            (self.bold, self.italic),
            (
                self.add_basis, self.head, self.recipients, self.signature,
                self.annexes.menuAction(),
            ),
        )  # fmt: skip

    @property
    def context_menu(self) -> tuple[tuple[QAction, ...], ...]:
        """The right-click menu."""
        return (
            (self.add_part, self.remove_part),
            (self.outdent, self.indent, self.move_up, self.move_down),
            (self.bold, self.italic),
        )

    @property
    def commands(self) -> tuple[tuple[str, QAction], ...]:
        """The buttons of the command row with their icons."""
        return (
            ("bold", self.bold),
            ("italic", self.italic),
            ("indent", self.indent),
            ("outdent", self.outdent),
            ("up", self.move_up),
            ("down", self.move_down),
        )

    def work_in(self, page: QWidget, tree: QWidget) -> None:
        """Let the keys work in *page*, which holds the *tree* of parts."""
        page.addActions(list(self.of_page))
        tree.addActions(list(self.of_tree))

    def _new(self, text: str, keys: str = "", *, checkable: bool = False) -> QAction:
        action = QAction(text, self._window, checkable=checkable)
        action.setIconText(text.replace("&", ""))
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setEnabled(False)
        return action
