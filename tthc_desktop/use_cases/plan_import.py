"""Bringing a plan in from Word or a text file: all of it in one transaction, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Directory, Office, Respondent, RespondentKind
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import DataFile, UnitOfWork
from tthc_desktop.use_cases.occurrences import first_occurrences

if TYPE_CHECKING:
    from tthc_desktop.reading.plan_reader import ReadPlan, ReadWarning

_PLAN_MARK = "KH-"


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """What came in: the plan's id, its table rows, and what a person must look at."""

    plan_id: str
    tasks: int
    warnings: tuple[ReadWarning, ...]
    not_understood: tuple[str, ...]


def import_plan(
    data_file: DataFile, file: Path, *, today: date, reference: bool = False
) -> ImportedPlan:
    """Read *file* and add its plan to the data file, which is made if it is missing.

    A backup is made before. A `reference` plan is another agency's: read-only, without
    occurrences, and it never sets the office. Raises Refused where the file is no readable
    plan, WrongCall for another suffix, StorageTrouble where the data file cannot be written.
    """
    from tthc_desktop.reading.plan_reader import read_plan

    _check_suffix(file)
    directory = _directory(data_file)
    read = read_plan(file, today=today, directory=directory)
    is_new = not data_file.exists()
    if is_new:
        data_file.create()
    plan = replace(read.plan, state=PlanState.REFERENCE) if reference else read.plan
    with data_file.units_of_work().writing() as work:
        if not is_new:
            data_file.back_up("trước khi nhập")
        _add(work, plan, _newcomers(read, reference=reference))
        if not reference:
            work.progress.add(first_occurrences(plan))
            _set_office_from(work, plan)
        work.commit(_act(plan, read))
    tasks = sum(1 for _ in plan.numbered_tasks())
    return ImportedPlan(plan.id, tasks, read.warnings, read.not_understood)


def _check_suffix(file: Path) -> None:
    if file.is_dir():
        message = f"“{file.name}” là một thư mục. Hãy chọn một tệp."
        raise Refused(message)
    if file.suffix.lower() not in (".docx", ".txt"):
        message = f"Kế hoạch chỉ nhập từ .docx hoặc .txt, không phải “{file.name}”."
        raise WrongCall(message)


def _directory(data_file: DataFile) -> Directory:
    if not data_file.exists():
        return Directory(())
    with data_file.units_of_work().reading() as work:
        known = work.office.directory().respondents
    # Names met in another agency's plan are no units of ours, even where they sound alike.
    return Directory(tuple(one for one in known if one.kind is not RespondentKind.OUTSIDE))


def _newcomers(read: ReadPlan, *, reference: bool) -> tuple[Respondent, ...]:
    if not reference:
        return read.new_respondents
    return tuple(replace(one, kind=RespondentKind.OUTSIDE) for one in read.new_respondents)


def _add(work: UnitOfWork, plan: Plan, newcomers: tuple[Respondent, ...]) -> None:
    if newcomers:
        work.office.set_respondents((*work.office.directory().respondents, *newcomers))
    work.plans.add(plan)


def _set_office_from(work: UnitOfWork, plan: Plan) -> None:
    office = work.office.office()
    if office.is_set or not plan.agency:
        return
    lines = plan.signature.lines
    work.office.set_office(
        Office(
            parent_agency=plan.parent_agency,
            agency=plan.agency,
            agency_symbol=plan.symbol.removeprefix(_PLAN_MARK),
            place=plan.place,
            signing_authority=" / ".join(lines[:-1]),
            signing_position=lines[-1] if lines else "",
            signer=plan.signature.name,
        )
    )


def _act(plan: Plan, read: ReadPlan) -> Act:
    return Act(
        words="Nhập kế hoạch từ tệp",
        subject="plan",
        subject_id=plan.id,
        plan_id=plan.id,
        after={
            "title": plan.title,
            "state": plan.state.value,
            "warnings": len(read.warnings),
            "not_understood": len(read.not_understood),
        },
    )
