"""Step 1: the office's names, with the letterhead as it will print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tthc_desktop.data_place import drive_of, place_of, warning_of
from tthc_desktop.domain import office_names
from tthc_desktop.domain.office import Office
from ui.first_start.form_parts import heading, hint, labelled, title
from ui.first_start.known_names import agencies, parent_agencies
from ui.first_start.preview import PrintedPreview
from ui.first_start.print_font import font_state_here
from ui.first_start.printed_layouts import letterhead_layout
from ui.first_start.state_line import StateLine
from ui.kit import theme
from ui.kit.text_fields import line_edit, text_of

_FORM_WIDTH = 352
_BESIDE_WIDTH = 560
_OWN_PLACE = "Ổ đĩa của máy, thư mục riêng"


class AgencyStep(QWidget):
    """Only the office's name is required; symbol and place follow until they are typed."""

    changed = Signal()

    def __init__(self, texts: Office, data: Path, today: date) -> None:
        """Show what is known of the office."""
        super().__init__()
        self._texts = texts
        self._today = today
        self.parent_agency = line_edit(
            "Cơ quan chủ quản",
            texts.parent_agency,
            suggestions=parent_agencies(),
            hint="UBND tỉnh …",
        )
        self.agency = line_edit("Tên cơ quan", texts.agency, suggestions=agencies(), hint="Sở …")
        self.symbol = line_edit("Ký hiệu", texts.agency_symbol)
        self.place = line_edit("Địa danh", texts.place)
        self._followed = {self.symbol: "", self.place: ""}
        self.preview = PrintedPreview("Đầu văn bản sẽ in", bars=True)
        self.fonts, self.data_place = StateLine(), StateLine()
        self._say_states(data)
        self._lay_out()
        for field in (self.parent_agency, self.agency, self.symbol, self.place):
            field.textChanged.connect(self._on_typed)
            field.returnPressed.connect(self.focusNextChild)
        self._show()

    @property
    def texts(self) -> Office:
        """The office with the names as typed."""
        return replace(
            self._texts,
            parent_agency=text_of(self.parent_agency),
            agency=text_of(self.agency),
            agency_symbol=text_of(self.symbol),
            place=text_of(self.place),
        )

    def take_focus(self) -> None:
        """Begin with the first empty field of the two that count."""
        field = self.parent_agency if not text_of(self.parent_agency) else self.agency
        field.setFocus()
        field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the preview where there is no room beside the fields."""
        super().resizeEvent(event)
        self._beside.setVisible(self.width() >= theme.scaled(_BESIDE_WIDTH))

    def _on_typed(self) -> None:
        self._follow(self.symbol, office_names.symbol_of(text_of(self.agency)))
        self._follow(self.place, office_names.place_of(text_of(self.parent_agency)))
        self._show()
        self.changed.emit()

    def _follow(self, field: QLineEdit, words: str) -> None:
        """Fill *field* while it holds nothing of the person's own."""
        if field.text() == self._followed[field] and not field.hasFocus():
            self._followed[field] = words
            blocked = field.blockSignals(True)
            field.setText(words)
            field.blockSignals(blocked)

    def _show(self) -> None:
        day = self._today
        self.preview.show_layout(letterhead_layout(self.texts, day.year, day.month))

    def _say_states(self, data: Path) -> None:
        words, warns = font_state_here()
        self.fonts.say(words, warns=warns)
        warning = warning_of(place_of(str(data), drive_of(data)))
        self.data_place.say(warning or _OWN_PLACE, warns=bool(warning))
        self.data_place.setToolTip(str(data))

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(theme.scaled(10))
        form.addLayout(labelled("Cơ quan chủ quản", self.parent_agency))
        below = hint("Viết thường; chương trình tự viết hoa khi in.")
        form.addLayout(labelled("Tên cơ quan", self.agency, below))
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addLayout(labelled("Ký hiệu", self.symbol), 3)
        pair.addLayout(labelled("Địa danh", self.place), 4)
        form.addLayout(pair)
        for words, line in (("Phông chữ để in", self.fonts), ("Nơi để dữ liệu", self.data_place)):
            form.addSpacing(2)
            form.addWidget(title(words))
            form.addWidget(line)
        form.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(theme.scaled(32))
        left = QWidget()
        form.setContentsMargins(0, 0, 0, 0)
        left.setLayout(form)
        left.setMaximumWidth(theme.scaled(_FORM_WIDTH))
        columns.addWidget(left, 10)
        self._beside = QWidget()
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        above: QLabel = title("Đầu văn bản sẽ in như thế này")
        beside.addWidget(above, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.preview, 1)
        columns.addWidget(self._beside, 11)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(heading("Cơ quan của mình"))
        layout.addWidget(
            hint("Điền một lần, in ở đầu mọi kế hoạch và báo cáo. Sửa sau trong Công cụ › Cơ quan.")
        )
        layout.addSpacing(theme.scaled(12))
        layout.addLayout(columns, 1)
