"""Nội dung: căn cứ, lời văn, numbered lines, and in which section each stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tthc_desktop.checking.facts import Block, Paragraph
from tthc_desktop.checking.parts import BodyKind, BodyParagraph
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.reading.markers import ROMAN, Marker, dash_length, marker_of
from tthc_desktop.reading.wording import is_addressed
from tthc_desktop.vietnamese_text import fold

_BASIS = re.compile(r"^(?:can cu|thuc hien|theo|xet)\b")
_PART = re.compile(r"^(?:phan|chuong|muc|tieu muc)\s+(?:thu\s+\w+|[ivxlc]+|\d+)\b")
_ARTICLE = re.compile(r"^Điều\s+(\d{1,3})\b")
_CLOSING = re.compile(r"^(?:tren day|trong qua trinh|de nghi)\b")
_ARTICLE_STYLE = "article"
_LONGEST_TITLE = 200
BASES, OPENING, CLOSING = "legal_bases", "opening", "closing"


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    typed: str


@dataclass
class _Walk:
    """Follows the numbers down the text."""

    levels: list[_Level] = field(default_factory=list)
    addressed: bool = False
    found: list[BodyParagraph] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)

    def take(self, paragraph: Paragraph, before: Paragraph | None) -> None:
        """Take the next paragraph that prints words."""
        article = _ARTICLE.match(paragraph.text)
        marker = None if article else _marker(paragraph)
        if article:
            self._enter(_ARTICLE_STYLE, article[0])
        elif marker:
            self._enter(marker.style, marker.typed)
        kind = BodyKind.TEXT if article or marker else self._kind(paragraph)
        self.addressed = kind is BodyKind.ADDRESS
        self.depths.append(len(self.levels) if article or marker else 0)
        item = BodyParagraph(
            paragraph, kind, self._where(kind), before=before, below_title=self._is_below_title()
        )
        if marker:
            item = replace(
                item,
                numbering=marker.numbering,
                typed=marker.typed,
                style=marker.style,
                value=marker.value,
            )
        self.found.append(item)

    def _is_below_title(self) -> bool:
        return bool(self.found) and self.found[-1].kind is BodyKind.TITLE

    def _enter(self, style: str, typed: str) -> None:
        styles = [level.style for level in self.levels]
        if style in {ROMAN, _ARTICLE_STYLE}:
            self.levels.clear()
        elif style in styles:
            del self.levels[styles.index(style) :]
        self.levels.append(_Level(style, typed))

    def _kind(self, paragraph: Paragraph) -> BodyKind:
        if is_addressed(paragraph.text):
            return BodyKind.ADDRESS
        if self.addressed and dash_length(paragraph.text):
            return BodyKind.ADDRESS
        if not self.levels and _BASIS.match(_start(paragraph)):
            return BodyKind.BASIS
        return BodyKind.TITLE if _is_title(paragraph) else BodyKind.TEXT

    def _where(self, kind: BodyKind) -> str:
        if self.levels:
            numbers: list[str] = []
            for level in self.levels:
                if "." in level.typed:
                    numbers = [one for one in numbers if not one[0].isdigit()]
                numbers.append(level.typed)
            return f"section {'.'.join(numbers)}"
        return BASES if kind is BodyKind.BASIS else OPENING


def read_body(blocks: Sequence[Block]) -> tuple[BodyParagraph, ...]:
    """Return the paragraphs of nội dung that print words; tables are taken elsewhere."""
    walk = _Walk()
    before: Paragraph | None = None
    tables_behind: set[int] = set()
    for block in blocks:
        if not isinstance(block, Paragraph):
            tables_behind.add(len(walk.found) - 1)
            before = None
            continue
        if block.lettered:
            walk.take(block, before)
        before = block
    return _closed(_with_content(walk, tables_behind))


def _with_content(walk: _Walk, tables_behind: set[int]) -> list[BodyParagraph]:
    """Mark the numbered lines that stand above content of their own."""
    depths = [*walk.depths, 1]
    return [
        replace(item, followed_by_content=place in tables_behind or _is_deeper(depths, place))
        for place, item in enumerate(walk.found)
    ]


def _is_deeper(depths: list[int], place: int) -> bool:
    """Whether the next line has no number or one of a deeper level."""
    following = depths[place + 1]
    return depths[place] > 0 and (not following or following > depths[place])


def _closed(items: list[BodyParagraph]) -> tuple[BodyParagraph, ...]:
    """Name the paragraphs at the end that close the document."""
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        if item.numbering or not _CLOSING.match(_start(item.paragraph)):
            break
        items[place] = replace(item, where=CLOSING)
    return tuple(items)


def _marker(paragraph: Paragraph) -> Marker | None:
    return None if dash_length(paragraph.text) else marker_of(paragraph.text)


def _start(paragraph: Paragraph) -> str:
    return fold(paragraph.text[:24])


def _is_title(paragraph: Paragraph) -> bool:
    """Whether a line is Phần, Chương, Mục, their titles, or "QUYẾT ĐỊNH:"."""
    text = paragraph.text
    if len(text) > _LONGEST_TITLE or dash_length(text):
        return False
    if _PART.match(paragraph.folded) or text.isupper():
        return True
    return paragraph.look.alignment == "center" and paragraph.bold


def is_part(item: BodyParagraph) -> bool:
    """Whether a paragraph is "Phần I", "Chương II": below it numbers begin anew."""
    return item.kind is BodyKind.TITLE and bool(_PART.match(item.paragraph.folded))


def is_section(item: BodyParagraph) -> bool:
    """Whether a paragraph is a mục: "I. MỤC ĐÍCH, YÊU CẦU"."""
    return item.numbering is Numbering.ROMAN and item.style == ROMAN
