"""Putting the user's text into cells: never a formula, never an error value, never cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.errors import Refused
from tthc_desktop.sheets.progress_rows import NamePart
from tthc_desktop.sheets.sheet_styles import FONT, TEXT_SIZE

LONGEST_TEXT = 32_767
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads "_x0041_" as a code for "A"; only the code for "_" keeps the words themselves.
_LIKE_A_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SEPARATOR = "; "


def cell_at(worksheet: Worksheet, row: int, place: int) -> Cell:
    """Return a cell that can be written; TypeError inside a merged range (a bug of ours)."""
    cell = worksheet.cell(row, place)
    if not isinstance(cell, Cell):
        message = f"{cell.coordinate} is part of a merged range"
        raise TypeError(message)
    return cell


def put_text(cell: Cell, text: str, style: str | None, place: str) -> None:
    """Write *text* as text, whatever it looks like; *place* names the cell in a refusal."""
    _check(text, place)
    cell.value = _as_words(text) or None
    _mark_as_text(cell, text, style)


def put_number(cell: Cell, number: date | float | None, style: str) -> None:
    """Write a day or a number; nothing but the look where there is none."""
    cell.style = style  # before the value: openpyxl gives a day without format one of its own
    cell.value = number


def put_names(cell: Cell, names: tuple[NamePart, ...], styles: tuple[str, str], place: str) -> None:
    """Write names joined by "; ", the unit's own in bold; *styles* are regular and bold."""
    text = joined_names(names)
    regular, bold = styles
    if not any(one.own for one in names):
        put_text(cell, text, regular, place)
    elif all(one.own for one in names):
        put_text(cell, text, bold, place)
    else:
        _check(text, place)
        cell.value = _with_own_bold(names)
        _mark_as_text(cell, text, regular)


def joined_names(names: Iterable[NamePart]) -> str:
    """Return the names as one text."""
    return _SEPARATOR.join(one.words for one in names)


def _mark_as_text(cell: Cell, text: str, style: str | None) -> None:
    if style:
        cell.style = style
    if text:
        # Set after the value: openpyxl takes "=…" for a formula and "#REF!" for an error.
        cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        # Excel's own sign for "typed as text"; an apostrophe would change the text.
        cell.quotePrefix = True


def _as_words(text: str) -> str:
    """Return *text* so that a part that looks like a code of Excel is read as it is written."""
    return _LIKE_A_CODE.sub("_x005F_", text) if "_x" in text else text


def _check(text: str, place: str) -> None:
    if _NOT_IN_XML.search(text):
        message = (
            f"Nội dung ở {place} có ký tự không ghi được vào tệp Excel. "
            "Hãy gõ lại nội dung đó rồi xuất lại. Chưa ghi gì."
        )
        raise Refused(message)
    length = len(text.encode("utf-16-le")) // 2  # as Excel counts
    if length > LONGEST_TEXT:
        message = (
            f"Nội dung ở {place} dài {_thousands(length)} ký tự; một ô Excel chứa nhiều nhất "
            f"{_thousands(LONGEST_TEXT)}. Hãy rút gọn nội dung đó rồi xuất lại. Chưa ghi gì."
        )
        raise Refused(message)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _with_own_bold(names: tuple[NamePart, ...]) -> CellRichText:
    # Every run has its font: what one without it looks like is left to the viewer.
    regular = InlineFont(rFont=FONT, sz=TEXT_SIZE)
    bold = InlineFont(rFont=FONT, sz=TEXT_SIZE, b=True)
    parts = [TextBlock(bold if names[0].own else regular, _as_words(names[0].words))]
    for one in names[1:]:
        parts.append(TextBlock(regular, _SEPARATOR))
        parts.append(TextBlock(bold if one.own else regular, _as_words(one.words)))
    return CellRichText(parts)


def clean_property(text: str) -> str:
    """Return *text* for the document's properties, which are no cell: one line, legal."""
    return " ".join(_NOT_IN_XML.sub("", text).split())[:255]
