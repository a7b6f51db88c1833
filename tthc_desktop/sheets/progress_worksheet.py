"""The worksheet Tiến độ: one row per occurrence, as the office and the units fill it."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.domain.progress import STATE_WORDS
from tthc_desktop.domain.sheet_identity import RowIdentity
from tthc_desktop.sheets.page_setup import set_up_page
from tthc_desktop.sheets.progress_columns import (
    COLUMNS,
    HEADINGS,
    IDENTITY_HEADING,
    PRINTED_HEADINGS,
    CellValue,
    ProgressColumn,
    place_of,
)
from tthc_desktop.sheets.progress_rows import ProgressRow, ProgressSheet
from tthc_desktop.sheets.sheet_styles import (
    AS_OF_FILL_STYLE,
    AS_OF_LATE_STYLE,
    BOLD_MIDDLE_STYLE,
    GROUP_END_STYLES,
    GROUP_NUMBER_STYLES,
    GROUP_REST_STYLES,
    GROUP_STYLES,
    GROUP_WRAPPED_STYLES,
    HEADING_STYLE,
    MIDDLE_STYLE,
    TEXT_SIZE,
    filled_in,
    overdue_rules,
    state_rules,
)
from tthc_desktop.sheets.summary import CAN_BE_OVERDUE
from tthc_desktop.sheets.text_cells import cell_at, joined_names, put_names, put_number, put_text
from tthc_desktop.sheets.text_measure import lines_of
from tthc_desktop.sheets.title_block import (
    AS_OF_CELL,
    AS_OF_ROW,
    HEADING_ROW,
    LINE_POINTS,
    put_title,
)

SHEET_NAME = "Tiến độ"
STATES_SHEET_NAME = "DanhMuc"
FIRST_ROW = HEADING_ROW + 1
_LAST_PRINTED = len(PRINTED_HEADINGS)
_IDENTITY = len(COLUMNS) + 1
_GROUP_WIDTH = sum(column.width for column in COLUMNS[1:_LAST_PRINTED])
_BUTTON_WIDTH = 2.5  # the filter's button covers that much of a heading
_ROW_PADDING = 4
_LOWEST_ROW = 20
_HIGHEST_ROW = 409  # Excel's own limit
_FIRST_DAY, _LAST_DAY = "36526", "73050"  # 01/01/2000 and 31/12/2099 as Excel counts days
_DONE_ON, _DUE, _STATE, _PERCENT = "Ngày hoàn thành", "Hạn", "Trạng thái", "%"


class ColumnRange(NamedTuple):
    """Cells of one column in the table's rows, with names for formulas and rules."""

    letter: str
    first: int
    last: int

    @property
    def cells(self) -> str:
        """The cells as a reference: H7:H30."""
        return f"{self.letter}{self.first}:{self.letter}{self.last}"

    @property
    def fixed(self) -> str:
        """The cells with the sheet's name, for a formula elsewhere."""
        letter = self.letter
        return f"'{SHEET_NAME}'!${letter}${self.first}:${letter}${self.last}"

    @property
    def first_cell(self) -> str:
        """The first cell with its column fixed, as a rule by row needs it: $H7."""
        return f"${self.letter}{self.first}"


def column_range(sheet: ProgressSheet, heading: str) -> ColumnRange:
    """Return where a column's values stand; at least one row, for a sheet without any."""
    last = max(FIRST_ROW, HEADING_ROW + len(sheet.rows))
    return ColumnRange(get_column_letter(place_of(heading)), FIRST_ROW, last)


def fill_progress_worksheet(worksheet: Worksheet, sheet: ProgressSheet) -> None:
    """Write title, headings and rows, then what helps to fill, to look and to print."""
    worksheet.title = SHEET_NAME
    widths = [column.width for column in COLUMNS]
    for place, width in enumerate(widths, start=1):
        worksheet.column_dimensions[get_column_letter(place)].width = width
    put_title(worksheet, sheet.title, sheet.title.heading, widths[:_LAST_PRINTED])
    _put_as_of(worksheet, sheet)
    _put_headings(worksheet)
    for row, content in enumerate(sheet.rows, start=FIRST_ROW):
        if content.is_group:
            _put_group(worksheet, row, content)
        else:
            _put_occurrence(worksheet, row, content)
    _put_identities(worksheet, sheet)
    _add_rules(worksheet, sheet)
    _add_validation(worksheet, sheet)
    _set_up_view(worksheet, sheet)


def _put_headings(worksheet: Worksheet) -> None:
    lines = 1
    for place, column in enumerate(COLUMNS, start=1):
        heading = column.heading
        put_text(cell_at(worksheet, HEADING_ROW, place), heading, HEADING_STYLE, heading)
        room = column.width - _BUTTON_WIDTH
        lines = max(lines, lines_of(heading, room, TEXT_SIZE, bold=True))
    _set_height(worksheet, HEADING_ROW, lines)


def _put_as_of(worksheet: Worksheet, sheet: ProgressSheet) -> None:
    cell = cell_at(worksheet, AS_OF_ROW, 1)
    # A real date whose format carries the words: formulas and rules count from this cell.
    style = AS_OF_LATE_STYLE if sheet.for_unit is None else AS_OF_FILL_STYLE
    put_number(cell, sheet.title.as_of, style)


def _put_group(worksheet: Worksheet, row: int, content: ProgressRow) -> None:
    deeper = min(content.depth, 1)
    text = content.content
    # Over the printed cells beside it where it fits there on one line, else wrapped in its own.
    fits = lines_of(text, _GROUP_WIDTH, TEXT_SIZE, bold=True) == 1
    style = (GROUP_STYLES if fits else GROUP_WRAPPED_STYLES)[deeper]
    number = cell_at(worksheet, row, 1)
    put_text(number, content.number, GROUP_NUMBER_STYLES[deeper], _place(content, HEADINGS[0]))
    put_text(cell_at(worksheet, row, 2), text, style, _place(content, HEADINGS[1]))
    for place in range(3, len(COLUMNS) + 1):
        ends = place in {_LAST_PRINTED, len(COLUMNS)}
        styles = GROUP_END_STYLES if ends else GROUP_REST_STYLES
        cell_at(worksheet, row, place).style = styles[deeper]
    wrapped = lines_of(text, COLUMNS[1].width, TEXT_SIZE, bold=True)
    _set_height(worksheet, row, 1 if fits else wrapped)


def _put_occurrence(worksheet: Worksheet, row: int, content: ProgressRow) -> None:
    lines = 1
    for place, column in enumerate(COLUMNS, start=1):
        cell = cell_at(worksheet, row, place)
        lines = max(lines, _put_value(cell, column, column.value(content), content))
    _set_height(worksheet, row, lines)


def _put_identities(worksheet: Worksheet, sheet: ProgressSheet) -> None:
    """Write which row is which into a hidden column; it is sorted and filtered with the rest."""
    if not sheet.version:
        return
    worksheet.column_dimensions[get_column_letter(_IDENTITY)].hidden = True
    cells = [(HEADING_ROW, IDENTITY_HEADING)]
    for row, content in enumerate(sheet.rows, start=FIRST_ROW):
        identity = RowIdentity(sheet.version, content.occurrence_id, sheet.for_unit or "")
        cells.append((row, identity.words))
    for row, words in cells:
        put_text(cell_at(worksheet, row, _IDENTITY), words, None, IDENTITY_HEADING)


def _put_value(cell: Cell, column: ProgressColumn, value: CellValue, content: ProgressRow) -> int:
    """Write one value and return how many lines it takes."""
    where = _place(content, column.heading)
    if isinstance(value, str):
        put_text(cell, value, _style(column, content), where)
        return lines_of(value, column.width, TEXT_SIZE)
    if isinstance(value, tuple):
        put_names(cell, value, (MIDDLE_STYLE, BOLD_MIDDLE_STYLE), where)
        return lines_of(joined_names(value), column.width, TEXT_SIZE, bold=True)
    put_number(cell, value, _style(column, content))
    return 1


def _style(column: ProgressColumn, content: ProgressRow) -> str:
    return filled_in(column.style) if content.role in column.filled_by else column.style


def _place(content: ProgressRow, heading: str) -> str:
    where = f"STT {content.number}" if content.number else "dòng nhóm không có STT"
    return f"{where}, cột “{heading}”"


def _set_height(worksheet: Worksheet, row: int, lines: int) -> None:
    height = max(_LOWEST_ROW, lines * LINE_POINTS + _ROW_PADDING)
    worksheet.row_dimensions[row].height = min(height, _HIGHEST_ROW)


def _add_rules(worksheet: Worksheet, sheet: ProgressSheet) -> None:
    due, state = column_range(sheet, _DUE), column_range(sheet, _STATE)
    lead, timing = (
        column_range(sheet, heading).first_cell for heading in ("Chủ trì", "Thời gian hoàn thành")
    )
    open_states = ",".join(f'{state.first_cell}="{STATE_WORDS[one]}"' for one in CAN_BE_OVERDUE)
    # As the program says it: without lead or timing a task is "Chưa phân công", not overdue.
    overdue = (
        f"AND(ISNUMBER({due.first_cell}),{due.first_cell}<{AS_OF_CELL},"
        f'{lead}<>"",{timing}<>"",OR({open_states}))'
    )
    for_due, for_state = overdue_rules(overdue)
    worksheet.conditional_formatting.add(due.cells, for_due)
    for rule in (for_state, *state_rules(state.first_cell)):
        worksheet.conditional_formatting.add(state.cells, rule)


def _add_validation(worksheet: Worksheet, sheet: ProgressSheet) -> None:
    states = DataValidation(
        type="list", formula1=f"{STATES_SHEET_NAME}!$A$1:$A${len(STATE_WORDS)}",
        error="Hãy chọn một trạng thái trong danh sách.",
    )  # fmt: skip
    percent = DataValidation(
        type="decimal", operator="between", formula1="0", formula2="1",
        error="Hãy nhập từ 0% đến 100%.",
    )  # fmt: skip
    day = DataValidation(
        type="date", operator="between", formula1=_FIRST_DAY, formula2=_LAST_DAY,
        error="Hãy nhập ngày theo dạng ngày/tháng/năm, ví dụ 25/01/2026.",
    )  # fmt: skip
    for validation, headings in (
        (states, (_STATE,)), (percent, (_PERCENT,)), (day, (_DUE, _DONE_ON)),
    ):  # fmt: skip
        validation.allowBlank = True
        validation.showErrorMessage = True
        validation.errorTitle = headings[-1]
        for heading in headings:
            validation.add(column_range(sheet, heading).cells)
        worksheet.add_data_validation(validation)


def _set_up_view(worksheet: Worksheet, sheet: ProgressSheet) -> None:
    last_row = column_range(sheet, HEADINGS[0]).last
    worksheet.freeze_panes = f"C{FIRST_ROW}"
    worksheet.sheet_view.showGridLines = False
    last = get_column_letter(_IDENTITY if sheet.version else len(COLUMNS))
    worksheet.auto_filter.ref = f"A{HEADING_ROW}:{last}{last_row}"
    printed = get_column_letter(_LAST_PRINTED)
    set_up_page(worksheet, f"A1:{printed}{last_row}", f"{HEADING_ROW}:{HEADING_ROW}")
