"""One invented plan that breaks no rule, as the Word file we write, and ways to break it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.checking.broken_file import BrokenFile
from tthc_desktop.checking.word_checker import check_word_file
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.document.word import write_word
from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.plan import (
    Annex,
    Block,
    BlockKind,
    PartialDate,
    Plan,
    PlanKind,
    Signature,
)
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs

Break = Callable[[BrokenFile], None]
Check = Callable[[Break], tuple[Finding, ...]]
_numbers = count(1)
_ROMAN, _ARABIC, _LETTER = Numbering.ROMAN, Numbering.ARABIC, Numbering.LETTER
TITLE = "Kiểm soát thủ tục hành chính, thực hiện cơ chế một cửa, một cửa liên thông năm 2026"
NOTE = "(Kèm theo Kế hoạch số 05/KH-STMDV ngày 20 tháng 01 năm 2026 của Sở Thương mại và Dịch vụ)"


def block(
    kind: BlockKind, text: str = "", level: int = 0, numbering: Numbering | None = None
) -> Block:
    return Block(f"block{next(_numbers)}", kind, plain_runs(text), level, numbering)


def text_blocks() -> tuple[Block, ...]:
    return (
        block(
            BlockKind.LEGAL_BASIS,
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        ),
        block(
            BlockKind.LEGAL_BASIS,
            "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát "
            "thủ tục hành chính; được sửa đổi tại Nghị định số 92/2017/NĐ-CP;",
        ),
        block(
            BlockKind.LEGAL_BASIS,
            "Thực hiện Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh "
            "về việc ban hành Kế hoạch thực hiện Nghị quyết số 9/NQ-HĐND.",
        ),
        block(BlockKind.OPENING, "Sở Thương mại và Dịch vụ ban hành Kế hoạch như sau:"),
        block(BlockKind.HEADING, "MỤC ĐÍCH, YÊU CẦU", 1, _ROMAN),
        block(BlockKind.HEADING, "Mục đích", 2, _ARABIC),
        block(BlockKind.DASH, "- Nâng cao chất lượng giải quyết thủ tục hành chính."),
        block(BlockKind.HEADING, "Yêu cầu", 2, _ARABIC),
        block(BlockKind.PARAGRAPH, "Mỗi phòng cử một công chức đầu mối theo dõi Kế hoạch."),
        block(BlockKind.HEADING, "NỘI DUNG", 1, _ROMAN),
        block(BlockKind.PARAGRAPH, "Nội dung, thời gian thực hiện tại các Phụ lục kèm theo."),
        block(BlockKind.HEADING, "TỔ CHỨC THỰC HIỆN", 1, _ROMAN),
        block(BlockKind.ITEM, "Các phòng thuộc Sở có trách nhiệm:", 2, _ARABIC),
        *(
            block(BlockKind.ITEM, text, 3, _LETTER)
            for text in ("Gửi báo cáo;", "Lưu hồ sơ;", "Đôn đốc;", "Tổng hợp;", "Tuyên truyền.")
        ),
        block(BlockKind.ITEM, "Văn phòng Sở theo dõi, tổng hợp kết quả.", 2, _ARABIC),
        block(BlockKind.CLOSING, "Trên đây là Kế hoạch năm 2026 của Sở./."),
    )


def invented_plan() -> Plan:
    """Give an issued plan with two annexes, one of them turned."""
    led = Task(
        "led", plain_runs("Xây dựng Kế hoạch"), lead=(Assignment("vp"),), timing="Trong quý I"
    )
    group = Task("group", plain_runs("Chỉ đạo, điều hành"), children=(led,))
    return Plan(
        id="plan",
        kind=PlanKind.CONTROL,
        year=2026,
        parent_agency="UBND TỈNH SƠN HẢI",
        agency="SỞ THƯƠNG MẠI VÀ DỊCH VỤ",
        number="05",
        symbol="KH-STMDV",
        place="Sơn Hải",
        date=PartialDate(20, 1, 2026),
        title=TITLE,
        blocks=text_blocks(),
        recipients=("Văn phòng UBND tỉnh (báo cáo)", "Lãnh đạo Sở"),
        archive="VT, VP",
        signature=Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn Mẫu"),
        annexes=(
            Annex("annex1", "Phụ lục I", "NỘI DUNG CÔNG VIỆC", NOTE, tasks=(group,)),
            Annex("annex2", "Phụ lục II", "BIỂU TỔNG HỢP", NOTE, landscape=True, tasks=(led,)),
        ),
    )


def directory() -> Directory:
    return Directory((Respondent("vp", RespondentKind.DIVISION, "Văn phòng"),))


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the plan as the Word file we write."""
    path = tmp_path_factory.mktemp("checked") / "ke-hoach.docx"
    write_word(lay_out_plan(invented_plan(), directory()), path)
    return path


@pytest.fixture
def check(written: Path, tmp_path: Path) -> Check:
    """Give a function that breaks a copy of the file and returns what is found in it."""

    def broken(act: Break) -> tuple[Finding, ...]:
        file = BrokenFile(written)
        act(file)
        file.document.save(str(tmp_path / "hỏng.docx"))
        return check_word_file(tmp_path / "hỏng.docx")

    return broken
