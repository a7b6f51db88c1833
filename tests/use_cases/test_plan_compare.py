"""What a superior asks, beside ours: invented plans, and a missing request added in one act."""

from datetime import date
from pathlib import Path

from db.data_file import SqliteDataFile
from tests.command_line import Tthc
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_comparison import compare_plans
from tthc_desktop.reading.plan_reader import read_plan
from tthc_desktop.use_cases.editing import apply_edit
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.plan_compare import add_requests, compare_with

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


def test_a_missing_request_is_followed_after_one_act(tthc: Tthc, tmp_path: Path) -> None:
    file = tmp_path / "tinh.txt"
    file.write_text(PROVINCE, encoding="utf-8")
    superior = tthc.json("plan", "import", "--reference", file)["plan"]
    ours = tthc.plan_id("communication")
    data_file = SqliteDataFile(tthc.data)
    units = data_file.units_of_work()
    missing = [one for one in compare_with(units, ours, superior) if one.state == "missing"]
    assert any("phiên chợ" in one.asked for one in missing)
    opened = open_plan(units, ours)
    apply_edit(units, opened, add_requests(opened, missing, "12/KH-UBND"))
    followed = [task.content for task in open_plan(units, ours).plan.follow_up]
    data_file.close()
    assert followed[-1].endswith("(giao tại văn bản số 12/KH-UBND)")
    assert len(followed) == len(opened.plan.follow_up) + len(missing)
