"""What a superior's plan asks of the Sở, beside what answers it in ours, proposed by likeness.

Likeness: words and pairs of neighbouring words of the request that a passage of ours holds, what
stands in both titles left out, rare ones weighing more. A proposal only: a person confirms, and
what was confirmed stands as long as what it names is there.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tthc_desktop.domain.comparison_answer import AnswerState, ComparisonAnswer
from tthc_desktop.domain.likeness_words import is_concept, traits_of
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Block, BlockKind, Plan
from tthc_desktop.domain.sections import Section, sections_of
from tthc_desktop.vietnamese_text import fold

_ANSWERED, _PARTLY = 0.5, 0.2
_NEAR_BEST = 0.7  # of the best likeness: passages that answer beside it
_MOST_ANSWERS = 3
_CONCEPT_WEIGHT = 8  # what a sentence is about weighs more than how it is put
_ADDRESSED = re.compile(r"\bso,? ?(va |, )?(ban,? )?(nganh|nganh thuoc)|\bcac so\b|\bso, nganh\b")
TITLE = "title"


@dataclass(frozen=True, slots=True)
class Request:
    """Something asked: its words, where they stand ("section III.1", "task 2.1"), and the id."""

    text: str
    where: str
    asked_id: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A place of ours that may answer: id of block or task, its number, its words."""

    id: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A request, the places of ours that answer it (task number, section), and how far.

    `answered_ids` are the tasks and blocks that stand there. `is_confirmed`: a person said so,
    with a note; else it is proposed with `likeness` (0 to 1).
    """

    asked: str
    where: str
    answered_by: tuple[str, ...]
    state: AnswerState
    likeness: float = 0.0
    asked_id: str = ""
    answered_ids: tuple[str, ...] = ()
    is_confirmed: bool = False
    note: str = ""


def compare_plans(
    ours: Plan,
    superior: Plan,
    directory: Directory,
    answers: Iterable[ComparisonAnswer] = (),
) -> tuple[Comparison, ...]:
    """Return a row for everything *superior* asks of "các Sở, ban, ngành".

    What *answers* confirm stands as confirmed; one of whose places none is left is proposed anew.
    """
    asked = tuple(requests_of(superior, directory))
    passages = tuple(passages_of(ours))
    topic = traits_of(f"{superior.title} . {ours.title}")
    held = {one.id: traits_of(one.text) for one in passages}
    seen = Counter(
        trait
        for traits in (*(traits_of(one.text) for one in asked), *held.values())
        for trait in traits
    )
    scale = _Scale(topic, held, seen, len(asked) + len(passages))
    is_same_kind = ours.kind is superior.kind
    given = {one.asked_id: one for one in answers}
    places = {one.id: one.place for one in passages}
    rows = (_proposed(one, passages, scale, is_same_kind=is_same_kind) for one in asked)
    return tuple(_confirmed(row, given.get(row.asked_id), places) for row in rows)


def requests_of(superior: Plan, directory: Directory) -> Iterator[Request]:
    """Yield what is asked of the Sở: lines below a heading that names them, and their tasks."""
    for section in sections_of(superior.blocks):
        yield from _of_section(section, section.number)
    for row in superior.numbered_tasks():
        leads = [one.words or directory.get(one.respondent_id).name for one in row.task.lead]
        if any(_ADDRESSED.search(fold(name)) for name in leads):
            yield Request(row.task.content, f"task {row.number}", row.task.id)


def passages_of(ours: Plan) -> Iterator[Passage]:
    """Yield what may answer: the plan itself, the lines of its sections, its tasks."""
    yield Passage(TITLE, TITLE, f"Xây dựng, ban hành Kế hoạch {ours.title}")
    for section in sections_of(ours.blocks):
        yield from _texts_of(section, section.number)
    for row in ours.numbered_tasks():
        yield Passage(row.task.id, row.number, f"{row.task.content} {row.task.timing}")


def _of_section(section: Section, number: str) -> Iterator[Request]:
    head = section.heading or (section.paragraphs[0] if section.lines else "")
    if _ADDRESSED.search(fold(head)[:_HEAD_LENGTH]) and section.block is not None:
        lines = section.lines
        if section.block.kind is BlockKind.ITEM and len(lines) > 1 and _names_only(lines[0].text):
            lines = lines[1:]
        yield from (_asked(line, f"section {number}") for line in lines)
        for below in section.sections:
            of_below = below.lines or ([below.block] if below.block else [])
            yield from (_asked(line, f"section {number}.{below.number}") for line in of_below)
        return
    for below in section.sections:
        yield from _of_section(below, f"{number}.{below.number}")


_HEAD_LENGTH = 120  # a heading, or the beginning of a line that names who is meant


def _asked(line: Block, where: str) -> Request:
    return Request(line.text.removeprefix("- "), where, line.id)


def _names_only(line: str) -> bool:
    return line.rstrip().endswith(":") or len(line) < _HEAD_LENGTH


def _texts_of(section: Section, number: str) -> Iterator[Passage]:
    for line in section.lines:
        yield Passage(line.id, number, line.text)
    for below in section.sections:
        yield from _texts_of(below, f"{number}.{below.number}")


@dataclass(frozen=True, slots=True)
class _Scale:
    """What likeness is measured by: traits of both titles, of each passage, and how common."""

    topic: frozenset[str]
    held: Mapping[str, frozenset[str]]
    seen: Counter[str]
    count: int

    def weights(self, text: str) -> dict[str, float]:
        wanted = traits_of(text) - self.topic or traits_of(text)
        return {
            trait: math.log((1 + self.count) / self.seen[trait])
            * (_CONCEPT_WEIGHT if is_concept(trait) else 1)
            for trait in wanted
        }


def _proposed(
    request: Request, passages: tuple[Passage, ...], scale: _Scale, *, is_same_kind: bool
) -> Comparison:
    text, where, asked_id = request.text, request.where, request.asked_id
    if is_same_kind and _asks_for_a_plan(text):
        # The plan that is asked for is the one that is compared.
        return Comparison(text, where, (TITLE,), "answered", 1.0, asked_id, (TITLE,))
    weights = scale.weights(text)
    whole = sum(weights.values()) or 1.0
    best: dict[str, tuple[float, str]] = {}
    for one in passages:
        shared = sum(weights[trait] for trait in weights.keys() & scale.held[one.id]) / whole
        if one.place not in best or shared > best[one.place][0]:
            best[one.place] = shared, one.id
    ranked = sorted(best.items(), key=lambda one: -one[1][0])
    top = ranked[0][1][0] if ranked else 0.0
    if top < _PARTLY:
        return Comparison(text, where, (), "missing", top, asked_id)
    near = [one for one in ranked if one[1][0] >= max(_PARTLY, top * _NEAR_BEST)][:_MOST_ANSWERS]
    return Comparison(
        text,
        where,
        tuple(place for place, _ in near),
        "answered" if top >= _ANSWERED else "partly",
        top,
        asked_id,
        tuple(found for _, (_, found) in near),
    )


def _confirmed(
    row: Comparison, answer: ComparisonAnswer | None, places: Mapping[str, str]
) -> Comparison:
    """Return the row as a person confirmed it; as proposed where what was named is gone."""
    if answer is None:
        return row
    left = tuple(one for one in answer.answered_by if one in places)
    if answer.answered_by and not left:
        return row
    numbers = tuple(dict.fromkeys(places[one] for one in left))
    return Comparison(
        row.asked, row.where, numbers, answer.state, row.likeness, row.asked_id, left, True,
        answer.note,
    )  # fmt: skip


def _asks_for_a_plan(text: str) -> bool:
    return any(words in fold(text) for words in ("xay dung ke hoach", "ban hanh ke hoach"))
