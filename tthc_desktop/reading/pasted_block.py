"""What is pasted: a table of Word or Excel, or text between tabs, as lines of cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from lxml import etree, html

from tthc_desktop.vietnamese_text import clean_text

Block = list[list[str]]
_MOST_CHARACTERS = 8_000_000
_MOST_LINES, _MOST_COLUMNS = 5_000, 60
_BREAKING = frozenset({"br", "p", "div", "li"})
_SILENT = frozenset({"style", "script", "head", "title"})


def text_block(text: str) -> Block:
    """Return the cells of text as Excel copies it: tabs between cells, quoted line breaks."""
    text = text[:_MOST_CHARACTERS].replace("\0", "")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), "excel-tab"))
    except csv.Error:
        lines = [line.split("\t") for line in text.splitlines()]
    return _even([[clean_text(cell) for cell in line[:_MOST_COLUMNS]] for line in lines])


def html_block(text: str) -> Block:
    """Return the cells of the tables in *text*; nothing where it holds none.

    A cell over several lines is repeated in each; one over several columns stands in the first.
    """
    if "<t" not in text.lower() or len(text) > _MOST_CHARACTERS:
        return []
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
    try:
        tree = html.document_fromstring(text.replace("\0", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    tables = [
        one for one in tree.iter("table") if not any(True for _ in one.iterancestors("table"))
    ]
    return _even([line for table in tables for line in _lines(table)])


def _lines(table: etree._Element) -> Block:
    lines: Block = []
    hanging: dict[int, tuple[int, str]] = {}
    for row in _rows(table):
        if len(lines) >= _MOST_LINES:
            break
        lines.append(_line(row, hanging))
    return lines


def _line(row: etree._Element, hanging: dict[int, tuple[int, str]]) -> list[str]:
    """Return a row's cells; *hanging* holds by column what reaches down from rows above."""
    line: list[str] = []
    for cell in row:
        if cell.tag in ("td", "th"):
            _take_hanging(line, hanging)
            _put_cell(line, cell, hanging)
    _take_hanging(line, hanging)
    return line


def _take_hanging(line: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    while len(line) in hanging and len(line) < _MOST_COLUMNS:
        column = len(line)
        left, words = hanging.pop(column)
        line.append(words)
        if left > 1:
            hanging[column] = left - 1, words


def _put_cell(line: list[str], cell: etree._Element, hanging: dict[int, tuple[int, str]]) -> None:
    words, down = _words(cell), _count(cell, "rowspan", _MOST_LINES)
    across = min(_count(cell, "colspan", _MOST_COLUMNS), _MOST_COLUMNS - len(line))
    for place in range(across):
        shown = "" if place else words
        if down > 1:
            hanging[len(line)] = down - 1, shown
        line.append(shown)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for one in table.iter("tr"):
        if next(one.iterancestors("table"), None) is table:
            yield one


def _count(cell: etree._Element, name: str, most: int) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), most)) if value.isdecimal() and len(value) < 7 else 1


def _words(cell: etree._Element) -> str:
    """Return a cell's words: white space as a browser shows it, a line for each paragraph."""
    lines = [" ".join(line.split()) for line in "".join(_pieces(cell)).split("\v")]
    return clean_text("\n".join(line for line in lines if line))


def _pieces(element: etree._Element) -> Iterator[str]:
    if element.tag in _SILENT:
        return
    is_breaking = element.tag in _BREAKING
    if is_breaking:
        yield "\v"
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    if is_breaking:
        yield "\v"


def _even(lines: Block) -> Block:
    """Drop empty lines at the end and make all lines equally long."""
    lines = lines[:_MOST_LINES]
    while lines and not any(cell.strip() for cell in lines[-1]):
        lines.pop()
    width = max((len(line) for line in lines), default=0)
    return [line + [""] * (width - len(line)) for line in lines]
