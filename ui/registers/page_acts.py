"""The acts on the rows of a register: once for keys, buttons and right clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.errors import Refused
from ui.kit.block_clipboard import copy_block, pasted_block
from ui.registers.cell_links import link_in
from ui.registers.register_sheet import SheetRow

if TYPE_CHECKING:
    from ui.registers.register_page import RegisterPage


class PageActs(QObject):
    """Works on the list that the page shows."""

    def __init__(self, page: RegisterPage) -> None:
        """Make the actions of *page* and let their keys work in it."""
        super().__init__(page)
        self._page = page
        self.back = QAction("Đóng sổ", page)
        self.back.triggered.connect(page.close_asked)
        self.add = self._act("Thêm mục", "Ctrl+N", page.begin_new)
        self.remove = self._act("Xóa dòng", "Ctrl+-", self._remove)
        self.copy = self._act("Chép", "Ctrl+C", self._copy)
        self.paste = self._act("Dán", "Ctrl+V", self._paste)
        self.clear = self._act("Xóa nội dung ô", "Delete", self._clear)
        self.edit = self._act("Sửa ô", "F2", lambda: page.grid.edit_current())  # noqa: PLW0108 - the grid changes
        self.link = self._act("Mở liên kết", "", lambda: page.link_asked.emit(self._address()))

    def enable(self, *, is_editable: bool) -> None:
        """Let rows be changed, or not."""
        for action in (self.add, self.remove, self.paste, self.clear, self.edit):
            action.setEnabled(is_editable)

    def suit_cell(self) -> None:
        """Offer to open the address of the cell one stands in, where it has one."""
        self.link.setEnabled(bool(self._address()))

    def add_typed(self) -> None:
        """Add the entry that is typed at the foot and begin the next one."""
        rows = self._page.grid.rows
        change = rows.add_draft()
        if change is None:
            return
        kept = dict(rows.draft)
        rows.clear_draft()
        if self._write("thêm dòng", change):
            self._page.grid.go_to(rows.draft_line, 0)
        else:
            rows.draft.update(kept)

    def show_menu(self, at: QPoint) -> None:
        """Show the acts on the row one stands in."""
        menu = QMenu(self._page)
        menu.setAccessibleName("Lệnh cho dòng đang chọn")
        groups = ((self.edit, self.link), (self.add, self.remove), (self.copy, self.paste))
        for place, group in enumerate(groups):
            if place:
                menu.addSeparator()
            menu.addActions([one for one in group if one.isVisible()])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _remove(self) -> None:
        grid = self._page.grid
        rows = grid.chosen_rows()
        if rows and grid.commit_editor():
            self._page.write(grid.rows.sheet.removed(rows))

    def _clear(self) -> None:
        grid = self._page.grid
        cells: dict[str, tuple[SheetRow, list[str]]] = {}
        for index in grid.selectedIndexes():
            row = grid.rows.row_at(index)
            if row is None:
                grid.rows.setData(index, "")
            elif index.flags() & Qt.ItemFlag.ItemIsEditable and row.entry is not None:
                name = grid.rows.sheet.columns[index.column()].name
                cells.setdefault(row.key, (row, []))[1].append(name)
        try:
            changes = [self._emptied(row, names) for row, names in cells.values()]
        except Refused as error:
            grid.tell(grid.currentIndex().row(), -1, error.message)
            return
        self._write("xóa nội dung", *(one for one in changes if one.before != one.after))

    def _emptied(self, row: SheetRow, names: list[str]) -> EntryChange:
        book, after = self._page.book, row.entry
        for name in names:
            if book is not None and after is not None:
                at = replace(row, entry=after)
                after = self._page.sheet.change(book, self._page.scope, at, name, "").after
        return EntryChange(row.entry, after)

    def _write(self, words: str, *changes: EntryChange) -> bool:
        edit = EntryEdit(self._page.sheet.register, words, changes)
        return bool(changes) and self._page.write(edit)

    def _copy(self) -> None:
        grid = self._page.grid
        chosen, rows = grid.selectedIndexes(), grid.rows
        columns = sorted({one.column() for one in chosen})
        block = [
            [rows.cell(rows.index(line, one)).words for one in columns]
            for line in sorted({one.row() for one in chosen})
        ]
        if block:
            copy_block(block)

    def _paste(self) -> None:
        page, block = self._page, pasted_block(text_only=False)
        if not block or page.book is None or not page.grid.commit_editor():
            return
        index = page.grid.currentIndex()
        if len(block) == 1 and len(block[0]) == 1 and index.isValid():
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                page.grid.rows.setData(index, block[0][0])
            return
        row = page.grid.current_row
        page.paste_asked.emit(page.sheet.pasted(page.book, page.scope, block, row))

    def _address(self) -> str:
        index = self._page.grid.currentIndex()
        return link_in(self._page.grid.rows.cell(index).words) if index.isValid() else ""

    def _act(self, words: str, keys: str, do: Callable[[], object]) -> QAction:
        action = QAction(words, self._page)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda *_: do())
        self._page.addAction(action)
        return action
