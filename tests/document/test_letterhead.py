import pytest

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Flow, Paragraph, Role, Rule, SideBySide
from tthc_desktop.document.letterhead import Head, date_line, lay_out_letterhead, number_line
from tthc_desktop.document.text_width import text_width_mm
from tthc_desktop.domain.plan import PartialDate

NBSP = "\u00a0"


def head(agency: str, parent: str = "UBND TỈNH SƠN HẢI") -> Head:
    return Head(parent, agency, None, "KH-STMDV", "Sơn Hải", PartialDate(5, 2, 2026))


def left_words(block: SideBySide) -> list[str]:
    return [flow.text for flow in block.rows[0][0] if isinstance(flow, Paragraph)]


def rules(flows: tuple[Flow, ...]) -> list[float]:
    return [flow.length_mm for flow in flows if isinstance(flow, Rule)]


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (None, f"Số: {NBSP * 8}/KH-STMDV"),
        ("5", "Số: 05/KH-STMDV"),
        ("05", "Số: 05/KH-STMDV"),
        ("138", "Số: 138/KH-STMDV"),
        ("05a", "Số: 05a/KH-STMDV"),
    ],
)
def test_a_number_has_two_figures_or_room(number: str | None, printed: str) -> None:
    assert number_line(number, "KH-STMDV") == printed


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        (PartialDate(5, 2, 2026), "ngày 05 tháng 02 năm 2026"),
        (PartialDate(29, 6, 2026), "ngày 29 tháng 6 năm 2026"),
        (PartialDate(1, 11, 2026), "ngày 01 tháng 11 năm 2026"),
        (PartialDate(None, 1, 2026), f"ngày {NBSP * 5} tháng 01 năm 2026"),
        (PartialDate(), f"ngày {NBSP * 5} tháng {NBSP * 5} năm {NBSP * 5}"),
    ],
)
def test_days_are_padded_and_months_only_to_february(date: PartialDate, printed: str) -> None:
    assert date_line("Sơn Hải", date) == f"Sơn Hải, {printed}"
    assert date_line("", date) == printed


def test_names_that_fit_at_13_points_stay_large() -> None:
    block, large = lay_out_letterhead(head("SỞ THƯƠNG MẠI VÀ DỊCH VỤ"))
    assert large
    assert left_words(block) == ["UBND TỈNH SƠN HẢI", "SỞ THƯƠNG MẠI VÀ DỊCH VỤ"]
    assert sum(block.widths_mm) == nd30.PORTRAIT.text_width_mm
    assert not block.keep_together


def test_a_name_too_long_at_13_points_takes_the_small_profile() -> None:
    block, large = lay_out_letterhead(head("SỞ KHOA HỌC VÀ CÔNG NGHỆ"))
    assert not large
    assert left_words(block)[1] == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    assert block.widths_mm[1] == nd30.LETTERHEAD.right_small_mm


def test_a_name_too_long_at_12_points_takes_two_lines_at_13() -> None:
    block, large = lay_out_letterhead(head("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"))
    assert large
    assert left_words(block)[1] == "SỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH"
    last = text_width_mm("VÀ DU LỊCH", 13, bold=True)
    assert rules(block.rows[0][0]) == [pytest.approx(0.42 * last)]


def test_a_long_superior_is_broken_too() -> None:
    parent = "ỦY BAN NHÂN DÂN THÀNH PHỐ SƠN HẢI TRỰC THUỘC"
    block, _large = lay_out_letterhead(head("SỞ TƯ PHÁP", parent))
    assert left_words(block)[0].replace("\n", " ") == parent
    assert left_words(block)[0].count("\n") == 1
    assert left_words(block)[1] == "SỞ TƯ PHÁP"


def test_the_first_line_never_touches_quoc_hieu() -> None:
    # Wide enough for its column, but it would read on into "CỘNG HÒA …".
    agency = "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
    _block, below_the_superior = lay_out_letterhead(head(agency))
    alone, _large = lay_out_letterhead(head(agency, parent=""))
    assert not below_the_superior
    assert left_words(alone) == ["SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"]


@pytest.mark.parametrize(("agency", "size"), [("SỞ TƯ PHÁP", 14), ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 13)])
def test_the_rule_under_the_motto_is_as_long_as_the_motto(agency: str, size: float) -> None:
    block, _large = lay_out_letterhead(head(agency))
    assert rules(block.rows[0][1]) == [pytest.approx(text_width_mm(nd30.TIEU_NGU, size, bold=True))]


@pytest.mark.parametrize("large", [True, False])
def test_quoc_hieu_has_room_in_its_column(large: bool) -> None:
    size = nd30.style(Role.NATIONAL_NAME, large=large).size_pt
    column = nd30.LETTERHEAD.right_large_mm if large else nd30.LETTERHEAD.right_small_mm
    assert text_width_mm(nd30.QUOC_HIEU, size, bold=True) + 1 < column


def test_a_plan_without_agency_prints_no_empty_line() -> None:
    block, _large = lay_out_letterhead(head("", parent=""))
    assert block.rows[0][0] == ()
