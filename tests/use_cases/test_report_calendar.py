"""The office's report calendar: kept, followed by due days and reports, taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from db.data_file import SqliteDataFile
from tthc_desktop.domain.occurrences import MONTH_END, SHIPPED_CALENDAR, ReportCalendar
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.opening import find_task, list_plans, open_plan
from tthc_desktop.use_cases.report_calendar import report_calendar, set_report_calendar
from tthc_desktop.use_cases.reporting.reports import create_report, open_report
from tthc_desktop.use_cases.templates import new_plan_from
from tthc_desktop.use_cases.today import today_overview

REPORTING = "2.2"  # "Báo cáo …", hàng quý, năm
NEW = ReportCalendar(20, 3)


@pytest.fixture
def data_file(sample: Path) -> Iterator[SqliteDataFile]:
    file = SqliteDataFile(sample)
    yield file
    file.close()


@pytest.fixture
def units(data_file: SqliteDataFile) -> UnitsOfWork:
    return data_file.units_of_work()


def control(units: UnitsOfWork) -> PlanProgress:
    found = next(one for one in list_plans(units) if one.kind is PlanKind.CONTROL)
    return open_plan(units, found.id)


def occurrences(progress: PlanProgress, number: str = REPORTING) -> tuple[Occurrence, ...]:
    return progress.occurrences[find_task(progress.plan, number).task.id]


def dues(progress: PlanProgress, number: str = REPORTING) -> list[date | None]:
    return [one.due for one in occurrences(progress, number)]


def test_what_is_shipped_counts_until_the_office_says_otherwise(units: UnitsOfWork) -> None:
    assert report_calendar(units) == SHIPPED_CALENDAR == ReportCalendar(14, 2)
    assert set_report_calendar(units, SHIPPED_CALENDAR) == 0


def test_due_days_follow_and_nothing_recorded_is_lost(units: UnitsOfWork) -> None:
    before = control(units)
    recorded = [one for one in occurrences(before) if one.is_recorded]
    assert recorded
    moved = set_report_calendar(units, NEW)
    after = control(units)
    # 20/3 is a Friday; 20/6 a Saturday; 20/9 and 20/12 are Sundays.
    days = [date(2026, 3, 25), date(2026, 6, 24), date(2026, 9, 23), date(2026, 12, 23)]
    assert dues(after) == [*days, days[-1]]
    assert moved >= len(days)
    told = {one.id: (one.period, one.units, one.closing) for one in occurrences(after)}
    assert told == {one.id: (one.period, one.units, one.closing) for one in occurrences(before)}
    # What the report calendar does not date stays.
    others = [row for row in before.leaves() if row.number not in ("1.5", REPORTING)]
    assert {row.number: dues(before, row.number) for row in others} == {
        row.number: dues(after, row.number) for row in others
    }
    assert after.report_calendar == report_calendar(units) == NEW


def test_undone_all_is_as_before(units: UnitsOfWork) -> None:
    before = control(units)
    set_report_calendar(units, NEW)
    assert set_report_calendar(units, SHIPPED_CALENDAR, undoing=True) > 0
    assert control(units) == before


def test_the_change_stands_in_the_journal(units: UnitsOfWork, sample: Path) -> None:
    set_report_calendar(units, ReportCalendar(MONTH_END, 5))
    engine = create_engine(f"sqlite:///{sample}")
    with engine.connect() as connection:
        query = "SELECT words, before, after FROM journal WHERE subject_id = 'report_calendar'"
        rows = connection.execute(text(query)).all()
        kept = connection.execute(text("SELECT value FROM office_setting")).scalar_one()
    engine.dispose()
    assert [row[0] for row in rows] == ["Sửa lịch báo cáo"]
    assert '"last"' in kept
    assert '"last"' in rows[0][2]
    assert "14" in rows[0][1]
    assert report_calendar(units) == ReportCalendar(MONTH_END, 5)


@pytest.mark.parametrize(
    "wrong", [ReportCalendar(29, 2), ReportCalendar(-1, 2), ReportCalendar(14, -1),
              ReportCalendar(14, 31)],
)  # fmt: skip
def test_an_impossible_calendar_is_refused(units: UnitsOfWork, wrong: ReportCalendar) -> None:
    before = control(units)
    with pytest.raises(Refused):
        set_report_calendar(units, wrong)
    assert control(units) == before


def test_months_of_every_length_can_close_on_their_last_day(units: UnitsOfWork) -> None:
    set_report_calendar(units, ReportCalendar(MONTH_END, 0))
    # 31/3 and 30/6 are Tuesdays, 30/9 a Wednesday, 31/12 a Thursday.
    days = [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31)]
    assert dues(control(units)) == [*days, days[-1]]
    set_report_calendar(units, ReportCalendar(28, 0))
    # 28/3 is a Saturday, 28/6 a Sunday: what closes on a day off is sent on the next working day.
    assert dues(control(units))[:2] == [date(2026, 3, 30), date(2026, 6, 29)]


def test_reports_that_were_made_keep_their_calendar(units: UnitsOfWork) -> None:
    kept = create_report(units, ReportKind.CONTROL, "2027-Q1")
    set_report_calendar(units, NEW)
    assert open_report(units, kept.id).calendar == SHIPPED_CALENDAR
    assert create_report(units, ReportKind.CONTROL, "2027-Q2").calendar == NEW


def test_new_plans_and_today_use_it(data_file: SqliteDataFile, units: UnitsOfWork) -> None:
    set_report_calendar(units, NEW)
    overview = today_overview(units, date(2026, 7, 1))
    assert (overview.period.start, overview.period.closing) == (
        date(2026, 6, 21), date(2026, 9, 20),
    )  # fmt: skip
    assert overview.period.due == date(2026, 9, 23)
    made = new_plan_from(data_file, "control", 2027)
    found = open_plan(units, made)
    reported = [
        one.due
        for row in found.leaves()
        if "báo cáo" in row.task.content.lower()
        for one in found.of_task(row.task)
        if one.period == "2027-Q1" and one.due is not None
    ]
    assert reported
    assert {one for one in reported if one.month == 3} == {date(2027, 3, 24)}
