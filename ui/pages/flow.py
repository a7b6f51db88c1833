"""Paragraphs, rules and columns side by side as pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Flow, Paragraph, SideBySide
from ui.pages.lines import set_lines
from ui.pages.measures import units_of_mm, units_of_pt
from ui.pages.pieces import Piece, Stack, Stroke, Text

# As in Word ("widow control", on by default): a paragraph leaves no single line behind.
_FEWEST_LINES = 2


def flow_pieces(flow: Flow, width: float, *, large: bool) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph or a rule in a column of *width*."""
    if isinstance(flow, Paragraph):
        return _paragraph(flow, width, large=large)
    return (_rule(units_of_mm(flow.length_mm), width),)


def _paragraph(paragraph: Paragraph, width: float, *, large: bool) -> tuple[Piece, ...]:
    style = nd30.style(paragraph.role, large=large)
    lines = set_lines(paragraph.runs, style, width)
    last = len(lines) - 1
    pieces = [
        Piece(line.height, (Text(line, 0, 0),), keep=_is_tied(place, last))
        for place, line in enumerate(lines)
    ]
    pieces[0] = replace(pieces[0], gap=units_of_pt(style.before_pt))
    # Distances of neighbours add up, as in Word; the one below belongs to the last line.
    pieces[last] = replace(
        pieces[last],
        height=pieces[last].height + units_of_pt(style.after_pt),
        keep=style.keep_with_next,
    )
    return tuple(pieces)


def _is_tied(place: int, last: int) -> bool:
    return place < _FEWEST_LINES - 1 or last - place < _FEWEST_LINES


def _rule(length: float, width: float) -> Piece:
    thickness = units_of_pt(nd30.RULE.thickness_pt)
    left = (width - length) / 2
    middle = thickness / 2
    stroke = Stroke(left, middle, left + length, middle, thickness)
    height = units_of_pt(nd30.RULE.height_pt)
    return Piece(height, (stroke,), gap=units_of_pt(nd30.RULE.gap_above_pt))


def side_by_side_pieces(block: SideBySide, room: float, *, large: bool) -> tuple[Piece, ...]:
    """Return the rows of two columns: one piece, or, higher than *room*, cut where it can be.

    The letterhead and the signature are never cut unless they cannot fit on any page.
    """
    gap = units_of_pt(nd30.SIGNATURE.gap_before_pt) if block.keep_together else 0.0
    whole = _rows(block, large=large)
    if whole.height <= room:
        return (Piece(whole.height, tuple(whole.marks), gap=gap),)
    bands = [
        piece for left, right in block.rows for piece in _bands(block, left, right, large=large)
    ]
    return replace(bands[0], gap=gap), *bands[1:]


def _rows(block: SideBySide, *, large: bool) -> Stack:
    left_width, right_width = (units_of_mm(width) for width in block.widths_mm)
    whole = Stack()
    for left, right in block.rows:
        columns = Stack(), Stack()
        columns[0].add(_cell(left, left_width, large=large), 0)
        columns[1].add(_cell(right, right_width, large=large), left_width)
        for column in columns:
            whole.marks.extend(mark.moved(0, whole.height) for mark in column.marks)
        whole.height += max(column.height for column in columns)
    return whole


def _cell(flows: Iterable[Flow], width: float, *, large: bool) -> Iterator[Piece]:
    for flow in flows:
        yield from flow_pieces(flow, width, large=large)


def _bands(
    block: SideBySide, left: tuple[Flow, ...], right: tuple[Flow, ...], *, large: bool
) -> Iterator[Piece]:
    """Yield the left column's pieces one by one, the right column beside the first of them."""
    left_width, right_width = (units_of_mm(width) for width in block.widths_mm)
    beside = Stack()
    beside.add(_cell(right, right_width, large=large), left_width)
    pieces = list(_cell(left, left_width, large=large))
    tops = [sum(one.gap + one.height for one in pieces[:count]) for count in range(len(pieces))]
    # As many lines of the left as the right one is high stay with it.
    held = sum(top < beside.height for top in tops)
    head = Stack(list(beside.marks))
    head.add(pieces[:held], 0)
    yield Piece(max(head.height, beside.height), tuple(head.marks))
    yield from pieces[held:]
