"""The list of answers below the search field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from ui.kit import theme
from ui.kit.icons import row_icon

ANSWER_ROLE = Qt.ItemDataRole.UserRole.value
_LIST_WIDTH = 520
_MOST_LINES = 12


class Answer(NamedTuple):
    """A line of the list; without a key it is the name of a plan above its answers."""

    words: str
    key: object = None
    icon: str = ""


class Answers(QListWidget):
    """Never takes the focus: a Vietnamese keyboard goes on writing in the field."""

    def __init__(self, window: QWidget) -> None:
        """Make a hidden list over *window*."""
        super().__init__(window)
        self.setAccessibleName("Kết quả tìm")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.hide()

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show answers plan by plan, the first one marked."""
        self.clear()
        line = theme.line_height(theme.font()) + 6
        for answer in answers:
            item = QListWidgetItem(answer.words)
            if answer.icon:
                item.setIcon(row_icon(answer.icon, theme.paints(self.palette()).text2))
            item.setSizeHint(QSize(0, line))
            item.setToolTip(answer.words)
            if answer.key is None:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                item.setFont(theme.font(strong=True))
            else:
                item.setData(ANSWER_ROLE, answer.key)
            self.addItem(item)
        self.setFixedHeight(min(self.count(), _MOST_LINES) * line + 2 * self.frameWidth())
        self.setCurrentRow(-1)
        self.step(1)

    def place(self, corner: QPoint) -> None:
        """Stand with the right upper corner at *corner*."""
        width = min(theme.scaled(_LIST_WIDTH), self.window().width() - 16)
        self.setFixedWidth(width)
        self.move(max(corner.x() - width, 8), corner.y())
        self.show()
        self.raise_()

    def step(self, step: int) -> None:
        """Go to the next answer, over the names of plans."""
        row = self.currentRow() + step
        while 0 <= row < self.count() and self.item(row).data(ANSWER_ROLE) is None:
            row += step
        if 0 <= row < self.count():
            self.setCurrentRow(row)
