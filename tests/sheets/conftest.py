"""An invented office and its plan, small enough to count by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.periods import Period, parse_period
from tthc_desktop.domain.plan import Annex, PartialDate, Plan, PlanKind, PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record, State, UnitRecord
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.domain.timing import Schedule, WordsClause
from tthc_desktop.sheets.progress_rows import ProgressSheet, progress_sheet
from tthc_desktop.sheets.progress_workbook import check_progress_sheet, write_progress_sheet

TODAY = date(2026, 6, 30)
# A comma in one name, one name that is the beginning of another, and a wildcard of Excel.
NAMES = {
    "vp": "Văn phòng",
    "th": "Phòng Tổ chức, tổng hợp",
    "nv": "Phòng Nghiệp vụ",
    "nv1": "Phòng Nghiệp vụ 1",
    "tt": "Trung tâm Dữ liệu *",
}


@dataclass(frozen=True)
class Maker:
    """Makes plans with progress, and files of their sheets, in a few words."""

    directory: Directory
    folder: Path

    @staticmethod
    def task(
        content: str,
        lead: str = "",
        coordinating: str = "",
        timing: str = "",
        children: Iterable[Task] = (),
        *,
        waits: bool = False,
    ) -> Task:
        """Give a task whose id is its content; units are ids parted by blanks."""
        clause = WordsClause("external" if waits else "unknown", timing)
        return Task(
            content,
            plain_runs(content),
            tuple(map(Assignment, lead.split())),
            tuple(map(Assignment, coordinating.split())),
            timing,
            Schedule((clause,)),
            children=tuple(children),
        )

    @staticmethod
    def occurrence(
        task: str,
        period: str,
        due: date | None = None,
        closing: Record | None = None,
        **units: Record,
    ) -> Occurrence:
        overdue_from = due + timedelta(days=1) if due else None
        records = tuple(UnitRecord(unit, record) for unit, record in units.items())
        return Occurrence(f"{task}/{period}", task, period, due, overdue_from, records, closing)

    def progress(
        self,
        tasks: Iterable[Task],
        occurrences: Iterable[Occurrence],
        follow_up: Iterable[Task] = (),
        *,
        kind: PlanKind = PlanKind.CONTROL,
        title: str = "Kiểm soát thủ tục hành chính năm 2026",
    ) -> PlanProgress:
        plan = Plan(
            "ke-hoach",
            kind,
            2026,
            PlanState.ISSUED,
            agency="SỞ DÂN SINH",
            number="05",
            symbol="KH-SDS",
            date=PartialDate(20, 1, 2026),
            title=title,
            annexes=(Annex("phu-luc", tasks=tuple(tasks)),),
            follow_up=tuple(follow_up),
        )
        by_task: dict[str, tuple[Occurrence, ...]] = {}
        for one in occurrences:
            by_task[one.task_id] = (*by_task.get(one.task_id, ()), one)
        return PlanProgress(plan, self.directory, by_task)

    def sheet(
        self, progress: PlanProgress, period: str | None = None, unit: str | None = None
    ) -> ProgressSheet:
        return progress_sheet(
            progress, TODAY, period=self.period(period) if period else None, unit=unit
        )

    @staticmethod
    def period(key: str) -> Period:
        period = parse_period(key)
        assert period is not None
        return period

    def file(
        self, progress: PlanProgress, period: str | None = None, unit: str | None = None
    ) -> Path:
        """Write the sheet, check it, and give its path."""
        path = self.folder / "tiến độ.xlsx"
        write_progress_sheet(self.sheet(progress, period, unit), path)
        check_progress_sheet(path)
        return path


@pytest.fixture
def directory() -> Directory:
    units = [
        Respondent(one, RespondentKind.AFFILIATED if one == "tt" else RespondentKind.DIVISION, name)
        for one, name in NAMES.items()
    ]
    members = ("vp", "th", "nv", "nv1")
    groups = [
        Respondent("phong", RespondentKind.GROUP, "Các phòng thuộc Sở", members=members),
        Respondent("khac", RespondentKind.GROUP, "Các đơn vị liên quan"),
    ]
    return Directory((*units, *groups))


@pytest.fixture
def make(directory: Directory, tmp_path: Path) -> Maker:
    return Maker(directory, tmp_path)


def done(on: date | None, **more: str) -> Record:
    return Record(State.DONE, 100, done_on=on, **more)


@pytest.fixture
def year(make: Maker) -> PlanProgress:
    """Give a plan in which every kind of task, state and answer occurs."""
    doing = Record(State.IN_PROGRESS, 40, result="Đang tổng hợp", difficulty="Thiếu biểu mẫu")
    tasks = (
        make.task(
            "Chỉ đạo, điều hành",
            children=(
                make.task("Xây dựng kế hoạch", "vp", "phong", "Trước ngày 25/01/2026"),
                make.task("Kiện toàn đầu mối", "phong", "", "Thường xuyên"),
                make.task("Tổng hợp chỉ số", "nv nv1", "tt", "Hàng tháng"),
            ),
        ),
        make.task(
            "Kiểm soát thủ tục",
            children=(
                make.task(
                    "Công bố, công khai",
                    children=(make.task("Kiểm tra", "tt", "vp", "Theo kế hoạch riêng"),),
                ),
                make.task("Triển khai bộ chỉ số"),
                make.task("Tập huấn", "phong", "", "Theo văn bản của tỉnh", waits=True),
                make.task("Phiên họp", "th khac", "", "Ngày 15/4/2026"),
            ),
        ),
    )
    follow_up = (make.task("Đăng tin bài", "nv", "phong", "Quý II"),)
    months = [
        make.occurrence("Tổng hợp chỉ số", f"2026-{month:02}", due, **records)
        for month, due, records in (
            (1, date(2026, 1, 30), {"nv": done(date(2026, 2, 3), reason="Chậm số liệu")}),
            (2, date(2026, 2, 27), {"nv": done(date(2026, 2, 27)), "nv1": done(None)}),
            (3, date(2026, 3, 31), {"nv": Record(State.CANCELLED), "nv1": Record(State.NO_CASE)}),
            (4, date(2026, 4, 30), {"nv": doing, "nv1": Record(State.PAUSED)}),
            (6, date(2026, 6, 30), {"nv": doing}),
            (7, date(2026, 7, 31), {}),
        )
    ]
    reviews = [make.occurrence("Kiện toàn đầu mối", f"2026-Q{n}", vp=doing) for n in (1, 2, 3, 4)]
    closing = Record(State.DONE, done_on=date(2026, 4, 20), evidence="Thông báo số 7")
    others = (
        make.occurrence(
            "Xây dựng kế hoạch",
            "once",
            date(2026, 1, 24),
            vp=done(date(2026, 1, 22), evidence="Kế hoạch số 05/KH-SDS", note="Đã gửi"),
            nv=Record(result="Đã góp ý", difficulty="Không"),
        ),
        make.occurrence("Kiểm tra", "once"),
        make.occurrence("Triển khai bộ chỉ số", "once"),
        make.occurrence("Tập huấn", "once", th=done(date(2026, 5, 5))),
        make.occurrence("Phiên họp", "once", date(2026, 4, 15), closing, th=doing),
        make.occurrence("Đăng tin bài", "2026-Q2", date(2026, 6, 29)),
    )
    return make.progress(tasks, (*months, *reviews, *others), follow_up)
