"""Reading and writing the data file, against bare sqlite3 doing the same rows."""

import json
import shutil
import sqlite3
import tempfile
from pathlib import Path

from db import plan_rows, sqlite_engine
from db.data_file import SqliteDataFile
from tests.benchmark_ratio import ratio
from tests.large_plan import large_plan, units
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.plan import Plan
from tthc_desktop.use_cases.task_editing import set_task

ACT = Act("Thử", "plan", "x")
COLUMNS = "id, plan_id, annex_id, parent_id, position, runs, timing, schedule, target, previous_id"


def prepared(folder: Path, name: str, rows: int) -> tuple[SqliteDataFile, Plan]:
    data_file = SqliteDataFile(folder / f"{name}.tthc")
    data_file.create()
    directory = units()
    plan = large_plan(rows, directory)
    with data_file.units_of_work().writing() as work:
        work.office.set_respondents(directory.respondents)
        work.plans.add(plan)
        work.commit(ACT)
    return data_file, plan


def load(folder: Path) -> None:
    data_file, plan = prepared(folder, "doc", 1000)
    units_of_work = data_file.units_of_work()

    def bare() -> None:
        connection = sqlite3.connect(data_file.path)
        connection.execute(f"SELECT {COLUMNS} FROM task").fetchall()  # noqa: S608
        connection.execute("SELECT * FROM task_respondent").fetchall()
        connection.close()

    def own() -> None:
        with units_of_work.reading() as work:
            work.plans.get(plan.id)

    ratio("load 1,000 tasks / bare sqlite3", bare, own, 3)


def bring_in(folder: Path) -> None:
    data_file, _ = prepared(folder, "trong", 1)
    directory = data_file.units_of_work()
    with directory.reading() as work:
        known = work.office.directory()
    plans = iter([large_plan(10_000, known) for _ in range(8)])
    raw = [plan_rows.task_rows(plan) for plan in (large_plan(10_000, known) for _ in range(8))]
    raw_rows = iter(raw)
    bare_path = Path(shutil.copy(data_file.path, folder / "tran.tthc"))
    bare_connection = sqlite_engine.connect(bare_path)
    bare_connection.execute("PRAGMA foreign_keys=OFF")

    def bare() -> None:
        rows = next(raw_rows)
        bare_connection.execute("BEGIN IMMEDIATE")
        names = list(rows[0])
        marks = ", ".join("?" * len(names))
        bare_connection.executemany(
            f"INSERT INTO task ({', '.join(names)}) VALUES ({marks})",  # noqa: S608
            [
                [json.dumps(one) if isinstance(one, list | dict) else one for one in row.values()]
                for row in rows
            ],
        )
        bare_connection.execute("COMMIT")

    def own() -> None:
        with data_file.units_of_work().writing() as work:
            work.plans.add(next(plans))
            work.commit(ACT)

    ratio("import 10,000 tasks (with units) / bare tasks", bare, own, 5, rounds=6)


def save(folder: Path) -> None:
    data_file, plan = prepared(folder, "sua", 35)
    units_of_work = data_file.units_of_work()
    task = next(row.task for row in plan.numbered_tasks() if not row.task.is_group)
    connection = sqlite_engine.connect(Path(shutil.copy(data_file.path, folder / "sua2.tthc")))
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    counter = iter(range(10_000))

    def bare() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE task SET timing = ? WHERE id = ?", (f"x {next(counter)}", task.id)
        )
        connection.execute(
            "INSERT INTO journal (at, who, words, subject, subject_id, reason, document) "
            "VALUES ('', '', '', '', '', '', '')"
        )
        connection.execute("COMMIT")

    def own() -> None:
        set_task(units_of_work, plan.id, task.id, {"timing": f"Ngày thứ {next(counter)}"})

    ratio("save one edit, plan read before and after / bare", bare, own, 60)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        for part in (load, bring_in, save):
            part(Path(name))


if __name__ == "__main__":
    main()
