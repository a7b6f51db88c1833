"""The acts on the task table: their words and keys, once for menus, buttons and right clicks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from ui.kit.app_button import ICON_ONLY


class TaskActions:
    """Those of the table work only where it, or something in its page, has the focus."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.undo = self._new("H&oàn tác", "Ctrl+Z")
        self.redo = self._new("&Làm lại", "Ctrl+Y")
        for action in (self.undo, self.redo):
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            window.addAction(action)
        self.undo_name, self.redo_name = ActName(self.undo), ActName(self.redo)
        self.cut = self._new("&Cắt", "Ctrl+X")
        self.copy = self._new("C&hép", "Ctrl+C")
        self.paste = self._new("&Dán", "Ctrl+V")
        self.paste_text = self._new("Dá&n chỉ chữ")
        self.clear = self._new("&Xóa nội dung ô", "Delete")
        self.fill_down = self._new("Ché&p xuống", "Ctrl+D")
        self.select_all = self._new("Chọn &tất cả", "Ctrl+A")
        self.edit_cell = self._new("&Sửa ô", "F2")
        self.add = self._new("&Thêm nhiệm vụ", "Ctrl+N")
        self.add_group = self._new("Thêm nhó&m")
        self.insert = self._new("Chè&n dòng", "Ctrl++", "Ctrl+=")
        self.remove = self._new("&Xóa dòng", "Ctrl+-")
        self.outdent = self._new("&Lên một cấp", "Alt+Shift+Left")
        self.indent = self._new("X&uống một cấp", "Alt+Shift+Right")
        self.move_up = self._new("C&huyển lên", "Alt+Shift+Up")
        self.move_down = self._new("Chu&yển xuống", "Alt+Shift+Down")
        self.add_menu = self._new("Thêm")
        menu = QMenu(window)
        menu.setAccessibleName("Thêm")
        menu.addActions([self.add, self.add_group, self.insert])
        self.add_menu.setMenu(menu)
        for action in (*self.moves, self.undo, self.redo):
            action.setProperty(ICON_ONLY, True)

    @property
    def moves(self) -> tuple[QAction, ...]:
        """The four moves in the tree, in the order of the buttons."""
        return self.indent, self.outdent, self.move_up, self.move_down

    @property
    def of_table(self) -> tuple[QAction, ...]:
        """All that need a row to act on."""
        return *self.of_cells, *self.structure, self.copy, self.select_all

    @property
    def of_cells(self) -> tuple[QAction, ...]:
        """The acts that change cells."""
        return self.cut, self.paste, self.paste_text, self.clear, self.fill_down, self.edit_cell

    @property
    def structure(self) -> tuple[QAction, ...]:
        """The acts that change which rows there are and where."""
        return self.add, self.add_group, self.insert, self.remove, self.add_menu, *self.moves

    @property
    def edit_menu(self) -> tuple[tuple[QAction, ...], ...]:
        """The menu Chỉnh sửa, between its lines."""
        return (
            (self.undo, self.redo),
            (
                self.cut, self.copy, self.paste, self.paste_text, self.clear,
                self.fill_down, self.select_all, self.edit_cell,
            ),
        )  # fmt: skip

    @property
    def task_menu(self) -> tuple[tuple[QAction, ...], ...]:
        """The menu Nhiệm vụ, between its lines."""
        moves = self.outdent, self.indent, self.move_up, self.move_down
        return ((self.add, self.add_group, self.insert, self.remove, *moves),)

    @property
    def context_menu(self) -> tuple[tuple[QAction, ...], ...]:
        """The right-click menu: edit, structure, clipboard."""
        return (
            (self.edit_cell,),
            (self.add, self.insert, self.remove),
            (self.cut, self.copy, self.paste),
        )

    @property
    def commands(self) -> tuple[tuple[str, QAction], ...]:
        """The buttons of the command row with their icons."""
        return (
            ("plus", self.add_menu),
            ("indent", self.indent),
            ("outdent", self.outdent),
            ("up", self.move_up),
            ("down", self.move_down),
            ("undo", self.undo),
            ("redo", self.redo),
        )

    def work_in(self, page: QWidget) -> None:
        """Let the keys of the table work in *page*."""
        page.addActions([one for one in self.of_table if one is not self.add_menu])

    def _new(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self._window)
        action.setIconText(text.replace("&", ""))
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setEnabled(False)
        return action


class ActName(QObject):
    """Gives an action the name of the act it stands for; goes with the action."""

    def __init__(self, action: QAction) -> None:
        """Name *action*; its own words stand before."""
        super().__init__(action)
        self._action = action
        self._plain = action.text()

    def say(self, words: str) -> None:
        """Say which act; the action is of no use where there is none."""
        named = f"{self._plain}: {words}" if words else self._plain
        self._action.setText(named)
        self._action.setIconText(named.replace("&", ""))
        self._action.setEnabled(bool(words))
