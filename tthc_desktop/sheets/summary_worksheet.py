"""The worksheets Tổng hợp and Theo nhóm: figures as formulas, each carrying its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.sheets.page_setup import set_up_page
from tthc_desktop.sheets.progress_rows import ProgressSheet
from tthc_desktop.sheets.progress_worksheet import SHEET_NAME as PROGRESS_NAME
from tthc_desktop.sheets.sheet_styles import (
    AS_OF_STYLE,
    COUNT_STYLE,
    FORMULA_NUMBER_STYLE,
    HEADING_STYLE,
    LEFT_STYLE,
    NOTE_STYLE,
    RATE_STYLE,
    TEXT_SIZE,
    TOTAL_RATE_STYLE,
    TOTAL_STYLE,
    TOTAL_WORDS_STYLE,
    overdue_count_rule,
)
from tthc_desktop.sheets.summary import CountedLine, Figures, figures_of
from tthc_desktop.sheets.summary_formulas import (
    COUNT_COLUMNS,
    Source,
    count_rows,
    count_unit,
)
from tthc_desktop.sheets.text_cells import cell_at, put_number, put_text
from tthc_desktop.sheets.text_measure import lines_of
from tthc_desktop.sheets.title_block import (
    AS_OF_CELL,
    AS_OF_ROW,
    HEADING_ROW,
    LINE_POINTS,
    merge_row,
    put_title,
)
from tthc_desktop.sheets.unit_lines_worksheet import UnitLines

SHEET_NAME, GROUPS_SHEET_NAME = "Tổng hợp", "Theo nhóm"
_NUMBERS_ROW = HEADING_ROW + 1
_FIRST_ROW = HEADING_ROW + 2
_FIRST_COUNT = 3
_NOTHING = "–"
_ROW_PADDING = 6
_TOTAL_STYLES = (TOTAL_STYLE, TOTAL_RATE_STYLE)
_DAY_ZERO = 693_594  # 30/12/1899, from which Excel counts the days after February 1900
_WIDTHS = [5.5, 38, *(column.width for column in COUNT_COLUMNS), 14]
_RATE_PLACE = _FIRST_COUNT + len(COUNT_COLUMNS)
_RATE_HEADING = ("Tỷ lệ hoàn thành", "(12)=(4):\n[(3)-(10)]")
_TOTAL, _DONE, _LEFT_OUT, _OVERDUE = "C", "D", "J", "K"
_OVERDUE_NOTE = "Cột (11) là số lượt ở cột (6) và cột (7) đã quá hạn tính đến ngày nêu trên."
_FIXED_NOTE = "Số liệu theo {} là số liệu lúc xuất bảng, không đổi khi sửa trang Tiến độ."


@dataclass(frozen=True, slots=True)
class SummaryKind:
    """What a summary counts by: its title, the second heading, the notes below."""

    title: str
    heading: str
    notes: tuple[str, ...]


BY_UNIT = SummaryKind(
    "TỔNG HỢP TIẾN ĐỘ THEO ĐƠN VỊ CHỦ TRÌ",
    "Đơn vị",
    (
        "Mỗi kỳ của một nhiệm vụ tính một lượt cho mỗi đơn vị chủ trì (nhóm: cho từng thành viên).",
        _OVERDUE_NOTE,
        _FIXED_NOTE.format("đơn vị"),
    ),
)
BY_GROUP = SummaryKind(
    "TỔNG HỢP TIẾN ĐỘ THEO NHÓM NHIỆM VỤ",
    "Nhóm nhiệm vụ",
    (
        "Mỗi kỳ của một nhiệm vụ tính một lượt.",
        _OVERDUE_NOTE,
        _FIXED_NOTE.format("nhóm nhiệm vụ"),
    ),
)
_NOTE_OF_ROWS = "Dòng “Theo trang Tiến độ” tính mỗi dòng của trang Tiến độ một lần."


@dataclass
class _Formulas:
    """Formula cells of the worksheet and the value that each one carries."""

    worksheet: Worksheet
    carried: dict[str, float | str] = field(default_factory=dict)

    def put(self, row: int, place: int, formula: str, value: float | str, style: str) -> None:
        cell = cell_at(self.worksheet, row, place)
        cell.value = f"={formula}"
        cell.style = style
        self.carried[cell.coordinate] = value


def fill_summary_worksheet(
    worksheet: Worksheet, sheet: ProgressSheet, lines: UnitLines
) -> dict[str, float | str]:
    """Write the figures by unit; return the value of every formula by its cell."""
    formulas = _begin(worksheet, sheet, BY_UNIT)
    last = _put_rows(formulas, sheet, _Counted(sheet.units, sheet.lines, lines))
    notes = BY_UNIT.notes
    if sheet.for_unit is None:
        last += 1
        _put_words(worksheet, last, "Theo trang Tiến độ")
        figures = figures_of(sheet.row_lines, sheet.title.as_of)
        _put_counts(formulas, last, figures, count_rows(sheet), _TOTAL_STYLES)
        notes = (*notes, _NOTE_OF_ROWS)
    return _end(formulas, last, notes)


def fill_groups_worksheet(
    worksheet: Worksheet, sheet: ProgressSheet, lines: UnitLines
) -> dict[str, float | str]:
    """Write the figures by group of tasks; return the value of every formula by its cell."""
    formulas = _begin(worksheet, sheet, BY_GROUP)
    last = _put_rows(formulas, sheet, _Counted(sheet.groups, sheet.row_lines, lines))
    return _end(formulas, last, BY_GROUP.notes)


def _begin(worksheet: Worksheet, sheet: ProgressSheet, kind: SummaryKind) -> _Formulas:
    """Write what stands above the figures."""
    for place, width in enumerate(_WIDTHS, start=1):
        worksheet.column_dimensions[get_column_letter(place)].width = width
    put_title(worksheet, sheet.title, kind.title, _WIDTHS)
    _put_headings(worksheet, kind.heading)
    formulas = _Formulas(worksheet)
    # The one day of the workbook stands on the first sheet; changed there, it counts here.
    day = sheet.title.as_of.toordinal() - _DAY_ZERO
    formulas.put(AS_OF_ROW, 1, f"'{PROGRESS_NAME}'!{AS_OF_CELL}", day, AS_OF_STYLE)
    return formulas


def _end(formulas: _Formulas, last: int, notes: Sequence[str]) -> dict[str, float | str]:
    """Write the notes and set up how the sheet is seen and printed."""
    worksheet = formulas.worksheet
    overdue = f"{_OVERDUE}{_FIRST_ROW}:{_OVERDUE}{last}"
    worksheet.conditional_formatting.add(overdue, overdue_count_rule())
    last = _put_notes(worksheet, last, notes)
    worksheet.freeze_panes = f"{get_column_letter(_FIRST_COUNT)}{_FIRST_ROW}"
    worksheet.sheet_view.showGridLines = False
    area = f"A1:{get_column_letter(len(_WIDTHS))}{last}"
    set_up_page(worksheet, area, f"{HEADING_ROW}:{_NUMBERS_ROW}")
    return formulas.carried


class _Counted(NamedTuple):
    """What is counted, the lines, and where they stand in the workbook."""

    by: tuple[tuple[str, str], ...]
    lines: tuple[CountedLine, ...]
    ranges: UnitLines


def _put_rows(formulas: _Formulas, sheet: ProgressSheet, counted: _Counted) -> int:
    """Write a row for each that is counted by, and the total; return the last row used."""
    as_of = sheet.title.as_of
    row = _FIRST_ROW
    for place, (key, name) in enumerate(counted.by, start=1):
        _put_counted(formulas.worksheet, row, place, name)
        figures = figures_of((one for one in counted.lines if one.unit == key), as_of)
        source = count_unit(counted.ranges, row)
        _put_counts(formulas, row, figures, source, (COUNT_STYLE, RATE_STYLE))
        row += 1
    _put_total(formulas, row, figures_of(counted.lines, as_of))
    return row


def _put_headings(worksheet: Worksheet, second: str) -> None:
    headings = [
        ("TT", "(1)"),
        (second, "(2)"),
        *((column.heading, column.number) for column in COUNT_COLUMNS),
        _RATE_HEADING,
    ]
    for place, (heading, number) in enumerate(headings, start=1):
        put_text(cell_at(worksheet, HEADING_ROW, place), heading, HEADING_STYLE, heading)
        put_text(cell_at(worksheet, _NUMBERS_ROW, place), number, FORMULA_NUMBER_STYLE, heading)
    worksheet.row_dimensions[HEADING_ROW].height = 3 * LINE_POINTS + _ROW_PADDING
    worksheet.row_dimensions[_NUMBERS_ROW].height = 2 * LINE_POINTS + _ROW_PADDING


def _put_counted(worksheet: Worksheet, row: int, place: int, name: str) -> None:
    put_number(cell_at(worksheet, row, 1), place, COUNT_STYLE)
    put_text(cell_at(worksheet, row, 2), name, LEFT_STYLE, "cột thứ hai của bảng tổng hợp")
    height = lines_of(name, _WIDTHS[1], TEXT_SIZE) * LINE_POINTS
    worksheet.row_dimensions[row].height = height + _ROW_PADDING


def _put_words(worksheet: Worksheet, row: int, words: str) -> None:
    cell_at(worksheet, row, 1).style = TOTAL_WORDS_STYLE
    put_text(cell_at(worksheet, row, 2), words, TOTAL_WORDS_STYLE, words)
    worksheet.row_dimensions[row].height = LINE_POINTS + _ROW_PADDING


def _put_counts(
    formulas: _Formulas, row: int, figures: Figures, source: Source, styles: tuple[str, str]
) -> None:
    count_style, rate_style = styles
    columns = zip(COUNT_COLUMNS, figures, strict=True)
    for place, (column, figure) in enumerate(columns, start=_FIRST_COUNT):
        formulas.put(row, place, column.formula(source), figure, count_style)
    _put_rate(formulas, row, figures, rate_style)


def _put_total(formulas: _Formulas, row: int, figures: Figures) -> None:
    count_style, rate_style = _TOTAL_STYLES
    _put_words(formulas.worksheet, row, "Tổng cộng")
    for place, figure in enumerate(figures, start=_FIRST_COUNT):
        letter = get_column_letter(place)
        # From the row of column numbers on (text counts nothing): a row that somebody
        # inserts first or last is summed too, and there may be no unit at all.
        formulas.put(
            row, place, f"SUM({letter}{_NUMBERS_ROW}:{letter}{row - 1})", figure, count_style
        )
    _put_rate(formulas, row, figures, rate_style)


def _put_rate(formulas: _Formulas, row: int, figures: Figures, style: str) -> None:
    counted = f"{_TOTAL}{row}-{_LEFT_OUT}{row}"
    formula = f'IF({counted}>0,{_DONE}{row}/({counted}),"{_NOTHING}")'
    rate = _NOTHING if figures.rate is None else figures.rate
    formulas.put(row, _RATE_PLACE, formula, rate, style)


def _put_notes(worksheet: Worksheet, above: int, notes: Sequence[str]) -> int:
    """Write the notes, one row left free; return the last row used."""
    last = above + 1
    for last, note in enumerate(notes, start=above + 2):
        put_text(cell_at(worksheet, last, 1), note, NOTE_STYLE, "ghi chú")
        lines = lines_of(note, sum(_WIDTHS), TEXT_SIZE)
        worksheet.row_dimensions[last].height = lines * LINE_POINTS
        merge_row(worksheet, last, len(_WIDTHS))
    return last
