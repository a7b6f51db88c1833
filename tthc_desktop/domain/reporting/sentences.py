"""Sentences of a report: a drafted one carries its figures, an edited one is the person's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure a sentence was written from, as it is printed."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """A sentence as the program writes it from what was recorded now."""

    key: str
    section: str
    text: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """A sentence the person wrote: in place of the drafted one of its key, or of their own.

    `drafted` and `figures` are what the program wrote at that time; text "" takes the
    sentence out.
    """

    key: str
    section: str
    text: str
    drafted: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the report. `is_own`: the person's.

    `offered` is what the program would write now, where that is not what it wrote when the
    person edited the sentence; `changed` are the figures that moved since, before and now.
    """

    key: str
    section: str
    text: str
    is_own: bool = False
    offered: str | None = None
    changed: tuple[tuple[Figure, Figure | None], ...] = ()


def joined(drafted: Iterable[Drafted], edited: Iterable[Edited]) -> tuple[Sentence, ...]:
    """Return the sentences of the report: the person's stay as they are, changes are offered."""
    own = {one.key: one for one in edited}
    sentences = []
    for one in drafted:
        mine = own.pop(one.key, None)
        sentences.append(_kept(mine, one) if mine else Sentence(one.key, one.section, one.text))
    # Their own ones, and those whose draft is gone: what was written is never lost.
    sentences += [_alone(one) for one in own.values()]
    return tuple(sentences)


def _kept(mine: Edited, now: Drafted) -> Sentence:
    if mine.drafted == now.text:
        return Sentence(mine.key, now.section, mine.text, is_own=True)
    values = {one.name: one for one in now.figures}
    changed = tuple(
        (then, values.get(then.name)) for then in mine.figures if values.get(then.name) != then
    )
    return Sentence(mine.key, now.section, mine.text, True, now.text, changed)


def _alone(mine: Edited) -> Sentence:
    offered = "" if mine.drafted else None
    return Sentence(mine.key, mine.section, mine.text, is_own=True, offered=offered)
