"""What a superior asks, beside ours: invented plans, and a missing request added in one act."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.data_file import SqliteDataFile
from tests.command_line import Tthc
from tthc_desktop.domain.adjustment import is_adjustment
from tthc_desktop.domain.comparison_answer import AnswerState, ComparisonAnswer
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_comparison import Comparison, compare_plans
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.reading.plan_reader import read_plan
from tthc_desktop.use_cases.assigned_tasks import AssignedTask, add_assigned, assigned_places
from tthc_desktop.use_cases.editing import apply_edit
from tthc_desktop.use_cases.issuing import issue_plan
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.plan_compare import (
    AnswerChange,
    compare_with,
    compared,
    write_answers,
)
from tthc_desktop.use_cases.task_acts import delete_tasks
from tthc_desktop.use_cases.task_history import task_history

PROVINCE = """UBND TỈNH SƠN HẢI

Số: 12/KH-UBND

Sơn Hải, ngày 05 tháng 02 năm 2026

KẾ HOẠCH

Truyền thông về cải cách thủ tục hành chính năm 2026

Căn cứ Nghị quyết của tỉnh.

I. MỤC ĐÍCH

- Nâng cao nhận thức của người dân.

II. TỔ CHỨC THỰC HIỆN

1. Các Sở, ban, ngành

- Mở chuyên mục hỏi đáp trên trang thông tin điện tử, cập nhật hằng tuần.

- Tổ chức phiên chợ chữ ký số lưu động ở các thôn, bản vùng xa.

2. Báo tỉnh

- Đăng phóng sự hằng tháng.

Trên đây là Kế hoạch./.

Nơi nhận:

- Lưu: VT.

CHỦ TỊCH

Trần Văn Thử
"""
OURS = PROVINCE.replace("UBND TỈNH SƠN HẢI", "SỞ THỬ NGHIỆM").replace(
    """1. Các Sở, ban, ngành

- Mở chuyên mục hỏi đáp trên trang thông tin điện tử, cập nhật hằng tuần.

- Tổ chức phiên chợ chữ ký số lưu động ở các thôn, bản vùng xa.

2. Báo tỉnh

- Đăng phóng sự hằng tháng.""",
    "1. Văn phòng Sở mở chuyên mục hỏi đáp trên trang thông tin điện tử của Sở.",
)


def read(tmp_path: Path, text: str) -> Plan:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(text, encoding="utf-8")
    return read_plan(file, today=date(2026, 2, 6), directory=Directory(())).plan


def test_only_what_the_departments_are_asked_is_compared(tmp_path: Path) -> None:
    rows = compare_plans(read(tmp_path, OURS), read(tmp_path, PROVINCE), Directory(()))
    assert [(one.where, one.state, one.answered_by) for one in rows] == [
        ("section II.1", "answered", ("II.1",)),
        ("section II.1", "missing", ()),
    ]


def test_the_same_thing_by_another_name_is_found(tmp_path: Path) -> None:
    asked = "- Giới thiệu, đẩy mạnh tuyên truyền về các tấm gương điển hình, tiêu biểu."
    told = "Khen thưởng, biểu dương tập thể có thành tích xuất sắc."
    first = "- Mở chuyên mục hỏi đáp trên trang thông tin điện tử, cập nhật hằng tuần."
    ours = OURS.replace("- Nâng cao nhận thức của người dân.", f"- {told}")
    superior = PROVINCE.replace(first, asked)
    rows = compare_plans(read(tmp_path, ours), read(tmp_path, superior), Directory(()))
    assert (rows[0].state, rows[0].answered_by) == ("partly", ("I",))
    other = compare_plans(read(tmp_path, OURS), read(tmp_path, superior), Directory(()))
    assert other[0].state == "missing"


@pytest.fixture
def both(tthc: Tthc, tmp_path: Path) -> Iterator[tuple[UnitsOfWork, str, str]]:
    """Give the sample's communication plan and the province's plan beside it."""
    file = tmp_path / "tinh.txt"
    file.write_text(PROVINCE, encoding="utf-8")
    superior = tthc.json("plan", "import", "--reference", file)["plan"]
    ours = tthc.plan_id("communication")
    data_file = SqliteDataFile(tthc.data)
    yield data_file.units_of_work(), ours, superior
    data_file.close()


Both = tuple[UnitsOfWork, str, str]


def missing(both: Both) -> Comparison:
    return next(one for one in compare_with(*both) if "phiên chợ" in one.asked)


def answer(both: Both, state: AnswerState, *ids: str) -> AnswerChange:
    _, ours, superior = both
    row = missing(both)
    held = compared(*both).answer_to(row.asked_id)
    return AnswerChange(
        held, ComparisonAnswer(ours, superior, row.asked_id, state, ids, date(2026, 7, 1), "ghi")
    )


def test_what_a_person_confirmed_stands_and_is_taken_back(both: Both) -> None:
    units, ours, _ = both
    row = missing(both)
    assert (row.state, row.is_confirmed) == ("missing", False)
    (task, *_) = open_plan(units, ours).plan.follow_up
    change = answer(both, "answered", task.id)
    write_answers(units, [change])
    found = missing(both)
    assert (found.state, found.answered_by, found.note) == ("answered", ("T1",), "ghi")
    with pytest.raises(Refused, match="ở nơi khác"):
        write_answers(units, [AnswerChange(None, change.after)])
    write_answers(units, [change.inverse()], undoing=True)
    assert missing(both) == row


def test_an_answer_whose_task_is_gone_is_proposed_anew(both: Both) -> None:
    units, ours, _ = both
    opened = open_plan(units, ours)
    task = opened.plan.follow_up[0]
    write_answers(units, [answer(both, "answered", task.id)])
    apply_edit(units, opened, delete_tasks(opened, [task.id]))
    assert missing(both).state == "missing"


def test_what_is_not_ours_is_no_row_of_the_command_line(both: Both, tthc: Tthc) -> None:
    units, ours, superior = both
    before = tthc.json("plan", "compare", ours, "--with", superior)["rows"]
    write_answers(units, [answer(both, "not_ours")])
    after = tthc.json("plan", "compare", ours, "--with", superior)["rows"]
    assert [one for one in before if "phiên chợ" not in one["asked"]] == after
    assert len(after) == len(before) - 1
    assert set(after[0]) == {"asked", "where", "answered_by", "state"}
    assert missing_of(compared(*both).rows).state == "not_ours"


def missing_of(rows: tuple[Comparison, ...]) -> Comparison:
    return next(one for one in rows if "phiên chợ" in one.asked)


def test_a_missing_request_is_followed_after_one_act(both: Both) -> None:
    units, ours, _ = both
    opened = open_plan(units, ours)
    given = AssignedTask(missing(both).asked, number="12/KH-UBND", day=date(2026, 2, 5))
    apply_edit(units, opened, add_assigned(opened, (given,)))
    followed = [task.content for task in open_plan(units, ours).plan.follow_up]
    assert followed[-1].endswith("(giao tại văn bản số 12/KH-UBND ngày 05/02/2026)")
    assert len(followed) == len(opened.plan.follow_up) + 1
    # It answers what was missing, with the new task.
    assert (missing(both).state, missing(both).answered_by) == ("answered", ("T11",))


def test_work_assigned_during_the_year_is_printed_as_an_adjustment(tthc: Tthc) -> None:
    plan_id = tthc.plan_id("control")
    data_file = SqliteDataFile(tthc.data)
    units = data_file.units_of_work()
    issue_plan(units, plan_id, "15", date(2026, 1, 20))
    opened = open_plan(units, plan_id)
    first = assigned_places(opened.plan)[0]
    given = AssignedTask(
        "Rà soát TTHC liên thông.", "Văn phòng", "", "Trước ngày 15/9/2026", "38/UBND-KSTT",
        date(2026, 7, 6),
    )  # fmt: skip
    edit = add_assigned(opened, (given,), first.place)
    assert is_adjustment(edit)
    apply_edit(units, opened, edit, adjustment=given.adjustment)
    now = open_plan(units, plan_id)
    row = next(one for one in now.leaves() if "liên thông (giao tại" in one.task.content)
    assert row.number == "1.8"
    (period,) = now.of_task(row.task)
    assert period.due == date(2026, 9, 14)
    (line,) = task_history(units, plan_id, row.task.id)
    told = "văn bản số 38/UBND-KSTT ngày 06/07/2026"
    assert line.words == f"Thêm nhiệm vụ giao tại {told}"
    assert f"Văn bản: {told}" in line.changes
    data_file.close()
    file = tthc.data.parent / "phieu.xlsx"
    tthc.run("sheet", "export", "--plan", plan_id, "--to", file)
    cells = [one.value for row in load_workbook(file).worksheets[0].iter_rows() for one in row]
    assert f"Rà soát TTHC liên thông (giao tại {told})" in cells
    with pytest.raises(Refused, match="nội dung"):
        add_assigned(now, (AssignedTask("  "),))
