"""The roll-up of the sample office against plain SQL: occurrence, task, group, unit, plan.

The SQL works the states out anew from the rows of the file; it knows no function of ours.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.use_cases.opening import list_plans, open_plan
from tthc_desktop.use_cases.sample import create_sample
from tthc_desktop.use_cases.unit_states import PARTS, unit_states
from ui.tasks.task_rows import RowKind, TaskRow, task_rows

DAYS = [date(2026, 1, 10), date(2026, 6, 10), date(2026, 7, 1), date(2026, 12, 31)]
# Units that answer, groups as their members; what each recorded; what follows for all of them.
STATES = """
WITH RECURSIVE answers(task_id, role, unit) AS (
    SELECT DISTINCT one.task_id, one.role, coalesce(member.member_id, one.respondent_id)
    FROM task_respondent one LEFT JOIN group_member member ON member.group_id = one.respondent_id
), leads(task_id, unit) AS (
    SELECT task_id, unit FROM answers WHERE role = 'lead'
), coordinates(task_id, unit) AS (
    SELECT task_id, unit FROM answers WHERE role = 'coordinating'
    EXCEPT SELECT task_id, unit FROM leads
), begun(occurrence_id, has_begun) AS (
    SELECT id, CASE
        WHEN period = 'once' THEN 1
        WHEN period LIKE '____' THEN period || '-01-01' <= :today
        WHEN period LIKE '____-H1' OR period LIKE '____-9M'
            THEN substr(period, 1, 4) || '-01-01' <= :today
        WHEN period LIKE '____-H2' THEN substr(period, 1, 4) || '-07-01' <= :today
        WHEN period LIKE '____-Q_' THEN substr(period, 1, 4)
            || printf('-%02d-01', substr(period, 7, 1) * 3 - 2) <= :today
        WHEN period LIKE '____-__' THEN period || '-01' <= :today
        END
    FROM occurrence
), at_first(occurrence_id, state) AS (
    SELECT occurrence.id,
        CASE WHEN schedule LIKE '%"external"%' AND source_kind IS NULL
            THEN 'waiting_document' ELSE 'not_started' END
    FROM occurrence JOIN task ON task.id = occurrence.task_id
), of_unit(occurrence_id, task_id, unit, state, done_on) AS (
    SELECT occurrence.id, occurrence.task_id, leads.unit, coalesce(kept.state, at_first.state),
        kept.done_on
    FROM occurrence
    JOIN at_first ON at_first.occurrence_id = occurrence.id
    JOIN leads ON leads.task_id = occurrence.task_id
    LEFT JOIN unit_progress kept
        ON kept.occurrence_id = occurrence.id AND kept.respondent_id = leads.unit
), counted AS (
    SELECT occurrence_id, count(*) AS units, max(done_on) AS done_on,
        sum(state = 'no_case') AS no_case,
        sum(state NOT IN ('no_case', 'cancelled')) AS counting,
        sum(state = 'done') AS done, sum(state = 'not_started') AS not_started,
        sum(state = 'waiting_document') AS waiting, sum(state = 'paused') AS paused,
        sum(state IN ('done', 'in_progress')) AS moved
    FROM of_unit GROUP BY occurrence_id
), of_all(occurrence_id, state, done_on) AS (
    SELECT occurrence.id, coalesce(occurrence.state, CASE
        WHEN units IS NULL THEN at_first.state
        WHEN counting = 0 THEN iif(no_case, 'no_case', 'cancelled')
        WHEN done = counting THEN 'done'
        WHEN not_started = counting THEN 'not_started'
        WHEN waiting = counting THEN 'waiting_document'
        WHEN paused = counting THEN 'paused'
        WHEN moved THEN 'in_progress' WHEN waiting THEN 'waiting_document'
        ELSE 'not_started' END),
        coalesce(occurrence.done_on, counted.done_on)
    FROM occurrence
    JOIN at_first ON at_first.occurrence_id = occurrence.id
    LEFT JOIN counted ON counted.occurrence_id = occurrence.id
), looked_at(occurrence_id, unit, state, done_on) AS (
    SELECT occurrence_id, NULL, state, done_on FROM of_all
    UNION ALL SELECT occurrence_id, unit, state, done_on FROM of_unit
), shown(occurrence_id, task_id, unit, word, has_begun, days) AS (
    SELECT occurrence.id, occurrence.task_id, looked_at.unit, CASE
        WHEN looked_at.state = 'cancelled' THEN 'Hủy'
        WHEN looked_at.state = 'paused' THEN 'Tạm dừng'
        WHEN looked_at.state = 'no_case' THEN 'Không phát sinh'
        WHEN looked_at.state = 'done' THEN
            iif(looked_at.done_on >= occurrence.overdue_from, 'Hoàn thành quá hạn', 'Hoàn thành')
        WHEN looked_at.state = 'waiting_document' THEN 'Chờ văn bản'
        WHEN timing = '' OR task.id NOT IN (SELECT task_id FROM leads) THEN 'Chưa phân công'
        WHEN due IS NULL AND schedule NOT LIKE '%"unknown"%' THEN 'Thường xuyên'
        WHEN due IS NULL THEN iif(looked_at.state = 'in_progress', 'Trong hạn', 'Chưa thực hiện')
        WHEN due < :today THEN 'Quá hạn'
        WHEN julianday(due) - julianday(:today) <= 7 THEN 'Sắp đến hạn'
        WHEN looked_at.state = 'in_progress' OR has_begun THEN 'Trong hạn'
        ELSE 'Chưa thực hiện' END,
        has_begun, julianday(:today) - julianday(due)
    FROM occurrence
    JOIN task ON task.id = occurrence.task_id
    JOIN begun ON begun.occurrence_id = occurrence.id
    JOIN looked_at ON looked_at.occurrence_id = occurrence.id
), worst_first(word, place) AS (
    VALUES ('Quá hạn', 0), ('Chưa phân công', 1), ('Sắp đến hạn', 2), ('Chờ văn bản', 3),
        ('Trong hạn', 4), ('Chưa thực hiện', 5), ('Thường xuyên', 6), ('Tạm dừng', 7),
        ('Hoàn thành quá hạn', 8), ('Hoàn thành', 9), ('Không phát sinh', 10), ('Hủy', 11)
), of_task(task_id, unit, word) AS (
    SELECT task_id, unit, coalesce(
        (SELECT word FROM shown one NATURAL JOIN worst_first
         WHERE one.task_id = own.task_id AND one.unit IS own.unit
            AND (has_begun OR word IN ('Quá hạn', 'Sắp đến hạn'))
         ORDER BY place LIMIT 1),
        (SELECT word FROM shown one JOIN occurrence ON occurrence.id = one.occurrence_id
         WHERE one.task_id = own.task_id AND one.unit IS own.unit
         ORDER BY occurrence.position LIMIT 1))
    FROM (SELECT DISTINCT task_id, unit FROM shown) own
), below(group_id, task_id) AS (
    SELECT parent_id, id FROM task WHERE parent_id IS NOT NULL
    UNION SELECT task.parent_id, below.task_id
    FROM below JOIN task ON task.id = below.group_id WHERE task.parent_id IS NOT NULL
)
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("roll-up") / "mau.tthc"
    file = SqliteDataFile(path)
    create_sample(file)
    file.close()
    return path


@pytest.fixture(scope="module")
def plans(sample: Path) -> list[PlanProgress]:
    units = SqliteDataFile(sample).units_of_work()
    return [open_plan(units, one.id) for one in list_plans(units)]


def by_sql(sample: Path, select: str, today: date, plan: str = "") -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(sample)) as connection:
        return connection.execute(
            STATES + select, {"today": today.isoformat(), "plan": plan}
        ).fetchall()


def groups(rows: Iterable[TaskRow]) -> Iterator[TaskRow]:
    for row in rows:
        if row.kind is RowKind.GROUP:
            yield row
        yield from groups(row.children)


@pytest.mark.parametrize("today", DAYS)
def test_occurrences(sample: Path, plans: list[PlanProgress], today: date) -> None:
    stored = dict(by_sql(sample, "SELECT occurrence_id, state FROM of_all", today))
    shown = dict(by_sql(sample, "SELECT occurrence_id, word FROM shown WHERE unit IS NULL", today))
    assert len(stored) == 90
    for progress in plans:
        for row in progress.leaves():
            for one in progress.of_task(row.task):
                assert progress.record(row.task, one).state == stored.pop(one.id)
                assert progress.shown(row.task, one, today).shown == shown.pop(one.id)
    assert not stored
    assert not shown


@pytest.mark.parametrize("today", DAYS)
def test_tasks_and_plans(sample: Path, plans: list[PlanProgress], today: date) -> None:
    words = dict(by_sql(sample, "SELECT task_id, word FROM of_task WHERE unit IS NULL", today))
    for progress in plans:
        own = {
            row.task.id: state.shown
            for row in progress.leaves()
            if (state := progress.task_state(row.task, today))
        }
        assert own == {task: words.pop(task) for task in own}
        counted = by_sql(
            sample,
            "SELECT word, count(*) FROM of_task JOIN task ON task.id = task_id "
            "WHERE unit IS NULL AND plan_id = :plan GROUP BY word",
            today,
            progress.plan.id,
        )
        assert progress.counts(today) == Counter(dict(counted))
    assert not words


@pytest.mark.parametrize("today", DAYS)
def test_groups(sample: Path, plans: list[PlanProgress], today: date) -> None:
    found = by_sql(
        sample,
        "SELECT group_id, count(*), sum(word IN ('Hoàn thành', 'Hoàn thành quá hạn')), "
        "sum(word = 'Quá hạn') FROM below NATURAL JOIN of_task WHERE unit IS NULL GROUP BY 1",
        today,
    )
    words = ("việc", "xong", "quá hạn")
    plain = {
        group: " · ".join(f"{n} {word}" for n, word in zip(counts, words, strict=True) if n)
        for group, *counts in found
    }
    for progress in plans:
        for row in groups(task_rows(progress, today)):
            assert row.account == plain.pop(row.id)
    assert not plain


@pytest.mark.parametrize("today", DAYS)
def test_units_that_lead_and_units_that_co_ordinate_apart(
    sample: Path, plans: list[PlanProgress], today: date
) -> None:
    for progress in plans:
        names = {one.id: one.name for one in progress.directory.respondents}
        plain: dict[str, Counter[str]] = {}
        for unit, word, count in by_sql(
            sample,
            "SELECT unit, word, count(*) FROM of_task JOIN task ON task.id = task_id "
            "WHERE plan_id = :plan AND unit NOT NULL GROUP BY 1, 2",
            today,
            progress.plan.id,
        ):
            plain.setdefault(names[unit], Counter())[word] = int(count)
        shown = {
            one.name: {
                words: count for (words, _), count in zip(PARTS, one.counts, strict=True) if count
            }
            for one in unit_states(progress, today)
        }
        joined = {
            unit: {
                words: total
                for words, states in PARTS
                if (total := sum(counts[state] for state in states))
            }
            for unit, counts in plain.items()
        }
        assert shown == joined
        beside = by_sql(
            sample,
            "SELECT unit, count(*) FROM coordinates JOIN task ON task.id = task_id "
            "WHERE plan_id = :plan GROUP BY 1",
            today,
            progress.plan.id,
        )
        asked = Counter(
            unit for row in progress.leaves() for unit in progress.coordinating_units(row.task)
        )
        assert asked == Counter(dict(beside))
