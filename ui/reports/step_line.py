"""The steps of a report, Nháp to Đã gửi: only the next one can be taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.domain.reporting.report import ReportState
from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look
from ui.reports.period_words import STEP_WORDS, STEPS

_DOT, _GAP, _LINE, _SIDE, _OVER = 16, 6, 18, 6, 12
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StepLine(QWidget):
    """Painted: steps that are done with a tick, the current one filled, the next one outlined."""

    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a line at its first step."""
        super().__init__(parent)
        self._step = ReportState.DRAFT
        self._can_step = False
        self._is_short = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Các bước của báo cáo")

    @property
    def next_step(self) -> ReportState | None:
        """The step that can be taken, None at the end and where nothing can be changed."""
        place = STEPS.index(self._step) + 1
        return STEPS[place] if self._can_step and place < len(STEPS) else None

    def show_step(self, step: ReportState, *, can_step: bool) -> None:
        """Stand at another step."""
        self._step, self._can_step = step, can_step
        said = f"Đang ở bước {STEP_WORDS[step]}"
        if self.next_step is not None:
            said += f". Enter: chuyển sang {STEP_WORDS[self.next_step]}"
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def be_short(self, *, is_short: bool) -> None:
        """Show the words of the current and of the next step only."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all steps."""
        width = sum(self._width(one) for one in STEPS) + (len(STEPS) - 1) * _LINE
        return QSize(round(width), theme.line_height(theme.font()) + _OVER)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def step_room(self, step: ReportState) -> QRectF:
        """Return where a step stands."""
        left = 0.0
        for one in STEPS:
            if one is step:
                break
            left += self._width(one) + _LINE
        return QRectF(left, 0, self._width(step), self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand over the step that can be taken."""
        shape = Qt.CursorShape.PointingHandCursor
        self.setCursor(shape if self._is_next(event.position()) else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the light away."""
        super().leaveEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the next step."""
        if event.button() is Qt.MouseButton.LeftButton and self._is_next(event.position()):
            self.next_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the next step by Enter."""
        if event.key() in _TAKES and self.next_step is not None:
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, step in enumerate(STEPS):
            self._paint_step(painter, place, step)
        if self.hasFocus():
            painter.setPen(QPen(theme.paints(self.palette()).acc, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            step = self.next_step or self._step
            painter.drawRoundedRect(self.step_room(step).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_step(self, painter: QPainter, place: int, step: ReportState) -> None:
        paints = theme.paints(self.palette())
        room, here = self.step_room(step), STEPS.index(self._step)
        size = theme.scaled(_DOT)
        dot = QRectF(room.left() + _SIDE, room.center().y() - size / 2, size, size)
        is_next = step is self.next_step
        if is_next and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paints.tint)
            painter.drawRoundedRect(room, 4, 4)
        is_done = place < here or (step is ReportState.SENT and place == here)
        if place:
            middle = room.center().y()
            painter.setPen(QPen(paints.line2, 1))
            painter.drawLine(QPointF(room.left() - _LINE, middle), QPointF(room.left(), middle))
        if is_done:
            look = state_look(Shown.DONE, self.palette())
            paint_icon(painter, look.icon, dot, look.colour, paints.surf)
        else:
            self._paint_number(painter, place, dot, is_here=place == here)
        if not self._has_words(step):
            return
        painter.setFont(theme.font(strong=place == here))
        colour = paints.acc2 if place == here else paints.acc if is_next else paints.text2
        painter.setPen(paints.text if is_done and place != here else colour)
        words = room.adjusted(_SIDE + size + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, STEP_WORDS[step])

    def _paint_number(self, painter: QPainter, place: int, dot: QRectF, *, is_here: bool) -> None:
        paints = theme.paints(self.palette())
        painter.setPen(QPen(paints.acc if is_here else paints.edge, 1))
        painter.setBrush(paints.acc if is_here else paints.surf)
        painter.drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(theme.font(theme.HEADER_PT, strong=is_here))
        painter.setPen(paints.on_acc if is_here else paints.text2)
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _has_words(self, step: ReportState) -> bool:
        return not self._is_short or step in (self._step, self.next_step)

    def _width(self, step: ReportState) -> float:
        width = 2 * _SIDE + theme.scaled(_DOT)
        if self._has_words(step):
            metrics = QFontMetrics(theme.font(strong=True))
            width += _GAP + metrics.horizontalAdvance(STEP_WORDS[step])
        return width

    def _is_next(self, at: QPointF) -> bool:
        step = self.next_step
        return step is not None and self.step_room(step).contains(at)
