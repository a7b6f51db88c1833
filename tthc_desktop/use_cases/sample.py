"""The sample office: an invented Sở with two plans of 2026 and progress up to 30/06/2026."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import resources
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.office import (
    DatedName,
    Directory,
    FocalOfficer,
    Office,
    Respondent,
    RespondentKind,
    Signer,
)
from tthc_desktop.domain.plan import (
    Annex,
    Block,
    BlockKind,
    PartialDate,
    Plan,
    PlanKind,
    Signature,
)
from tthc_desktop.domain.progress import Occurrence, Record, State, UnitRecord
from tthc_desktop.domain.task import Assignment, Target, Task
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.domain.timing import Schedule, clause_from_json
from tthc_desktop.ports import DataFile
from tthc_desktop.use_cases.occurrences import planned_for

_PLANS = ("control_plan", "communication_plan")
_NUMBERINGS = {1: Numbering.ROMAN, 2: Numbering.ARABIC, 3: Numbering.LETTER}
_NUMBERED = ("heading", "item")
_Json = dict[str, Any]


@dataclass
class _SamplePlan:
    plan: Plan
    occurrences: list[Occurrence] = field(default_factory=list)


def create_sample(data_file: DataFile) -> int:
    """Make a new data file with the sample office; return the number of plans.

    Raises Refused where the file exists.
    """
    data_file.create()
    office = _read("office")
    directory = _directory(office)
    samples = [_plan(_read(name), office, directory) for name in _PLANS]
    with data_file.units_of_work().writing() as work:
        work.office.set_office(_office(office))
        work.office.set_respondents(directory.respondents)
        for sample in samples:
            work.plans.add(sample.plan)
            work.progress.add(sample.occurrences)
        work.commit(Act("Mở cơ quan mẫu", "office", "office", after={"plans": len(samples)}))
    return len(samples)


def _read(name: str) -> _Json:
    content: _Json = json.loads(resources.text(f"sample/{name}.json"))
    return content


def _office(content: _Json) -> Office:
    keys = ("parent_agency", "agency", "agency_symbol", "place", "signing_authority",
            "signing_position", "signer")  # fmt: skip
    return Office(
        **{key: content[key] for key in keys},
        signers=tuple(Signer(**one) for one in content["signers"]),
    )


def _directory(content: _Json) -> Directory:
    units = [_unit(one) for one in content["divisions"]]
    ids = {one.name: one.id for one in units}
    groups = [
        Respondent(
            new_id(),
            RespondentKind.GROUP,
            one["name"],
            members=tuple(ids[name] for name in one["members"]),
        )
        for one in content["groups"]
    ]
    return Directory((*units, *groups))


def _unit(content: _Json) -> Respondent:
    return Respondent(
        new_id(),
        RespondentKind(content["kind"]),
        content["name"],
        tuple(content["aliases"]),
        tuple(
            DatedName(one["name"], _day(one["valid_from"]), _day(one["valid_to"]))
            for one in content["former_names"]
        ),
        focal_officers=(FocalOfficer(**content["focal_officer"]),),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plan(content: _Json, office: _Json, directory: Directory) -> _SamplePlan:
    annexes = tuple(
        Annex(
            new_id(),
            one["label"],
            one["title"],
            one["attached_to"],
            tuple(one["headings"]),
            tasks=_tasks(one["tasks"], directory),
        )
        for one in content["annexes"]
    )
    plan = Plan(
        id=new_id(),
        kind=PlanKind(content["kind"]),
        year=content["year"],
        parent_agency=office["parent_agency"],
        agency=office["agency"],
        symbol=content["symbol"],
        place=content["place"],
        date=PartialDate(**content["date"]),
        title=content["title"],
        blocks=tuple(blocks_of(content)),
        recipients=tuple(content["recipients"]),
        archive=content["archive"],
        drafter=content["drafter"],
        signature=Signature(tuple(content["signature"]["lines"]), content["signature"]["name"]),
        annexes=annexes,
        follow_up=_tasks(content["follow_up"], directory),
    )
    written = [one for annex in content["annexes"] for one in annex["tasks"]]
    written += content["follow_up"]
    tasks = [row.task for row in plan.numbered_tasks()]
    sample = _SamplePlan(plan)
    for task, source in zip(tasks, _flat(written), strict=True):
        sample.occurrences.extend(_occurrences(task, source, plan.year, directory))
    return sample


def blocks_of(content: _Json) -> Iterator[Block]:
    """Yield the blocks of a plan written as data: legal_bases, opening, body, closing."""
    for text in content["legal_bases"]:
        yield Block(new_id(), BlockKind.LEGAL_BASIS, plain_runs(text))
    for text in content["opening"]:
        yield Block(new_id(), BlockKind.OPENING, plain_runs(text))
    for one in content["body"]:
        kind = BlockKind(one["kind"])
        is_numbered = one["kind"] in _NUMBERED
        text = f"- {one['text']}" if kind is BlockKind.DASH else one["text"]
        level = one["level"] if is_numbered else 0
        yield Block(new_id(), kind, plain_runs(text), level, _NUMBERINGS.get(level))
    for text in content["closing"]:
        yield Block(new_id(), BlockKind.CLOSING, plain_runs(text))


def _tasks(contents: list[_Json], directory: Directory) -> tuple[Task, ...]:
    return tuple(
        Task(
            new_id(),
            plain_runs(one["content"]),
            _assignments(one["lead"], directory),
            _assignments(one["coordinating"], directory),
            one["timing"],
            Schedule(tuple(clause_from_json(clause) for clause in one["schedule"])),
            Target(**one["target"]) if one["target"] else None,
            children=_tasks(one.get("children", []), directory),
        )
        for one in contents
    )


def _assignments(names: list[str], directory: Directory) -> tuple[Assignment, ...]:
    return tuple(Assignment(_id(directory, name)) for name in names)


def _id(directory: Directory, name: str) -> str:
    found = directory.find(name)
    if found is None:
        message = f"the sample names an unknown unit: {name}"
        raise ValueError(message)
    return found.id


def _flat(contents: list[_Json]) -> Iterator[_Json]:
    for one in contents:
        yield one
        yield from _flat(one.get("children", []))


def _occurrences(
    task: Task, content: _Json, year: int, directory: Directory
) -> Iterator[Occurrence]:
    records: dict[str, list[UnitRecord]] = {}
    for one in content["progress"]:
        unit = UnitRecord(_id(directory, one["division"]), _record(one))
        records.setdefault(one["period"], []).append(unit)
    for planned in planned_for(task, year):
        units = tuple(records.pop(planned.period, ()))
        yield Occurrence(
            new_id(), task.id, planned.period, planned.due, planned.overdue_from, units
        )
    if records:
        message = f"the sample records a period that is not planned: {list(records)}"
        raise ValueError(message)


def _record(content: _Json) -> Record:
    return Record(
        State(content["state"]) if content["state"] else None,
        content["percent"],
        content["result"],
        content["evidence"],
        content["difficulty"],
        _day(content["done_on"]),
        content["reason"],
        content["note"],
    )
