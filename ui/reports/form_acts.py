"""The acts of a form's grid: clipboard, clearing, rows; by keys and by right click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from tthc_desktop.use_cases.reporting.report_rows import FigureText
from ui.kit.block_clipboard import Block, copy_block, pasted_block
from ui.reports.form_grid import FormGrid
from ui.reports.form_model import FormModel
from ui.reports.form_rows import RowKind
from ui.reports.form_typing import FormTyping


class FormActs(QObject):
    """Works while the grid, or what is in it, has the focus."""

    cause_asked = Signal(str)

    def __init__(self, grid: FormGrid, model: FormModel, typing: FormTyping) -> None:
        """Make the acts of *grid*."""
        super().__init__(grid)
        self._grid, self._model, self._typing = grid, model, typing
        self.edit = self._new("&Sửa ô", "F2", grid.edit_current)
        self.cut = self._new("&Cắt", "Ctrl+X", self._cut)
        self.copy = self._new("C&hép", "Ctrl+C", self._copy)
        self.paste = self._new("&Dán", "Ctrl+V", self._paste)
        self.clear = self._new("&Xóa nội dung ô", "Delete", self._clear)
        self.select_all = self._new("Chọn &tất cả", "Ctrl+A", grid.selectAll)
        self.remove = self._new("Xóa dò&ng", "Ctrl+-", self._remove)
        grid.menu_asked.connect(self._show_menu)
        grid.selectionModel().selectionChanged.connect(lambda *_: self.follow())
        grid.selectionModel().currentChanged.connect(lambda *_: self.follow())

    def follow(self) -> None:
        """Let what can be done be done."""
        can_type = self._typing.can_type
        for action in (self.edit, self.cut, self.paste, self.clear):
            action.setEnabled(can_type)
        self.remove.setEnabled(can_type and bool(self._grid.chosen_rows))

    def _new(self, words: str, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, self._grid)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda *_: act())
        self._grid.addAction(action)
        return action

    def _show_menu(self, at: QPoint) -> None:
        self.follow()
        menu = QMenu(self._grid)
        menu.setAccessibleName("Lệnh cho ô số liệu")
        menu.addActions([self.edit, self.clear])
        menu.addSeparator()
        menu.addAction(self.remove)
        menu.addSeparator()
        menu.addActions([self.cut, self.copy, self.paste])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _span(self) -> tuple[range, range]:
        chosen = self._grid.chosen_cells
        if not chosen:
            return range(0), range(0)
        rows, columns = [one.row() for one in chosen], [one.column() for one in chosen]
        return range(min(rows), max(rows) + 1), range(min(columns), max(columns) + 1)

    def _copy(self) -> None:
        rows, columns = self._span()
        block: Block = [
            [str(self._model.index(row, one).data() or "") for one in columns] for row in rows
        ]
        if block:
            copy_block(block)

    def _cut(self) -> None:
        self._copy()
        self._clear()

    def _clear(self) -> None:
        """Take the figures of the chosen cells out; names of rows stay."""
        figures = [
            FigureText(row.label, column, "")
            for one in self._grid.chosen_cells
            if (column := self._model.column_at(one.column()))
            and (row := self._model.row_at(one.row())) is not None
            and row.kind is not RowKind.NEW
        ]
        if figures:
            self._typing.type_block(figures)

    def _paste(self) -> None:
        """Lay the block from the chosen corner on; at the line for a new row it adds rows."""
        block = pasted_block(text_only=False)
        rows, columns = self._span()
        at = self._grid.currentIndex()
        if not block or not at.isValid():
            return
        top = rows.start if rows else at.row()
        left = columns.start if columns else at.column()
        figures = [one for place, line in enumerate(block) for one in self._line(place, line, top,
                                                                                left)]  # fmt: skip
        if figures:
            self._typing.type_block(figures)

    def _line(self, place: int, line: list[str], top: int, left: int) -> list[FigureText]:
        row = self._model.row_at(top + place)
        name_place = self._model.name_column - left
        named = line[name_place].strip() if 0 <= name_place < len(line) else ""
        is_beyond = row is None or row.kind is not RowKind.BODY
        if is_beyond:
            # Beyond the rows a line needs a name of its own; a total is added up anyway.
            if not named or self._is_total(named):
                return []
            label = named
        else:
            label = row.label if row is not None else ""
        texts = []
        for offset, text in enumerate(line):
            if column := self._model.column_at(left + offset):
                texts.append(FigureText(label, column, text))
        return texts or ([FigureText(label, self._model.headings[-1].column or 0, "")]
                         if is_beyond else [])  # fmt: skip

    def _is_total(self, name: str) -> bool:
        form = self._model.form
        return form is not None and name.lower().startswith(form.total_label.lower())

    def _remove(self) -> None:
        rows = self._grid.chosen_rows
        if not rows:
            return
        at = self._grid.currentIndex()
        place, column = at.row(), at.column()
        if self._typing.remove_rows(rows):
            left = self._model.index(min(place, self._model.rowCount() - 1), column)
            self._grid.setCurrentIndex(left)
