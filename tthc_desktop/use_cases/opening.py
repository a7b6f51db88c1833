"""Reading: the plans there are, and one of them with what was recorded."""

from __future__ import annotations

from tthc_desktop.domain.office import Directory, Office, Respondent
from tthc_desktop.domain.plan import Plan, PlanSummary
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.report_calendar import office_report_calendar
from tthc_desktop.use_cases.working_days import office_working_days

_SHORTEST_ID = 6


def list_plans(units: UnitsOfWork) -> tuple[PlanSummary, ...]:
    """Return all plans, newest year first."""
    with units.reading() as work:
        return work.plans.summaries()


def open_office(units: UnitsOfWork) -> Office:
    """Return the office; its fields are empty while nothing is set."""
    with units.reading() as work:
        return work.office.office()


def open_directory(units: UnitsOfWork) -> Directory:
    """Return all who answer."""
    with units.reading() as work:
        return work.office.directory()


def open_plan(units: UnitsOfWork, plan_id: str | None) -> PlanProgress:
    """Return a plan with its progress; *plan_id* may be a unique beginning, or None for one plan.

    Raises Refused where no plan or several fit.
    """
    with units.reading() as work:
        return plan_progress(work, find_plan_id(work, plan_id))


def plan_progress(work: UnitOfWork, plan_id: str) -> PlanProgress:
    """Return a plan with its progress inside an open unit of work."""
    return PlanProgress(
        work.plans.get(plan_id),
        work.office.directory(),
        work.progress.of_plan(plan_id),
        office_working_days(work),
        office_report_calendar(work),
        work.sources.of_plan(plan_id),
    )


def find_plan_id(work: UnitOfWork, wanted: str | None) -> str:
    """Return the whole id of the plan meant by *wanted* (see `open_plan`)."""
    ids = [one.id for one in work.plans.summaries()]
    if wanted is None:
        if len(ids) == 1:
            return ids[0]
        if not ids:
            message = "Tệp dữ liệu chưa có kế hoạch nào."
            raise Refused(message)
        message = f"Tệp dữ liệu có {len(ids)} kế hoạch. Hãy chỉ rõ mã kế hoạch (xem plan list)."
        raise WrongCall(message)
    if wanted in ids:
        return wanted
    fitting = [one for one in ids if one.startswith(wanted) and len(wanted) >= _SHORTEST_ID]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        message = f"Có {len(fitting)} kế hoạch mang mã bắt đầu bằng “{wanted}”. Hãy ghi dài hơn."
        raise Refused(message)
    message = f"Không có kế hoạch mang mã “{wanted}”. Xem các mã bằng plan list."
    raise Refused(message)


def find_task(plan: Plan, wanted: str) -> NumberedTask:
    """Return the task with the number or id *wanted*; Refused where none or several fit."""
    rows = list(plan.numbered_tasks())
    by_id = [row for row in rows if row.task.id == wanted]
    if by_id:
        return by_id[0]
    found = [row for row in rows if row.number == wanted.rstrip(".")]
    if not found and len(wanted) >= _SHORTEST_ID:
        found = [row for row in rows if row.task.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"Có {len(found)} nhiệm vụ mang số {wanted}. Hãy dùng mã của nhiệm vụ."
        raise Refused(message)
    message = f"Kế hoạch không có nhiệm vụ số “{wanted}”."
    raise Refused(message)


def find_unit(directory: Directory, name: str) -> Respondent:
    """Return the unit or group known under *name*; Refused where none is."""
    found = directory.find(name)
    if found is None:
        message = f"Không có đơn vị “{name}” trong danh bạ của cơ quan."
        raise Refused(message)
    return found
