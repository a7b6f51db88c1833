"""Stacked bars, one a unit, with the hatches of the states; a legend with counts below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import theme
from ui.kit.hatched_bar import paint_hatched
from ui.kit.state_look import state_look
from ui.progress_picture.unit_states import PARTS, UnitStates

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SIDE, _BETWEEN, _NAMES_PX, _TOTAL_PX, _BAR_PX, _GAP_PX = 16, 2, 300, 40, 22, 12
_LEGEND_COLUMNS = 4


class UnitBars(QWidget):
    """The picture on the screen; it is as high as it has units."""

    def __init__(self) -> None:
        """Make a picture of nothing."""
        super().__init__()
        self._units: tuple[UnitStates, ...] = ()
        self.setAccessibleName("Tiến độ theo phòng, đơn vị chủ trì")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_units(self, units: tuple[UnitStates, ...]) -> None:
        """Show other counts."""
        self._units = units
        self.setAccessibleDescription("; ".join(map(_spoken, units)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of all bars and the legend."""
        return QSize(theme.scaled(600), picture_height(self._units))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.paints(self.palette()).surf)
        paint_units(painter, self._units, QRectF(self.rect()), self.palette())


def picture_height(units: tuple[UnitStates, ...]) -> int:
    """Return how high the picture of so many units is."""
    rows = -(-len(PARTS) // _LEGEND_COLUMNS)
    return 2 * _SIDE + len(units) * _row() + rows * _legend_row() + _GAP_PX


def paint_units(
    painter: QPainter, units: tuple[UnitStates, ...], area: QRectF, palette: QPalette
) -> None:
    """Paint bars and legend into *area*."""
    most = max((one.total for one in units), default=0) or 1
    names = min(theme.scaled(_NAMES_PX), area.width() * 0.34)
    left = area.left() + _SIDE + names
    width = area.right() - theme.scaled(_TOTAL_PX) - _SIDE - left
    for place, unit in enumerate(units):
        top = area.top() + _SIDE + place * _row()
        name = QRectF(area.left() + _SIDE, top, names - 10, theme.scaled(_BAR_PX))
        _paint_name(painter, unit, name, palette)
        bar = QRectF(left, top, width * unit.total / most, theme.scaled(_BAR_PX))
        _paint_bar(painter, unit, bar, palette)
    top = area.top() + _SIDE + len(units) * _row() + _GAP_PX
    _paint_legend(
        painter, units, QRectF(area.left() + _SIDE, top, area.width() - 2 * _SIDE, 0), palette
    )


def _paint_name(painter: QPainter, unit: UnitStates, room: QRectF, palette: QPalette) -> None:
    painter.setFont(theme.font())
    painter.setPen(theme.paints(palette).text)
    words = painter.fontMetrics().elidedText(
        unit.name, Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.drawText(room, _LEFT, words)


def _paint_bar(painter: QPainter, unit: UnitStates, bar: QRectF, palette: QPalette) -> None:
    paints, strong = theme.paints(palette), theme.font(theme.HEADER_PT, strong=True)
    left = bar.left()
    for (_, states), count in zip(PARTS, unit.counts, strict=True):
        if not count:
            continue
        look = state_look(states[0], palette)
        width = bar.width() * count / unit.total
        part = QRectF(round(left), bar.top(), max(round(width) - _BETWEEN, 1), bar.height())
        paint_hatched(painter, part, look)
        left += width
        number = QFontMetrics(strong).horizontalAdvance(str(count)) + 8
        if number <= part.width() - 2:
            pill = QRectF(0, 0, number, bar.height() - 6)
            pill.moveCenter(part.center())
            painter.fillRect(pill, paints.surf)
            painter.setFont(strong)
            painter.setPen(look.colour)
            painter.drawText(pill, _CENTRE, str(count))
    painter.setFont(theme.font(strong=True))
    painter.setPen(paints.text)
    painter.drawText(QRectF(bar.right() + 6, bar.top(), 60, bar.height()), _LEFT, str(unit.total))


def _paint_legend(
    painter: QPainter, units: tuple[UnitStates, ...], area: QRectF, palette: QPalette
) -> None:
    paints, size = theme.paints(palette), theme.scaled(12)
    width = area.width() / _LEGEND_COLUMNS
    for place, (words, states) in enumerate(PARTS):
        row, column = divmod(place, _LEGEND_COLUMNS)
        room = QRectF(
            area.left() + column * width, area.top() + row * _legend_row(), width, _legend_row()
        )
        swatch = QRectF(room.left() + 1, room.center().y() - size / 2, size * 1.6, size)
        paint_hatched(painter, swatch, state_look(states[0], palette))
        count = sum(unit.counts[place] for unit in units)
        painter.setFont(theme.font())
        painter.setPen(paints.text if count else paints.text3)
        painter.drawText(room.adjusted(size * 1.6 + 9, 0, 0, 0), _LEFT, f"{words}: {count}")


def _row() -> int:
    return theme.scaled(_BAR_PX) + _GAP_PX


def _legend_row() -> int:
    return theme.line_height(theme.font()) + 6


def _spoken(unit: UnitStates) -> str:
    parts = zip(PARTS, unit.counts, strict=True)
    told = ", ".join(f"{words} {count}" for (words, _), count in parts if count)
    return f"{unit.name}: {told}"
