"""The list of rows as one types in it: Enter goes down, Tab to the right, the menu takes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from ui.first_start.row_cells import RowCells
from ui.first_start.rows_model import RowsModel
from ui.kit import theme

_ROW_OVER_LINE = 10
_NUMBERS_WIDTH = 28
_FEWEST_ROWS = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsTable(QTableView):
    """Pastes blocks from Excel; never takes a row out by Backspace, which Unikey sends."""

    def __init__(
        self,
        name: str,
        rows: RowsModel,
        suggestions: Mapping[int, Sequence[str]],
        widths: Sequence[int],
    ) -> None:
        """Make the list of *rows*; *widths* are parts of the width."""
        super().__init__()
        self._rows = rows
        self._widths = tuple(widths)
        self.setAccessibleName(name)
        self.setModel(rows)
        self.setItemDelegate(RowCells(self, suggestions))
        self.setTabKeyNavigation(True)
        self.setWordWrap(False)
        self.setEditTriggers(
            QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.SelectedClicked
        )
        self._dress()
        self._add_acts()

    @property
    def rows(self) -> RowsModel:
        """What it shows."""
        return self._rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down by Enter, clear cells by Delete."""
        if event.key() in _ENTER and not event.modifiers():
            self._step(1, 0)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            for index in self.selectedIndexes():
                self._rows.setData(index, "")
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's name
        """Leave the list by Tab in its last cell, else go to the next one."""
        if self._leaves(forward=next):
            return QWidget.focusNextPrevChild(self, next)
        return super().focusNextPrevChild(next)

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Go down after Enter, as in Excel."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._step(1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        whole = sum(self._widths)
        room = self.viewport().width()
        for column, part in enumerate(self._widths):
            self.setColumnWidth(column, room * part // whole)

    def paste(self) -> None:
        """Write the block of the clipboard from the current cell on."""
        text = QGuiApplication.clipboard().text()
        place = self.currentIndex()
        row, column = max(place.row(), 0), max(place.column(), 0)
        count = self._rows.paste(place, text)
        self.setCurrentIndex(self._rows.index(row + count, column))

    def remove_rows(self) -> None:
        """Take the selected rows out."""
        place = self.currentIndex()
        self._rows.remove({one.row() for one in self.selectedIndexes()} or {place.row()})
        last = self._rows.rowCount() - 1
        self.setCurrentIndex(self._rows.index(min(place.row(), last), max(place.column(), 0)))

    def _leaves(self, *, forward: bool) -> bool:
        place, model = self.currentIndex(), self._rows
        if forward:
            return place == model.index(model.rowCount() - 1, model.columnCount() - 1)
        return place.row() <= 0 and place.column() <= 0

    def _step(self, down: int, right: int) -> None:
        place = self.currentIndex()
        row = min(max(place.row() + down, 0), self._rows.rowCount() - 1)
        self.setCurrentIndex(self._rows.index(row, max(place.column() + right, 0)))

    def _move_row(self, by: int) -> None:
        place = self.currentIndex()
        row = self._rows.move(place.row(), by)
        self.setCurrentIndex(self._rows.index(row, place.column()))

    def _dress(self) -> None:
        line = theme.line_height(theme.font())
        header = self.verticalHeader()
        header.setDefaultSectionSize(line + _ROW_OVER_LINE)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFont(theme.font(theme.HEADER_PT))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        header.setFixedWidth(theme.scaled(_NUMBERS_WIDTH))
        header.setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(_FEWEST_ROWS * (line + _ROW_OVER_LINE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across = self.horizontalHeader()
        across.setFont(theme.font(theme.HEADER_PT, strong=True))
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setStretchLastSection(True)
        across.setHighlightSections(False)

    def _add_acts(self) -> None:
        acts = (
            ("&Dán", QKeySequence("Ctrl+V"), self.paste),
            ("&Xóa dòng", QKeySequence("Ctrl+-"), self.remove_rows),
            ("Chuyển &lên", QKeySequence("Alt+Shift+Up"), lambda: self._move_row(-1)),
            ("Chuyển x&uống", QKeySequence("Alt+Shift+Down"), lambda: self._move_row(1)),
        )
        for words, keys, do in acts:
            action = QAction(words, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(do)
            self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
