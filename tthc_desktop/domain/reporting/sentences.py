"""Sentences of a report: a drafted one carries its figures, an edited one is the person's."""

from __future__ import annotations

import re
from collections import Counter
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
    """A sentence of the report. `is_own`: the person's; `figures`: what it was written from.

    `offered` is what the program would write now, where that is not what it wrote when the
    person edited the sentence; `changed` are the figures that moved since, before and now.
    """

    key: str
    section: str
    text: str
    is_own: bool = False
    offered: str | None = None
    changed: tuple[tuple[Figure, Figure | None], ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def is_added(self) -> bool:
        """Whether it was never drafted: a paragraph of the person's own."""
        return self.key.startswith(ADDED)

    @property
    def updated(self) -> str | None:
        """The person's words with the figures of now; None where they cannot be told apart.

        A figure is told by its value: it must be that of one figure alone, and stand once.
        """
        known = Counter(one.value for one in self.figures)
        values: dict[str, str] = {}
        for then, now in self.changed:
            places = len(places_of(then.value, self.text))
            if not places:
                continue
            if now is None or places > 1 or known[then.value] > 1:
                return None
            values[then.value] = now.value
        if not values:
            return None
        pattern = "|".join(_figure_pattern(one) for one in values)
        return re.sub(pattern, lambda found: values[found[0]], self.text)

    def figure_places(self) -> tuple[tuple[int, int], ...]:
        """Return from where to where a drafted sentence's figures stand; none in the person's."""
        if self.is_own:
            return ()
        taken: list[tuple[int, int]] = []
        for figure in self.figures:
            free = [one for one in places_of(figure.value, self.text) if one not in taken]
            # They are written in their order; a value that comes again is the next one.
            later = [one for one in free if not taken or one > taken[-1]]
            taken += (later or free)[:1]
        return tuple(sorted(taken))


# The keys of paragraphs that the person added begin so.
ADDED = "own."


def places_of(value: str, text: str) -> list[tuple[int, int]]:
    """Return where a figure stands in a text, not as a part of another number."""
    return [found.span() for found in re.finditer(_figure_pattern(value), text)] if value else []


def _figure_pattern(value: str) -> str:
    return rf"(?<![\d])(?<!\d[.,/]){re.escape(value)}(?!\d|[.,/]\d|%)"


def joined(drafted: Iterable[Drafted], edited: Iterable[Edited]) -> tuple[Sentence, ...]:
    """Return the sentences of the report: the person's stay as they are, changes are offered."""
    own = {one.key: one for one in edited}
    sentences = []
    for one in drafted:
        mine = own.pop(one.key, None)
        sentences.append(_kept(mine, one) if mine else _as_drafted(one))
    # Their own ones, and those whose draft is gone: what was written is never lost.
    sentences += [_alone(one) for one in own.values()]
    return tuple(sentences)


def _as_drafted(one: Drafted) -> Sentence:
    return Sentence(one.key, one.section, one.text, figures=one.figures)


def _kept(mine: Edited, now: Drafted) -> Sentence:
    if mine.drafted == now.text:
        return Sentence(mine.key, now.section, mine.text, is_own=True)
    values = {one.name: one for one in now.figures}
    changed = tuple(
        (then, values.get(then.name)) for then in mine.figures if values.get(then.name) != then
    )
    return Sentence(mine.key, now.section, mine.text, True, now.text, changed, mine.figures)


def _alone(mine: Edited) -> Sentence:
    offered = "" if mine.drafted else None
    return Sentence(mine.key, mine.section, mine.text, is_own=True, offered=offered)
