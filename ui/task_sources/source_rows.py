"""A row of the dialog Nguồn theo dõi: a task, what it follows or may follow, and its words."""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.domain.plan import PlanKind, PlanState, PlanSummary
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import STATE_WORDS, State
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.domain.task_sources import SourceKind, TaskSource
from tthc_desktop.use_cases.source_offers import PlanOffer
from tthc_desktop.use_cases.task_sources import PlanSources
from ui.session.wording import plan_name

LINKED, PROPOSED, ADDED = "Đang theo dõi", "Chương trình đề xuất", "Thêm mới"
_REPORTS = {
    ReportKind.CONTROL.value: "Báo cáo kiểm soát TTHC của kỳ",
    ReportKind.COMMUNICATION.value: "Báo cáo truyền thông của kỳ",
}
_INDEX = "Số liệu Bộ chỉ số 766 của kỳ"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A task with one source; `state` says where it comes from."""

    number: str
    content: str
    source: TaskSource
    words: str
    state: str


def source_rows(progress: PlanProgress, found: PlanSources) -> tuple[SourceRow, ...]:
    """Return the rows to begin with, in the order of the table, what is linked first."""
    rows = {row.task.id: row for row in progress.plan.numbered_tasks()}
    linked = [
        source_row(rows[one.task_id], one, LINKED, found.plans)
        for one in found.linked
        if one.task_id in rows
    ]
    order = {task_id: place for place, task_id in enumerate(rows)}
    linked.sort(key=lambda one: order[one.source.task_id])
    proposed = (source_row(one.row, one.source, PROPOSED, found.plans) for one in found.proposed)
    return (*linked, *proposed)


def source_row(
    row: NumberedTask, source: TaskSource, state: str, plans: tuple[PlanSummary, ...]
) -> SourceRow:
    """Return the row of a task and a source."""
    return SourceRow(row.number, row.task.content, source, source_words(source, plans), state)


def source_words(source: TaskSource, plans: tuple[PlanSummary, ...]) -> str:
    """Return a source in words."""
    if source.kind is SourceKind.INDEX:
        return _INDEX
    if source.kind is SourceKind.REPORT:
        return _REPORTS.get(source.reference, source.reference)
    plan = next((one for one in plans if one.id == source.reference), None)
    return plan_name(plan) if plan else "Kế hoạch không còn trong tệp dữ liệu"


def choices_for(
    task_id: str, progress: PlanProgress, plans: tuple[PlanSummary, ...]
) -> tuple[TaskSource, ...]:
    """Return every source that a task may follow."""
    reports = (TaskSource(task_id, SourceKind.REPORT, one) for one in _REPORTS)
    others = (
        TaskSource(task_id, SourceKind.PLAN, one.id)
        for one in plans
        if one.kind is PlanKind.COMMUNICATION
        and one.state is not PlanState.REFERENCE
        and one.year == progress.plan.year
        and one.id != progress.plan.id
    )
    return (*reports, TaskSource(task_id, SourceKind.INDEX), *others)


def offer_words(offer: PlanOffer) -> str:
    """Return what a plan's state says of a task: "Đã thực hiện 3/10 … (30 %), đang thực hiện"."""
    record = offer.record
    state = STATE_WORDS[record.state or State.NOT_STARTED].lower()
    is_part = record.percent is not None and record.state is not State.DONE
    return f"{record.result}{f' ({record.percent:g} %)' if is_part else ''}: {state}"
