"""Word's automatic numbers: what it prints in front of a paragraph without storing it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from tthc_desktop.domain.numbering import roman
from tthc_desktop.reading.source import Label
from tthc_desktop.reading.word_names import flag_of, number_of, value_of, w, whole_number

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ENGLISH_ALPHABET = 26
_LARGEST_ROMAN = 3999
_LONGEST_TEXT = 40
# Word's own bullets are characters of symbol fonts; offices mean the dash of nd30.
_PLUS_BULLETS = frozenset("+o○◦\uf06f")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str | None = None
    arabic_only: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """A `w:num`: its levels, the list it counts with, and where it starts anew."""

    counted_with: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass
class AutomaticNumbers:
    """Counts through the document; must be asked for every numbered paragraph, in order."""

    root: etree._Element | None
    _lists: dict[int, _List] = field(init=False, default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(init=False, default_factory=dict)
    _begun: set[tuple[int, int]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        """Read the part once."""
        if self.root is None:
            return
        abstract = _abstract_lists(self.root)
        for number in self.root.iter(w("num")):
            list_id = whole_number(number.get(w("numId")))
            counted_with = value_of(number, "abstractNumId") or ""
            if list_id is not None:
                levels, starts = _overrides(number, abstract.get(counted_with, {}))
                self._lists[list_id] = _List(counted_with, levels, starts)

    def level_of_style(self, list_id: int, style_id: str | None) -> int:
        """Return the level that a style has in its list, 0 where the list does not say."""
        one = self._lists.get(list_id)
        found = (
            level for level, its in (one.levels if one else {}).items() if its.style == style_id
        )
        return next(found, 0) if style_id else 0

    def next_label(self, list_id: int, level: int) -> Label | None:
        """Count one paragraph and return what Word prints in front of it."""
        one = self._lists.get(list_id)
        if one is None or not 0 <= level < _LEVELS:
            return None
        shown = one.levels.get(level, _Level())
        if shown.form == "bullet":
            return Label("+" if shown.text[:1] in _PLUS_BULLETS else "-", bullet=True)
        value = self._count(list_id, one, level)
        if shown.form == "none" and not shown.text:
            return None
        text = _PLACE.sub(
            lambda match: self._shown(one, int(match[1]) - 1, shown), shown.text, count=_LEVELS
        )
        return Label(text.strip(), value)

    def _count(self, list_id: int, one: _List, level: int) -> int:
        counts = self._counts.setdefault(one.counted_with, {})
        if level in one.starts and (list_id, level) not in self._begun:
            counts.pop(level, None)
        self._begun.add((list_id, level))
        start = one.starts.get(level, one.levels.get(level, _Level()).start)
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            restart = one.levels.get(deeper, _Level()).restart
            # lvlRestart 0 means never; n means: when a level above n moves on.
            if restart is None or (restart and level < restart):
                del counts[deeper]
        return counts[level]

    def _shown(self, one: _List, level: int, asked: _Level) -> str:
        its = one.levels.get(level, _Level())
        value = self._counts.get(one.counted_with, {}).get(level, its.start)
        return number_in_form(value, "decimal" if asked.arabic_only else its.form)


def number_in_form(value: int, form: str) -> str:
    """Return *value* in one of Word's number formats; Arabic figures for the rare ones."""
    if form in {"upperRoman", "lowerRoman"} and 0 < value <= _LARGEST_ROMAN:
        return roman(value) if form == "upperRoman" else roman(value).lower()
    if form in {"upperLetter", "lowerLetter"} and value > 0:
        rounds, rest = divmod(value - 1, _ENGLISH_ALPHABET)
        letters = chr(ord("a") + rest) * min(rounds + 1, _LEVELS)
        return letters.upper() if form == "upperLetter" else letters
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _abstract_lists(root: etree._Element) -> dict[str, dict[int, _Level]]:
    lists: dict[str, dict[int, _Level]] = {}
    by_style: dict[str, str] = {}
    links: dict[str, str] = {}
    for one in root.iter(w("abstractNum")):
        list_id = one.get(w("abstractNumId"), "")
        lists[list_id] = dict(filter(None, map(_level, one.iter(w("lvl")))))
        if own := value_of(one, "styleLink"):
            by_style[own] = list_id
        if other := value_of(one, "numStyleLink"):
            links[list_id] = other
    for list_id, style in links.items():
        lists[list_id] = lists.get(by_style.get(style, list_id), {})
    return lists


def _level(element: etree._Element) -> tuple[int, _Level] | None:
    level = whole_number(element.get(w("ilvl")))
    if level is None or not 0 <= level < _LEVELS:
        return None
    start = number_of(element, "start")
    return level, _Level(
        1 if start is None else start,
        value_of(element, "numFmt") or "decimal",
        (value_of(element, "lvlText") or "")[:_LONGEST_TEXT],
        number_of(element, "lvlRestart"),
        value_of(element, "pStyle"),
        flag_of(element, "isLgl") is True,
    )


def _overrides(
    number: etree._Element, levels: dict[int, _Level]
) -> tuple[dict[int, _Level], dict[int, int]]:
    changed, starts = dict(levels), {}
    for override in number.iter(w("lvlOverride")):
        level = whole_number(override.get(w("ilvl")))
        start = number_of(override, "startOverride")
        if level is not None and start is not None:
            starts[level] = start
        changed.update(dict(filter(None, map(_level, override.iter(w("lvl"))))))
    return changed, starts
