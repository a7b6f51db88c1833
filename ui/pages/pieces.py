"""What the paginator stacks: pieces that are never cut, with what is drawn in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from ui.pages.draft_mark import DraftMark
from ui.pages.lines import SetLine


@dataclass(frozen=True, slots=True)
class Text:
    """A set line and where it stands, seen from the piece or the page it is on."""

    line: SetLine
    left: float
    top: float

    def moved(self, right: float, down: float) -> Text:
        """Return the same, moved."""
        return replace(self, left=self.left + right, top=self.top + down)

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        self.line.draw(painter, self.left, self.top)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn solid line."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float

    def moved(self, right: float, down: float) -> Stroke:
        """Return the same, moved."""
        return replace(
            self,
            left=self.left + right,
            right=self.right + right,
            top=self.top + down,
            bottom=self.bottom + down,
        )

    def draw(self, painter: QPainter) -> None:
        """Draw it in the colour of the text."""
        pen = QPen(painter.pen().color(), self.thickness)
        # Square ends close the corners of a table.
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.save()
        painter.setPen(pen)
        painter.drawLine(QLineF(self.left, self.top, self.right, self.bottom))
        painter.restore()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in its room; two are the same if they stand in the same room."""

    image: QImage = field(compare=False)
    left: float
    top: float
    width: float
    height: float

    def moved(self, right: float, down: float) -> Image:
        """Return the same, moved."""
        return replace(self, left=self.left + right, top=self.top + down)

    def draw(self, painter: QPainter) -> None:
        """Draw it, smoothly where the screen has fewer dots."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.left, self.top, self.width, self.height), self.image)
        painter.restore()


Mark = Text | Stroke | Image | DraftMark


@dataclass(frozen=True, slots=True)
class RuledRow:
    """What of a ruled row a piece is: its borders depend on where the page is cut.

    `unruled_top`, `unruled_bottom`: from where to where it is one with the row above, below.
    """

    edges: tuple[float, ...]
    border: float
    unruled_top: tuple[tuple[float, float], ...] = ()
    unruled_bottom: tuple[tuple[float, float], ...] = ()
    opens: bool = True
    closes: bool = True
    header: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A strip of the page that is never cut.

    `gap` is the room above it, dropped at the top of a page; `keep` ties it to the next.
    `block` is the place of its layout block within the section.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    gap: float = 0.0
    keep: bool = False
    row: RuledRow | None = None
    block: int = -1


@dataclass
class Stack:
    """Pieces put one below the other, for a cell that holds a flow of its own."""

    marks: list[Mark] = field(default_factory=list)
    height: float = 0.0

    def add(self, pieces: Iterable[Piece], left: float) -> None:
        """Put *pieces* below what is there, every gap kept."""
        for piece in pieces:
            self.height += piece.gap
            self.marks.extend(mark.moved(left, self.height) for mark in piece.marks)
            self.height += piece.height
