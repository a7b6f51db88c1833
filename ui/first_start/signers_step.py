"""Step 3: who signs, with the lines above the name as they print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from tthc_desktop.domain.office import Signer
from tthc_desktop.domain.office_names import authority_for
from ui.first_start.draft import OfficeDraft
from ui.first_start.form_parts import heading, hint, labelled, title
from ui.first_start.known_names import AUTHORITIES, POSITIONS
from ui.first_start.preview import PrintedPreview
from ui.first_start.printed_layouts import signature_layout
from ui.first_start.rows_model import Row, RowsModel
from ui.first_start.rows_table import RowsTable
from ui.kit import theme

_HEADINGS = ("Họ và tên", "Chức vụ", "Ký thay, thừa lệnh")
_HINTS = ("Thêm người ký…", "", "")
_PREVIEW_HEIGHT = 240
_NAME, _POSITION, _AUTHORITY = range(3)


class SignersStep(QWidget):
    """The line of authority follows from the position until it is typed."""

    changed = Signal()

    def __init__(self, draft: OfficeDraft) -> None:
        """Show the signers of *draft* and edit them there."""
        super().__init__()
        self._draft = draft
        self.table = RowsTable(
            "Người ký",
            RowsModel(_HEADINGS, _HINTS),
            {_POSITION: POSITIONS, _AUTHORITY: AUTHORITIES},
            (40, 32, 28),
        )
        self.usual = QComboBox()
        self.usual.setAccessibleName("Người thường ký kế hoạch")
        self.usual.view().setAccessibleName("Người thường ký kế hoạch")
        self.usual.setMinimumHeight(theme.line_height(theme.font()) + 12)
        self.preview = PrintedPreview("Chữ ký sẽ in", right_half=True)
        self.preview.setMaximumHeight(theme.scaled(_PREVIEW_HEIGHT))
        self.table.rows.set_rows(
            Row([one.name, one.position, one.authority], authority_for(one.position))
            for one in draft.signers
        )
        self._lay_out()
        self._offer_usual()
        self._show()
        self.table.rows.edited.connect(self._on_edited)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.usual.activated.connect(self._on_usual)

    def take_focus(self) -> None:
        """Begin in the first empty row."""
        model = self.table.rows
        self.table.setFocus()
        self.table.setCurrentIndex(model.index(model.rowCount() - 1, 0))

    def _on_edited(self) -> None:
        for row in self.table.rows.rows:
            made = authority_for(row.cells[_POSITION])
            # Still as it followed from the position of before: it follows again.
            if row.cells[_AUTHORITY] == row.key:
                row.cells[_AUTHORITY] = made
            row.key = made
        self._draft.signers = [
            Signer(row.cells[_AUTHORITY].upper(), row.cells[_POSITION].upper(), row.cells[_NAME])
            for row in self.table.rows.rows
        ]
        self._offer_usual()
        self._show()
        self.table.viewport().update()
        self.changed.emit()

    def _on_usual(self, place: int) -> None:
        self._draft.usual = place
        self._show()
        self.changed.emit()

    def _offer_usual(self) -> None:
        self.usual.clear()
        for one in self._draft.signers:
            self.usual.addItem(one.name or one.position)
        self._draft.usual = min(self._draft.usual, max(self.usual.count() - 1, 0))
        self.usual.setCurrentIndex(self._draft.usual if self.usual.count() else -1)
        self.usual.setEnabled(self.usual.count() > 1)

    def _show(self) -> None:
        signers = self._draft.signers
        place = self.table.currentIndex().row()
        chosen = place if 0 <= place < len(signers) else self._draft.usual
        self.preview.show_layout(
            signature_layout(signers[chosen] if signers else Signer("", "", ""))
        )

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(title("Người ký", self.table))
        left.addWidget(self.table, 1)
        left.addWidget(hint("Phó Giám đốc tự thành KT. GIÁM ĐỐC; sửa lại được trong ô bên cạnh."))
        left.addSpacing(8)
        left.addLayout(labelled("Người thường ký kế hoạch", self.usual))
        right.setSpacing(4)
        right.addWidget(title("Chữ ký sẽ in như thế này"))
        right.addWidget(self.preview, 1)
        right.addStretch(0)
        columns = QHBoxLayout()
        columns.setSpacing(theme.scaled(16))
        columns.addLayout(left, 58)
        columns.addLayout(right, 42)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(heading("Người ký"))
        layout.addWidget(hint("Dòng trên tên người ký in đúng như khung bên phải."))
        layout.addSpacing(theme.scaled(8))
        layout.addLayout(columns, 1)
