"""The letterhead of any office: in a table, in two tables, or in columns between tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import islice, takewhile

from tthc_desktop.checking.facts import Block, Paragraph, RunFact
from tthc_desktop.checking.lines_under import draws, under
from tthc_desktop.checking.parts import Letterhead, Under
from tthc_desktop.document import nd30
from tthc_desktop.vietnamese_text import fold

_NAME = fold(nd30.QUOC_HIEU)
_ALIKE = 0.75
# The longest letterhead, empty lines and all, is shorter.
_MOST_LINES = 60
_MOTTO = re.compile(r"doc\s+lap.*tu\s+do.*hanh\s+phuc")
_NUMBER = re.compile(r"^so\b.*/|^[\d\s.…]*/\s*[^\W\d_]+\s*-")
_DATE = re.compile(
    r"\bngay\b.*\bthang\b.*\bnam\b|\bngay\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
    r"|\bthang\s+\d{1,2}\s+nam\s+\d{4}"
)
_MARK = re.compile(r"^\W*(?:du thao|mat|toi mat|tuyet mat|khan|thuong khan|hoa toc|ban sao)\b")
# Room to write in "Số:      /KH-…" and "ngày      tháng" parts no columns.
_GAP = re.compile(r"(?<!Số:)(?<!ngày)(?<!tháng)(?<!năm)(?<! ) {4,}(?![/ ])")
_LETTER = re.compile(r"^v/v\b")
_AGENCY = re.compile(
    r"^(?:so|ban|bo|cuc|chi cuc|tong cuc|ubnd|uy ban|hdnd|hoi dong|van phong|truong|trung tam"
    r"|phong|vien|bao|dai|cong an|thanh tra|kho bac|chi nhanh|quy|benh vien)\b"
)


@dataclass(frozen=True)
class _Line:
    """A line of the letterhead; `side` tells its column: table columns and tabs alike."""

    paragraph: Paragraph
    whole: Paragraph
    side: tuple[int, int]

    @property
    def folded(self) -> str:
        return self.paragraph.folded


def read_letterhead(blocks: Iterable[Block]) -> Letterhead:
    """Return the letterhead that *blocks*, all before the title, hold."""
    lines = list(islice(_lines(blocks), _MOST_LINES))
    name = _national_name(lines)
    motto = next((one for one in lines if _MOTTO.search(one.folded)), None)
    date = next((one for one in lines if _DATE.search(one.folded)), None)
    number = next((one for one in lines if one is not date and _NUMBER.search(one.folded)), None)
    known = [one for one in (name, motto, date, number) if one]
    agencies = _agency_lines(lines, known)
    parent, agency = _parted(agencies)
    return Letterhead(
        name.paragraph if name else None,
        motto.paragraph if motto else None,
        _under(lines, motto),
        tuple(one.paragraph for one in parent),
        tuple(one.paragraph for one in agency),
        _under(lines, agency[-1] if agency else None),
        number.paragraph if number else None,
        date.paragraph if date else None,
        any(_LETTER.match(one.folded) for one in lines),
    )


def _lines(blocks: Iterable[Block]) -> Iterator[_Line]:
    for block in blocks:
        held = (block,) if isinstance(block, Paragraph) else block.paragraphs
        for whole in held:
            column = whole.cell.column if whole.cell else 1
            for line in _columned(whole).lines or (whole,):
                yield _Line(line, whole, (column, line.column))


def _columned(whole: Paragraph) -> Paragraph:
    """Return a paragraph with tabs for the wide gaps that part its columns."""
    if whole.cell or "    " not in whole.typed:
        return whole
    runs = tuple(RunFact(_GAP.sub("\t", run.text), run.look) for run in whole.runs)
    return replace(whole, runs=runs)


def _national_name(lines: list[_Line]) -> _Line | None:
    """Return the line most like Quốc hiệu: one with a typing mistake is still meant for it."""
    best, alike = None, _ALIKE
    for line in lines:
        if abs(len(line.folded) - len(_NAME)) < len(_NAME) / 3:
            ratio = SequenceMatcher(None, _NAME, line.folded).ratio()
            if ratio > alike:
                best, alike = line, ratio
    return best


def _agency_lines(lines: list[_Line], known: list[_Line]) -> list[_Line]:
    """Return the lines left of Quốc hiệu, above the number."""
    right = {one.side for one in known if _is_right(one)}
    places = [place for place, one in enumerate(lines) if _NUMBER.search(one.folded)]
    last = places[0] if places else len(lines)
    found = [
        one
        for one in lines[:last]
        if one not in known and one.side not in right and _may_name(one.paragraph)
    ]
    # A cell of its own: what stands below the number in another row is no agency.
    return list(takewhile(lambda one: not _LETTER.match(one.folded), found))


def _is_right(line: _Line) -> bool:
    return not _NUMBER.search(line.folded) and line.side != (1, 0)


def _may_name(paragraph: Paragraph) -> bool:
    # A line too long to fold is no name.
    return bool(paragraph.folded and paragraph.lettered) and not _MARK.match(paragraph.folded)


def _parted(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Part the superior's lines from the agency's: by how names begin, else by bold type."""
    starts = [place for place, one in enumerate(lines) if _AGENCY.match(one.folded)]
    if len(starts) > 1:
        return lines[: starts[-1]], lines[starts[-1] :]
    bold = [one.paragraph.any_bold for one in lines]
    if any(bold) and not bold[0]:
        return lines[: bold.index(True)], lines[bold.index(True) :]
    return [], lines


def _under(lines: list[_Line], component: _Line | None) -> Under:
    """Return what is drawn below a component, up to the next words of its column."""
    if component is None:
        return Under()
    place = lines.index(component)
    below = (one for one in lines[place + 1 :] if one.side == component.side)
    empty = takewhile(lambda one: draws(one.paragraph), below)
    return under((component.whole, *(one.whole for one in empty)))
