"""The registers in the window: shown in the place of Báo cáo, followed by edits, left by Esc."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.reporting.entry_edits import EntryEdit
from tthc_desktop.domain.reporting.registers import INDEX, PETITIONS
from tthc_desktop.use_cases.reporting.register_book import RegisterBook, open_book
from ui.desk import Desk
from ui.frame.actions import Page
from ui.plan_life.life_work import LifeWork
from ui.registers.cell_links import open_link
from ui.registers.export_acts import ExportActs, export_of
from ui.registers.forms_acts import FormsActs
from ui.registers.paste_dialog import PasteDialog
from ui.registers.petition_acts import PetitionActs
from ui.registers.register_list import SHEETS
from ui.registers.register_page import RegisterPage
from ui.registers.register_sheet import Pasting
from ui.registers.register_writer import RegisterWriter


class RegisterRoom(QObject):
    """Leads to a register by the menu and back to where one was."""

    def __init__(self, desk: Desk) -> None:
        """Connect the acts of the menu."""
        super().__init__(desk.window)
        self._desk = desk
        self._actions = desk.window.actions_of_menu.registers
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)
        self.writer = RegisterWriter(desk.session)
        self._exporting = ExportActs(self._work, desk.window.settings)
        self.forms = FormsActs(self._work)
        self._pages: dict[str, RegisterPage] = {}
        self._open = ""
        # A figure of the index may close a task's period: the open plan is read again then.
        self._plan_is_old = False
        self._wanted_entry = ""
        self._came_from = int(Page.REPORT)
        self._focused: QWidget | None = None
        for key, action in zip(SHEETS, self._actions.registers, strict=True):
            action.triggered.connect(lambda *_, at=key: self.show(at))
        self._actions.forms.triggered.connect(lambda *_: self.forms.show())
        desk.window.page_chosen.connect(lambda _: self._on_left())
        desk.session.plans_listed.connect(lambda _: self._on_file())
        desk.session.registers_changed.connect(self._on_changed)
        desk.area.today_tab.list.petition_asked.connect(
            lambda row: self.show(PETITIONS.key, row.occurrence_id)
        )
        desk.window.actions_of_menu.refresh.triggered.connect(lambda *_: self._read_shown())
        self.writer.changed.connect(self._follow)

    def page(self, key: str) -> RegisterPage:
        """Return the page of a register; made when it is asked for the first time."""
        if key not in self._pages:
            self._pages[key] = self._made(key)
        return self._pages[key]

    def show(self, key: str, entry_id: str = "") -> None:
        """Show a register; with *entry_id* stand in the row of that entry."""
        if self._work.units is None:
            return
        window = self._desk.window
        if not self._open:
            self._came_from = window.bars.page_bar.currentIndex()
            self._focused = window.focusWidget()
        page = self.page(key)
        window.show_page(Page.REPORT)
        self._open, self._wanted_entry = key, entry_id
        window.bars.show_commands(are_shown=False)
        self._desk.area.show_over(page)
        self._desk.frame.mark_panes()
        page.grid.setFocus()
        window.setWindowTitle(page.title)
        self._read()

    def close(self) -> None:
        """Go back to the page and the place one came from."""
        if not self._open:
            return
        focused = self._focused
        self._desk.window.show_page(self._came_from)
        if focused is not None and focused.isVisible():
            focused.setFocus()

    def _made(self, key: str) -> RegisterPage:
        title, make = SHEETS[key]
        export = QAction("Xuất Excel…", self)
        # Made with their page: before, nothing could reach them.
        steps = PetitionActs(self._desk.window) if key == PETITIONS.key else None
        commands = steps.commands if steps is not None else ()
        page = RegisterPage(title, make(), self.writer.do, export, commands)
        if steps is not None:
            steps.serve(page)
        export.triggered.connect(lambda *_: self._export(page))
        page.close_asked.connect(self.close)
        page.paste_asked.connect(lambda pasting: self._preview(page, pasting))
        page.link_asked.connect(lambda address: open_link(self._desk.window, address))
        return page

    def _export(self, page: RegisterPage) -> None:
        if page.book is not None and page.grid.commit_editor():
            title = page.title if page.sheet is page.grids[0].rows.sheet else page.sheet.title
            self._exporting.ask(export_of(page.sheet, title, page.book, page.scope))

    def _read(self) -> None:
        today = self._desk.session.today
        refused = "Chưa mở được sổ"
        self._work.run("Đang mở sổ…", lambda units: open_book(units, today), self._show, refused)

    def _show(self, book: RegisterBook) -> None:
        self.writer.book = book
        if not self._open:
            return
        page = self.page(self._open)
        page.show_book(book, is_editable=self.writer.is_editable)
        if self._wanted_entry:
            page.go_to_entry(self._wanted_entry)
            self._wanted_entry = ""
        self._desk.area.facts_changed.emit()

    def _follow(self, edit: EntryEdit) -> None:
        """Show an edit on the pages that were made, seen or not."""
        book = self.writer.book
        for page in self._pages.values():
            if book is not None and page.book is not None:
                page.follow(book, edit)
        if edit.register is PETITIONS:
            self._desk.frame.today.work_out()
        if edit.register is INDEX:
            self._plan_is_old = True
            self._renew_plan()

    def _renew_plan(self) -> None:
        if self._plan_is_old and not self._open:
            self._plan_is_old = False
            self._desk.session.refresh()

    def _preview(self, page: RegisterPage, pasting: Pasting) -> None:
        dialog = PasteDialog(page.sheet.title.lower(), pasting, self._desk.window)

        def write(agreed: Pasting) -> None:
            self.writer.do(EntryEdit(page.sheet.register, agreed.words, agreed.changes))

        dialog.agreed.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: page.grid.setFocus())
        dialog.open()

    def _on_changed(self) -> None:
        """Read again what another part of the program wrote."""
        if not self.writer.is_writing:
            self._read_shown()

    def _read_shown(self) -> None:
        if self._open:
            self._read()

    def _on_file(self) -> None:
        self.writer.book = None
        # Without a plan the window has no page in whose place a register could stand.
        found = self._desk.session.file
        self._actions.enable(has_file=found is not None and bool(found.plans))
        self._read_shown()

    def _on_left(self) -> None:
        if self._open:
            self._open = ""
            self._desk.window.bars.show_commands(are_shown=True)
            self._renew_plan()
