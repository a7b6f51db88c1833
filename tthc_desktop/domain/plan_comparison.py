"""What a superior's plan asks of the Sở, beside what answers it in ours, proposed by likeness.

Likeness: words and pairs of neighbouring words of the request that a passage of ours holds, what
stands in both titles left out, rare ones weighing more. A proposal only: a person confirms.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import BlockKind, Plan
from tthc_desktop.domain.sections import Section, sections_of
from tthc_desktop.vietnamese_text import fold

CompareState = Literal["answered", "partly", "missing"]
_ANSWERED, _PARTLY = 0.5, 0.2
_NEAR_BEST = 0.7  # of the best likeness: passages that answer beside it
_MOST_ANSWERS = 3
_ADDRESSED = re.compile(r"\bso,? ?(va |, )?(ban,? )?(nganh|nganh thuoc)|\bcac so\b|\bso, nganh\b")
_WORD = re.compile(r"[^\W\d_]+")
TITLE = "title"


@dataclass(frozen=True, slots=True)
class Request:
    """Something asked: its words and where they stand ("section III.1", "task 2.1")."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A request, the places of ours that answer it (task number, section), and how far."""

    asked: str
    where: str
    answered_by: tuple[str, ...]
    state: CompareState
    likeness: float = 0.0


def compare_plans(
    ours: Plan, superior: Plan, directory: Directory
) -> tuple[Comparison, ...]:  # fmt: skip
    """Return a row for everything *superior* asks of "các Sở, ban, ngành"."""
    asked = tuple(requests_of(superior, directory))
    passages = tuple(_passages(ours))
    topic = _traits(f"{superior.title} . {ours.title}")
    seen = Counter(
        trait for text in [*(one.text for one in asked), *(text for _, text in passages)]
        for trait in _traits(text)
    )  # fmt: skip
    count = len(asked) + len(passages)
    is_same_kind = ours.kind is superior.kind
    return tuple(
        # The plan that is asked for is the one that is compared.
        Comparison(one.text, one.where, (TITLE,), "answered", 1.0)
        if is_same_kind and _asks_for_a_plan(one.text)
        else _compared(one, passages, topic, seen, count)
        for one in asked
    )


def requests_of(superior: Plan, directory: Directory) -> Iterator[Request]:
    """Yield what is asked of the Sở: lines below a heading that names them, and their tasks."""
    for section in sections_of(superior.blocks):
        yield from _of_section(section, section.number)
    for row in superior.numbered_tasks():
        leads = [one.words or directory.get(one.respondent_id).name for one in row.task.lead]
        if any(_ADDRESSED.search(fold(name)) for name in leads):
            yield Request(row.task.content, f"task {row.number}")


def _of_section(section: Section, number: str) -> Iterator[Request]:
    head = section.heading or (section.paragraphs[0] if section.paragraphs else "")
    if _ADDRESSED.search(fold(head)[:_HEAD_LENGTH]) and section.block is not None:
        lines = section.paragraphs
        if section.block.kind is BlockKind.ITEM and len(lines) > 1 and _names_only(lines[0]):
            lines = lines[1:]
        yield from (Request(line.removeprefix("- "), f"section {number}") for line in lines)
        for below in section.sections:
            for line in below.paragraphs or [below.heading]:
                place = f"section {number}.{below.number}"
                yield Request(line.removeprefix("- "), place)
        return
    for below in section.sections:
        yield from _of_section(below, f"{number}.{below.number}")


_HEAD_LENGTH = 120  # a heading, or the beginning of a line that names who is meant


def _names_only(line: str) -> bool:
    return line.rstrip().endswith(":") or len(line) < _HEAD_LENGTH


def _passages(ours: Plan) -> Iterator[tuple[str, str]]:
    yield TITLE, f"Xây dựng, ban hành Kế hoạch {ours.title}"
    for section in sections_of(ours.blocks):
        yield from _texts_of(section, section.number)
    for row in ours.numbered_tasks():
        yield row.number, f"{row.task.content} {row.task.timing}"


def _texts_of(section: Section, number: str) -> Iterator[tuple[str, str]]:
    for line in section.paragraphs:
        yield number, line
    for below in section.sections:
        yield from _texts_of(below, f"{number}.{below.number}")


def _compared(
    request: Request,
    passages: tuple[tuple[str, str], ...],
    topic: frozenset[str],
    seen: Counter[str],
    count: int,
) -> Comparison:
    wanted = _traits(request.text) - topic or _traits(request.text)
    weights = {trait: math.log((1 + count) / seen[trait]) for trait in wanted}
    whole = sum(weights.values()) or 1.0
    best: dict[str, float] = {}
    for place, text in passages:
        shared = sum(weights[trait] for trait in wanted & _traits(text)) / whole
        best[place] = max(best.get(place, 0.0), shared)
    ranked = sorted(best.items(), key=lambda one: -one[1])
    top = ranked[0][1] if ranked else 0.0
    state: CompareState = "answered" if top >= _ANSWERED else "partly"
    if top < _PARTLY:
        return Comparison(request.text, request.where, (), "missing", top)
    near = [place for place, likeness in ranked if likeness >= max(_PARTLY, top * _NEAR_BEST)]
    return Comparison(request.text, request.where, tuple(near[:_MOST_ANSWERS]), state, top)


def _asks_for_a_plan(text: str) -> bool:
    return any(words in fold(text) for words in ("xay dung ke hoach", "ban hanh ke hoach"))


def _traits(text: str) -> frozenset[str]:
    """Return words and pairs of neighbouring words; TTHC counts as the words it stands for."""
    words = _WORD.findall(text.casefold().replace("tthc", "thủ tục hành chính"))
    return frozenset((*words, *(f"{one} {two}" for one, two in pairwise(words))))
