"""An invented office for simulated years: eight units, tasks of every kind, and its own edits."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from db.data_file import SqliteDataFile
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.periods import periods_of_year
from tthc_desktop.domain.plan import Annex, Plan, PlanKind, PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, State, UnitRecord
from tthc_desktop.domain.sheet_merge import COORDINATING_FIELDS, FIELDS, Value, value_of
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.use_cases.opening import open_plan

YEAR = 2026
UNITS = 8
# Occurrence, unit, field.
Key = tuple[str, str, str]
_TEXTS = (
    "- Đẩy mạnh tuyên truyền", "+84 trường hợp", "08 tin, bài; 01 hội nghị", "Báo cáo số 96/BC",
    "dòng một\ndòng hai", 'a < b & c > "d"', "Đạt 100 %", "_x0041_ giữ nguyên", "0123",
)  # fmt: skip


class SimulatedOffice:
    """A data file with one plan; what it holds is read as values by cell."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        """Make the data file."""
        self.chance = chance
        self.data_file = SqliteDataFile(folder / "nam.tthc")
        self.data_file.create()
        self.units = self.data_file.units_of_work()
        members = tuple(
            Respondent(new_id(), RespondentKind.DIVISION, f"Phòng Thử {n}, tổ {n}")
            for n in range(UNITS)
        )
        group = Respondent(
            new_id(), RespondentKind.GROUP, "Các phòng", members=tuple(one.id for one in members)
        )
        self.members = Directory(members)
        plan = self._plan([one.id for one in members], group.id)
        with self.units.writing() as work:
            work.office.set_respondents((*members, group))
            work.plans.add(plan)
            work.progress.add(self._occurrences(plan))
            work.commit(Act("Lập", "plan", plan.id))
        self.plan_id = plan.id

    def _plan(self, units: list[str], group: str) -> Plan:
        def task(n: int, lead: list[str], coordinating: list[str]) -> Task:
            words = plain_runs(f"Rà soát, công khai thủ tục của lĩnh vực {n}")
            leads, others = tuple(map(Assignment, lead)), tuple(map(Assignment, coordinating))
            return Task(new_id(), words, leads, others, "Hằng quý")

        leaves = [task(n, [one], [units[n - 1]]) for n, one in enumerate(units)]
        leaves += [task(20 + n, self.chance.sample(units, 2), [group]) for n in range(2)]
        leaves.append(task(30, [group], []))
        groups = tuple(
            Task(new_id(), plain_runs(f"Nhóm việc {n}"), children=tuple(leaves[n::3]))
            for n in range(3)
        )
        return Plan(
            new_id(), PlanKind.CONTROL, YEAR, PlanState.ISSUED, agency="SỞ THỬ", number="01",
            symbol="KH-ST", title="Kiểm soát năm 2026", annexes=(Annex(new_id(), tasks=groups),),
        )  # fmt: skip

    @staticmethod
    def _occurrences(plan: Plan) -> list[Occurrence]:
        found = []
        for place, row in enumerate(one for one in plan.numbered_tasks() if not one.task.is_group):
            for quarter in periods_of_year("quarter", YEAR):
                due = None if place % 4 == 3 else quarter.end
                late = due + timedelta(days=1) if due else None
                found.append(Occurrence(new_id(), row.task.id, quarter.key, due, late))
        return found

    def opened(self) -> PlanProgress:
        """Return the plan as it is now."""
        return open_plan(self.units, self.plan_id)

    def values(self) -> dict[Key, Value]:
        """Return all that is recorded, as shown."""
        opened = self.opened()
        found: dict[Key, Value] = {}
        for row in opened.leaves():
            for one in opened.of_task(row.task):
                roles = (
                    (opened.lead_units(row.task), FIELDS),
                    (opened.coordinating_units(row.task), COORDINATING_FIELDS),
                )
                for units, fields in roles:
                    for unit in units:
                        record = opened.unit_record(row.task, one, unit)
                        found |= {(one.id, unit, name): value_of(record, name) for name in fields}
        return found

    def change(self, keys: list[Key]) -> dict[Key, Value]:
        """Let the office itself record something anew for some cells."""
        opened = self.opened()
        known = {one.id: one for some in opened.occurrences.values() for one in some}
        changed: dict[Key, Value] = {}
        with self.units.writing() as work:
            for key in keys:
                occurrence_id, unit, name = key
                one = known[occurrence_id]
                changed[key] = self.value_for(name)
                given: dict[str, Any] = {name: changed[key]}
                record = replace(one.record_of(unit), **given)
                others = tuple(each for each in one.units if each.respondent_id != unit)
                known[occurrence_id] = replace(one, units=(*others, UnitRecord(unit, record)))
                work.progress.set(known[occurrence_id])
            work.commit(Act("Văn phòng ghi", "plan", self.plan_id))
        return changed

    def value_for(self, name: str) -> Value:
        """Return a random value of a field."""
        if name == "state":
            return self.chance.choice(list(State))
        if name == "percent":
            return float(self.chance.randrange(101))
        if name == "done_on":
            return date(YEAR, 1, 1) + timedelta(days=self.chance.randrange(360))
        return f"{self.chance.choice(_TEXTS)} {self.chance.randrange(10_000)}"
