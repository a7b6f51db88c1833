"""A dialog with every component of the window, for the picture "thanh-phan"."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.chip import Chip
from ui.kit.empty_screen import EmptyScreen
from ui.kit.hatched_bar import HatchedBar, joined_parts
from ui.kit.icons import row_icon
from ui.kit.message_card import MessageCard
from ui.kit.state_look import state_look
from ui.kit.text_fields import editable_combo, line_edit

_STATES_A_LINE = 4


class ComponentsDialog(QDialog):
    """States, chips, hatches, buttons, fields, an empty screen and a message."""

    def __init__(self, parent: QWidget) -> None:
        """Show every component once."""
        super().__init__(parent)
        self.setWindowTitle("Thành phần")
        self.resize(1366, 690)
        layout = QVBoxLayout(self)
        for title, part in (
            ("Trạng thái", self._states()),
            ("Lọc", self._chips()),
            ("Nút", self._buttons()),
            ("Trường", self._fields()),
        ):
            layout.addWidget(_heading(title))
            layout.addLayout(part)
        bar = HatchedBar()
        bar.set_parts(joined_parts(tuple((shown, 3) for shown in Shown)))
        layout.addWidget(_heading("Biểu đồ"))
        layout.addWidget(bar)
        empty = EmptyScreen()
        empty.say("doc", "Chưa có kế hoạch", "Nhập kế hoạch năm trước từ tệp Word.")
        layout.addWidget(empty, 1)
        self.card = MessageCard(self)
        self.card.say("Đã xuất kế hoạch ra Word")

    def _states(self) -> QLayout:
        grid = QGridLayout()
        for place, shown in enumerate(Shown):
            look = state_look(shown, self.palette())
            cell = QHBoxLayout()
            icon, words = QLabel(), QLabel(shown)
            icon.setPixmap(row_icon(look.icon, look.colour).pixmap(16, 16))
            cell.addWidget(icon)
            cell.addWidget(words, 1)
            grid.addLayout(cell, place // _STATES_A_LINE, place % _STATES_A_LINE)
        return grid

    def _chips(self) -> QLayout:
        line = QHBoxLayout()
        shown = (Shown.OVERDUE, Shown.SOON, Shown.IN_TIME, Shown.CONTINUOUS, Shown.DONE)
        for place, one in enumerate(shown):
            chip = Chip(one, one)
            chip.count = place
            chip.setChecked(place == 0)
            line.addWidget(chip)
        line.addStretch(1)
        return line

    def _buttons(self) -> QLayout:
        line = QHBoxLayout()
        words = ("Ghi kết quả", "Xóa 3 dòng", "Thêm", "Xem hết nội dung")
        for kind, text in zip(ButtonKind, words, strict=True):
            line.addWidget(AppButton(text, kind, icon="edit" if kind is ButtonKind.MAIN else ""))
            off = AppButton(text, kind)
            off.setEnabled(False)
            line.addWidget(off)
        line.addStretch(1)
        return line

    def _fields(self) -> QLayout:
        line = QHBoxLayout()
        states = QComboBox()
        states.addItems(["Chưa thực hiện", "Đang thực hiện", "Hoàn thành"])
        line.addWidget(line_edit("Minh chứng"))
        line.addWidget(editable_combo("Chủ trì", ["Văn phòng", "Phòng Pháp chế"], "Văn phòng"))
        for widget in (states, QCheckBox("Đã xác nhận"), QRadioButton("Một dòng")):
            line.addWidget(widget)
        return line


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    font: QFont = theme.font(strong=True)
    label.setFont(font)
    return label
