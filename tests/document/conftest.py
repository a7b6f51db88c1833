"""Invented plans for the tests of layout and Word files."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.document.word_file import WordFile
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.document.word import write_word
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
from tthc_desktop.domain.text_run import Run, plain_runs

_numbers = count(1)

Written = Callable[[Plan], WordFile]
MakeBlock = Callable[..., Block]


def _block(
    kind: BlockKind,
    text: str | tuple[Run, ...] = "",
    level: int = 0,
    numbering: Numbering | None = None,
    rows: tuple[tuple[str, ...], ...] = (),
) -> Block:
    runs = plain_runs(text) if isinstance(text, str) else text
    return Block(f"block{next(_numbers)}", kind, runs, level, numbering, rows)


def _task(content: str, timing: str = "", *children: Task, leads: tuple[str, ...] = ()) -> Task:
    lead = tuple(Assignment(one) for one in leads)
    return Task(
        f"task{next(_numbers)}", plain_runs(content), lead=lead, timing=timing, children=children
    )


@pytest.fixture
def block() -> MakeBlock:
    return _block


@pytest.fixture
def directory() -> Directory:
    return Directory(
        (
            Respondent("vp", RespondentKind.DIVISION, "Văn phòng"),
            Respondent("tmdt", RespondentKind.DIVISION, "Phòng Thương mại, điện tử"),
            Respondent("all", RespondentKind.GROUP, "Các phòng thuộc Sở", members=("vp", "tmdt")),
        )
    )


@pytest.fixture
def plan() -> Plan:
    """Give a draft with every kind of block, a table, a task table and a turned annex."""
    return Plan(
        id="plan",
        kind=PlanKind.CONTROL,
        year=2026,
        parent_agency="UBND TỈNH SƠN HẢI",
        agency="SỞ THƯƠNG MẠI VÀ DỊCH VỤ",
        symbol="KH-STMDV",
        place="Sơn Hải",
        date=PartialDate(None, 1, 2026),
        title="Kiểm soát thủ tục hành chính, thực hiện cơ chế một cửa, một cửa liên thông năm 2026",
        blocks=_text_blocks(),
        recipients=("Văn phòng UBND tỉnh (báo cáo)", "Lãnh đạo Sở"),
        archive="VT, VP",
        signature=Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn Mẫu"),
        annexes=_annexes(),
        follow_up=(_task("Việc theo dõi, không in", "Thường xuyên"),),
    )


def _text_blocks() -> tuple[Block, ...]:
    roman, arabic, letter = Numbering.ROMAN, Numbering.ARABIC, Numbering.LETTER
    item = (Run("Các phòng:", bold=True), Run(" phối hợp "), Run("đúng hạn", italic=True))
    return (
        _block(BlockKind.LEGAL_BASIS, "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010;"),
        _block(BlockKind.LEGAL_BASIS, "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026."),
        _block(BlockKind.OPENING, "Sở ban hành Kế hoạch như sau:"),
        _block(BlockKind.HEADING, "MỤC ĐÍCH, YÊU CẦU", 1, roman),
        _block(BlockKind.HEADING, "Mục đích", 2, arabic),
        _block(BlockKind.DASH, "- Nâng cao chất lượng giải quyết thủ tục hành chính."),
        _block(BlockKind.HEADING, "Yêu cầu", 2, arabic),
        _block(BlockKind.PARAGRAPH, "Lịch họp:"),
        _block(BlockKind.TABLE, rows=(("Thứ", "Việc", "Giờ"), ("Hai", "Giao ban"))),
        _block(BlockKind.HEADING, "TỔ CHỨC THỰC HIỆN", 1, roman),
        _block(BlockKind.ITEM, item, 2, arabic),
        _block(BlockKind.ITEM, "Gửi báo cáo;", 3, letter),
        _block(BlockKind.ITEM, "Lưu hồ sơ.", 3, letter),
        _block(BlockKind.CLOSING, "Trên đây là Kế hoạch năm 2026 của Sở./."),
    )


def _annexes() -> tuple[Annex, ...]:
    led = replace(
        _task("Xây dựng Kế hoạch", "Trước ngày 25/01/2026", leads=("vp", "tmdt")),
        coordinating=(Assignment("all", "Các phòng"),),
    )
    group = _task("Chỉ đạo, điều hành", "", led, _task("Việc chưa giao"))
    attached = "(Kèm theo Kế hoạch số /KH-STMDV ngày /01/2026 của Sở Thương mại và Dịch vụ)"
    turned = _task("Công khai", "Thường xuyên")
    return (
        Annex("annex1", "Phụ lục I", "NỘI DUNG", attached, tasks=(group, _task("Báo cáo"))),
        Annex("annex2", "Phụ lục II", "BIỂU", attached, landscape=True, tasks=(turned,)),
    )


@pytest.fixture
def written(directory: Directory, tmp_path: Path) -> Written:
    """Give a function that writes a plan as Word and opens the file again."""

    def write(plan: Plan) -> WordFile:
        path = tmp_path / f"{next(_numbers)}.docx"
        write_word(lay_out_plan(plan, directory), path)
        return WordFile(path)

    return write
