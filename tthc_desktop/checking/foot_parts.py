"""The foot: nơi nhận and the signature, side by side in a table or in running lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tthc_desktop.checking.facts import Block, Paragraph, Table
from tthc_desktop.checking.parts import Foot
from tthc_desktop.reading.markers import dash_length
from tthc_desktop.reading.wording import (
    ARCHIVE,
    RECIPIENTS,
    is_annex_label,
    is_signing_line,
    names_position,
)

_MOST_COLUMNS = 4
_MOST_ROWS_SIGNED = 4
_MOST_BELOW = 40
# Fewer lines than these follow a signature that opens the foot without nơi nhận.
_LAST_LINES = 8


@dataclass
class _Sides:
    """Lines of the left and of the right side."""

    left: list[Paragraph] = field(default_factory=list)
    right: list[Paragraph] = field(default_factory=list)

    def foot(self) -> Foot:
        """Return the foot of these lines."""
        heading = next((one for one in self.left if RECIPIENTS.match(one.text)), None)
        signing, signer = _signature(self.right)
        recipients = tuple(one for one in self.left if one is not heading)
        return Foot(True, heading, recipients, signing, signer)


def read_foot(blocks: Sequence[Block]) -> tuple[Foot, int, int]:
    """Return the foot and the blocks before and behind it; no foot stands at the end."""
    start = _start(blocks)
    if start is None:
        return Foot(), len(blocks), len(blocks)
    sides, place = _Sides(), start
    while place < len(blocks) and place - start < _MOST_BELOW:
        block = blocks[place]
        if isinstance(block, Table):
            if (sides.left and sides.right) or not _is_foot_table(block):
                break
            _take_table(sides, block)
        elif not _take_paragraph(sides, block, first=place == start):
            break
        place += 1
    return sides.foot(), start, place


def _start(blocks: Sequence[Block]) -> int | None:
    """Return where the foot begins: nơi nhận or lưu, else the last lines of a signature."""
    end = next((place for place, one in enumerate(blocks) if _is_label(one)), len(blocks))
    for place, block in enumerate(blocks[:end]):
        if _holds(block, _begins_list):
            while place and _is_signature(blocks[place - 1]):
                place -= 1  # noqa: PLW2901 - steps back over the signature above
            return place
    return _last_signature(blocks[:end])


def _last_signature(blocks: Sequence[Block]) -> int | None:
    """Return where the signature begins that only few lines follow."""
    found, said = None, 0
    for place in range(len(blocks) - 1, -1, -1):
        said += _says(blocks[place])
        if said > _LAST_LINES:
            break
        if _holds(blocks[place], _is_signing):
            found = place
    return found


def _is_foot_table(table: Table) -> bool:
    return _holds(table, _begins_list) or _holds(table, _is_signing)


def _holds(block: Block, wanted: Callable[[Paragraph], bool]) -> bool:
    if isinstance(block, Paragraph):
        return any(wanted(line) for line in block.lines)
    if max((len(row.cells) for row in block.rows), default=0) > _MOST_COLUMNS:
        return False
    if wanted is _is_signing and len(block.rows) > _MOST_ROWS_SIGNED:
        return False
    return any(wanted(line) for one in block.paragraphs for line in one.lines)


def _begins_list(line: Paragraph) -> bool:
    return bool(RECIPIENTS.match(line.text) or ARCHIVE.match(line.text))


def _is_signing(line: Paragraph) -> bool:
    return is_signing_line(line.text)


def _is_label(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(is_annex_label(one.text) for one in block.lines)


def _is_signature(block: Block) -> bool:
    return isinstance(block, Paragraph) and (block.empty or is_signing_line(block.text))


def _says(block: Block) -> bool:
    return not isinstance(block, Paragraph) or not block.empty


def _take_table(sides: _Sides, table: Table) -> None:
    columns: dict[int, list[Paragraph]] = {}
    for one in table.paragraphs:
        if one.cell:
            columns.setdefault(one.cell.column, []).extend(_saying(one.lines))
    lists = [place for place, held in columns.items() if any(map(_begins_list, held))]
    signed = [place for place, held in columns.items() if any(map(_is_signing, held))]
    left = lists[0] if lists else 1
    right = next((one for one in reversed(signed) if one != left), max(columns, default=left))
    for place, held in sorted(columns.items()):
        if place == left:
            _part(sides, held, is_alone=left == right)
        elif place == right:
            sides.right.extend(held)


def _part(sides: _Sides, held: list[Paragraph], *, is_alone: bool) -> None:
    """Take one column; a table of one column holds the signature below nơi nhận."""
    for line in held:
        if is_alone and not (dash_length(line.text) or _begins_list(line)):
            sides.right.append(line)
        else:
            sides.left.append(line)


def _take_paragraph(sides: _Sides, block: Paragraph, *, first: bool) -> bool:
    """Take a running paragraph; False where the foot has ended."""
    lines = tuple(_saying(block.lines))
    if _is_label(block) or (sides.right and not first and _is_elsewhere(sides, lines)):
        return False
    for line in lines:
        is_left = _begins_list(line) or dash_length(line.text) > 0
        (sides.left if is_left and not line.column else sides.right).append(line)
    return True


def _is_elsewhere(sides: _Sides, lines: tuple[Paragraph, ...]) -> bool:
    """Whether a paragraph is none of a foot's: a signer was named and this is no list."""
    named = sides.right and not is_signing_line(sides.right[-1].text)
    return bool(named) and any(not (_begins_list(one) or dash_length(one.text)) for one in lines)


def _saying(lines: Iterable[Paragraph]) -> Iterator[Paragraph]:
    return (one for one in lines if one.lettered)


def _signature(lines: list[Paragraph]) -> tuple[tuple[Paragraph, ...], Paragraph | None]:
    """Part the lines of quyền hạn, chức vụ from the signer's name, which is the last."""
    said = [one for one in lines if not one.text.startswith(("(", "[", "/"))]
    if not said:
        return (), None
    last = said[-1]
    is_position = is_signing_line(last.text) or (len(said) < 2 and names_position(last.text))
    return (tuple(said), None) if is_position else (tuple(said[:-1]), last)
