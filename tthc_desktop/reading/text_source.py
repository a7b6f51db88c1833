"""A text file becomes the same stream of paragraphs and tables as a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from tthc_desktop.domain.text_run import Run
from tthc_desktop.errors import Refused
from tthc_desktop.reading.file_kind import what_text_is_not
from tthc_desktop.reading.gate import read_bytes
from tthc_desktop.reading.legacy_letters import refuse_legacy_letters
from tthc_desktop.reading.limits import LIMITS
from tthc_desktop.reading.run_cleaning import clean_runs
from tthc_desktop.reading.source import (
    Source,
    SourceCell,
    SourceItem,
    SourceParagraph,
    SourceTable,
    cell,
    cut_runs,
    has_letters,
    paragraph,
    single_blanks,
)
from tthc_desktop.reading.text_marks import marked_runs

_PAGE_END = "\f"
_TABLE_LINE = "|"
# Each of them may begin a run.
_SIGNS = "*_<"
_RULER_SIGNS = frozenset("|:- \t")
_CELL_END = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:\s+|$)")
_STAR_ITEM = re.compile(r"^\*\s+(?=\S)")
_END_MARKS = tuple(".;:!?…")
_CLOSERS = "\"'”’)]»"
# "a) …" and "đ. …" begin in lower case and are items of their own.
_ITEM = re.compile(r"^[^\W\d_]{1,2}[.)/]\s")
_PAGE_NUMBER = re.compile(r"^[-–\s]*(?:[Tt]rang\s*)?\d{1,3}[-–\s]*$")


def read_text(path: Path) -> Source:
    """Return what a text file says; Refused for anything that is no text in UTF-8."""
    content = read_bytes(path, LIMITS.text_bytes)
    return source_of_text(_decoded(path.name, content), path.name)


def source_of_text(text: str, name: str) -> Source:
    """Return what a text says; also the door for the clipboard."""
    lines = sum(1 for line in text.splitlines() if line.strip()) + text.count(_TABLE_LINE)
    signs = sum(map(text.count, _SIGNS))
    if lines > LIMITS.paragraphs or signs > LIMITS.runs:
        raise Refused(
            f"Tệp “{name}” quá dài cho một kế hoạch. Hãy lưu riêng phần kế hoạch thành tệp mới."
        )
    refuse_legacy_letters(name, (text,))
    return Source(tuple(_joined(_items(text.replace(_PAGE_END, "\n\n")))))


def _decoded(name: str, content: bytes) -> str:
    if refusal := what_text_is_not(name, content):
        raise Refused(refusal)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            f"Tệp “{name}” không dùng bảng mã UTF-8 nên không đọc được chữ Việt. Hãy mở bằng "
            "Notepad, chọn Lưu thành (Save as), mục Encoding chọn UTF-8, rồi thử lại."
        ) from error


def _items(text: str) -> Iterator[SourceItem]:
    tables = 0
    for block in re.split(r"\n\s*\n", "\n".join(text.splitlines())):
        lines = [line.strip() for line in block.split("\n")]
        for is_table, some in groupby(lines, key=lambda line: line.startswith(_TABLE_LINE)):
            if is_table:
                tables += 1
                yield _table(tables, list(some))
            else:
                yield from _paragraphs("\n".join(some))


def _paragraphs(block: str) -> Iterator[SourceParagraph]:
    """Yield every line; signs are paired over the lines of a block (bold over two lines)."""
    levels = [bool(_HEADING.match(line)) for line in block.split("\n")]
    bare = "\n".join(_STAR_ITEM.sub("- ", _HEADING.sub("", line)) for line in block.split("\n"))
    breaks = bare.replace("\n", "\0")
    for place, runs in enumerate(cut_runs(marked_runs(breaks), "\0")):
        cleaned = clean_runs(runs)
        if any(has_letters(run.text) for run in cleaned):
            yield paragraph(cleaned, heading=levels[place])


def _table(place: int, lines: list[str]) -> SourceTable:
    rows = [_row(line) for line in lines if not _is_ruler(line)]
    return SourceTable(place, tuple(rows))


def _is_ruler(line: str) -> bool:
    return "-" in line and _RULER_SIGNS.issuperset(line)


def _row(line: str) -> tuple[SourceCell, ...]:
    cells = _CELL_END.split(line.removeprefix(_TABLE_LINE))
    if not cells[-1].strip():
        cells = cells[:-1]
    return tuple(_cell(text) for text in cells)


def _cell(text: str) -> SourceCell:
    pieces = cut_runs(clean_runs(marked_runs(text)), "\n")
    held = [paragraph(piece) for piece in pieces]
    return cell(one for one in held if one.runs)


def _joined(items: Iterator[SourceItem]) -> Iterator[SourceItem]:
    """Join paragraphs that a page or a line end has cut, leave out page numbers."""
    held: list[SourceParagraph] = []
    for item in items:
        if isinstance(item, SourceParagraph) and _PAGE_NUMBER.match(item.text):
            continue
        if isinstance(item, SourceParagraph) and held and _continues(held, item):
            held.append(item)
            continue
        yield from _one(held)
        held = [item] if isinstance(item, SourceParagraph) else []
        if not held:
            yield item
    yield from _one(held)


def _continues(held: list[SourceParagraph], item: SourceParagraph) -> bool:
    if item.heading or not item.text[:1].islower() or _ITEM.match(item.text):
        return False
    return not (has_end_mark(held[-1].text) or held[0].text.isupper())


def has_end_mark(text: str) -> bool:
    """Whether a sentence is finished, closing quotes and brackets aside."""
    bare = text.rstrip().rstrip(_CLOSERS)
    return bare.endswith(_END_MARKS) or not bare


def _one(held: list[SourceParagraph]) -> Iterator[SourceParagraph]:
    """Yield the pieces of a paragraph as one, if there are any."""
    if len(held) == 1:
        yield held[0]
    elif held:
        raw = tuple(run for piece in held for run in (Run(" "), *piece.raw))
        yield replace(held[0], raw=raw, runs=single_blanks(raw))
