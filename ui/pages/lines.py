"""Runs set to lines of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from tthc_desktop.document.nd30 import Align, TextStyle
from tthc_desktop.domain.text_run import Run, runs_text
from ui.pages.measures import page_font, single_line, units_of_mm

_ALIGNMENT = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a set paragraph; it keeps the layout alive, which Qt's own line does not.

    `drop` moves the line down so that its base line stands where the font wants it.
    """

    layout: QTextLayout
    place: int
    height: float
    drop: float

    @property
    def text(self) -> str:
        """The line's plain text."""
        line = self.layout.lineAt(self.place)
        start, end = line.textStart(), line.textStart() + line.textLength()
        # Qt counts UTF-16 units.
        return self.layout.text().encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the line with its top left corner at a place."""
        self.layout.lineAt(self.place).draw(painter, QPointF(left, top + self.drop))


def set_lines(runs: Iterable[Run], style: TextStyle, width: float) -> tuple[SetLine, ...]:
    """Set *runs* in the look of *style*; an empty text gives one empty line."""
    runs = tuple(runs)
    layout = QTextLayout(runs_text(runs).replace("\n", _LINE_SEPARATOR), _font(style))
    layout.setTextOption(_option(style))
    layout.setFormats(list(_formats(runs, style)))
    layout.setCacheEnabled(True)
    single = single_line(style.size_pt)
    height = single.height * style.line
    return tuple(
        SetLine(layout, place, height, single.ascent - ascent)
        for place, ascent in enumerate(_break_lines(layout, style, width))
    )


def text_width(text: str, style: TextStyle) -> float:
    """Return how wide *text* is on one line, in page units."""
    layout = QTextLayout(text, _font(style))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.naturalTextWidth()


def _break_lines(layout: QTextLayout, style: TextStyle, width: float) -> list[float]:
    ascents: list[float] = []
    indent = units_of_mm(style.first_line_mm)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - indent)
        line.setPosition(QPointF(indent, 0))
        ascents.append(line.ascent())
        indent = 0.0
    layout.endLayout()
    return ascents


def _font(style: TextStyle) -> QFont:
    return page_font(style.size_pt, bold=style.bold, italic=style.italic)


def _option(style: TextStyle) -> QTextOption:
    option = QTextOption(_ALIGNMENT[style.align])
    # A word wider than its column is broken: it must not run over the border.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    return option


def _formats(runs: tuple[Run, ...], style: TextStyle) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for run in runs:
        # Qt counts UTF-16 units.
        length = len(run.text.encode("utf-16-le")) // 2
        if (run.bold and not style.bold) or (run.italic and not style.italic):
            # Qt's type hints know no field of a range.
            piece: Any = QTextLayout.FormatRange()
            piece.start, piece.length = start, length
            piece.format = _format(run, style)
            yield piece
        start += length


def _format(run: Run, style: TextStyle) -> QTextCharFormat:
    bold, italic = run.bold or style.bold, run.italic or style.italic
    shape = QTextCharFormat()
    shape.setFont(page_font(style.size_pt, bold=bold, italic=italic))
    return shape
