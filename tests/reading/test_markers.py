"""Numbers and dashes at the beginning of lines, as offices type them."""

import pytest

from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.reading.markers import dash_length, marker_of


@pytest.mark.parametrize(
    ("text", "typed", "numbering"),
    [
        ("I. MỤC ĐÍCH", "I", Numbering.ROMAN),
        ("IV.MỤC ĐÍCH", "IV", Numbering.ROMAN),
        ("II- NỘI DUNG", "II", Numbering.ROMAN),
        ("III/ TỔ CHỨC", "III", Numbering.ROMAN),
        ("V - KINH PHÍ", "V", Numbering.ROMAN),
        ("1. Mục đích", "1", Numbering.ARABIC),
        ("12) Yêu cầu", "12", Numbering.ARABIC),
        ("1.Mục đích", "1", Numbering.ARABIC),
        ("2/ Yêu cầu", "2", Numbering.ARABIC),
        ("3 - Yêu cầu", "3", Numbering.ARABIC),
        ("1.1. Mục đích", "1.1", Numbering.ARABIC),
        ("1.1 Mục đích", "1.1", Numbering.ARABIC),
        ("2.1.1 Cập nhật", "2.1.1", Numbering.ARABIC),
        ("(1) Văn phòng", "1", Numbering.ARABIC),
        ("a) Rà soát", "a", Numbering.LETTER),
        ("đ) Rà soát", "đ", Numbering.LETTER),
        ("b. Rà soát", "b", Numbering.LETTER),
        ("(c) Rà soát", "c", Numbering.LETTER),
        ("ii) Rà soát", "ii", Numbering.ROMAN),
    ],
)
def test_a_number_is_known(text: str, typed: str, numbering: Numbering) -> None:
    marker = marker_of(text)
    assert marker is not None
    assert (marker.typed, marker.numbering) == (typed, numbering)
    assert text[marker.length :] in {"MỤC ĐÍCH", "NỘI DUNG", "TỔ CHỨC", "KINH PHÍ", "Mục đích",
                                     "Yêu cầu", "Cập nhật", "Văn phòng", "Rà soát"}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "31/12/2026 là hạn cuối",
        "1.000 hồ sơ",
        "100% hồ sơ TTHC",
        "5-7 ngày làm việc",
        "24/7 trực",
        "Căn cứ",
        "CHỦ TỊCH",
        "Q. GIÁM ĐỐC",
        "I.",
        "1.",
        "a)",
        "IC. Không phải số La Mã",
        "- 1. Gạch đầu dòng",
        "",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert marker_of(text) is None


def test_capitals_are_numbers_only_in_their_row() -> None:
    assert marker_of("A. PHẦN CHUNG") is not None
    assert marker_of("B. PHẦN RIÊNG") is None
    following = marker_of("I. Mục thứ chín", capital=8)
    assert following is not None
    assert following.numbering is Numbering.LETTER


@pytest.mark.parametrize("text", ["- A", "– A", "+ A", "• A", "-A", "* A"])
def test_a_dash_begins_an_item(text: str) -> None:
    assert text[dash_length(text) :] == "A"


@pytest.mark.parametrize("text", ["A - B", "*A", "oA", "", "-"])
def test_other_lines_have_no_dash(text: str) -> None:
    assert dash_length(text) == 0
