"""The cells of a workbook from outside: values only, formulas known as such and not evaluated.

The file has passed the gate; its XML is read here and not by a library that lays out a
million cells because one of them is used.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from lxml.etree import QName, _Element
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel
from openpyxl.worksheet.cell_range import CellRange

from tthc_desktop.errors import Refused
from tthc_desktop.reading.gate import GatedPackage
from tthc_desktop.sheets.returned_values import RawValue

# The largest plan has some hundred rows; whole columns that were filled are no sheet of ours.
MOST_ROWS = 20_000
MOST_COLUMNS = 200
_MOST_MERGED = 500
# Excel writes control characters as _x000D_, and "_" itself so where it would be misread.
# Other codes are words that a person typed in a program that does not escape them.
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|005[Ff])_")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATIONSHIP = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class RawCell:
    """A value; of a formula the one that was cached, of an error its words (#REF!).

    `is_covered` where the cell was merged into another one, which alone has the value.
    """

    value: RawValue
    is_formula: bool = False
    is_error: bool = False
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row by its number in the file, its cells by their column from 1; empty ones left out."""

    number: int
    cells: dict[int, RawCell]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A worksheet's name, its rows that hold anything, and its ranges of merged cells."""

    name: str
    rows: tuple[RawRow, ...]
    merged: tuple[CellRange, ...] = ()


class WorkbookReader:
    """Reads the worksheets of one gated workbook, one at a time."""

    def __init__(self, package: GatedPackage) -> None:
        """Read what all worksheets share: texts, formats of dates, the calendar."""
        self._package = package
        self._links = package.relationships(package.main_part)
        self._main = package.xml(package.main_part)
        self._texts = self._shared_texts()
        self._dates = self._date_styles()
        properties = None if self._main is None else self._main.find("{*}workbookPr")
        is_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self._epoch = CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900

    def sheets(self, first: str) -> Iterator[RawSheet]:
        """Yield the worksheets, the one named *first* before the others.

        Raises Refused where one reaches further than any sheet of ours.
        """
        named = [] if self._main is None else list(self._main.iter("{*}sheet"))
        for one in sorted(named, key=lambda one: one.get("name") != first):
            identifier = one.get(_RELATIONSHIP) or one.get(_STRICT_RELATIONSHIP) or ""
            link = self._links.get(identifier)
            if link is not None and link.kind == "worksheet":
                root = self._package.xml(link.target)
                if root is not None:
                    rows = tuple(self._rows(root))
                    yield RawSheet(one.get("name", ""), rows, tuple(_merged(root)))

    def _shared_texts(self) -> list[str]:
        root = self._linked("sharedStrings")
        return [] if root is None else [_text_of(one) for one in root]

    def _date_styles(self) -> frozenset[str]:
        root = self._linked("styles")
        if root is None:
            return frozenset()
        formats = {
            one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iter("{*}numFmt")
        }
        styles = root.find("{*}cellXfs")
        dates = set()
        for place, one in enumerate(() if styles is None else styles):
            number = one.get("numFmtId", "0")
            built_in = BUILTIN_FORMATS.get(int(number), "") if number.isdecimal() else ""
            if is_date_format(formats.get(number, built_in)):
                dates.add(str(place))
        return frozenset(dates)

    def _linked(self, kind: str) -> _Element | None:
        target = next((one.target for one in self._links.values() if one.kind == kind), None)
        return None if target is None else self._package.xml(target)

    def _rows(self, root: _Element) -> Iterator[RawRow]:
        space = QName(root).namespace or ""
        number = 0
        for one in root.iter(f"{{{space}}}row"):
            number = int(one.get("r") or number + 1)
            cells = self._cells(one, space)
            if not cells:
                continue
            last = max(cells)
            if number > MOST_ROWS or last > MOST_COLUMNS:
                raise Refused(self._too_far(f"{get_column_letter(last)}{number}"))
            yield RawRow(number, cells)

    def _cells(self, row: _Element, space: str) -> dict[int, RawCell]:
        cells: dict[int, RawCell] = {}
        place = 0
        for one in row:
            reference = one.get("r")
            place = _column(reference) if reference else place + 1
            if len(one):
                cell = self._cell(one, space)
                if cell is not None:
                    cells[place] = cell
        return cells

    def _cell(self, cell: _Element, space: str) -> RawCell | None:
        kind = cell.get("t", "n")
        is_formula = cell.find(f"{{{space}}}f") is not None
        if kind == "inlineStr":
            inline = cell.find(f"{{{space}}}is")
            value: RawValue = "" if inline is None else _text_of(inline)
        else:
            written = cell.find(f"{{{space}}}v")
            text = None if written is None else written.text
            if text is None:
                return RawCell(None, is_formula=True) if is_formula else None
            if kind == "e":
                return RawCell(text, is_formula, is_error=True)
            value = self._value(kind, text, cell.get("s", "0"))
        if value == "" and not is_formula:
            return None
        return RawCell(value, is_formula)

    def _value(self, kind: str, text: str, style: str) -> RawValue:
        if kind == "s":
            return self._texts[int(text)]
        if kind == "str":
            return _unescaped(text)
        if kind == "b":
            return text.strip() in {"1", "true"}
        if kind == "d":
            return datetime.fromisoformat(text).replace(tzinfo=None)
        number = float(text)
        if not math.isfinite(number):
            return text
        return self._day(number) if style in self._dates else number

    def _day(self, number: float) -> RawValue:
        try:
            day = from_excel(number, self._epoch)
        except (ValueError, OverflowError):
            return number
        return day if isinstance(day, datetime) else number

    def _too_far(self, cell: str) -> str:
        return (
            f"Tệp “{self._package.name}” có dữ liệu ở ô {cell}; phiếu tiến độ được đọc đến dòng "
            f"{MOST_ROWS:,} và cột {get_column_letter(MOST_COLUMNS)}. ".replace(",", ".")
            + "Hãy xóa phần thừa rồi lưu lại. Chưa ghi gì."
        )


def _merged(root: _Element) -> Iterator[CellRange]:
    found = islice(root.iter("{*}mergeCell"), _MOST_MERGED)
    for one in found:
        with suppress(ValueError):
            yield CellRange(one.get("ref", ""))


def _text_of(parent: _Element) -> str:
    """Return the text of a string item, its runs joined, reading aids (phonetics) left out."""
    pieces = []
    for one in parent:
        name = QName(one).localname
        if name == "t":
            pieces.append(one.text or "")
        elif name == "r":
            pieces.extend(part.text or "" for part in one if QName(part).localname == "t")
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _column(reference: str) -> int:
    return column_index_from_string(reference.rstrip("0123456789"))
