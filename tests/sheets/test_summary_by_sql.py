"""The consolidated sheet by unit and by group, counted from the data file by plain SQL."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.command_line import Tthc
from tests.sheets.returned_files import IDENTITY
from tests.sheets.test_summary_figures import figures

AS_OF = "2026-06-30"
LEFT_OUT = ("no_case", "cancelled")
SETTLED = ("done", *LEFT_OUT)
# Who leads a task: the units named, and the members of groups that have any.
LEADS = """
SELECT t.respondent_id FROM task_respondent t WHERE t.task_id = :task AND t.role = 'lead'
  AND NOT EXISTS (SELECT 1 FROM group_member g WHERE g.group_id = t.respondent_id)
UNION
SELECT g.member_id FROM task_respondent t JOIN group_member g ON g.group_id = t.respondent_id
  WHERE t.task_id = :task AND t.role = 'lead'
"""
TOP = """
WITH RECURSIVE above(id, parent, annex, runs) AS (
  SELECT id, parent_id, annex_id, runs FROM task WHERE id = :task
  UNION ALL
  SELECT t.id, t.parent_id, t.annex_id, t.runs FROM task t JOIN above a ON t.id = a.parent)
SELECT annex, runs, EXISTS (SELECT 1 FROM task c WHERE c.parent_id = above.id)
  FROM above WHERE parent IS NULL
"""
OCCURRENCES = """
SELECT o.id, o.task_id, o.due, t.timing <> '' AS timed, t.schedule, o.source_kind,
  o.closed, o.state, o.done_on
  FROM occurrence o JOIN task t ON t.id = o.task_id WHERE t.plan_id = :plan
  AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id)
"""
SAID = "SELECT respondent_id, state, done_on FROM unit_progress WHERE occurrence_id = :id"
# A unit's own row counts in the sheet by unit, the row of the table in that by group.
Line = tuple[str, str | None]


@dataclass(frozen=True)
class Row:
    """An occurrence with what each leading unit and the Văn phòng say."""

    id: str
    due: str | None
    is_assigned: bool
    units: dict[str, Line]
    closing: Line | None
    initial: str
    group: str

    def of_unit(self, unit: str) -> Line:
        state, done_on = self.units[unit]
        if self.closing and self.closing[0] and state not in SETTLED:
            return self.closing
        return state, done_on

    @property
    def whole(self) -> Line:
        state, done_on = self._derived
        if self.closing is None:
            return state, done_on
        own, on = self.closing
        return own or state, on or (None if own else done_on)

    @property
    def _derived(self) -> Line:
        states = [state for state, _ in self.units.values()]
        counted = [one for one in states if one not in LEFT_OUT]
        if not states:
            return self.initial, None
        if not counted:
            return ("no_case" if "no_case" in states else "cancelled"), None
        if len(set(counted)) == 1:
            days = [on for _, on in self.units.values() if on]
            return counted[0], max(days) if counted[0] == "done" and days else None
        if {"done", "in_progress"} & set(counted):
            return "in_progress", None
        return ("waiting_document" if "waiting_document" in counted else "not_started"), None


def rows(data: Path, plan: str) -> Iterator[Row]:
    with closing(sqlite3.connect(data)) as connection:
        connection.row_factory = sqlite3.Row
        for one in connection.execute(OCCURRENCES, {"plan": plan}).fetchall():
            task = {"task": one["task_id"]}
            kinds = [clause.get("kind") for clause in json.loads(one["schedule"])["clauses"]]
            waits = bool(kinds) and set(kinds) == {"external"} and not one["source_kind"]
            initial = "waiting_document" if waits else "not_started"
            said = {
                unit: (state, on) for unit, state, on in connection.execute(SAID, {"id": one["id"]})
            }
            leads = [unit for (unit,) in connection.execute(LEADS, task)]
            units = {
                unit: (said.get(unit, (None, None))[0] or initial, said.get(unit, ("", None))[1])
                for unit in leads
            }
            annex, runs, is_group = connection.execute(TOP, task).fetchone()
            words = "".join(text for text, _ in json.loads(runs))
            group = words if is_group else ("Nhiệm vụ ngoài nhóm" if annex else "theo dõi")
            closed = (one["state"], one["done_on"]) if one["closed"] else None
            is_assigned = bool(leads) and bool(one["timed"])
            yield Row(one["id"], one["due"], is_assigned, units, closed, initial, group)


def add(counts: Counter[str], row: Row, line: Line) -> None:
    state, done_on = line
    counts["total"] += 1
    counts[state] += 1
    counts["late"] += bool(state == "done" and row.due and done_on and done_on > row.due)
    is_open = state in {"not_started", "in_progress"} and row.is_assigned
    counts["overdue"] += bool(is_open and row.due and row.due < AS_OF)


def told(counts: Counter[str]) -> list[Any]:
    left_out = sum(counts[one] for one in LEFT_OUT)
    order = ("total", "done", "late", "in_progress", "not_started", "waiting_document", "paused")
    counted = counts["total"] - left_out
    rate = pytest.approx(counts["done"] / counted) if counted else "–"
    return [*(counts[one] for one in order), left_out, counts["overdue"], rate]


def in_file(path: Path) -> set[str]:
    sheet = load_workbook(path)["Tiến độ"]
    words = (str(cell.value or "") for (cell,) in sheet.iter_rows(min_row=7, min_col=IDENTITY))
    return {one.split("|")[2] for one in words if one} - {""}


@pytest.mark.parametrize("period", [None, "2026-Q2", "2026-H1"])
def test_figures_are_those_of_the_data_file(tthc: Tthc, tmp_path: Path, period: str | None) -> None:
    plan, target = tthc.plan_id("control"), tmp_path / "tổng hợp.xlsx"
    # The Văn phòng closes two periods itself: one late, one with units that have not answered.
    for number, key in (("2.1.1", "once"), ("1.5", "2026-05")):
        call = ("task", "record", "--plan", plan, "--number", number, "--period", key)
        code = tthc.run(*call, "--state", "done", "--done-on", "2026-06-25", "--today", AS_OF)
        assert code in {0, 1}, tthc.err
    chosen = ("--period", period) if period else ()
    tthc.json("sheet", "export", "--plan", plan, *chosen, "--to", target, "--today", AS_OF)
    shown = in_file(target)
    kept = [row for row in rows(tthc.data, plan) if row.id in shown]
    assert len(kept) == len(shown)
    if period is None:
        assert len(list(rows(tthc.data, plan))) == len(shown)
    by_unit: dict[str, Counter[str]] = defaultdict(Counter)
    by_group: dict[str, Counter[str]] = defaultdict(Counter)
    for row in kept:
        for unit in row.units or ("",):
            line = row.of_unit(unit) if unit else row.whole
            for key in (unit, "Tổng cộng"):
                add(by_unit[key], row, line)
        for key in (row.group, "Tổng cộng"):
            add(by_group[key], row, row.whole)
    with closing(sqlite3.connect(tthc.data)) as connection:
        names = dict(connection.execute("SELECT id, name FROM respondent"))
    names |= {"": "Chưa phân công", "Tổng cộng": "Tổng cộng"}
    wanted = {names[unit]: told(counts) for unit, counts in by_unit.items()}
    found = figures(target)
    assert found.pop("Theo trang Tiến độ") == told(by_group["Tổng cộng"])
    assert found == wanted
    groups = figures(target, "Theo nhóm")
    assert {words.partition(". ")[2] or words: one for words, one in groups.items()} == {
        group: told(counts) for group, counts in by_group.items()
    }
    assert found["Tổng cộng"][2] > 0
