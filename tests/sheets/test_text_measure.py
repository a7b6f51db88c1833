"""How many lines a text takes: enough, and not many too many."""

from __future__ import annotations

import pytest

from tthc_desktop.sheets.text_measure import lines_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("một dòng", 1),
        ("một\nhai\nba", 3),
        ("một\n\nba", 3),
        ("chữ " * 40, 4),
        ("w" * 100, 5),  # one word longer than a line
    ],
)
def test_lines(text: str, lines: int) -> None:
    assert lines_of(text.strip(), 37, 12) == lines


def test_marks_have_no_width_and_bold_is_wider() -> None:
    marked = "Ế ộ ữ ặ đ ơ " * 30
    plain = "E o ư a đ ơ " * 30
    assert lines_of(marked, 20, 12) == lines_of(plain, 20, 12)
    text = "đơn giản hóa " * 60
    assert lines_of(text, 37, 12, bold=True) > lines_of(text, 37, 12)
