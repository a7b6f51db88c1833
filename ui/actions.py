"""The menu's entries: those that work in this version, each with its words and its key."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.menu_bar import MenuBar

PAGES = ("Kế hoạch", "Nhiệm vụ", "Báo cáo")


class Actions:
    """One QAction per act; menus, command rows and empty screens show the same ones."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.import_plan = self._new("&Nhập kế hoạch từ Word…", "Ctrl+O", "Nhập từ Word…")
        # Enabled once the data file is found, or known to be missing.
        self.import_plan.setEnabled(False)
        self.export_word = self._new("Xuất &Word…", "Ctrl+E")
        self.export_pdf = self._new("Xuất &PDF…")
        self.export_excel = self._new("Xuất &Excel…")
        self.quit = self._new("&Thoát", "Alt+F4")
        self.open_sample = self._new("&Mở cơ quan mẫu")
        self.try_again = self._new("Thử &lại")
        self.pages = [
            self._new(words, f"Ctrl+{place}", checkable=True)
            for place, words in enumerate(("&Kế hoạch", "&Nhiệm vụ", "&Báo cáo"), start=2)
        ]
        self.show_list = self._new("&Danh sách bên trái", "F9", checkable=True)
        self.expand_all = self._new("&Mở mọi nhóm")
        self.collapse_all = self._new("&Thu mọi nhóm")
        self.open_log_folder = self._new("Mở thư mục &nhật ký")
        self.about = self._new("&Giới thiệu TTHC Desktop")
        group = QActionGroup(window)
        for action in self.pages:
            group.addAction(action)

    @property
    def exports(self) -> tuple[QAction, ...]:
        """The acts that need an open plan."""
        return self.export_word, self.export_pdf, self.export_excel

    @property
    def of_pages(self) -> tuple[QAction, ...]:
        """The acts on pages, which are empty without a plan."""
        return *self.pages, self.show_list, self.expand_all, self.collapse_all

    def fill_menus(self) -> None:
        """Make the window's menu bar."""
        self._window.setMenuBar(MenuBar(self._window))
        self._menu(
            "&Tệp",
            (self.import_plan,),
            self.exports,
            (self.quit,),
        )
        self._menu(
            "&Xem",
            tuple(self.pages),
            (self.show_list,),
            (self.expand_all, self.collapse_all),
        )
        self._menu("Trợ giú&p", (self.open_log_folder, self.about))

    def _new(
        self, text: str, keys: str = "", short: str = "", *, checkable: bool = False
    ) -> QAction:
        action = QAction(text, self._window, checkable=checkable)
        action.setIconText(short or text.replace("&", ""))
        if keys:
            action.setShortcut(QKeySequence(keys))
        self._window.addAction(action)
        return action

    def _menu(self, title: str, *groups: tuple[QAction, ...]) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        for place, group in enumerate(groups):
            if place:
                menu.addSeparator()
            menu.addActions(list(group))
        return menu
