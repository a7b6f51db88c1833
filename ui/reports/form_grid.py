"""The grid of a form: Excel's habits, as wide as its page, blocks by the clipboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from ui.kit import theme
from ui.kit.cell_grid import CellGrid
from ui.kit.text_painting import line_count
from ui.reports.form_delegate import FormDelegate
from ui.reports.form_header import FormHeader
from ui.reports.form_model import FormModel
from ui.reports.form_rows import RowKind

Index = QModelIndex | QPersistentModelIndex
_ROW_OVER = 12
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
# Two lines of a long name need less room round them than one.
_TWO_LINES_OVER = 6
_NUMBER_PX, _NAME_PX, _FIGURE_PX = 34, 140, 58
# What a long name leaves to each figure, for the words of the heading.
_EASY_FIGURE_PX = 68
_MOST_NAME_PX, _MOST_FIGURE_PX = 420, 130
_FRAME, _CORNER = 2, 5
_SIDES = 16


class FormGrid(CellGrid):
    """Shows a FormModel."""

    menu_asked = Signal(QPoint)

    def __init__(self, model: FormModel, parent: QWidget | None = None) -> None:
        """Make a grid over *model*."""
        super().__init__(parent)
        self._form_model = model
        self._is_compact = False
        self._head = FormHeader(self)
        self.setAccessibleName("Số liệu của biểu")
        self.setModel(model)
        self.setHorizontalHeader(self._head)
        self.setItemDelegate(FormDelegate(self, model))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        model.modelReset.connect(self._on_reset)
        # A name or a figure may need more room than the one before.
        model.dataChanged.connect(self._share_width)

    @property
    def chosen_cells(self) -> list[QModelIndex]:
        """The chosen cells; the current one where it is none of them."""
        at, chosen = self.currentIndex(), self.selectionModel().selectedIndexes()
        return chosen if at in chosen or not at.isValid() else [at]

    @property
    def chosen_rows(self) -> tuple[str, ...]:
        """The names of the rows of figures with a chosen cell."""
        places = sorted({one.row() for one in self.chosen_cells})
        rows = (self._form_model.row_at(one) for one in places)
        return tuple(one.label for one in rows if one and one.kind is RowKind.BODY)

    @property
    def current_row(self) -> str:
        """The name of the current row of figures, empty on other rows."""
        row = self._form_model.row_at(self.currentIndex().row())
        return row.label if row is not None and row.kind is RowKind.BODY else ""

    def wanted_height(self) -> int:
        """Return the height at which every row is seen."""
        return self._head.sizeHint().height() + self.verticalHeader().length() + 2

    def be_compact(self, *, is_compact: bool) -> None:
        """Let heading and long names take less room in a low window."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._head.be_compact(is_compact=is_compact)
            self._share_height()

    def go_to(self, row: str, column: int) -> None:
        """Make a cell the current one."""
        index = self._form_model.place_of(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self.scrollTo(index)
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows anew when the text gets another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
            self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_width()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell, by mouse or by key."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_asked.emit(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first figure."""
        # Before Qt takes the first cell of all, which is a number.
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._first_cell())
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint the selection in grey."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame of the active cell over the cells."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paints = theme.paints(self.palette())
        painter.setPen(paints.line2)
        edge = self.verticalHeader().length() - self.verticalScrollBar().value() - 1
        painter.drawLine(0, edge, self._head.length() - 1, edge)
        painter.drawLine(0, 0, 0, edge)
        index = self.currentIndex()
        if not index.isValid() or not self.hasFocus():
            return
        self._paint_frame(painter, self.visualRect(index))

    def _paint_frame(self, painter: QPainter, room: QRect) -> None:
        paints = theme.paints(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paints.acc)
        for side in (
            room.adjusted(0, 0, 0, _FRAME - room.height()),
            room.adjusted(0, room.height() - _FRAME, 0, 0),
            room.adjusted(0, 0, _FRAME - room.width(), 0),
            room.adjusted(room.width() - _FRAME, 0, 0, 0),
        ):
            painter.drawRect(side)
        painter.setPen(paints.surf)
        painter.drawRect(room.right() - _CORNER + 2, room.bottom() - _CORNER + 2, _CORNER, _CORNER)

    def _first_cell(self) -> QModelIndex:
        model = self._form_model
        row = model.row_at(0)
        if row is None or row.kind is not RowKind.BODY:
            return model.index(0, max(0, model.name_column))
        typed = (n for n, one in enumerate(model.headings) if not (one.is_label or one.formula))
        return model.index(0, next(typed, model.name_column))

    def _measure(self) -> None:
        height = theme.line_height(theme.font()) + _ROW_OVER
        self.verticalHeader().setDefaultSectionSize(height)

    def _on_reset(self) -> None:
        if (form := self._form_model.form) is not None:
            self._head.show_form(form)
            self._share_width()

    def _share_width(self) -> None:
        """Give number and name what they need, the figures the rest in equal parts."""
        model = self._form_model
        figures = model.columnCount() - model.name_column - 1
        if figures <= 0:
            return
        has_number = model.name_column > 0
        number = theme.scaled(_NUMBER_PX) if has_number else 0
        room = self.viewport().width() - number
        # A figure is never cut: half of it would be another one.
        needs = [max(theme.scaled(_FIGURE_PX), one) for one in self._widest_figures()]
        easy = sum(max(theme.scaled(_EASY_FIGURE_PX), one) for one in needs)
        wanted = min(theme.scaled(_MOST_NAME_PX), max(theme.scaled(_NAME_PX), self._widest_name()))
        name = max(theme.scaled(_NAME_PX), min(wanted, room - easy))
        widths = _shared(room - name, needs)
        name = max(name, min(room - sum(widths), theme.scaled(_MOST_NAME_PX)))
        if has_number:
            self.setColumnWidth(0, number)
        self.setColumnWidth(model.name_column, name)
        for place, width in enumerate(widths, start=model.name_column + 1):
            self.setColumnWidth(place, width)
        self._head.measure()
        self._share_height()
        self.updateGeometries()

    def _share_height(self) -> None:
        """Give a name that needs it a second line, but in a low window."""
        model, font = self._form_model, theme.font()
        line = theme.line_height(font)
        width = self.columnWidth(max(0, model.name_column)) - _SIDES
        for place in range(model.rowCount()):
            row = model.row_at(place)
            is_long = row is not None and line_count(row.label, font, max(10, width)) > 1
            two = is_long and not self._is_compact
            self.setRowHeight(place, 2 * line + _TWO_LINES_OVER if two else line + _ROW_OVER)

    def _widest_figures(self) -> list[int]:
        model, metrics = self._form_model, QFontMetrics(theme.font(strong=True))
        columns = [one.column for one in model.headings[model.name_column + 1 :]]
        widest = dict.fromkeys(columns, 0)
        for place in range(model.rowCount()):
            row = model.row_at(place)
            for column, cell in row.cells.items() if row else ():
                widest[column] = max(widest[column], metrics.horizontalAdvance(cell.words))
        return [widest[one] + _SIDES + 2 for one in columns]

    def _widest_name(self) -> int:
        metrics = QFontMetrics(theme.font(strong=True))
        rows = (self._form_model.row_at(one) for one in range(self._form_model.rowCount()))
        words = [one.label for one in rows if one is not None]
        return max((metrics.horizontalAdvance(one) for one in words), default=0) + _SIDES + 4


def _shared(room: int, needs: list[int]) -> list[int]:
    """Share *room* in equal parts, but no column gets less than it needs."""
    wide = [0] * len(needs)
    while True:
        rest = [need for need, own in zip(needs, wide, strict=True) if not own]
        share = min((room - sum(wide)) // max(1, len(rest)), theme.scaled(_MOST_FIGURE_PX))
        if all(need <= share for need in rest):
            return [own or share for own in wide]
        wide = [own or (need if need > share else 0) for need, own in zip(needs, wide, strict=True)]
