"""Tasks to follow are proposed from what a plan without a table says."""

from datetime import date
from pathlib import Path

import pytest

from tthc_desktop.domain.follow_up import Proposal, ProposalSource, propose_follow_up
from tthc_desktop.domain.follow_up_words import duty_of, is_outside, timing_in
from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.reading.plan_reader import plan_of, read_plan
from tthc_desktop.reading.text_source import source_of_text

_PLAN = """KẾ HOẠCH

Truyền thông về cây xanh năm 2026

I. MỤC ĐÍCH

- Nâng cao nhận thức.

II. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN

1. Nội dung tuyên truyền

- Giới thiệu quy trình.

2. Hình thức tuyên truyền

Cần triển khai đồng bộ, cụ thể như sau:

- Đăng tin, bài trên Trang Thông tin điện tử của Sở;

- Thường xuyên niêm yết tại Bộ phận Một cửa.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng Sở có trách nhiệm theo dõi, báo cáo hằng quý.

2. Các phòng thuộc Sở xây dựng chuyên mục, hoàn thành trong Quý I/2026.

3. Văn phòng UBND tỉnh

- Kiểm tra việc thực hiện.

4. Báo Sông Lam, Đài Phát thanh và Truyền hình tỉnh

- Đưa tin thường xuyên.

5. Kinh phí thực hiện

Do ngân sách nhà nước cấp.

6. Trong quá trình thực hiện, nếu có khó khăn thì phản ánh về Văn phòng Sở.

Trên đây là Kế hoạch năm 2026./.
"""
TODAY = date(2026, 11, 21)
_OFFICE = Respondent("vp", RespondentKind.DIVISION, "Văn phòng")


def proposed(text: str, directory: Directory | None = None) -> tuple[Proposal, ...]:
    known = directory or Directory(())
    plan = plan_of(source_of_text(text, "a.txt"), "a.txt", today=TODAY, directory=known).plan
    return propose_follow_up(plan, known)


def test_every_form_and_every_duty_of_ours_is_proposed_once() -> None:
    found = [(one.content, one.lead, one.timing, one.why) for one in proposed(_PLAN)]
    assert found == [
        ("Đăng tin, bài trên Trang Thông tin điện tử của Sở", "", "", "Hình thức, mục II.2"),
        ("Thường xuyên niêm yết tại Bộ phận Một cửa", "", "Thường xuyên", "Hình thức, mục II.2"),
        ("Theo dõi, báo cáo hằng quý", "Văn phòng Sở", "Hằng quý", "Phân công, mục III.1"),
        (
            "Xây dựng chuyên mục, hoàn thành trong Quý I/2026",
            "Các phòng thuộc Sở",
            "Hoàn thành trong Quý I/2026",
            "Phân công, mục III.2",
        ),
    ]


def test_the_office_is_known_by_its_own_name() -> None:
    (duty,) = [one for one in proposed(_PLAN, Directory((_OFFICE,))) if "Theo dõi" in one.content]
    assert duty.lead == "Văn phòng"


def test_a_plan_with_a_table_has_its_tasks() -> None:
    table = "\n| STT | Nội dung | Chủ trì |\n| 1 | Việc | Văn phòng |\n"
    assert proposed(f"{_PLAN}\nPHỤ LỤC\n{table}") == ()


@pytest.mark.parametrize(
    ("text", "unit", "duty"),
    [
        ("Văn phòng Sở có trách nhiệm đôn đốc.", "Văn phòng Sở", "đôn đốc."),
        ("Các phòng, đơn vị thuộc Sở triển khai.", "Các phòng, đơn vị thuộc Sở", "triển khai."),
        ("Thanh tra Sở: phối hợp kiểm tra.", "Thanh tra Sở", "phối hợp kiểm tra."),
        ("Đăng tin, bài trên Trang của Sở.", "", "Đăng tin, bài trên Trang của Sở."),
    ],
)
def test_who_owes_a_duty_stands_at_its_beginning(text: str, unit: str, duty: str) -> None:
    assert duty_of(text) == (unit, duty)


@pytest.mark.parametrize(
    ("text", "timing"),
    [
        ("nộp trước ngày 15/12/2026 về Văn phòng", "Trước ngày 15/12/2026"),
        ("báo cáo định kỳ hằng tháng, quý", "Định kỳ hằng tháng, quý"),
        ("xong trong tháng 3 năm 2026.", "Trong tháng 3 năm 2026"),
        ("niêm yết công khai", ""),
    ],
)
def test_words_of_time_are_kept_as_they_are(text: str, timing: str) -> None:
    assert timing_in(text) == timing


def test_only_all_outsiders_together_are_none_of_ours() -> None:
    assert is_outside("Báo Sông Lam, Đài Phát thanh và Truyền hình tỉnh")
    assert not is_outside("Văn phòng Sở; Báo Sông Lam")
    assert not is_outside("")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("number", "forms", "duties"), [("000", 4, 2), ("001", 0, 0), ("002", 4, 2), ("003", 3, 5),
                                    ("004", 4, 2)],
)  # fmt: skip
def test_real_plans(shared_folder: Path, number: str, forms: int, duties: int) -> None:
    file = next((shared_folder / "seeds").glob(f"{number}_*.txt"))
    plan = read_plan(file, today=TODAY, directory=Directory(())).plan
    found = [one.source for one in propose_follow_up(plan, Directory(()))]
    assert found.count(ProposalSource.FORM) == forms
    assert found.count(ProposalSource.DUTY) == duties
