"""What is wrong with a form, one sentence at a time, under the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.icons import ROW_PX, paint_icon
from ui.kit.state_look import state_look

_RADIUS = 4
_SIDE = 12


@dataclass(frozen=True, slots=True)
class CheckItem:
    """A sentence with the cell it speaks of.

    `finding` is None for text that is no figure; `wants_cause` asks why dossiers are late;
    `is_kept` was let pass with a reason, which the sentence tells.
    """

    words: str
    severity: Severity
    row: str
    column: int
    finding: Finding | None = None
    wants_cause: bool = False
    is_kept: bool = False


class CheckBand(QWidget):
    """Hidden while there is nothing to say; walks through several by up and down.

    `cell_asked` names row and column, `keep_asked` and `cause_asked` carry the item.
    """

    cell_asked = Signal(str, int)
    keep_asked = Signal(object)
    cause_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden band."""
        super().__init__(parent)
        self.setAccessibleName("Kiểm tra số liệu")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._items: tuple[CheckItem, ...] = ()
        self._place = 0
        self._can_edit = True
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.count = QLabel()
        self.previous = self._icon("Chỗ trước", "up")
        self.next = self._icon("Chỗ kế tiếp", "down")
        self.to_cell = self._link("Đến ô")
        self.keep = self._link("Giữ, ghi lý do…")
        self.cause = self._link("Ghi nguyên nhân…")
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.to_cell.clicked.connect(self._go)
        self.keep.clicked.connect(lambda: self.keep_asked.emit(self.current))
        self.cause.clicked.connect(lambda: self.cause_asked.emit(self.current))
        self._lay_out()
        self.hide()

    @property
    def current(self) -> CheckItem | None:
        """What is said now."""
        return self._items[self._place] if self._items else None

    @property
    def items(self) -> tuple[CheckItem, ...]:
        """All there is to say."""
        return self._items

    def show_items(self, items: Sequence[CheckItem], *, can_edit: bool) -> None:
        """Say other things: what is new first, else what was said before, if it still holds."""
        before = [_key(one) for one in self._items]
        at = _key(self.current) if self.current else None
        self._items, self._can_edit = tuple(items), can_edit
        keys = [_key(one) for one in self._items]
        new = [place for place, one in enumerate(keys) if one not in before]
        if new and before:
            self._place = new[0]
        else:
            self._place = keys.index(at) if at in keys else 0
        self._say()

    def step(self, step: int) -> None:
        """Go to the next thing, or with -1 to the one before; round the end."""
        if self._items:
            self._place = (self._place + step) % len(self._items)
            self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and icon."""
        item = self.current
        if item is None:
            return
        colour, tint, icon = self._look(item)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
        size = theme.scaled(ROW_PX)
        top = (self.height() - size) / 2
        paint_icon(painter, icon, QRectF(_SIDE, top, size, size), colour, tint)

    def _look(self, item: CheckItem) -> tuple[QColor, QColor, str]:
        if item.is_kept:
            paints = theme.paints(self.palette())
            return paints.text2, paints.head, "info"
        if item.severity is Severity.ERROR:
            look = state_look(Shown.OVERDUE, self.palette())
            return look.colour, look.tint, "error"
        look = state_look(Shown.SOON, self.palette())
        return look.colour, look.tint, "warning"

    def _say(self) -> None:
        item = self.current
        self.setVisible(item is not None)
        if item is None:
            return
        palette = self.said.palette()
        palette.setColor(palette.ColorRole.WindowText, self._look(item)[0])
        self.said.setPalette(palette)
        self.said.setText(item.words)
        self.setAccessibleDescription(item.words)
        several = len(self._items) > 1
        self.count.setText(f"{self._place + 1} / {len(self._items)}")
        for widget in (self.count, self.previous, self.next):
            widget.setVisible(several)
        can_keep = self._can_edit and item.finding is not None and not item.is_kept
        self.keep.setVisible(can_keep and not item.wants_cause)
        self.cause.setVisible(can_keep and item.wants_cause)
        self.update()

    def _go(self) -> None:
        if (item := self.current) is not None:
            self.cell_asked.emit(item.row, item.column)

    def _lay_out(self) -> None:
        self.said.setFont(theme.font(strong=True))
        theme.make_secondary(self.count)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE + theme.scaled(ROW_PX) + 8, 3, 4, 3)
        layout.setSpacing(4)
        layout.addWidget(self.said, 1)
        for widget in (
            self.count, self.previous, self.next, self.to_cell, self.keep, self.cause,
        ):  # fmt: skip
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _icon(self, words: str, icon: str) -> AppButton:
        button = AppButton(words, ButtonKind.BAR, icon=icon)
        button.hide_words()
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _link(self, words: str) -> AppButton:
        link = AppButton(words, ButtonKind.LINK)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return link


def _key(item: CheckItem) -> tuple[str, str, int, bool]:
    rule = item.finding.rule if item.finding else ""
    return rule, item.row, item.column, item.is_kept
