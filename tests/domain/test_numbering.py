from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.domain.numbering import Numbering, letter, number_text, roman, roman_value
from tthc_desktop.domain.task import Task, numbered, numbered_follow_up
from tthc_desktop.domain.text_run import plain_runs


@given(st.integers(1, 3999))
def test_a_roman_number_reads_back(number: int) -> None:
    assert roman_value(roman(number)) == number


def test_words_that_look_roman_are_none() -> None:
    assert [roman_value(text) for text in ("IIII", "VX", "", "Ia")] == [None] * 4


def test_letters_follow_the_vietnamese_alphabet() -> None:
    assert [letter(n) for n in range(1, 8)] == list("abcdđeg")
    assert number_text(Numbering.LETTER, 5) == "đ"


def test_task_numbers_are_computed_from_the_tree() -> None:
    leaf = Task("x", plain_runs("x"))
    group = Task("g", plain_runs("g"), children=(leaf, leaf))
    tree = (leaf, Task("t", plain_runs("t"), children=(group,)))
    assert [row.number for row in numbered(tree)] == ["1", "2", "2.1", "2.1.1", "2.1.2"]
    assert [row.number for row in numbered_follow_up((leaf, leaf))] == ["T1", "T2"]
