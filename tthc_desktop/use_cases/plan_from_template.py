"""A template's content filled in for one office and one year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

import resources
from tthc_desktop.domain.legal_register import LegalRegister, legal_basis_text
from tthc_desktop.domain.office import (
    Directory,
    Office,
    Respondent,
    RespondentKind,
    unconfirmed_respondent,
)
from tthc_desktop.domain.office_names import place_of, symbol_of
from tthc_desktop.domain.office_words import BLANK_OFFICE, office_words
from tthc_desktop.domain.plan import Block, BlockKind, Plan, PlanState, Signature
from tthc_desktop.domain.plan_template import filled_content
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.use_cases.legal_register import register_in
from tthc_desktop.vietnamese_text import fold

_REGISTERED = re.compile(r"^\{căn cứ (.+)\}$")
_OFFICE = "van phong"


@dataclass(frozen=True, slots=True)
class FilledPlan:
    """The new plan and the respondents that must be made known for it."""

    plan: Plan
    newcomers: tuple[Respondent, ...]


def plan_from_template(work: UnitOfWork, content: Plan, year: int) -> FilledPlan:
    """Return a draft of *year* made of a template's *content* for the office of *work*."""
    office = work.office.office()
    # Names met in another agency's plan are no units of ours, even where they sound alike.
    known = work.office.directory().respondents
    ours = tuple(one for one in known if one.kind is not RespondentKind.OUTSIDE)
    units = _Units(Directory(ours))
    words = office_words(office, known_agencies())
    plan = filled_content(content, words, year)
    plan = replace(
        plan,
        state=PlanState.DRAFT,
        blocks=tuple(_with_bases(plan.blocks, register_in(work), date(year, 1, 1))),
        annexes=tuple(replace(one, tasks=units.assigned(one.tasks)) for one in plan.annexes),
        follow_up=units.assigned(plan.follow_up),
    )
    return FilledPlan(_with_head(plan, office, words), tuple(units.newcomers))


def known_agencies() -> tuple[str, ...]:
    """Return the usual names of agencies as they are written in a sentence."""
    lines = resources.text("names/agencies.txt").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _with_head(plan: Plan, office: Office, words: dict[str, str]) -> Plan:
    """Return *plan* with its letterhead; a template of another issuer brings its own."""
    shown = office if office.is_set else BLANK_OFFICE
    place = shown.place or place_of(shown.parent_agency) or BLANK_OFFICE.place
    if plan.agency:
        agency = plan.agency
        for placeholder, value in words.items():
            agency = agency.replace(placeholder, value)
        return replace(plan, agency=agency, place=place)
    symbol = shown.agency_symbol or symbol_of(shown.agency)
    return replace(
        plan,
        parent_agency=shown.printed_parent_agency,
        agency=shown.printed_agency,
        symbol=f"KH-{symbol}",
        place=place,
        signature=_signature(shown),
    )


def _signature(office: Office) -> Signature:
    lines = [*office.signing_authority.split(" / "), office.signing_position]
    printed = tuple(line.strip().upper() for line in lines if line.strip())
    return Signature(printed or (BLANK_OFFICE.signing_position,), office.signer)


def _with_bases(blocks: tuple[Block, ...], register: LegalRegister, day: date) -> Iterator[Block]:
    """Yield *blocks* with the căn cứ that the register words, those not in force left out.

    The last căn cứ ends with a period, the others with ";" (NĐ 30/2020, Phụ lục I, II.6).
    """
    if not any(_REGISTERED.match(one.text) for one in blocks):
        yield from blocks
        return
    bases = [one for one in blocks if one.kind is BlockKind.LEGAL_BASIS]
    worded = [(one, text) for one in bases if (text := _worded(one.text, register, day))]
    for place, (block, text) in enumerate(worded, start=1):
        end = "." if place == len(worded) else ";"
        yield replace(block, runs=plain_runs(text.rstrip(" ;.") + end))
    yield from (one for one in blocks if one.kind is not BlockKind.LEGAL_BASIS)


def _worded(text: str, register: LegalRegister, day: date) -> str:
    named = _REGISTERED.match(text)
    if not named:
        return text
    document = register.valid_on(named[1], day)
    return legal_basis_text(document) if document else ""


@dataclass
class _Units:
    """Finds those who lead and co-ordinate by id, else by name; keeps who must be added."""

    directory: Directory
    newcomers: list[Respondent] = field(default_factory=list)

    def assigned(self, tasks: tuple[Task, ...]) -> tuple[Task, ...]:
        """Return the tasks with respondents of the directory or newcomers."""
        return tuple(
            replace(
                one,
                lead=self._known(one.lead),
                coordinating=self._known(one.coordinating),
                children=self.assigned(one.children),
            )
            for one in tasks
        )

    def _known(self, assigned: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
        found = {one.respondent_id: one for one in map(self._one, assigned)}
        return tuple(found.values())

    def _one(self, wanted: Assignment) -> Assignment:
        for one in self.directory.respondents:
            if one.id == wanted.respondent_id:
                return Assignment(one.id, "" if wanted.words == one.name else wanted.words)
        # "A|B" in a template: A, or B where the office has no A.
        names = wanted.words.split("|")
        for name in names:
            if known := self._named(name):
                return Assignment(known.id)
        added = self._newcomer(names[0])
        self.newcomers.append(added)
        return Assignment(added.id)

    def _named(self, name: str) -> Respondent | None:
        added = (one for one in self.newcomers if fold(one.name) == fold(name))
        return self.directory.find(name) or next(added, None)

    def _newcomer(self, name: str) -> Respondent:
        """Return a respondent of this name; a group has the members its name tells."""
        added = unconfirmed_respondent(name)
        if added.kind is not RespondentKind.GROUP or not fold(name).startswith("cac phong"):
            return added
        units = self.directory.units()
        if "don vi" not in fold(name):
            units = tuple(one for one in units if one.kind is RespondentKind.DIVISION)
        if "chuyen mon" in fold(name):
            units = tuple(one for one in units if fold(one.name) != _OFFICE)
        return replace(added, members=tuple(one.id for one in units))
