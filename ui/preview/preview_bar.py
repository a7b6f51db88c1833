"""The bar above the pages: turning at the left, then the commands, the filled one at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton
from ui.kit.command_row import Command, CommandRow
from ui.preview.page_turning import PageTurning

_SIDE = 8


class PreviewBar(QWidget):
    """Its commands change where nothing can be printed."""

    def __init__(self, turning: PageTurning, commands: list[Command], main: Command) -> None:
        """Put *turning* before a row of *commands* with *main* filled."""
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(_SIDE, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(turning)
        self._row = CommandRow(commands, main)
        self._main = main
        self._line.addWidget(self._row, 1)

    def show_commands(self, commands: list[Command], main: Command) -> None:
        """Show other commands; nothing happens where they are the same."""
        if main == self._main:
            return
        self._main = main
        old, self._row = self._row, CommandRow(commands, main)
        self._line.replaceWidget(old, self._row)
        old.hide()
        old.deleteLater()

    def focus_main(self) -> None:
        """Let Enter do what the filled command says."""
        _, action = self._main
        for button in self._row.findChildren(AppButton):
            if button.action is action:
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        """Return the height of a row of commands."""
        return self._row.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the lower line of the row to the left edge."""
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), paints.surf2)
        painter.setPen(paints.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
