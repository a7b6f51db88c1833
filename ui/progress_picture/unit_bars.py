"""Stacked bars, one a unit, with the hatches of the states; a legend with counts below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.domain.reporting.pictures import PictureBar, PicturePart
from tthc_desktop.use_cases.unit_states import PARTS, UnitStates
from ui.charts.picture_look import PictureLook, screen_look
from ui.charts.stacked_picture import paint_stacked, stacked_height
from ui.kit import theme

_SIDE, _USUAL_WIDTH = 16, 600


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
        return QSize(theme.scaled(_USUAL_WIDTH), picture_height(self._units))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.paints(self.palette()).surf)
        paint_units(painter, self._units, QRectF(self.rect()), self.palette())


def picture_height(units: tuple[UnitStates, ...]) -> int:
    """Return how high the picture of so many units is."""
    look = _look(theme.light_palette())
    return 2 * _SIDE + round(stacked_height(_bars(units), theme.scaled(_USUAL_WIDTH), look))


def paint_units(
    painter: QPainter, units: tuple[UnitStates, ...], area: QRectF, palette: QPalette
) -> None:
    """Paint bars and legend into *area*."""
    room = area.adjusted(_SIDE, _SIDE, -_SIDE, -_SIDE)
    paint_stacked(painter, _bars(units), room, _look(palette))


def _look(palette: QPalette) -> PictureLook:
    return screen_look(palette, theme.BASE_PT)


def _bars(units: tuple[UnitStates, ...]) -> tuple[PictureBar, ...]:
    return tuple(
        PictureBar(
            one.name,
            str(one.total),
            float(one.total),
            parts=tuple(
                PicturePart(words, count)
                for (words, _), count in zip(PARTS, one.counts, strict=True)
            ),
        )
        for one in units
    )


def _spoken(unit: UnitStates) -> str:
    parts = zip(PARTS, unit.counts, strict=True)
    told = ", ".join(f"{words} {count}" for (words, _), count in parts if count)
    return f"{unit.name}: {told}"
