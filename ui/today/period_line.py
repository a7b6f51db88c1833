"""The current report period: data from, closing day, day of sending, on one line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.domain.periods import period_words
from tthc_desktop.use_cases.today import ReportPeriod
from ui.kit import theme

_DOT = 5
_LINE = 3
_GAP = 8


class PeriodLine(QWidget):
    """Three dates on a line; the part that has passed in the accent colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a line without dates."""
        super().__init__(parent)
        self._period: ReportPeriod | None = None
        self._today = date.min
        self.setAccessibleName("Kỳ báo cáo này")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_period(self, period: ReportPeriod, today: date) -> None:
        """Show another period."""
        self._period, self._today = period, today
        self.setAccessibleDescription(
            ", ".join(f"{words} {day:%d/%m/%Y}" for day, words in self._stations())
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of dates, line and words."""
        strong = theme.line_height(theme.font(strong=True))
        small = theme.line_height(theme.font(theme.HEADER_PT))
        return QSize(theme.scaled(240), strong + small + 2 * _DOT + _GAP)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dates, line and words."""
        if self._period is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paints = theme.paints(self.palette())
        strong, small = theme.font(strong=True), theme.font(theme.HEADER_PT)
        middle = theme.line_height(strong) + _GAP / 2 + _DOT
        third = self.width() / 3
        places = [third / 2, third * 1.5, third * 2.5]
        painter.setPen(QPen(paints.line2, _LINE))
        painter.drawLine(QPointF(places[0], middle), QPointF(places[-1], middle))
        painter.setPen(QPen(paints.acc, _LINE))
        painter.drawLine(QPointF(places[0], middle), QPointF(self._now(places), middle))
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for left, (day, words) in zip(places, self._stations(), strict=True):
            painter.setPen(QPen(paints.acc, 2))
            painter.setBrush(paints.acc if day <= self._today else paints.surf)
            painter.drawEllipse(QPointF(left, middle), _DOT, _DOT)
            above = QRectF(left - third / 2, 0, third, theme.line_height(strong))
            below = above.translated(0, middle + _DOT + _GAP / 2)
            below.setHeight(theme.line_height(small))
            painter.setPen(paints.text)
            painter.setFont(strong)
            painter.drawText(above, centre, f"{day.day}/{day.month}")
            painter.setPen(paints.text2)
            painter.setFont(small)
            painter.drawText(below, centre, words)

    def _stations(self) -> tuple[tuple[date, str], ...]:
        assert self._period is not None  # noqa: S101 - asked for only once it is set
        period = self._period
        return (
            (period.start, "số liệu từ"),
            (period.closing, "chốt số liệu"),
            (period.due, "Sở gửi đi"),
        )

    def _now(self, places: list[float]) -> float:
        days = [day for day, _ in self._stations()]
        if self._today >= days[-1]:
            return places[-1]
        for place in (0, 1):
            if days[place] <= self._today < days[place + 1]:
                part = (self._today - days[place]) / (days[place + 1] - days[place])
                return places[place] + part * (places[place + 1] - places[place])
        return places[0]


def period_name(period: ReportPeriod) -> str:
    """Return "quý III/2026"."""
    words = period_words(period.key)
    return f"{words[0].lower()}{words[1:]}/{period.due.year}"
