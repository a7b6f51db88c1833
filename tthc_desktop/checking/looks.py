"""Effective looks of letters and paragraphs: run over character style over paragraph style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeAlias

Values: TypeAlias = Mapping[str, object]
FONT = "Times New Roman"
# A theme font that the file does not define.
UNRESOLVED = ""


@dataclass(frozen=True, slots=True)
class LetterLook:
    """How letters look; what nobody writes is what Word takes then. Sizes in points."""

    size_pt: float = 10.0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    hidden: bool = False
    raised: bool = False
    ascii_font: str = FONT
    high_font: str = FONT
    colour: str = "auto"


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph stands; lengths in twips, `first_line` negative for a hanging one."""

    alignment: str = "left"
    left: int = 0
    right: int = 0
    first_line: int = 0
    before: int = 0
    after: int = 0
    contextual: bool = False
    line: int = 240
    line_rule: str = "auto"
    list_id: int = 0
    list_level: int | None = None
    ruled_above: bool = False
    ruled_below: bool = False
    framed_centred: bool = False


_LETTERS = frozenset(one.name for one in fields(LetterLook))
_PARAGRAPH = frozenset(one.name for one in fields(ParagraphLook))


def letter_look(values: Values) -> LetterLook:
    """Return the look that the merged *values* give."""
    return LetterLook(**{name: values[name] for name in values if name in _LETTERS})  # type: ignore[arg-type]


def paragraph_look(values: Values) -> ParagraphLook:
    """Return the look that the merged *values* give."""
    return ParagraphLook(**{name: values[name] for name in values if name in _PARAGRAPH})  # type: ignore[arg-type]
