"""Bringing together what a report is drafted from, inside one unit of work."""

from __future__ import annotations

from datetime import date

from tthc_desktop.domain.reporting.activities import ActivityLine, activity_table
from tthc_desktop.domain.reporting.difficulties import Difficulty, ToldDifficulty, all_told
from tthc_desktop.domain.reporting.facts import FormFigures, PeriodFacts, ProgressLine
from tthc_desktop.domain.reporting.index_scores import IndexScore, index_scores, with_limits
from tthc_desktop.domain.reporting.period_words import period_in_sentence
from tthc_desktop.domain.reporting.petitions import Petition, is_petition_late
from tthc_desktop.domain.reporting.registers import (
    ACTIVITIES,
    ACTIVITY_TARGETS,
    DIFFICULTIES,
    INDEX,
    INDICATOR_LIMITS,
    PETITIONS,
)
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.domain.reporting.windows import (
    ReportWindow,
    next_period,
    previous_period,
    report_window,
    same_period_last_year,
)
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.use_cases.reporting.progress_lines import open_lines, progress_lines
from tthc_desktop.use_cases.reporting.report_data import office_forms, outline, shipped_indicators
from tthc_desktop.use_cases.reporting.reports import grid_of
from tthc_desktop.use_cases.working_days import office_working_days


def window_of(work: UnitOfWork, report: Report) -> ReportWindow:
    """Return the days a report tells of, by its own calendar."""
    return report_window(report.period, office_working_days(work), report.calendar)


def period_facts(work: UnitOfWork, report: Report, today: date) -> PeriodFacts:
    """Return what was recorded for a report, as seen on *today*."""
    days = office_working_days(work)
    window = window_of(work, report)
    progress = progress_lines(work, report.kind, report.period, today)
    return PeriodFacts(
        window=window,
        period_words=period_in_sentence(report.period),
        progress=progress,
        coming=_coming(work, report, progress, today),
        forms=_forms(work, report),
        activities=activity_lines(work, report),
        late_petitions=_late_petitions(work, window, days),
        index=_index(work, report),
        difficulties=_difficulties(work, window, progress),
    )


def _coming(
    work: UnitOfWork, report: Report, progress: tuple[ProgressLine, ...], today: date
) -> tuple[ProgressLine, ...]:
    """Return what is left of the period and what the next one brings, each once.

    The next period may lie in a year without a plan, or be none (after an ad hoc period): what
    was not finished stays to be done.
    """
    following = progress_lines(work, report.kind, next_period(report.period), today)
    left = [one for one in open_lines(progress) if one.due]
    return tuple({one.key: one for one in (*left, *open_lines(following))}.values())


def _forms(work: UnitOfWork, report: Report) -> tuple[FormFigures, ...]:
    if not outline(report.kind).has_forms:
        return ()
    before, last_year = previous_period(report.period), same_period_last_year(report.period)
    return tuple(
        FormFigures(
            form,
            report.grid(form.code),
            grid_of(work, form, report.kind, before),
            grid_of(work, form, report.kind, last_year),
        )
        for form in office_forms(work)
    )


def activity_lines(work: UnitOfWork, report: Report) -> tuple[ActivityLine, ...]:
    """Return the table of communication for a report's window."""
    window = window_of(work, report)
    year = report_window(f"{window.end.year}", office_working_days(work), report.calendar)
    return activity_table(
        work.entries.all(ACTIVITIES.key, ACTIVITIES.entry_type),
        work.entries.all(ACTIVITY_TARGETS.key, ACTIVITY_TARGETS.entry_type),
        window,
        year,
    )


def _late_petitions(work: UnitOfWork, window: ReportWindow, days: WorkingDays) -> int:
    held = work.entries.all(PETITIONS.key, Petition)
    return sum(
        is_petition_late(one, days, window.end)
        for one in held
        if one.received_on <= window.end
        and not (one.handled_on and one.handled_on < window.start)
    )  # fmt: skip


def _index(work: UnitOfWork, report: Report) -> tuple[IndexScore, ...]:
    limits = work.entries.all(INDICATOR_LIMITS.key, INDICATOR_LIMITS.entry_type)
    figures = work.entries.all(INDEX.key, INDEX.entry_type)
    before = previous_period(report.period)
    indicators = with_limits(shipped_indicators(), limits)
    return index_scores(indicators, figures, report.period, before)


def _difficulties(
    work: UnitOfWork, window: ReportWindow, progress: tuple[ProgressLine, ...]
) -> tuple[ToldDifficulty, ...]:
    held = work.entries.all(DIFFICULTIES.key, Difficulty)
    entered = (one for one in held if window.holds(one.raised_on) or window.holds(one.answered_on))
    return all_told((told for line in progress for told in line.difficulties), entered)
