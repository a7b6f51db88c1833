"""A table of the text in a grid with the habits of Excel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.plan import Block
from tthc_desktop.use_cases.plan_text_acts import set_table
from tthc_desktop.use_cases.text_act import TextAct
from ui.first_start.form_parts import hint
from ui.first_start.rows_model import Row, RowsModel
from ui.first_start.rows_table import RowsTable
from ui.kit import theme
from ui.plan_life.form_dialog import FormDialog

_HEIGHT = 320
_HINT = "Enter xuống dòng, Tab sang ô; dán được từ Excel. Dòng trống không được giữ."


class TableDialog(FormDialog):
    """Shows every row with as many cells as the widest has."""

    def __init__(self, block: Block, do: Callable[[TextAct], bool], parent: QWidget) -> None:
        """Show the table *block*; *do* writes it."""
        super().__init__("Sửa bảng", "Ghi bảng", parent, width=860)
        self._block, self._do = block, do
        columns = max((len(row) for row in block.rows), default=1)
        headings = [f"Cột {place}" for place in range(1, columns + 1)]
        self.table = RowsTable("Ô của bảng", RowsModel(headings, [""] * columns), {}, [1] * columns)
        self.table.rows.set_rows(
            Row([*row, *[""] * (columns - len(row))], str(len(row))) for row in block.rows
        )
        self.table.setMinimumHeight(theme.scaled(_HEIGHT))
        self.content.addWidget(self.table, 1)
        self.content.addWidget(hint(_HINT))
        self.fit()
        self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self.table.setFocus()

    def agree(self) -> None:
        """Write the cells; a row that had fewer keeps as many as it had, if no more are filled."""
        self._do(set_table(self._block.id, [_cells(row) for row in self.table.rows.rows]))
        self.accept()


def _cells(row: Row) -> list[str]:
    least = int(row.key) if row.key.isdigit() else len(row.cells)
    filled = max((place for place, cell in enumerate(row.cells, 1) if cell), default=0)
    return row.cells[: max(least, filled)]
