"""What falls due on a day, in words, as much as the room of the day holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextLayout, QTextOption

from ui.calendar.year_rows import Due
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look

_ICON_PX = 11
_GAP = 4
_MOST_LINES = 3
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ELIDED = Qt.TextElideMode.ElideRight


@dataclass(frozen=True)
class DayWords:
    """What is due, and what the report calendar says of the day."""

    dues: tuple[Due, ...]
    flag: str = ""

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self.dues) + bool(self.flag)

    def left_out(self, height: float) -> int:
        """Return how many entries have no line in a room of *height*."""
        fitting = max(0, int(height // theme.line_height(theme.font(theme.HEADER_PT))))
        return 0 if self.count <= fitting else self.count - max(fitting - 1, 0)


@dataclass(frozen=True)
class _Entry:
    """One entry: a due, or what the report calendar says; its room, its words, how they look."""

    room: QRectF
    words: str
    colour: QColor
    due: Due | None = None


def paint_words(painter: QPainter, room: QRectF, words: DayWords, palette: QPalette) -> None:
    """Paint the entries, each on up to three lines where there is room."""
    painter.setFont(theme.font(theme.HEADER_PT))
    line = theme.line_height(painter.font())
    fitting, rest = int(room.height() // line), words.left_out(room.height())
    if not words.count or fitting < 1:
        return
    entries = list(islice(_entries(room, words, palette), words.count - rest))
    taken = _shared(painter, entries, fitting - bool(rest))
    top = room.top()
    for entry, count in zip(entries, taken, strict=True):
        if entry.due is not None:
            _paint_icon(painter, QRectF(room.left(), top, 0, line), entry.due, palette)
        painter.setPen(entry.colour)
        _paint_lines(painter, entry, top, count)
        top += count * line
    if rest:
        painter.setPen(theme.paints(palette).text2)
        more = QRectF(room.left(), top, room.width(), line)
        painter.drawText(more, _LEFT, f"và {rest} việc khác")


def _entries(room: QRectF, words: DayWords, palette: QPalette) -> Iterator[_Entry]:
    paints = theme.paints(palette)
    if words.flag:
        yield _Entry(room, words.flag, paints.text2)
    beside = room.adjusted(theme.scaled(_ICON_PX) + _GAP, 0, 0, 0)
    for due in words.dues:
        look = state_look(due.shown, palette)
        colour = look.colour if look.is_pill else paints.text
        yield _Entry(beside, f"{due.number} {due.content}", colour, due)


def _shared(painter: QPainter, entries: list[_Entry], lines: int) -> list[int]:
    """Share *lines* out, one after the other, to those whose words need more."""
    wanted = [len(_broken(painter, one.words, one.room.width(), _MOST_LINES)) for one in entries]
    taken = [1] * len(entries)
    while sum(taken) < lines:
        needy = [at for at, count in enumerate(taken) if count < wanted[at]]
        if not needy:
            break
        taken[min(needy, key=taken.__getitem__)] += 1
    return taken


def _paint_icon(painter: QPainter, place: QRectF, due: Due, palette: QPalette) -> None:
    look, size = state_look(due.shown, palette), theme.scaled(_ICON_PX)
    icon = QRectF(place.left(), place.top() + (place.height() - size) / 2, size, size)
    paint_icon(painter, look.icon, icon, look.colour, theme.paints(palette).surf)


def _paint_lines(painter: QPainter, entry: _Entry, top: float, most: int) -> None:
    """Paint the words of an entry on at most so many lines, the last one cut."""
    line, room = theme.line_height(painter.font()), entry.room
    broken = _broken(painter, entry.words, room.width(), most)
    for place, part in enumerate(broken):
        cut = painter.fontMetrics().elidedText(part, _ELIDED, int(room.width()))
        painter.drawText(QRectF(room.left(), top + place * line, room.width(), line), _LEFT, cut)


def _broken(painter: QPainter, words: str, width: float, most: int) -> list[str]:
    layout = QTextLayout(words, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    parts: list[str] = []
    while len(parts) < most and (one := layout.createLine()).isValid():
        one.setLineWidth(width)
        one.setPosition(QPointF(0, 0))
        end = len(words) if len(parts) == most - 1 else one.textStart() + one.textLength()
        parts.append(words[one.textStart() : end].strip())
    layout.endLayout()
    return parts
