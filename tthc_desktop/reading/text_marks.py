"""Formatting signs of text files: `#`, `**`, `*`, `_`, `<i>` become format, not text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.domain.text_run import Run

_TAGS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "none"}
_TOKEN = re.compile(
    r"\\(?P<escaped>[*_#|<>\\`])"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]+)>"
    r"|(?P<break><br\s*/?>)"
    r"|</?(?P<tag>b|strong|i|em|u)>"
    r"|(?P<stars>\*{1,3})(?!\*)"
    r"|(?P<lines>_{1,3})(?!_)",
    re.IGNORECASE,
)
_BOLD_LENGTH = 2


@dataclass(frozen=True, slots=True)
class _Mark:
    """A sign at its place in the text; `kind` says which sign closes it."""

    start: int
    end: int
    kind: str
    bold: bool = False
    italic: bool = False


def marked_runs(text: str) -> tuple[Run, ...]:
    """Return the runs of one block of lines; a sign without a partner stays text."""
    marks = _paired([*_signs(text)])
    runs: list[Run] = []
    bold = italic = False
    place = 0
    for token in _TOKEN.finditer(text):
        mark = marks.get(token.start())
        plain = _plain(token)
        if mark is None and plain is None:
            continue
        runs.append(Run(text[place : token.start()] + (plain or ""), bold, italic))
        place = token.end()
        if mark is not None:
            bold, italic = bold ^ mark.bold, italic ^ mark.italic
    runs.append(Run(text[place:], bold, italic))
    return tuple(run for run in runs if run.text)


def _plain(token: re.Match[str]) -> str | None:
    """Return what a token that is no format sign stands for."""
    if token["escaped"] or token["address"]:
        return token["escaped"] or token["address"].removeprefix("mailto:")
    return "\n" if token["break"] else None


def _signs(text: str) -> Iterator[_Mark]:
    for token in _TOKEN.finditer(text):
        if token["tag"]:
            look = _TAGS[token["tag"].lower()]
            yield _Mark(*token.span(), look, look == "bold", look == "italic")
        sign = token["stars"] or token["lines"]
        if sign and _touches_a_word(text, token):
            length = len(sign)
            yield _Mark(*token.span(), sign, length >= _BOLD_LENGTH, length != _BOLD_LENGTH)


def _touches_a_word(text: str, token: re.Match[str]) -> bool:
    """Whether a sign can open or close: `2 * 3` has none, and `ten_tep` neither."""
    before = text[token.start() - 1 : token.start()]
    after = text[token.end() : token.end() + 1]
    if token["lines"] and before.isalnum() and after.isalnum():
        return False
    return not (before.strip() == "" and after.strip() == "")


def _paired(signs: list[_Mark]) -> dict[int, _Mark]:
    """Return the signs that have a partner, by their place."""
    paired: dict[int, _Mark] = {}
    waiting: dict[str, _Mark] = {}
    for sign in signs:
        opened = waiting.pop(sign.kind, None)
        if opened is None:
            waiting[sign.kind] = sign
        else:
            paired[opened.start] = opened
            paired[sign.start] = sign
    return paired
