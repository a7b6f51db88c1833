import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.document.line_breaking import balanced_lines
from tthc_desktop.document.text_width import measure_of

BOLD_14 = measure_of(14, bold=True)
BOLD_13 = measure_of(13, bold=True)
WORDS = st.lists(st.text("aăđê,2", min_size=1, max_size=9), max_size=25)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Truyền thông năm 2026", ("Truyền thông năm 2026",)),
        ("", ()),
        (
            "Kiểm soát thủ tục hành chính, thực hiện cơ chế một cửa, một cửa liên thông năm 2026",
            (
                "Kiểm soát thủ tục hành chính,",
                "thực hiện cơ chế một cửa, một cửa liên thông năm 2026",
            ),
        ),
    ],
)
def test_a_title_is_broken_between_phrases(text: str, lines: tuple[str, ...]) -> None:
    assert balanced_lines(text, 165, BOLD_14) == lines


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", ("SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH")),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", ("SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG")),
        ("ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN", ("ỦY BAN NHÂN DÂN", "TỈNH THÁI NGUYÊN")),
    ],
)
def test_a_name_is_not_torn(name: str, lines: tuple[str, ...]) -> None:
    assert balanced_lines(name, 67.5, BOLD_13) == lines


def test_a_figure_stays_with_its_word_and_a_blank_is_no_break() -> None:
    text = "(Kèm theo Kế hoạch số\u00a0\u00a0/KH-STMDV ngày 05 tháng 01 năm 2026 của Sở Thương mại)"
    for line in balanced_lines(text, 120, BOLD_14):
        assert not line[0].isdigit()
        assert not line[-1].isdigit()


def test_a_word_wider_than_the_column_has_a_line_of_its_own() -> None:
    long_word = "W" * 60
    assert balanced_lines(f"a {long_word} b", 60, BOLD_14) == ("a", long_word, "b")


@given(WORDS)
def test_no_word_is_lost_and_no_line_is_empty(words: list[str]) -> None:
    lines = balanced_lines(" ".join(words), 60, BOLD_14)
    assert " ".join(lines).split(" ") == (words or [""])
    assert all(lines)
