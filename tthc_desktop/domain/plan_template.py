"""A plan as a template: its words with placeholders for what differs from plan to plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tthc_desktop.domain.carrying_over import with_open_note
from tthc_desktop.domain.citation_spans import citation_spans, is_cited
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import PartialDate, Plan, PlanKind, PlanState, Signature
from tthc_desktop.domain.plan_rewriting import Rewriting
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_changes import TextChange
from tthc_desktop.domain.year_shift import YearShift, existing_days, year_changes

# What stands in braces in a template's words, and what the office may write there itself.
YEAR, NEXT_YEAR = "{năm}", "{năm sau}"
AGENCY, AGENCY_CAPITALS = "{cơ quan}", "{CƠ QUAN}"
PROVINCE, PROVINCE_CAPITALS = "{tỉnh}", "{TỈNH}"
SYMBOL = "{ký hiệu}"


@dataclass(frozen=True, slots=True)
class TemplateSummary:
    """What a list of templates shows; `made_on` is None for those that are shipped."""

    id: str
    name: str
    kind: PlanKind
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A template; `content` is a plan of the year its schedules are dated in.

    Head, number, date and signature are blank. Those who lead and co-ordinate are kept by
    name (`Assignment.words`), with their id where they were known.
    """

    id: str
    name: str
    content: Plan
    made_on: date | None = None

    @property
    def summary(self) -> TemplateSummary:
        """What a list shows of it."""
        return TemplateSummary(self.id, self.name, self.content.kind, self.made_on)


def template_content(plan: Plan, words: Mapping[str, str], directory: Directory) -> Plan:
    """Return *plan* as the content of a template.

    Years become placeholders as they would move, and so do the *words* of the office
    (placeholder → what it stands for). Progress is no part of a plan, so none is taken.
    """

    def changes(text: str, *, timing: bool = False) -> tuple[TextChange, ...]:
        years = year_changes(text, plan.year, lambda year: _year_words(year, plan), timing=timing)
        return (*years, *_name_changes(text, words))

    blank = replace(
        plan,
        annexes=tuple(with_open_note(one) for one in plan.annexes),
        state=PlanState.DRAFT,
        parent_agency="",
        agency="",
        number=None,
        symbol="",
        place="",
        date=PartialDate(),
        drafter=None,
        signature=Signature(),
    )
    return Rewriting(
        text=changes,
        timing=lambda text: changes(text, timing=True),
        task=lambda task: _named(task, directory),
    ).plan(blank)


def filled_content(content: Plan, words: Mapping[str, str], year: int) -> Plan:
    """Return a template's *content* as a plan of *year*; head and foot are still blank.

    *words* says what stands for each placeholder but the years'.
    """
    values = {**words, YEAR: str(year), NEXT_YEAR: str(year + 1)}
    pattern = re.compile("|".join(map(re.escape, values)))

    def changes(text: str) -> Iterator[TextChange]:
        for one in pattern.finditer(text):
            yield TextChange(one.start(), one.end(), values[one[0]])

    shift = YearShift(content.year, year)
    filled = Rewriting(changes, changes, shift.schedule).plan(content)
    days = Rewriting(_missing_days, _missing_days).plan(filled)
    return replace(days, year=year, date=PartialDate(year=year))


def _missing_days(text: str) -> Iterator[TextChange]:
    existing = existing_days(text)
    for place, (old, new) in enumerate(zip(text, existing, strict=True)):
        if old != new:
            yield TextChange(place, place + 1, new)


def _year_words(year: int, plan: Plan) -> str:
    return YEAR if year == plan.year else NEXT_YEAR


def _name_changes(text: str, words: Mapping[str, str]) -> Iterator[TextChange]:
    """Yield the places of the office's own words; what is cited keeps its names."""
    # A symbol of one letter would be found everywhere.
    placeholders = {value: key for key, value in words.items() if len(value) > 1}
    if not placeholders:
        return
    longest = sorted(placeholders, key=len, reverse=True)
    spans = citation_spans(text)
    for one in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", text):
        if not is_cited(spans, one.start()):
            yield TextChange(one.start(), one.end(), placeholders[one[0]])


def _named(task: Task, directory: Directory) -> Task:
    return replace(
        task,
        previous=None,
        target=replace(task.target, actual=None) if task.target else None,
        lead=_by_name(task.lead, directory),
        coordinating=_by_name(task.coordinating, directory),
    )


def _by_name(assigned: tuple[Assignment, ...], directory: Directory) -> tuple[Assignment, ...]:
    return tuple(
        replace(one, words=one.words or directory.get(one.respondent_id).name) for one in assigned
    )
