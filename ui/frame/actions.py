"""The menu's entries: those that work in this version, each with its words and its key."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.calendar.due_actions import DueActions
from ui.compare.compare_actions import CompareActions
from ui.difficulties.difficulty_actions import DifficultyActions
from ui.frame.menu_bar import MenuBar
from ui.import_review.import_actions import ImportActions
from ui.plan.plan_actions import PlanActions
from ui.plan_life.plan_life_actions import PlanLifeActions
from ui.preview.preview_actions import PreviewActions
from ui.registers.register_actions import RegisterActions
from ui.reports.report_actions import ReportActions
from ui.sheets.sheet_actions import SheetActions
from ui.tasks.task_actions import TaskActions
from ui.tasks.task_look_actions import TaskLookActions

PAGES = ("Hôm nay", "Kế hoạch", "Nhiệm vụ", "Báo cáo")
# Each with a digit of its own as its mnemonic.
TEXT_SIZES = {100: "&100 %", 125: "1&25 %", 150: "1&50 %", 175: "1&75 %", 200: "20&0 %"}


class Page(IntEnum):
    """The places of the pages; the window always opens on the first."""

    TODAY = 0
    PLAN = 1
    TASKS = 2
    REPORT = 3


class Actions:
    """One QAction per act; menus, command rows and empty screens show the same ones."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.import_plan = self._new("&Nhập kế hoạch từ Word…", "Ctrl+O", "Nhập từ Word…")
        # Enabled once the data file is found, or known to be missing.
        self.import_plan.setEnabled(False)
        self.importing = ImportActions(window)
        self.save_point = self._new("&Lưu điểm khôi phục", "Ctrl+S")
        self.back_up = self._new("&Sao lưu ngay")
        self.restore = self._new("&Khôi phục từ bản sao lưu…")
        self.tasks = TaskActions(window)
        self.look = TaskLookActions(window)
        self.plan = PlanActions(window)
        self.export_word = self._new("Xuất &Word…", "Ctrl+E")
        self.export_pdf = self._new("Xuất &PDF…")
        self.export_excel = self._new("Xuất &Excel…")
        self.preview = PreviewActions(window)
        self.life = PlanLifeActions(window)
        self.sheets = SheetActions(window)
        self.due = DueActions(window)
        self.compare = CompareActions(window, self.importing.propose_follow_up)
        self.report = ReportActions(window)
        self.difficulty = DifficultyActions(window)
        self.registers = RegisterActions(window)
        self.quit = self._new("&Thoát", "Alt+F4")
        self.open_sample = self._new("&Mở cơ quan mẫu")
        self.try_again = self._new("Thử &lại")
        self.pages = [
            self._new(words, f"Ctrl+{place}", checkable=True)
            for place, words in enumerate(
                ("&Hôm nay", "&Kế hoạch", "&Nhiệm vụ", "&Báo cáo"), start=1
            )
        ]
        self.show_list = self._new("&Danh sách bên trái", "F9", checkable=True)
        self.show_details = self._new("Khung bên &phải", "F8", checkable=True)
        self.next_pane = self._new("&Sang khung kế", "F6")
        self.previous_pane = self._new("Sang khung t&rước", "Shift+F6")
        self.text_sizes = [self._new(words, checkable=True) for words in TEXT_SIZES.values()]
        self.full_screen = self._new("T&oàn màn hình", "F11", checkable=True)
        self.refresh = self._new("&Làm mới", "F5")
        self.expand_all = self._new("Mở mọ&i nhóm")
        self.collapse_all = self._new("&Thu mọi nhóm")
        self.office = self._new("&Cơ quan, phòng, người ký…")
        self.help = self._new("&Hướng dẫn màn hình này", "F1")
        self.shortcuts = self._new("&Phím tắt")
        self.recent_messages = self._new("&Thông báo gần đây")
        self.open_log_folder = self._new("Mở thư mục &nhật ký")
        self.about = self._new("&Giới thiệu TTHC Desktop")
        for actions in (self.pages, self.text_sizes):
            group = QActionGroup(window)
            for action in actions:
                group.addAction(action)

    @property
    def exports(self) -> tuple[QAction, ...]:
        """The acts that need an open plan."""
        return self.export_word, self.export_pdf, self.export_excel

    @property
    def of_pages(self) -> tuple[QAction, ...]:
        """The acts on pages, which are empty without a plan."""
        return (
            *self.pages[1:],
            *self.preview.all,
            self.show_list,
            self.expand_all,
            self.collapse_all,
        )

    def fill_menus(self) -> None:
        """Make the window's menu bar."""
        self._window.setMenuBar(MenuBar(self._window))
        self._menu(
            "&Tệp",
            (*self.life.file_menu, self.import_plan, self.importing.paste_plan),
            (self.save_point, self.life.save_template),
            (*self.exports, self.preview.electronic_annex, self.due.export),
            self.preview.of_pages,
            (self.back_up, self.restore),
            (self.quit,),
        )
        self._menu("&Chỉnh sửa", *self.tasks.edit_menu, (self.look.search,))
        view = self._menu(
            "&Xem",
            (*self.pages, self.due.year),
            (self.show_list, self.show_details, self.next_pane, self.previous_pane),
            (self.expand_all, self.collapse_all),
        )
        view.addSeparator()
        self.text_size_menu = view.addMenu("&Cỡ chữ")
        self.text_size_menu.addActions(self.text_sizes)
        view.addActions([self.full_screen, self.refresh])
        self._menu(
            "&Kế hoạch",
            *self.plan.menu,
            (self.compare.of_plan,),
            *self.life.plan_menu,
        )
        self._menu(
            "&Nhiệm vụ",
            *self.tasks.task_menu,
            *self.look.task_menu,
            self.sheets.task_menu,
            (self.compare.of_tasks,),
            (self.difficulty.difficulties,),
            *self.due.task_menu,
        )
        self._menu(
            "&Báo cáo",
            *self.report.menu,
            (self.compare.compare,),
            (*self.registers.registers, self.difficulty.difficulties),
            self.report.menu_end,
            (self.registers.forms,),
        )
        calendars = self.due.working_days, self.due.report_calendar
        self._menu("Côn&g cụ", (self.office, *self.life.tools_menu, *calendars))
        self._menu(
            "Trợ giú&p",
            (self.help, self.shortcuts, self.recent_messages),
            (self.open_log_folder, self.about),
        )

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
