"""Merging returned sheets, against reading them: eight units, five hundred rows each.

The plan has five hundred tasks that a group leads, so that each unit has all of them.
"""

import statistics
import tempfile
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from db.data_file import SqliteDataFile
from tests.benchmark_ratio import cpu
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Respondent, RespondentKind
from tthc_desktop.domain.plan import Annex, Plan, PlanKind, PlanState
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.sheets.returned_sheet import read_returned_sheet
from tthc_desktop.use_cases.sheet_export import export_sheet
from tthc_desktop.use_cases.sheet_merge import apply_merge, propose_merge
from tthc_desktop.use_cases.sheet_proposals import AppliedFile
from tthc_desktop.use_cases.sheet_undo import undo_merge

UNITS, ROWS = 8, 500
ROUNDS = 5
TARGET = 2.0
CHANGED_EVERY = 10


def office(folder: Path) -> tuple[SqliteDataFile, str]:
    """Make a data file whose plan has five hundred tasks of all units."""
    units = tuple(
        Respondent(new_id(), RespondentKind.DIVISION, f"Phòng Thử {n}") for n in range(UNITS)
    )
    members = tuple(one.id for one in units)
    group = Respondent(new_id(), RespondentKind.GROUP, "Các phòng", members=members)
    tasks = tuple(
        Task(
            new_id(), plain_runs(f"Rà soát thủ tục lĩnh vực {n} thuộc phạm vi quản lý"),
            (Assignment(group.id),), timing="Quý II",
        )
        for n in range(ROWS)
    )  # fmt: skip
    plan = Plan(
        new_id(), PlanKind.CONTROL, 2026, PlanState.ISSUED, agency="SỞ THỬ",
        title="Kiểm soát năm 2026", annexes=(Annex(new_id(), tasks=tasks),),
    )  # fmt: skip
    data_file = SqliteDataFile(folder / "do.tthc")
    data_file.create()
    with data_file.units_of_work().writing() as work:
        work.office.set_respondents((*units, group))
        work.plans.add(plan)
        work.progress.add(Occurrence(new_id(), one.id, "2026-Q2") for one in tasks)
        work.commit(Act("Lập", "plan", plan.id))
    return data_file, plan.id


def filled(path: Path) -> Path:
    """Fill every tenth row in."""
    workbook = load_workbook(path)
    sheet = workbook["Tiến độ"]
    for row in range(7, 7 + ROWS, CHANGED_EVERY):
        sheet.cell(row, 8).value = "Hoàn thành"
        sheet.cell(row, 10).value = f"Đã xong việc ở dòng {row}"
    workbook.save(path)
    return path


def main() -> None:
    """Measure merging (a proposal and writing it) and taking it back, in turn with reading."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data_file, plan_id = office(folder)
        units = data_file.units_of_work()
        to = folder / "phieu"
        to.mkdir()
        sent = export_sheet(
            units, plan_id, to, today=date(2026, 6, 1), force=False, period="2026-Q2",
            each_division=True,
        )  # fmt: skip
        files = [filled(one) for one in sent]

        def read() -> None:
            for one in files:
                read_returned_sheet(one)

        merged: list[AppliedFile] = []

        def merge() -> None:
            merged.extend(apply_merge(units, propose_merge(units, files)))

        ratios = []
        for _ in range(ROUNDS):
            floor = cpu(read)
            merged.clear()
            own = cpu(merge)
            ratios.append(own / floor)
            for one in merged:
                undo_merge(units, one.merge_id)
        median = statistics.median(ratios)
        told = "ok" if median <= TARGET else "OVER"
        print(
            f"merge {UNITS} sheets x {ROWS} rows / reading them {median:6.2f} "
            f"({min(ratios):.2f} - {max(ratios):.2f}), target {TARGET:g}: {told}"
        )
        data_file.close()


if __name__ == "__main__":
    main()
