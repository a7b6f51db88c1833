"""Hôm nay against plain counts over the sample file, by SQL."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.periods import month_end
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.opening import list_plans, open_plan
from tthc_desktop.use_cases.sample import create_sample
from tthc_desktop.use_cases.today import (
    DueSection,
    Overview,
    plan_today,
    report_period,
    today_overview,
)
from tthc_desktop.use_cases.working_days import shipped_working_days

DAYS = [date(2026, 1, 10), date(2026, 6, 10), date(2026, 7, 1), date(2026, 12, 31)]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("today") / "mau.tthc"
    file = SqliteDataFile(path)
    create_sample(file)
    file.close()
    return path


def overview(path: Path, today: date) -> Overview:
    return today_overview(SqliteDataFile(path).units_of_work(), today)


def counts(found: Overview) -> dict[DueSection, int]:
    return {section: len(found.section(section)) for section in DueSection}


# Units that lead, groups as their members; an occurrence is done when all of them are.
OPEN_BY_SQL = """
WITH lead(task_id, unit) AS (
    SELECT one.task_id, coalesce(member.member_id, one.respondent_id)
    FROM task_respondent one LEFT JOIN group_member member ON member.group_id = one.respondent_id
    WHERE one.role = 'lead'
), state AS (
    SELECT occurrence.id, occurrence.due, occurrence.state AS closing_state,
        count(DISTINCT lead.unit) AS units,
        count(DISTINCT CASE WHEN kept.state = 'done' THEN lead.unit END) AS done,
        count(DISTINCT CASE WHEN kept.state = 'waiting_document' THEN lead.unit END) AS waiting,
        count(DISTINCT CASE WHEN kept.state IN ('paused', 'no_case', 'cancelled')
            THEN lead.unit END) AS aside,
        task.schedule LIKE '%"external"%' AND occurrence.due IS NULL AS external
    FROM occurrence
    JOIN task ON task.id = occurrence.task_id
    JOIN plan ON plan.id = task.plan_id AND plan.state NOT IN ('closed', 'reference')
    LEFT JOIN lead ON lead.task_id = task.id
    LEFT JOIN unit_progress kept
        ON kept.occurrence_id = occurrence.id AND kept.respondent_id = lead.unit
    GROUP BY occurrence.id
)
SELECT
    sum(NOT external AND due < :today),
    sum(NOT external AND due BETWEEN :today AND :week),
    sum(NOT external AND due > :week AND due <= :month),
    sum(external)
FROM state
WHERE coalesce(closing_state, '') NOT IN ('done', 'paused', 'no_case', 'cancelled')
    AND aside = 0 AND (units = 0 OR done < units)
"""


@pytest.mark.parametrize("today", DAYS)
def test_the_counters_equal_plain_counts(sample: Path, today: date) -> None:
    values = {
        "today": today.isoformat(),
        "week": (today + timedelta(days=7)).isoformat(),
        "month": month_end(today.year, today.month).isoformat(),
    }
    with closing(sqlite3.connect(sample)) as connection:
        (plain,) = connection.execute(OPEN_BY_SQL, values).fetchall()
    found = overview(sample, today)
    assert tuple(counts(found).values()) == plain
    assert found.overdue == plain[0]


def test_rows_stand_oldest_first_and_carry_their_place(sample: Path) -> None:
    found = overview(sample, DAYS[2])
    days = [row.due for row in found.section(DueSection.OVERDUE)]
    assert days == sorted(day for day in days if day)
    assert all(row.state.shown is Shown.OVERDUE for row in found.section(DueSection.OVERDUE))
    row = found.section(DueSection.OVERDUE)[0]
    units = SqliteDataFile(sample).units_of_work()
    progress = open_plan(units, row.plan_id)
    assert row.number in {one.number for one in progress.leaves() if one.task.id == row.task_id}


def test_the_control_plan_of_the_year_is_counted(sample: Path) -> None:
    found = overview(sample, DAYS[2])
    control = found.control_plan
    assert control is not None
    assert control.kind is PlanKind.CONTROL
    units = SqliteDataFile(sample).units_of_work()
    progress = open_plan(units, control.plan_id)
    assert control.tasks == sum(1 for _ in progress.leaves())
    dated = [
        one
        for row in progress.leaves()
        for one in progress.of_task(row.task)
        if one.due and one.due.year == control.year
    ]
    assert sum(month.total for month in control.months) == len(dated)


def test_an_edit_changes_only_its_plan(sample: Path) -> None:
    found = overview(sample, DAYS[2])
    units = SqliteDataFile(sample).units_of_work()
    plans = list_plans(units)
    assert len(found.plans) == len(plans) == 2
    progress = open_plan(units, plans[0].id)
    emptied = replace(progress, occurrences={})
    after = found.with_plan(plan_today(emptied, DAYS[2]))
    assert {one.plan_id for one in after.plans} == {one.plan_id for one in found.plans}
    kept = [one for one in after.plans if one.plan_id != plans[0].id]
    assert kept == [one for one in found.plans if one.plan_id != plans[0].id]


@pytest.mark.parametrize(
    ("today", "key", "start", "close", "due"),
    [
        (date(2026, 1, 5), "2026-Q1", date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 17)),
        (date(2026, 6, 16), "2026-Q2", date(2026, 3, 15), date(2026, 6, 14), date(2026, 6, 16)),
        (date(2026, 6, 17), "2026-Q3", date(2026, 6, 15), date(2026, 9, 14), date(2026, 9, 16)),
        (date(2026, 12, 20), "2027-Q1", date(2026, 12, 15), date(2027, 3, 14), date(2027, 3, 16)),
    ],
)
def test_the_report_period_follows_the_calendar(
    today: date, key: str, start: date, close: date, due: date
) -> None:
    found = report_period(today, shipped_working_days())
    assert (found.key, found.start, found.closing, found.due) == (key, start, close, due)
