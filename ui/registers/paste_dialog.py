"""What is pasted from Excel, looked at before it comes in: each refused row says why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.state_look import state_look
from ui.plan_life.form_dialog import FormDialog, sentence
from ui.registers.register_sheet import PastedRow, Pasting

_WIDTH, _HEIGHT = 1100, 300
_RESULT_WIDTH, _CELL_WIDTH = 320, 130
_TAKEN = "Sẽ nhận"


class PasteDialog(FormDialog):
    """`agreed` carries the pasting; nothing is written before its button is pressed."""

    agreed = Signal(object)

    def __init__(self, title: str, pasting: Pasting, parent: QWidget | None) -> None:
        """Show the rows of the clipboard."""
        count = len(pasting.changes)
        super().__init__(f"Dán vào {title}", f"Nhận {count} dòng", parent, width=_WIDTH)
        self._pasting = pasting
        refused = [one for one in pasting.rows if one.trouble]
        said = f"Nhận {count} dòng"
        if refused:
            said += f", không nhận {len(refused)} dòng. Dòng không nhận không làm thay đổi gì"
        if not count:
            said = "Không có dòng nào nhận được. Hãy sửa trong Excel rồi chép lại"
        self.said = sentence(f"{said}.")
        self.rows = QTreeWidget()
        self.rows.setAccessibleName("Các dòng sẽ dán")
        self.rows.setRootIsDecorated(False)
        self.rows.setUniformRowHeights(True)
        self.rows.setHeaderLabels(["Dòng", "Kết quả", *pasting.headings])
        self.rows.setMinimumHeight(_HEIGHT)
        for row in pasting.rows:
            self.rows.addTopLevelItem(self._item(row))
        header = self.rows.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        for column in range(self.rows.columnCount()):
            header.resizeSection(column, theme.scaled(_CELL_WIDTH))
        header.resizeSection(0, theme.scaled(56))
        header.resizeSection(1, theme.scaled(_RESULT_WIDTH if refused else _CELL_WIDTH))
        self.content.addWidget(self.said)
        self.content.addWidget(self.rows, 1)
        self.main.setEnabled(bool(count))
        self.fit()
        (self.main if count else self.leave).setFocus()

    def agree(self) -> None:
        """Hand the rows over."""
        self.accept()
        self.agreed.emit(self._pasting)

    def _item(self, row: PastedRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem([row.label, row.trouble or _TAKEN, *row.cells])
        item.setToolTip(1, row.trouble)
        if row.trouble:
            red = QBrush(state_look(Shown.OVERDUE, self.palette()).colour)
            item.setForeground(1, red)
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight)
        return item
