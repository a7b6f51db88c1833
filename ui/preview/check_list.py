"""Kiểm tra trước khi in: lines with an icon; what is behind them opens below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look
from ui.preview.checks import Check

_ICON = 15
_GAP = 8


class CheckList(QWidget):
    """Tells, and never stands in the way."""

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__()
        self.checks: tuple[Check, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_GAP)

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show other lines."""
        self.checks = checks
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for check in checks:
            self._lines.addWidget(_CheckLine(check))


class _CheckLine(QWidget):
    """Icon and words; "Xem" opens the details below."""

    def __init__(self, check: Check) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(_Icon(check.icon), 0, Qt.AlignmentFlag.AlignTop)
        words = QLabel(check.words)
        words.setWordWrap(True)
        row.addWidget(words, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        if check.details:
            self._details = _details(check.details)
            box.addWidget(self._details)
            self._link = AppButton("Xem", ButtonKind.LINK)
            self._link.setAccessibleName(f"Xem {check.words}")
            self._link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._link.clicked.connect(self._toggle)
            row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)

    def _toggle(self) -> None:
        is_open = self._details.isHidden()
        self._details.setVisible(is_open)
        self._link.setText("Thu lại" if is_open else "Xem")
        self._link.updateGeometry()


class _Icon(QWidget):
    """The icon in the colour of what it says."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(theme.scaled(_ICON), theme.scaled(_ICON + 2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        size = theme.scaled(_ICON)
        paints = theme.paints(self.palette())
        place = QRectF(0, (self.height() - size) / 2, size, size)
        paint_icon(QPainter(self), self._name, place, self._colour(), paints.surf)

    def _colour(self) -> QColor:
        palette = self.palette()
        if self._name == "error":
            return theme.alarm(palette)[0]
        if self._name == "warning":
            return theme.caution(palette)[0]
        if self._name == "state-done":
            return state_look(Shown.DONE, palette).colour
        return theme.paints(palette).text2


def _details(lines: tuple[str, ...]) -> QLabel:
    label = QLabel("\n".join(lines))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(theme.font(theme.HEADER_PT))
    theme.make_secondary(label)
    label.hide()
    return label
