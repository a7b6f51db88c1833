import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.vietnamese_text import clean_line, clean_text, fold, sort_key

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY_TEXT)
def test_clean_text_is_what_word_and_excel_accept(text: str) -> None:
    cleaned = clean_text(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert all(c == "\n" or (ord(c) >= 32 and c not in "\ufffe\uffff") for c in cleaned)
    assert not any(0xD800 <= ord(c) <= 0xDFFF for c in cleaned)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


def test_blanks_breaks_and_zero_width() -> None:
    assert clean_line("Văn\u00a0 phòng\u000bSở\u200b\ufeff ") == "Văn phòng Sở"
    assert clean_text("a \r\n b\x0cc") == "a\nb\nc"


def test_decomposed_letters_are_composed() -> None:
    assert clean_line(unicodedata.normalize("NFD", "Thời gian")) == "Thời gian"


def test_folding_drops_marks_and_d_bar() -> None:
    assert fold("Đặc ĐIỂM") == fold(unicodedata.normalize("NFD", "đặc điểm")) == "dac diem"


def test_sorting_is_that_of_a_vietnamese_dictionary() -> None:
    words = ["ba", "bà", "bả", "bã", "bá", "bạ", "băn", "bân", "da", "đa", "phòng 2", "phòng 10"]
    assert sorted(set(words), key=sort_key) == words
