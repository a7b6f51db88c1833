"""The hidden worksheets: one line per occurrence and leading unit; the list of states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.progress import STATE_WORDS
from tthc_desktop.sheets.sheet_styles import HIDDEN_DATE_STYLE
from tthc_desktop.sheets.summary import CountedLine
from tthc_desktop.sheets.text_cells import cell_at, put_number, put_text

LINES_SHEET_NAME, GROUP_LINES_SHEET_NAME = "ChiTiet", "ChiTietNhom"
_HEADINGS = (
    "TT", "Tính cho", "Trạng thái", "Hạn", "Ngày hoàn thành", "Đã phân công", "STT", "Kỳ",
)  # fmt: skip
_PLACE = "trang ẩn đếm số liệu"


class UnitLines(NamedTuple):
    """Ranges over the lines, as formulas name them; `unit` is what they are counted by."""

    unit: str
    state: str
    due: str
    done_on: str
    assigned: str


def fill_lines_worksheet(
    worksheet: Worksheet, counted: Sequence[tuple[str, str]], lines: Sequence[CountedLine]
) -> UnitLines:
    """Write the lines that a summary counts by *counted* (ids, words); say where they stand.

    A cell of Chủ trì may name several units and one name may be part of another: counting
    words in Tiến độ would be wrong, so the lines stand here one by one.
    """
    worksheet.sheet_state = "hidden"
    for place, heading in enumerate(_HEADINGS, start=1):
        put_text(cell_at(worksheet, 1, place), heading, None, heading)
    numbers = {unit: (number, name) for number, (unit, name) in enumerate(counted, start=1)}
    for row, line in enumerate(lines, start=2):
        _put_line(worksheet, row, line, *numbers[line.unit])
    last = max(2, len(lines) + 1)
    unit, state, due, done_on, assigned = (
        f"{worksheet.title}!${letter}$2:${letter}${last}" for letter in "ACDEF"
    )
    return UnitLines(unit, state, due, done_on, assigned)


def _put_line(worksheet: Worksheet, row: int, line: CountedLine, number: int, name: str) -> None:
    for place, figure in ((1, number), (6, int(line.assigned))):
        cell_at(worksheet, row, place).value = figure
    for place, day in ((4, line.due), (5, line.done_on)):
        if day is not None:
            cell = cell_at(worksheet, row, place)
            put_number(cell, day, HIDDEN_DATE_STYLE)
    texts = ((2, name), (3, STATE_WORDS[line.state]), (7, line.number))
    for place, text in (*texts, (8, period_words(line.period))):
        put_text(cell_at(worksheet, row, place), text, None, _PLACE)


def fill_states_worksheet(worksheet: Worksheet) -> None:
    """Write the words to choose a state from; a hidden range, since words may hold a comma."""
    worksheet.sheet_state = "hidden"
    for row, words in enumerate(STATE_WORDS.values(), start=1):
        put_text(cell_at(worksheet, row, 1), words, None, "danh mục trạng thái")
