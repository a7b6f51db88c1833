"""What tasks follow: seen, proposed, linked and let go; what another plan of ours offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.plan import PlanState, PlanSummary
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.reporting.index_scores import IndexFigure
from tthc_desktop.domain.reporting.registers import INDEX
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.domain.task_sources import (
    SourceKind,
    SourceProposal,
    TaskSource,
    propose_sources,
)
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.index_source import follow_index
from tthc_desktop.use_cases.opening import plan_progress
from tthc_desktop.use_cases.report_source import close_by_report
from tthc_desktop.use_cases.source_closing import (
    SUBJECT,
    SourceClosing,
    is_open,
    restore,
)
from tthc_desktop.use_cases.source_offers import PlanOffer, plan_offer


@dataclass(frozen=True, slots=True)
class PlanSources:
    """What the tasks of a plan follow and may follow, the plans there are, and their offers.

    `index_periods` have figures and are still open: a person may say that they are whole.
    """

    linked: tuple[TaskSource, ...]
    proposed: tuple[SourceProposal, ...]
    plans: tuple[PlanSummary, ...]
    offers: tuple[PlanOffer, ...]
    index_periods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcesChanged:
    """What tasks follow since, what they follow no more, and what that closed."""

    plan_id: str
    added: tuple[TaskSource, ...]
    removed: tuple[TaskSource, ...]
    closings: tuple[SourceClosing, ...]


def plan_sources(units: UnitsOfWork, plan_id: str, *, today: date) -> PlanSources:
    """Return what the tasks of a plan follow and what is proposed to be followed."""
    with units.reading() as work:
        opened = plan_progress(work, plan_id)
        linked, plans = work.sources.of_plan(plan_id), work.plans.summaries()
        offers = tuple(
            offer
            for one in linked
            if one.kind is SourceKind.PLAN and (offer := plan_offer(work, opened, one, today))
        )
        proposed = propose_sources(opened.plan, linked, plans)
        periods = tuple(_index_periods(work, opened, linked))
        return PlanSources(linked, proposed, plans, offers, periods)


def change_sources(
    units: UnitsOfWork,
    plan_id: str,
    added: tuple[TaskSource, ...],
    removed: tuple[TaskSource, ...] = (),
    *,
    today: date,
) -> SourcesChanged:
    """Let tasks follow sources, or follow them no more, in one transaction.

    What a source has brought by now closes its periods at once; what was recorded stays when
    a source goes. Raises Refused for a plan that is read-only.
    """
    with units.writing() as work:
        _refuse_read_only(work, plan_id)
        for one in removed:
            work.sources.remove(one)
        closings: list[SourceClosing] = []
        for one in added:
            work.sources.put(one)
            closings += _brought(work, one, today)
        words = f"Nguồn theo dõi: gắn {len(added)}, bỏ {len(removed)}"
        work.commit(Act(words, SUBJECT, plan_id, plan_id, _values(removed), _values(added)))
    return SourcesChanged(plan_id, added, removed, tuple(closings))


def take_back_sources(units: UnitsOfWork, changed: SourcesChanged) -> None:
    """Undo a change of sources with all it closed, in one transaction.

    A period that a person recorded since stays as it is now.
    """
    with units.writing() as work:
        _refuse_read_only(work, changed.plan_id)
        restore(work, changed.closings)
        for one in changed.added:
            work.sources.remove(one)
        for one in changed.removed:
            work.sources.put(one)
        before, after = _values(changed.added), _values(changed.removed)
        plan_id = changed.plan_id
        work.commit(Act("Hoàn tác: Nguồn theo dõi", SUBJECT, plan_id, plan_id, before, after))


def _values(sources: tuple[TaskSource, ...]) -> list[list[str]]:
    return [[one.task_id, one.kind.value, one.reference] for one in sources]


def _refuse_read_only(work: UnitOfWork, plan_id: str) -> None:
    if work.plans.get(plan_id).state in (PlanState.REFERENCE, PlanState.CLOSED):
        raise Refused("Kế hoạch này chỉ để đọc, không gắn nguồn theo dõi. Chưa thay đổi gì.")


def _brought(work: UnitOfWork, source: TaskSource, today: date) -> tuple[SourceClosing, ...]:
    """Lead a task just linked to what its source says by now."""
    only = (source.task_id,)
    if source.kind is SourceKind.REPORT:
        kind = ReportKind(source.reference)
        sent = [one for one in work.reports.all() if one.kind is kind]
        return tuple(done for one in sent for done in close_by_report(work, one, only))
    if source.kind is SourceKind.INDEX:
        year = work.plans.get(_plan_of(work, source)).year
        months = [f"{year}-{month:02}" for month in range(1, 13)]
        others = [f"{year}-Q{one}" for one in range(1, 5)] + [f"{year}"]
        return follow_index(work, [*months, *others], today, only)
    return ()


def _plan_of(work: UnitOfWork, source: TaskSource) -> str:
    followers = work.sources.followers(source.kind, source.reference)
    return next(plan for plan, tasks in followers.items() if source.task_id in tasks)


def _index_periods(
    work: UnitOfWork, opened: PlanProgress, linked: tuple[TaskSource, ...]
) -> Iterator[str]:
    """Yield the periods of the index that have figures and are open in a task that follows it."""
    follow = {one.task_id for one in linked if one.kind is SourceKind.INDEX}
    entered = {one.period for one in work.entries.all(INDEX.key, IndexFigure)}
    for row in opened.leaves():
        for one in opened.of_task(row.task) if row.task.id in follow else ():
            if one.period in entered and is_open(opened.record(row.task, one)):
                yield one.period
