"""The panes of the merge screen: files, the file that is looked at, the foot with its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.panes import ThinLine
from ui.sheets.file_list import FileList
from ui.sheets.merge_table import MergeTable
from ui.sheets.merge_view import FileChoices

_SIDE = 16
_NOTHING_NEW = "Không có gì mới trong tệp này: mọi ô đều như lúc gửi đi hoặc như hiện nay tại Sở."
_TO_NOTE = "Ghi nhận để phòng được tính là đã trả lời."


class FilesPane(QWidget):
    """The list, the ways to add to it, and below who has answered so far."""

    def __init__(self) -> None:
        """Make it without files."""
        super().__init__()
        _ground(self, QPalette.ColorRole.AlternateBase)
        self.list = FileList()
        self.add_files = AppButton("Thêm tệp…", ButtonKind.PLAIN, icon="plus")
        self.add_folder = AppButton("Thêm thư mục…", ButtonKind.LINK)
        for button in (self.add_files, self.add_folder):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.answered = _words(strong=True)
        self.missing, self.sent = _words(is_small=True), _words(is_small=True)
        title = _words("Tệp phòng gửi về", strong=True)
        title.setBuddy(self.list)
        title.setContentsMargins(_SIDE, 10, 0, 4)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(10, 4, 8, 8)
        buttons.addWidget(self.add_files)
        buttons.addStretch(1)
        buttons.addWidget(self.add_folder)
        told = QVBoxLayout()
        told.setContentsMargins(_SIDE, 8, 8, 12)
        told.setSpacing(4)
        for label in (self.answered, self.missing, self.sent):
            told.addWidget(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addLayout(told)

    def say_answers(self, answered: str, missing: str) -> None:
        """Say how many have answered and who has not."""
        _say(self.answered, answered)
        _say(self.missing, missing)

    def say_sent(self, words: str) -> None:
        """Say when the sheet that is looked at was sent."""
        _say(self.sent, words)


class FilePane(QWidget):
    """Who sent the file and its cells, or why there are none."""

    def __init__(self) -> None:
        """Make it without a file."""
        super().__init__()
        _ground(self, QPalette.ColorRole.Base)
        self.table = MergeTable()
        self._unit = _words(strong=True)
        self._unit.setFont(theme.font(theme.TITLE_PT, strong=True))
        self._name = _words(is_small=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.said = _words()
        self.said.setContentsMargins(_SIDE + 2, 12, _SIDE, 12)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.said)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE + 2, 8, _SIDE, 8)
        head.addWidget(self._unit, 1)
        head.addWidget(self._name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def show_file(self, choices: FileChoices, taken: str) -> None:
        """Show a file; *taken* says what was taken of it already."""
        file = choices.file
        self._unit.setText(file.unit or "Không rõ phòng")
        self._name.setText(file.name)
        nothing = f"{_NOTHING_NEW} {_TO_NOTE}" if file.can_be_noted else _NOTHING_NEW
        words = taken or file.trouble or ("" if file.rows else nothing)
        self.said.setText(words)
        self._stack.setCurrentWidget(self.said if words else self.table)
        if not words:
            self.table.show_file(choices)


class Foot(QWidget):
    """What happens to what is not chosen, and the buttons; the filled one is last."""

    def __init__(self) -> None:
        """Make the buttons."""
        super().__init__()
        _ground(self, QPalette.ColorRole.AlternateBase)
        self.note = _words(is_small=True)
        self.add = AppButton("Thêm vào kế hoạch…", ButtonKind.PLAIN)
        self.compare = AppButton("Lưu bảng đối chiếu…", ButtonKind.PLAIN)
        self.leave = AppButton("Hủy", ButtonKind.PLAIN)
        self.take = AppButton("Nhận", ButtonKind.MAIN)
        for button in (self.add, self.compare, self.leave, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE, 6, 13, 6)
        layout.addWidget(self.note, 1)
        layout.addWidget(self.add)
        layout.addWidget(self.compare)
        layout.addWidget(self.leave)
        layout.addWidget(self.take)

    def say(self, left: int, *, has_taken: bool) -> None:
        """Say what is left for later."""
        words = "Nhận xong hoàn tác được bằng Ctrl+Z."
        if left:
            words = f"Còn {left} chỗ chưa chọn sẽ để lại, không mất. {words}"
        elif not has_taken:
            words = f"Chưa ghi gì vào tệp dữ liệu. {words}"
        self.note.setText(words)


def _words(text: str = "", *, strong: bool = False, is_small: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font(theme.HEADER_PT if is_small else theme.BASE_PT, strong=strong))
    if is_small:
        theme.make_secondary(label)
    return label


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _ground(widget: QWidget, role: QPalette.ColorRole) -> None:
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(role)
