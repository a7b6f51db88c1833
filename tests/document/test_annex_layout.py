from collections.abc import Callable
from dataclasses import replace

import pytest

from tthc_desktop.document import nd30
from tthc_desktop.document.annex_layout import HEADINGS, lay_out_annex, with_open_blanks
from tthc_desktop.document.blocks import Paragraph, Role, Rule, Table
from tthc_desktop.document.column_widths import spread_widths, task_table_widths
from tthc_desktop.document.text_width import text_width_mm
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Annex, Block, BlockKind, Plan

NBSP = "\u00a0"


def table_of(annex: Annex, directory: Directory) -> Table:
    last = lay_out_annex(annex, directory).blocks[-1]
    assert isinstance(last, Table)
    return last


def test_the_heading_stands_above_a_short_rule(plan: Plan, directory: Directory) -> None:
    label, title, attached, rule, _table = lay_out_annex(plan.annexes[0], directory).blocks
    assert isinstance(label, Paragraph)
    assert isinstance(title, Paragraph)
    assert isinstance(attached, Paragraph)
    roles = [label.role, title.role, attached.role]
    assert roles == [Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.ATTACHED_TO]
    assert (label.text, title.text) == ("Phụ lục I", "NỘI DUNG")
    assert isinstance(rule, Rule)
    last = text_width_mm(attached.text.split("\n")[-1], 14, italic=True)
    assert rule.length_mm == pytest.approx(0.42 * last)


@pytest.mark.parametrize(
    ("stored", "printed"),
    [
        ("số /KH-STMDV ngày /01/2026", f"số{NBSP * 8}/KH-STMDV ngày{NBSP * 5}/01/2026"),
        ("Số /KH ngày tháng 01 năm 2026", f"Số{NBSP * 8}/KH ngày{NBSP * 5}tháng 01 năm 2026"),
        ("ngày tháng năm 2026", f"ngày{NBSP * 5}tháng{NBSP * 5}năm 2026"),
        ("số 05/KH-STMDV ngày 05 tháng 01 năm 2026", "số 05/KH-STMDV ngày 05 tháng 01 năm 2026"),
        ("số/KH-STMDV", "số/KH-STMDV"),
        ("", ""),
    ],
)
def test_blanks_are_opened_and_only_white_space_changes(stored: str, printed: str) -> None:
    assert with_open_blanks(stored) == printed
    assert "".join(printed.split()) == "".join(stored.split())


def test_rows_have_their_numbers_roles_and_names(plan: Plan, directory: Directory) -> None:
    table = table_of(plan.annexes[0], directory)
    assert [cell.text for cell in table.header] == list(HEADINGS)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "Chỉ đạo, điều hành", "", "", ""],
        [
            "1.1",
            "Xây dựng Kế hoạch",
            "Văn phòng; Phòng Thương mại, điện tử",
            "Các phòng",
            "Trước ngày 25/01/2026",
        ],
        ["1.2", "Việc chưa giao", "", "", ""],
        ["2", "Báo cáo", "", "", ""],
    ]
    assert [[cell.role for cell in row][:2] for row in table.rows] == [
        [Role.TABLE_NUMBER, Role.TABLE_GROUP],
        [Role.TABLE_NUMBER, Role.TABLE_CELL],
        [Role.TABLE_NUMBER, Role.TABLE_CELL],
        [Role.TABLE_NUMBER, Role.TABLE_CELL],
    ]
    assert [row[0].runs[0].bold for row in table.rows] == [True, False, False, False]


def test_the_office_s_own_headings_are_kept(plan: Plan, directory: Directory) -> None:
    own = ("TT", "Việc", "Chủ trì", "Phối hợp", "Hạn")
    table = table_of(replace(plan.annexes[0], headings=own), directory)
    assert tuple(cell.text for cell in table.header) == own


def test_a_turned_annex_has_the_width_of_its_page(plan: Plan, directory: Directory) -> None:
    section = lay_out_annex(plan.annexes[1], directory)
    upright = table_of(plan.annexes[0], directory).widths_mm
    turned = table_of(plan.annexes[1], directory).widths_mm
    assert section.landscape
    assert sum(turned) == pytest.approx(nd30.LANDSCAPE.text_width_mm)
    assert turned[0] == upright[0]


def test_an_annex_may_hold_words_only(
    plan: Plan, directory: Directory, block: Callable[..., Block]
) -> None:
    annex = replace(plan.annexes[0], tasks=(), blocks=(block(BlockKind.PARAGRAPH, "Lời văn."),))
    last = lay_out_annex(annex, directory).blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text == "Lời văn."


@pytest.mark.parametrize("number", ["2.1.1", "STT", "12.10.11", "1.1.1.10"])
def test_the_number_fits_into_its_column(number: str) -> None:
    widths = task_table_widths(("STT", number), 165)
    inner = widths[0] - 2 * nd30.TABLE.cell_side_mm
    assert text_width_mm(number, 12, bold=True) < inner
    assert sum(widths) == pytest.approx(165)


def test_a_day_is_never_broken() -> None:
    timing = task_table_widths(("STT", "2.1.1"), 165)[-1]
    assert text_width_mm("31/12/2026", 12) < timing - 2 * nd30.TABLE.cell_side_mm


def test_other_tables_share_the_width_by_what_stands_in_them() -> None:
    widths = spread_widths((("Thứ", "Nội dung rất dài của công việc trong tuần"), ("Hai",)), 165)
    assert sum(widths) == pytest.approx(165)
    assert widths[0] < widths[1]


def test_a_table_of_long_words_still_fits_the_page() -> None:
    widths = spread_widths((("W" * 40, "M" * 40, "a"),), 165)
    assert sum(widths) == pytest.approx(165)
    assert min(widths) > 0


def test_a_table_of_empty_cells_has_columns() -> None:
    assert spread_widths((("", ""),), 100) == (50, 50)
