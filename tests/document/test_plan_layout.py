import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import (
    DocumentLayout,
    LayoutBlock,
    Paragraph,
    Role,
    Rule,
    SideBySide,
    Table,
)
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.document.text_width import text_width_mm
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Block, BlockKind, Plan, Signature
from tthc_desktop.domain.text_run import Run

MakeBlock = Callable[..., Block]


def main_blocks(layout: DocumentLayout) -> tuple[LayoutBlock, ...]:
    return layout.sections[0].blocks


def words(layout: DocumentLayout) -> list[tuple[Role, str]]:
    return [(one.role, one.text) for one in main_blocks(layout) if isinstance(one, Paragraph)]


def foot_of(layout: DocumentLayout) -> SideBySide:
    last = main_blocks(layout)[-1]
    assert isinstance(last, SideBySide)
    return last


def foot_words(layout: DocumentLayout, side: int) -> list[str]:
    return [one.text for one in foot_of(layout).rows[0][side] if isinstance(one, Paragraph)]


def test_the_text_has_its_roles_and_computed_numbers(plan: Plan, directory: Directory) -> None:
    assert words(lay_out_plan(plan, directory)) == [
        (Role.KIND_NAME, "KẾ HOẠCH"),
        (
            Role.SUBJECT,
            "Kiểm soát thủ tục hành chính,\nthực hiện cơ chế một cửa, một cửa liên thông năm 2026",
        ),
        (Role.LEGAL_BASIS, "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010;"),
        (Role.LEGAL_BASIS, "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026."),
        (Role.BODY, "Sở ban hành Kế hoạch như sau:"),
        (Role.SECTION, "I. MỤC ĐÍCH, YÊU CẦU"),
        (Role.CLAUSE_TITLE, "1. Mục đích"),
        (Role.DASH, "- Nâng cao chất lượng giải quyết thủ tục hành chính."),
        (Role.CLAUSE_TITLE, "2. Yêu cầu"),
        (Role.BODY, "Lịch họp:"),
        (Role.SECTION, "II. TỔ CHỨC THỰC HIỆN"),
        (Role.CLAUSE, "1. Các phòng: phối hợp đúng hạn"),
        (Role.POINT, "a) Gửi báo cáo;"),
        (Role.POINT, "b) Lưu hồ sơ."),
        (Role.CLOSING, "Trên đây là Kế hoạch năm 2026 của Sở./."),
    ]


def test_a_number_looks_like_the_words_after_it(plan: Plan, directory: Directory) -> None:
    blocks = main_blocks(lay_out_plan(plan, directory))
    item = next(one for one in blocks if isinstance(one, Paragraph) and one.role is Role.CLAUSE)
    assert item.runs == (
        Run("1. Các phòng:", bold=True),
        Run(" phối hợp "),
        Run("đúng hạn", italic=True),
    )


def test_the_rule_under_the_title_goes_by_its_last_line(plan: Plan, directory: Directory) -> None:
    blocks = main_blocks(lay_out_plan(plan, directory))
    title, rule = next(
        (one, blocks[place + 1])
        for place, one in enumerate(blocks)
        if isinstance(one, Paragraph) and one.role is Role.SUBJECT
    )
    assert isinstance(title, Paragraph)
    last = text_width_mm(title.text.split("\n")[-1], 14, bold=True)
    assert isinstance(rule, Rule)
    assert 1 / 3 <= rule.length_mm / last <= 1 / 2


def test_another_table_has_no_header_and_fills_the_page(plan: Plan, directory: Directory) -> None:
    table = next(
        one for one in main_blocks(lay_out_plan(plan, directory)) if isinstance(one, Table)
    )
    assert table.header == ()
    assert sum(table.widths_mm) == pytest.approx(nd30.PORTRAIT.text_width_mm)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Thứ", "Việc", "Giờ"],
        ["Hai", "Giao ban"],
    ]
    assert [[cell.span for cell in row] for row in table.rows] == [[1, 1, 1], [1, 2]]


def test_recipients_get_their_marks(plan: Plan, directory: Directory) -> None:
    layout = lay_out_plan(replace(plan, drafter="PL.(300)"), directory)
    assert foot_words(layout, 0) == [
        "Nơi nhận:",
        "- Văn phòng UBND tỉnh (báo cáo);",
        "- Lãnh đạo Sở;",
        "- Lưu: VT, VP. PL.(300)",
    ]
    assert foot_words(layout, 1) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu"]
    assert foot_of(layout).keep_together


def test_without_archive_the_last_recipient_ends_the_list(plan: Plan, directory: Directory) -> None:
    layout = lay_out_plan(replace(plan, archive=""), directory)
    assert foot_words(layout, 0)[-1] == "- Lãnh đạo Sở."


def test_a_plan_just_begun_prints_no_empty_lines(plan: Plan, directory: Directory) -> None:
    bare = replace(
        plan, title="", blocks=(), recipients=(), archive="", signature=Signature(), annexes=()
    )
    layout = lay_out_plan(bare, directory)
    assert words(layout) == [(Role.KIND_NAME, "KẾ HOẠCH")]
    assert len(main_blocks(layout)) == 2


def test_a_block_without_words_prints_nothing(
    plan: Plan, directory: Directory, block: MakeBlock
) -> None:
    empty = (block(BlockKind.PARAGRAPH), block(BlockKind.TABLE, rows=()))
    layout = lay_out_plan(replace(plan, blocks=empty), directory)
    assert len(words(layout)) == 2
    assert not any(isinstance(one, Table) for one in main_blocks(layout))


def test_follow_up_tasks_are_not_printed(plan: Plan, directory: Directory) -> None:
    assert "không in" not in repr(lay_out_plan(plan, directory))


def test_a_heading_in_roman_figures_is_a_section_at_any_level(
    plan: Plan, directory: Directory, block: MakeBlock
) -> None:
    blocks = (
        block(BlockKind.HEADING, "PHẦN", 2, Numbering.ROMAN),
        block(BlockKind.HEADING, "Chữ", 3, Numbering.LETTER),
    )
    layout = lay_out_plan(replace(plan, blocks=blocks), directory)
    assert words(layout)[2:] == [(Role.SECTION, "I. PHẦN"), (Role.CLAUSE_TITLE, "a) Chữ")]


def test_nothing_of_the_text_is_lost_or_added(plan: Plan, directory: Directory) -> None:
    printed = " ".join(
        re.sub(r"^(?:[IVX]+\.|\d+\.|[a-zđ]\)) ", "", text)
        for role, text in words(lay_out_plan(plan, directory))
        if role not in {Role.KIND_NAME, Role.SUBJECT}
    )
    stored = " ".join(one.text for one in plan.blocks if one.kind is not BlockKind.TABLE)
    assert printed == stored


def test_the_layout_says_title_and_profile(plan: Plan, directory: Directory) -> None:
    layout = lay_out_plan(plan, directory)
    assert layout.title == plan.title
    assert layout.large
    small = replace(plan, agency="SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    assert not lay_out_plan(small, directory).large
