"""What the program writes into Word comes in again as the same plan, but for its ids."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from tests.reading.conftest import TODAY, ReadContent
from tests.reading.typing_habits import as_text
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.document.word import write_word
from tthc_desktop.domain.identifiers import new_id
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
from tthc_desktop.domain.timing import unread_schedule
from tthc_desktop.reading.plan_reader import read_plan

DIRECTORY = Directory(
    (
        Respondent("vp", RespondentKind.DIVISION, "Văn phòng"),
        Respondent("cx", RespondentKind.DIVISION, "Cây bóng mát, thảm cỏ"),
        Respondent("cp", RespondentKind.GROUP, "Các phòng thuộc Sở"),
    )
)
HEADINGS = ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Hạn")


def without_ids(value: object) -> object:
    if is_dataclass(value):
        held = {one.name: getattr(value, one.name) for one in fields(value) if one.name != "id"}
        return (type(value).__name__, {name: without_ids(one) for name, one in held.items()})
    return [without_ids(one) for one in value] if isinstance(value, tuple) else value


def again(plan: Plan, directory: Directory, folder: Path) -> Plan:
    file = folder / "ke-hoach.docx"
    write_word(lay_out_plan(plan, directory), file)
    read = read_plan(file, today=TODAY, directory=directory)
    assert read.not_understood == ()
    assert read.new_respondents == ()
    return read.plan


def block(
    kind: BlockKind, *runs: Run | str, level: int = 0, numbering: Numbering | None = None
) -> Block:
    held = tuple(Run(one) if isinstance(one, str) else one for one in runs)
    return Block(new_id(), kind, held, level, numbering)


def task(text: str | tuple[Run, ...], lead: str = "", timing: str = "", *children: Task) -> Task:
    return Task(
        new_id(),
        plain_runs(text) if isinstance(text, str) else text,
        tuple(Assignment(one) for one in lead.split()),
        (Assignment("cp"),) if lead else (),
        timing,
        unread_schedule(timing),
        children=children,
    )


def full_plan() -> Plan:
    roman, arabic, letter = Numbering.ROMAN, Numbering.ARABIC, Numbering.LETTER
    bold, italic = Run("đậm", bold=True), Run("nghiêng", italic=True)
    table = Block(
        new_id(), BlockKind.TABLE, rows=(("Thời gian", "Nội dung"), ("7h00", ""), ("", "Họp"))
    )
    blocks = (
        block(BlockKind.LEGAL_BASIS, "Căn cứ Nghị định ", bold, " năm 2024;"),
        block(BlockKind.LEGAL_BASIS, "Thực hiện Kế hoạch của tỉnh."),
        block(BlockKind.OPENING, "Sở ban hành Kế hoạch ", italic, " như sau:"),
        block(BlockKind.HEADING, "MỤC ĐÍCH, YÊU CẦU", level=1, numbering=roman),
        block(BlockKind.HEADING, "Mục đích ", italic, level=2, numbering=arabic),
        block(BlockKind.DASH, "- Nâng cao ", bold, ", ", italic, "."),
        block(BlockKind.PARAGRAPH, Run("Cả đoạn đậm", bold=True)),
        block(BlockKind.HEADING, "NỘI DUNG: (Có biểu kèm theo)", level=1, numbering=roman),
        block(BlockKind.ITEM, "Văn phòng theo dõi", level=2, numbering=arabic),
        block(BlockKind.DASH, "- Trước hết là báo cáo."),
        block(BlockKind.ITEM, bold, " hai việc:", level=2, numbering=arabic),
        block(BlockKind.ITEM, "Rà soát;", level=3, numbering=letter),
        block(BlockKind.ITEM, "Công khai.", level=3, numbering=letter),
        table,
        block(BlockKind.PARAGRAPH, "Sau bảng."),
        block(BlockKind.CLOSING, "Trên đây là Kế hoạch ", bold, "./."),
    )
    return Plan(
        new_id(), PlanKind.CONTROL, 2026, parent_agency="UBND TỈNH SÔNG LAM",
        agency="SỞ CÔNG VIÊN, CÂY XANH VÀ ĐÔ THỊ", number="05", symbol="KH-SCVCX",
        place="Sông Lam", date=PartialDate(5, 2, 2026),
        title="Kiểm soát thủ tục hành chính của Sở Công viên, Cây xanh và Đô thị năm 2026",
        blocks=blocks, recipients=("UBND tỉnh (báo cáo)", "Các phòng, đơn vị"), archive="VT, VP",
        drafter="Maintt", signature=Signature(("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "Trần Thí Dụ"),
        annexes=(_task_annex(), _text_annex()),
    )  # fmt: skip


def _task_annex() -> Annex:
    italic_group = (Run("Nhóm nghiêng", italic=True),)
    mixed = (Run("Đọc "), Run("kỹ", bold=True), Run(" việc này"))
    tasks = (
        task("Chỉ đạo, điều hành", "", "",
             task("Xây dựng Kế hoạch.", "vp", "Trước ngày 25/01/2026"),
             task(italic_group, "", "", task(mixed, "cx vp", "Hằng quý, năm"))),
        task("Việc có con mà tự có hạn", "vp", "Quý I", task("Con", "cp", "Thường xuyên")),
        task((Run("Việc đậm cả dòng", bold=True),), "vp", "Thường xuyên"),
        task("Chưa giao"),
    )  # fmt: skip
    return Annex(new_id(), "Phụ lục I", "NỘI DUNG KIỂM SOÁT", "(Kèm theo Kế hoạch số 05/KH-SCVCX)",
                 HEADINGS, landscape=True, tasks=tasks)  # fmt: skip


def _text_annex() -> Annex:
    blocks = (
        block(BlockKind.HEADING, "DANH MỤC", level=1, numbering=Numbering.ROMAN),
        block(BlockKind.ITEM, "Quyết định A.", level=2, numbering=Numbering.ARABIC),
        block(BlockKind.DASH, "- Quyết định B."),
    )
    return Annex(new_id(), "Phụ lục II", "DANH MỤC VĂN BẢN", "(Kèm theo Kế hoạch số 05/KH-SCVCX)",
                 blocks=blocks)  # fmt: skip


def test_a_plan_with_everything_comes_back(tmp_path: Path) -> None:
    plan = full_plan()
    assert without_ids(again(plan, DIRECTORY, tmp_path)) == without_ids(plan)


@pytest.mark.parametrize(
    "change",
    [
        {"number": None, "date": PartialDate(None, 1, 2026)},
        {"number": None, "date": PartialDate(), "place": ""},
        {"parent_agency": ""},
        {"drafter": None, "recipients": ()},
        {"signature": Signature(("GIÁM ĐỐC",), "")},
        {"signature": Signature()},
        {"annexes": ()},
        {"blocks": ()},
        {"kind": PlanKind.COMMUNICATION, "title": "Truyền thông năm 2026."},
    ],
    ids=str,
)
def test_a_plan_that_lacks_something_comes_back(tmp_path: Path, change: dict[str, object]) -> None:
    plan = replace(full_plan(), **change)  # type: ignore[arg-type]
    assert without_ids(again(plan, DIRECTORY, tmp_path)) == without_ids(plan)


def test_an_imported_plan_comes_back(read: ReadContent, tmp_path: Path) -> None:
    first = read(as_text())
    directory = Directory(first.new_respondents)
    assert without_ids(again(first.plan, directory, tmp_path)) == without_ids(first.plan)
