"""What the pictures of a report show, read from what was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tthc_desktop.domain.periods import parse_period
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.grids import Grid
from tthc_desktop.domain.reporting.index_scores import (
    IndexFigure,
    IndicatorLimit,
    index_scores,
    with_limits,
)
from tthc_desktop.domain.reporting.pictures import (
    PicturePart,
    ReportPicture,
    group_picture,
    ratio_picture,
    unit_picture,
)
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.domain.reporting.windows import previous_period, quarters_within
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.reporting.progress_lines import plans_of
from tthc_desktop.use_cases.reporting.report_data import forms, outline, shipped_indicators
from tthc_desktop.use_cases.reporting.reports import found_report, grid_of
from tthc_desktop.use_cases.unit_states import PARTS, unit_states

_QUARTERS_SHOWN = 5


def pictures_for(
    units: UnitsOfWork, report_id: str, *, today: date
) -> tuple[ReportPicture, ...]:  # fmt: skip
    """Return the pictures of a report; of a sent one those that were sent."""
    with units.reading() as work:
        report = found_report(work, report_id)
        if report.printed is None:
            return report_pictures(work, report, today)
        sent = report.printed.picture_annex
        return sent.pictures if sent else ()


def report_pictures(work: UnitOfWork, report: Report, today: date) -> tuple[ReportPicture, ...]:
    """Return the pictures for which there are figures, inside an open unit of work."""
    first, *others = (*_ratios(work, report), None)
    made = (first, _units(work, report, today), *others, _groups(work, report))
    return tuple(one for one in made if one is not None)


def _units(work: UnitOfWork, report: Report, today: date) -> ReportPicture | None:
    """Count the tasks of all plans the report tells of; a group's task for each member."""
    period = parse_period(report.period)
    counts: dict[str, list[int]] = {}
    for plan in plans_of(work, report.kind, period) if period else ():
        for unit in unit_states(plan, today):
            held = counts.setdefault(unit.name, [0] * len(PARTS))
            counts[unit.name] = [one + more for one, more in zip(held, unit.counts, strict=True)]
    found = (
        (
            name,
            tuple(PicturePart(words, count) for (words, _), count in zip(PARTS, own, strict=True)),
        )
        for name, own in counts.items()
    )
    return unit_picture(found, f"{today:%d/%m/%Y}")


def _ratios(work: UnitOfWork, report: Report) -> Iterator[ReportPicture | None]:
    quarters = _quarters(report.period) if outline(report.kind).has_forms else ()
    for form in forms() if quarters else ():
        for ratio in form.ratios:
            if ratio.is_pictured:
                grids = [(one, _grid(work, report, form, one)) for one in quarters]
                yield ratio_picture(form, ratio, grids)


def _quarters(period: str) -> tuple[str, ...]:
    """Return the quarters up to the last one of a period; none for a month or from day to day."""
    own = quarters_within(period) or ((period,) if "-Q" in period else ())
    shown: list[str] = []
    key = own[-1] if own else None
    while key and len(shown) < _QUARTERS_SHOWN:
        shown.insert(0, key)
        key = previous_period(key)
    return tuple(shown)


def _grid(work: UnitOfWork, report: Report, form: Form, quarter: str) -> Grid | None:
    """Return the form of this version in its own quarter, else that of the newest report."""
    if quarter == report.period:
        return report.grid(form.code)
    return grid_of(work, form, report.kind, quarter)


def _groups(work: UnitOfWork, report: Report) -> ReportPicture | None:
    if not outline(report.kind).has_forms:
        return None
    limits = work.entries.all(IndicatorLimit.register, IndicatorLimit)
    figures = work.entries.all(IndexFigure.register, IndexFigure)
    indicators = with_limits(shipped_indicators(), limits)
    scores = index_scores(indicators, figures, report.period, None)
    return group_picture(scores, indicators, report.period)
