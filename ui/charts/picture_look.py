"""How a picture looks: as the screen's own letters are, or as the pages of the document."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette

from ui.kit import theme
from ui.pages.measures import FAMILIES

_PAPER_PX = 16  # 12 pt at 96 dots an inch, the unit in which pictures for paper are painted
_LINE = 1.3


@dataclass(frozen=True)
class PictureLook:
    """Colours, letters and the scale of all distances."""

    palette: QPalette
    text: QFont
    strong: QFont
    scale: float

    @property
    def paints(self) -> theme.Paints:
        """The colours by their names."""
        return theme.paints(self.palette)

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return round(QFontMetricsF(self.strong).height() * _LINE)

    def px(self, pixels: float) -> float:
        """Return a distance that grows with the letters."""
        return round(pixels * self.scale)

    def width(self, words: str, *, strong: bool = False) -> float:
        """Return how wide words are on one line."""
        return QFontMetricsF(self.strong if strong else self.text).horizontalAdvance(words)


def screen_look(palette: QPalette, points: float = theme.HEADER_PT) -> PictureLook:
    """Return the look of pictures on the screen, their letters of so many points."""
    return PictureLook(
        palette, theme.font(points), theme.font(points, strong=True), theme.text_scale()
    )


def paper_look() -> PictureLook:
    """Return the look of pictures in documents: it is the same whatever the screen is."""
    return PictureLook(theme.light_palette(), _paper_font(), _paper_font(strong=True), 1.0)


def _paper_font(*, strong: bool = False) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(_PAPER_PX)
    font.setBold(strong)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def put_words(
    painter: QPainter,
    room: QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint words on one line, cut with "…" where they have no room."""
    painter.setFont(font)
    painter.setPen(colour)
    cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 0.5)
    painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, cut)
