"""Bringing a plan in from Word or a text: read without writing, then all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Directory, Office, Respondent, RespondentKind
from tthc_desktop.domain.plan import Plan, PlanKind, PlanState
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import DataFile, UnitOfWork
from tthc_desktop.use_cases.due_renewal import add_first_occurrences
from tthc_desktop.use_cases.newcomers import with_known_respondents
from tthc_desktop.use_cases.timing import with_timings_read
from tthc_desktop.vietnamese_text import fold

if TYPE_CHECKING:
    from tthc_desktop.reading.plan_reader import ReadPlan, ReadWarning
    from tthc_desktop.reading.steps import Steps

_PLAN_MARK = "KH-"


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """What came in: the plan's id, its table rows, and what a person must look at."""

    plan_id: str
    tasks: int
    warnings: tuple[ReadWarning, ...]
    not_understood: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """What a person says of a plan that was read; None leaves what the file says.

    A `reference` plan is another agency's: read-only, without occurrences, and it never sets
    the office. `confirmed` are the ids of new units that the person has looked at.
    """

    kind: PlanKind | None = None
    year: int | None = None
    reference: bool = False
    confirmed: frozenset[str] = frozenset()


def import_plan(
    data_file: DataFile,
    file: Path,
    *,
    today: date,
    reference: bool = False,
    steps: Steps | None = None,
) -> ImportedPlan:
    """Read *file* and add its plan to the data file: `read_plan_file`, then `accept_plan`.

    Raises Refused where the file is no readable plan, WrongCall for another suffix,
    StorageTrouble where the data file cannot be written, Stopped where *steps* say so.
    """
    read = read_plan_file(data_file, file, today=today, steps=steps)
    return accept_plan(data_file, read, ImportChoice(reference=reference), steps=steps)


def read_plan_file(
    data_file: DataFile, file: Path, *, today: date, steps: Steps | None = None
) -> ReadPlan:
    """Return what *file* says, by the names the office knows; nothing is written."""
    from tthc_desktop.reading.plan_reader import read_plan
    from tthc_desktop.reading.steps import SILENT

    _check_suffix(file)
    directory = _directory(data_file)
    return read_plan(file, today=today, directory=directory, steps=steps or SILENT)


def read_plan_text(
    data_file: DataFile, text: str, *, today: date, steps: Steps | None = None
) -> ReadPlan:
    """Return what a text from the clipboard says, read as a text file is; nothing is written."""
    from tthc_desktop.reading.clipboard_text import with_table_rows
    from tthc_desktop.reading.plan_reader import plan_of
    from tthc_desktop.reading.steps import SILENT
    from tthc_desktop.reading.text_source import source_of_text

    if not text.strip():
        message = "Bảng nhớ tạm không có chữ. Hãy chép nội dung kế hoạch rồi thử lại."
        raise Refused(message)
    name = "Bảng nhớ tạm"
    directory = _directory(data_file)
    source = source_of_text(with_table_rows(text), name)
    return plan_of(source, name, today=today, directory=directory, steps=steps or SILENT)


def seems_foreign(data_file: DataFile, read: ReadPlan) -> bool:
    """Whether the letterhead names another agency than the office, under any of its names."""
    if not (data_file.exists() and read.plan.agency):
        return False
    with data_file.units_of_work().reading() as work:
        office = work.office.office()
    names = (office.agency, *(one.name for one in office.former_agency_names))
    return office.is_set and fold(read.plan.agency) not in map(fold, names)


def accept_plan(
    data_file: DataFile,
    read: ReadPlan,
    choice: ImportChoice | None = None,
    *,
    steps: Steps | None = None,
) -> ImportedPlan:
    """Add a plan that was read to the data file, which is made if it is missing.

    A backup is made before; all of it comes in with one transaction, or nothing. Raises
    StorageTrouble where the data file cannot be written, Stopped where *steps* say so before
    the last moment.
    """
    choice = choice or ImportChoice()
    is_new = not data_file.exists()
    if steps:
        steps.reach(1)
    if is_new:
        data_file.create()
    with data_file.units_of_work().writing() as work:
        if not is_new:
            data_file.back_up("trước khi nhập")
        plan, newcomers = with_known_respondents(
            _chosen(read.plan, choice),
            read.new_respondents,
            work.office.directory() if choice.reference else _ours(work),
        )
        plan = with_timings_read(plan)
        _add(work, plan, _as_chosen(newcomers, choice))
        if not choice.reference:
            add_first_occurrences(work, plan)
            _set_office_from(work, plan)
        if steps and not is_new:
            steps.reach(1)
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
        return _ours(work)


def _ours(work: UnitOfWork) -> Directory:
    known = work.office.directory().respondents
    # Names met in another agency's plan are no units of ours, even where they sound alike.
    return Directory(tuple(one for one in known if one.kind is not RespondentKind.OUTSIDE))


def _chosen(plan: Plan, choice: ImportChoice) -> Plan:
    return replace(
        plan,
        kind=choice.kind or plan.kind,
        year=choice.year or plan.year,
        state=PlanState.REFERENCE if choice.reference else plan.state,
    )


def _as_chosen(newcomers: tuple[Respondent, ...], choice: ImportChoice) -> tuple[Respondent, ...]:
    if choice.reference:
        return tuple(replace(one, kind=RespondentKind.OUTSIDE) for one in newcomers)
    return tuple(replace(one, confirmed=one.id in choice.confirmed) for one in newcomers)


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
