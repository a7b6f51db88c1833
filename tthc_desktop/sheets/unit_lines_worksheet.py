"""The hidden worksheets: one line per occurrence and leading unit; the list of states."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.progress import STATE_WORDS
from tthc_desktop.sheets.progress_rows import ProgressSheet
from tthc_desktop.sheets.sheet_styles import HIDDEN_DATE_STYLE
from tthc_desktop.sheets.summary import CountedLine
from tthc_desktop.sheets.text_cells import cell_at, put_number, put_text

LINES_SHEET_NAME = "ChiTiet"
_HEADINGS = (
    "TT đơn vị", "Đơn vị", "Trạng thái", "Hạn", "Ngày hoàn thành", "Đã phân công", "STT", "Kỳ",
)  # fmt: skip
_PLACE = "trang ẩn ChiTiet"


class UnitLines(NamedTuple):
    """Ranges over the lines, as formulas name them."""

    unit: str
    state: str
    due: str
    done_on: str
    assigned: str


def fill_lines_worksheet(worksheet: Worksheet, sheet: ProgressSheet) -> UnitLines:
    """Write the lines that the summary counts, and say where they stand.

    A cell of Chủ trì may name several units and one name may be part of another: counting
    words in Tiến độ would be wrong, so the lines stand here one by one.
    """
    worksheet.sheet_state = "hidden"
    for place, heading in enumerate(_HEADINGS, start=1):
        put_text(cell_at(worksheet, 1, place), heading, None, heading)
    numbers = {unit: (number, name) for number, (unit, name) in enumerate(sheet.units, start=1)}
    for row, line in enumerate(sheet.lines, start=2):
        _put_line(worksheet, row, line, *numbers[line.unit])
    last = max(2, len(sheet.lines) + 1)
    unit, state, due, done_on, assigned = (
        f"{LINES_SHEET_NAME}!${letter}$2:${letter}${last}" for letter in "ACDEF"
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
