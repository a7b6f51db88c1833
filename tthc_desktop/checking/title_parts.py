"""Tên loại and trích yếu: where they stand, and where nội dung begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from tthc_desktop.checking.document_kinds import kind_of
from tthc_desktop.checking.facts import Block, Paragraph
from tthc_desktop.checking.lines_under import draws, under
from tthc_desktop.checking.parts import Under
from tthc_desktop.reading.markers import dash_length, marker_of
from tthc_desktop.reading.wording import is_addressed

_FARTHEST = 80
_MOST_LINES = 6
_LONGEST_SUBJECT = 600
_PART = re.compile(r"^(?:Điều|Chương|Phần|Mục)\s+(?:\d|[IVXLC]+\b|thứ\b)")
_BASIS = re.compile(r"^(?:can cu|thuc hien|theo|xet)\b")


@dataclass(frozen=True)
class Title:
    """The title; `start` and `end` are the blocks before and behind it."""

    start: int
    end: int
    kind_line: Paragraph | None = None
    kind: str | None = None
    subject: tuple[Paragraph, ...] = ()
    under: Under = Under()


def read_title(blocks: Sequence[Block]) -> Title:
    """Return the title of a document, an empty one where none of its kinds is named."""
    for place, block in enumerate(blocks[:_FARTHEST]):
        if isinstance(block, Paragraph):
            lines = block.lines
            for number, line in enumerate(lines):
                kind = kind_of(line.text)
                if kind:
                    return _title(blocks, place, line, kind, lines[number + 1 :])
    end = _body_start(blocks)
    return Title(end, end)


def _title(
    blocks: Sequence[Block], start: int, line: Paragraph, kind: str, rest: tuple[Paragraph, ...]
) -> Title:
    subject, held, place = list(rest), [], start + 1
    while place < len(blocks) and len(subject) < _MOST_LINES:
        block = blocks[place]
        if not isinstance(block, Paragraph):
            break
        if draws(block):
            if subject:
                break
        elif _goes_on(block, subject):
            subject += block.lines
            held.append(block)
        else:
            break
        place += 1
    following = [one for one in blocks[place:] if isinstance(one, Paragraph)]
    lines = list(takewhile(draws, following))
    # A line may hang on the first words below it; those draw nothing else.
    anchored = following[len(lines) : len(lines) + 1]
    below = under((*(held or [line]), *lines, *(one for one in anchored if one.drawn)))
    return Title(start, place, line, kind, tuple(subject), below)


def _goes_on(block: Paragraph, subject: list[Paragraph]) -> bool:
    """Whether a paragraph belongs to trích yếu: the first does, and what looks like it."""
    text = block.text
    if len(text) > _LONGEST_SUBJECT:
        return False
    if _BASIS.match(block.folded) or is_addressed(text) or _is_numbered(text):
        return False
    if not subject:
        return block.bold or block.centred or block.italic or len(text) < 200
    first = subject[0]
    return (
        block.centred == first.centred
        and block.bold == first.bold
        and (block.centred or block.bold)
        and text.isupper() == first.text.isupper()
    )


def _is_numbered(text: str) -> bool:
    return bool(_PART.match(text) or dash_length(text) or marker_of(text))


def _body_start(blocks: Sequence[Block]) -> int:
    """Return where the text of a letter begins: below the letterhead's last table."""
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (
            is_addressed(block.text) or _BASIS.match(block.folded) or len(block.text) > 150
        ):
            return place
    tables = [place for place, block in enumerate(blocks) if not isinstance(block, Paragraph)]
    return tables[0] + 1 if tables else 0
