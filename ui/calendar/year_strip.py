"""The strip of a year: rows with marks; arrows walk from mark to mark, Enter records."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.calendar.year_bars import paint_bars
from ui.calendar.year_painting import (
    YearRoom,
    header_height,
    mark_rooms,
    paint_header,
    paint_row,
    paint_undated,
    row_height,
)
from ui.calendar.year_rows import Mark, Place, YearPage
from ui.kit import theme

_NAMES_PX, _BARS_PX, _LEAST_ROWS_PX = 264, 128, 180
_NAMES_PART = 0.28
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class YearStrip(QAbstractScrollArea):
    """Months stand above, the bars of the months below; the rows between them scroll."""

    mark_chosen = Signal(object)
    record_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a strip of nothing."""
        super().__init__(parent)
        self.page: YearPage | None = None
        self._tops: list[int] = []
        self._height = 0
        self._at: Place | None = None
        self.setAccessibleName("Lịch năm")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> Mark | None:
        """The mark one stands at."""
        if self.page is None or self._at is None:
            return None
        return self.page.mark(self._at)

    def show_page(self, page: YearPage) -> None:
        """Show another year, or the same after an edit: one stays where one stood."""
        before, old = self.current, self.page
        self.page = page
        # Measured once for each kind: a plan may have ten thousand rows.
        group, task = row_height(is_group=True), row_height(is_group=False)
        heights = accumulate((group if row.is_group else task for row in page.rows), initial=0)
        self._tops = list(heights)
        undated = theme.line_height(theme.font()) + 8 if page.undated else 0
        self._height = self._tops[-1] + undated
        self._at = None
        self._fit()
        is_same = old is not None and old.plan_id == page.plan_id
        if is_same and before:
            self._go(page.by_occurrence.get(before.dues[0].occurrence_id))
        if self._at is None:
            self.go_to_today()
        self.viewport().update()

    def go_to_today(self) -> None:
        """Stand at the first mark from today on, else at the last one."""
        if self.page is not None:
            self._go(self.page.first_from(self.page.today))

    def go_to_month(self, month: int) -> None:
        """Stand at the first mark of a month."""
        if self.page is not None:
            self._go(self.page.first_from(date(self.page.year, month, 1)))

    def sizeHint(self) -> QSize:
        """Ask for little: the strip takes what there is."""
        return QSize(600, header_height() + theme.scaled(_LEAST_ROWS_PX))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return QSize(200, header_height() + theme.scaled(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows; Home is today, Enter records."""
        key = event.key()
        if key == Qt.Key.Key_Home:
            self.go_to_today()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_row(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and self.current is not None:
            self.record_asked.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand at the mark that is clicked, or at the nearest of the row."""
        at = self._at_point(event.position())
        if at is not None:
            self._go(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Record for the mark."""
        if self._at_point(event.position()) == self._at and self.current is not None:
            self.record_asked.emit(self.current)

    def resizeEvent(self, event: object) -> None:
        """Follow the room there is."""
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Paint again: head and bars stay where they are."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint head, the rows in sight, the bars."""
        if self.page is None:
            return
        painter = QPainter(self.viewport())
        paints, palette = theme.paints(self.palette()), self.palette()
        painter.fillRect(event.rect(), paints.surf)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, body = self._room, self._body
        painter.save()
        painter.setClipRect(body)
        offset = body.top() - self.verticalScrollBar().value()
        painter.translate(0, offset)
        first = self._row_at(body.top() - offset)
        for place, row in enumerate(self.page.rows[first:], first):
            top = self._tops[place]
            if top + offset > body.bottom():
                break
            is_current = self._at is not None and self._at[0] == place
            paint_row(
                painter, room, self.page, row, top, palette,
                current=self.current if is_current else None, is_current=is_current,
            )  # fmt: skip
        paint_undated(painter, room, self.page, self._tops[-1], palette)
        painter.restore()
        paint_header(painter, room, self.page, palette)
        if self._bars:
            area = QRectF(0, body.bottom(), room.width, self._bars)
            paint_bars(painter, room, self.page, area, palette)
            painter.setPen(paints.line2)
            painter.drawLine(area.topLeft(), area.topRight())

    @property
    def _room(self) -> YearRoom:
        width = self.viewport().width()
        return YearRoom(min(theme.scaled(_NAMES_PX), width * _NAMES_PART), width)

    @property
    def _bars(self) -> int:
        """Low windows show the rows only."""
        bars = theme.scaled(_BARS_PX)
        rows = self.viewport().height() - header_height() - bars
        return bars if rows >= theme.scaled(_LEAST_ROWS_PX) else 0

    @property
    def _body(self) -> QRectF:
        top = header_height()
        view = self.viewport()
        return QRectF(0, top, view.width(), view.height() - top - self._bars)

    def _fit(self) -> None:
        body = int(self._body.height())
        bar = self.verticalScrollBar()
        bar.setPageStep(body)
        bar.setSingleStep(theme.line_height(self.font()))
        bar.setRange(0, max(0, self._height - body))

    def _row_at(self, y: float) -> int:
        """Return the row at a height above which all rows end."""
        return max(bisect_right(self._tops, y) - 1, 0)

    def _go(self, at: Place | None) -> None:
        if at is None or self.page is None:
            return
        self._at = at
        top = self._tops[at[0]]
        bar, body = self.verticalScrollBar(), int(self._body.height())
        bottom = top + theme.scaled(60)
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + body:
            bar.setValue(bottom - body)
        self.viewport().update()
        mark = self.page.mark(at)
        self.setAccessibleDescription(
            "; ".join(
                f"{due.number} {due.content}, {due.day:%d/%m/%Y}, {due.shown}" for due in mark.dues
            )
        )
        self.mark_chosen.emit(mark)

    def _step(self, step: int) -> None:
        if self.page is None or self._at is None:
            self.go_to_today()
            return
        places = self.page.places
        place = bisect_left(places, self._at) + step
        self._go(places[min(max(place, 0), len(places) - 1)])

    def _step_row(self, step: int) -> None:
        """Go to the mark nearest in time of the next row that has any."""
        if self.page is None or self._at is None:
            self.go_to_today()
            return
        day, row = self.page.mark(self._at).day, self._at[0] + step
        while 0 <= row < len(self.page.rows):
            marks = self.page.rows[row].marks
            if marks:
                nearest = min(range(len(marks)), key=lambda one: abs((marks[one].day - day).days))
                self._go((row, nearest))
                return
            row += step

    def _at_point(self, point: QPointF) -> Place | None:
        if self.page is None or not self._body.contains(point):
            return None
        y = point.y() - self._body.top() + self.verticalScrollBar().value()
        at = self._row_at(y)
        row = self.page.rows[at] if at < len(self.page.rows) else None
        if row is None or not row.marks:
            return None
        rooms = mark_rooms(self._room, row, self._tops[at])
        distances = [abs(one.center().x() - point.x()) for one in rooms]
        return at, distances.index(min(distances))
