"""The looks of the sheets: one shared style per kind of cell, rules by state for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from tthc_desktop.domain.progress import STATE_WORDS, State

FONT = "Times New Roman"
TEXT_SIZE = 12
HEADING_SIZE = 13
DATE_FORMAT = "dd/mm/yyyy"
PERCENT_FORMAT = "0%"
AS_OF_FORMAT = '"Tính đến ngày "dd/mm/yyyy'
_LATE = ". Hạn có dấu (!): đã quá hạn"
_TO_FILL = ". Ô nền vàng: đơn vị điền"

_GROUP = PatternFill("solid", fgColor="D9E1EA")
_SUBGROUP = PatternFill("solid", fgColor="EEF2F6")
_HEAD = PatternFill("solid", fgColor="D0D7DF")
# Pale enough to print as white: what a unit fills in is seen on the screen.
_FILL_IN = PatternFill("solid", fgColor="FFF9DB")
_LINE = Side(style="thin", color="7A8794")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TEXT = Font(name=FONT, size=TEXT_SIZE)
_BOLD = Font(name=FONT, size=TEXT_SIZE, bold=True)
_BOLD_ITALIC = Font(name=FONT, size=TEXT_SIZE, bold=True, italic=True)
_ROW_START = Border(left=_LINE, top=_LINE, bottom=_LINE)
_ROW_MIDDLE = Border(top=_LINE, bottom=_LINE)
_ROW_END = Border(right=_LINE, top=_LINE, bottom=_LINE)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)

TITLE_STYLE = "tthc tên bảng"
AGENCY_STYLE = "tthc cơ quan"
DETAILS_STYLE = "tthc chi tiết"
AS_OF_STYLE = "tthc ngày tính"
AS_OF_LATE_STYLE = "tthc ngày tính, chú giải"
AS_OF_FILL_STYLE = "tthc ngày tính, chú giải điền"
HEADING_STYLE = "tthc đầu cột"
FORMULA_NUMBER_STYLE = "tthc số cột"
NOTE_STYLE = "tthc ghi chú"
COUNT_STYLE = "tthc số đếm"
TOTAL_STYLE = "tthc tổng"
TOTAL_WORDS_STYLE = "tthc tổng, chữ"
RATE_STYLE = "tthc tỷ lệ"
TOTAL_RATE_STYLE = "tthc tỷ lệ, tổng"
LEFT_STYLE = "tthc trái"
MIDDLE_STYLE = "tthc giữa"
BOLD_MIDDLE_STYLE = "tthc giữa, đậm"
DATE_STYLE = "tthc ngày"
PERCENT_STYLE = "tthc phần trăm"
HIDDEN_DATE_STYLE = "tthc trang ẩn, ngày"
GROUP_NUMBER_STYLES = ("tthc nhóm, STT", "tthc nhóm con, STT")
GROUP_STYLES = ("tthc nhóm", "tthc nhóm con")
GROUP_WRAPPED_STYLES = ("tthc nhóm, nhiều dòng", "tthc nhóm con, nhiều dòng")
GROUP_REST_STYLES = ("tthc nhóm, ô trống", "tthc nhóm con, ô trống")
GROUP_END_STYLES = ("tthc nhóm, ô cuối", "tthc nhóm con, ô cuối")


def filled_in(style: str) -> str:
    """Return the name of the same style on the ground of a cell that a unit fills in."""
    return f"{style}, điền"


def add_styles(workbook: Workbook) -> None:
    """Register every style once; a cell then only points at one."""
    for style in (*_title_styles(), *_table_styles(), *_group_styles(), *_summary_styles()):
        workbook.add_named_style(style)


def _style(
    name: str,
    font: Font,
    alignment: Alignment,
    *,
    fill: PatternFill | None = None,
    number_format: str = "General",
    border: Border = _BOX,
) -> NamedStyle:
    return NamedStyle(
        name=name,
        font=font,
        alignment=alignment,
        fill=fill or PatternFill(),
        border=border,
        number_format=number_format,
    )


def _title_styles() -> list[NamedStyle]:
    italic = Font(name=FONT, size=TEXT_SIZE, italic=True)
    title = Font(name=FONT, size=HEADING_SIZE, bold=True)
    late, to_fill = f'{AS_OF_FORMAT}"{_LATE}"', f'{AS_OF_FORMAT}"{_LATE}{_TO_FILL}"'
    return [
        _style(AGENCY_STYLE, _BOLD, _LEFT, border=Border()),
        _style(TITLE_STYLE, title, _MIDDLE, border=Border()),
        _style(DETAILS_STYLE, italic, _MIDDLE, border=Border()),
        _style(NOTE_STYLE, italic, _LEFT, border=Border()),
        _style(AS_OF_STYLE, italic, _MIDDLE, number_format=AS_OF_FORMAT, border=Border()),
        _style(AS_OF_LATE_STYLE, italic, _MIDDLE, number_format=late, border=Border()),
        _style(AS_OF_FILL_STYLE, italic, _MIDDLE, number_format=to_fill, border=Border()),
    ]


def _table_styles() -> list[NamedStyle]:
    styles = [
        _style(HEADING_STYLE, _BOLD, _MIDDLE, fill=_HEAD),
        _style(BOLD_MIDDLE_STYLE, _BOLD, _MIDDLE),
        _style(HIDDEN_DATE_STYLE, _TEXT, Alignment(), number_format=DATE_FORMAT, border=Border()),
    ]
    for name, alignment, number_format in (
        (LEFT_STYLE, _LEFT, "General"),
        (MIDDLE_STYLE, _MIDDLE, "General"),
        (DATE_STYLE, _MIDDLE, DATE_FORMAT),
        (PERCENT_STYLE, _MIDDLE, PERCENT_FORMAT),
    ):
        fill_in = filled_in(name)
        styles.append(_style(name, _TEXT, alignment, number_format=number_format))
        styles.append(_style(fill_in, _TEXT, alignment, fill=_FILL_IN, number_format=number_format))
    return styles


def _group_styles() -> Iterator[NamedStyle]:
    """Yield the looks of group rows: the words run on over the empty cells beside them.

    Cells are not merged, since Excel sorts no merged rows; so no line may stand between.
    """
    one_line = Alignment(horizontal="left", vertical="center")
    for deeper, (font, fill) in enumerate(((_BOLD, _GROUP), (_BOLD_ITALIC, _SUBGROUP))):
        yield _style(GROUP_NUMBER_STYLES[deeper], font, _MIDDLE, fill=fill)
        yield _style(GROUP_STYLES[deeper], font, one_line, fill=fill, border=_ROW_START)
        yield _style(GROUP_WRAPPED_STYLES[deeper], font, _LEFT, fill=fill, border=_ROW_START)
        yield _style(GROUP_REST_STYLES[deeper], font, _MIDDLE, fill=fill, border=_ROW_MIDDLE)
        yield _style(GROUP_END_STYLES[deeper], font, _MIDDLE, fill=fill, border=_ROW_END)


def _summary_styles() -> list[NamedStyle]:
    small = Font(name=FONT, size=TEXT_SIZE - 1, italic=True)
    return [
        _style(FORMULA_NUMBER_STYLE, small, _MIDDLE),
        _style(COUNT_STYLE, _TEXT, _MIDDLE, number_format="#,##0"),
        _style(RATE_STYLE, _TEXT, _MIDDLE, number_format="0.0%"),
        _style(TOTAL_STYLE, _BOLD, _MIDDLE, fill=_SUBGROUP, number_format="#,##0"),
        _style(TOTAL_WORDS_STYLE, _BOLD, _LEFT, fill=_SUBGROUP),
        _style(TOTAL_RATE_STYLE, _BOLD, _MIDDLE, fill=_SUBGROUP, number_format="0.0%"),
    ]


Pattern = Literal["solid", "lightUp", "gray0625", "lightHorizontal", "lightTrellis"]


def _look(
    pattern: Pattern, colour: str, *, bold: bool = False, italic: bool = False, strike: bool = False
) -> DifferentialStyle:
    """Return a look that does not need its colour: weight, slant, stroke and hatch differ."""
    fill = PatternFill(pattern, fgColor=colour, bgColor="FFFFFF")
    if pattern == "solid":
        fill = PatternFill(bgColor=colour)  # a solid fill of a rule is its background
    return DifferentialStyle(font=Font(b=bold, i=italic, strike=strike), fill=fill)


STATE_LOOKS: dict[State, DifferentialStyle] = {
    State.DONE: _look("solid", "DDEFE4", bold=True),
    State.IN_PROGRESS: _look("lightUp", "C9DDF0"),
    State.WAITING_DOCUMENT: _look("gray0625", "8F7CC0", italic=True),
    State.PAUSED: _look("lightHorizontal", "D5DADF", italic=True),
    State.NO_CASE: _look("solid", "F1F3F5", italic=True),
    State.CANCELLED: _look("solid", "F1F3F5", strike=True),
}
_OVERDUE = _look("lightTrellis", "F3C9C5", bold=True)
# The mark is part of the number format: the date stays a date, and paper shows it too.
_OVERDUE_DAY = DifferentialStyle(
    font=Font(b=True),
    fill=PatternFill("lightTrellis", fgColor="F3C9C5", bgColor="FFFFFF"),
    numFmt=NumberFormat(numFmtId=220, formatCode=f'"(!) "{DATE_FORMAT}'),
)


def state_rules(state_cell: str) -> list[Rule]:
    """Return one rule per state that has a look; *state_cell* is the first row's ($H7)."""
    return [
        Rule(type="expression", dxf=look, formula=[f'{state_cell}="{STATE_WORDS[state]}"'])
        for state, look in STATE_LOOKS.items()
    ]


def overdue_rules(formula: str) -> tuple[Rule, Rule]:
    """Return the rules for the due day and for the state of an overdue row."""
    return (
        Rule(type="expression", dxf=_OVERDUE_DAY, formula=[formula]),
        Rule(type="expression", dxf=_OVERDUE, formula=[formula], stopIfTrue=True),
    )


def overdue_count_rule() -> Rule:
    """Return the rule for a count of overdue rows that is not nought."""
    return Rule(type="cellIs", operator="greaterThan", dxf=_OVERDUE, formula=["0"])
