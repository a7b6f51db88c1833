"""The dialogs of this room: the act as the title, its button last and filled, Esc for Hủy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.details.day_field import DayField
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.panes import ThinLine

_LARGEST = QSize(1226, 642)
_PADDING = 16
_GAP = 12
_ROUND = QSize(16, 12)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# In these Enter belongs to what is being typed or chosen.
_TYPED_IN = (QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QAbstractItemView, AppButton)


class FormDialog(QDialog):
    """Content above, buttons below a thin line; scrolls where the window has no room for it."""

    def __init__(
        self, title: str, act: str, parent: QWidget | None, *, width: int = 520, leave: str = "Hủy"
    ) -> None:
        """Make an empty dialog; *act* is written on the filled button, none for "" ."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._width = width
        self._waits = 0
        self.main = AppButton(act, ButtonKind.MAIN)
        self.main.setVisible(bool(act))
        self.leave = AppButton(leave, ButtonKind.PLAIN if act else ButtonKind.MAIN)
        for button in (self.leave, self.main):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.main.clicked.connect(self._press)
        self.leave.clicked.connect(self.reject)
        self._inner = QWidget()
        self.content = QVBoxLayout(self._inner)
        self.content.setContentsMargins(_PADDING, _PADDING, _PADDING, _GAP)
        self.content.setSpacing(_GAP)
        self.foot = QHBoxLayout()
        self._lay_out()

    def agree(self) -> None:
        """Do the act: what a dialog asks for is checked here before it closes."""
        self.accept()

    @property
    def is_waiting(self) -> bool:
        """Whether an act that was asked for has not come to its end."""
        return self._waits > 0

    def wait(self, *, is_over: bool) -> None:
        """Take no second press of the filled button while the first is being worked on."""
        self._waits += -1 if is_over else 1

    def fit(self) -> None:
        """Take the room the content asks for, as far as the window behind has it."""
        self._inner.setFixedWidth(self._bounded_width() - 2)
        self.resize(self.sizeHint())
        self._inner.setMinimumWidth(0)
        self._inner.setMaximumWidth(16_777_215)

    def sizeHint(self) -> QSize:
        """Return the size of the content between the largest and what the parent has."""
        width = self._bounded_width()
        inner = self._inner.layout()
        height = inner.heightForWidth(width) if inner is not None else 0
        wanted = max(height, self._inner.sizeHint().height()) + self._foot_height()
        return QSize(width, min(wanted, self._room().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do the act where nothing is being typed."""
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and not isinstance(focused, _TYPED_IN):
            if self.main.isEnabled() and not self.main.isHidden():
                self.main.click()
            return
        super().keyPressEvent(event)

    def _press(self) -> None:
        if not self.is_waiting:
            self.agree()

    def _room(self) -> QSize:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else _LARGEST
        return (room - _ROUND).boundedTo(_LARGEST)

    def _bounded_width(self) -> int:
        return min(theme.scaled(self._width), self._room().width())

    def _foot_height(self) -> int:
        return self.main.sizeHint().height() + 14

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidget(self._inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setContentsMargins(_PADDING, 6, _PADDING - 3, 6)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.main)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addLayout(self.foot)


def sentence(words: str = "", *, is_secondary: bool = False) -> QLabel:
    """Return a label for whole sentences."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if is_secondary:
        theme.make_secondary(label)
    return label


def strong(words: str) -> QLabel:
    """Return a title inside a dialog."""
    label = QLabel(words)
    label.setFont(theme.font(strong=True))
    return label


def text_edit(name: str, *, lines: int = 3) -> QPlainTextEdit:
    """Return a field for several lines; Tab leaves it."""
    edit = QPlainTextEdit()
    edit.setAccessibleName(name)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(lines * theme.line_height(edit.font()) + 14)
    return edit


def level(*fields: QWidget) -> None:
    """Let fields that stand side by side be of one height; a day's button makes it higher."""
    edits = [one.edit if isinstance(one, DayField) else one for one in fields]
    all_heights = ((one.sizeHint().height(), one.minimumHeight()) for one in (*fields, *edits))
    height = max(max(one) for one in all_heights)
    for one in (*fields, *edits):
        one.setMinimumHeight(height)


def caution_line() -> QLabel:
    """Return a hidden amber sentence."""
    label = sentence()
    palette = label.palette()
    palette.setColor(palette.ColorRole.WindowText, theme.caution(palette)[0])
    label.setPalette(palette)
    label.hide()
    return label


def say_if_any(label: QLabel, words: str) -> None:
    """Show *words*, or hide the label where there are none."""
    label.setText(words)
    label.setVisible(bool(words))
