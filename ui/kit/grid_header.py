"""The headings of our grids."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.kit import theme
from ui.kit.text_painting import paint_words

_SIDE = 8
_OVER = 4
_LINE_INSET = 6
_NARROWEST = 36


class GridHeader(QHeaderView):
    """Headings in sentence case, semibold, of as many lines as are asked for."""

    def __init__(self, lines: int = 2, parent: QWidget | None = None) -> None:
        """Make a header whose columns can be made wider."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lines = lines
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.scaled(_NARROWEST))

    def sizeHint(self) -> QSize:
        """Return the height of the lines."""
        line = theme.line_height(theme.font(theme.HEADER_PT, strong=True))
        over = _OVER if self._lines > 1 else 3 * _OVER
        return QSize(super().sizeHint().width(), self._lines * line + over)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Paint a heading and the short line at its right."""
        paints = theme.paints(self.palette())
        painter.save()
        painter.fillRect(rect, paints.head)
        painter.setPen(paints.line2)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        top, bottom = rect.top() + _LINE_INSET, rect.bottom() - _LINE_INSET
        painter.drawLine(rect.right(), top, rect.right(), bottom)
        model, role = self.model(), Qt.ItemDataRole
        align = model.headerData(logicalIndex, self.orientation(), role.TextAlignmentRole)
        paint_words(
            painter,
            self.words_room(rect, logicalIndex),
            model.headerData(logicalIndex, self.orientation(), role.DisplayRole) or "",
            theme.font(theme.HEADER_PT, strong=True),
            self.words_colour(logicalIndex),
            lines=self._lines,
            align=Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignHorizontal_Mask,
        )
        painter.restore()

    def words_room(self, rect: QRect, section: int) -> QRectF:
        """Return where the words of a heading stand."""
        return QRectF(rect).adjusted(_SIDE, 0, -_SIDE, 0)

    def words_colour(self, section: int) -> QColor:
        """Return the colour of a heading's words."""
        return theme.paints(self.palette()).text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground behind the last heading too."""
        painter = QPainter(self.viewport())
        paints, room = theme.paints(self.palette()), self.viewport().rect()
        painter.fillRect(room, paints.head)
        painter.setPen(paints.line2)
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.end()
        super().paintEvent(event)
