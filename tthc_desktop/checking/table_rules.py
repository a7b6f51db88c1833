"""L23: tables."""

from __future__ import annotations

from tthc_desktop.checking.facts import Row, Table
from tthc_desktop.checking.faults import Fault, Faults, listed, quote_of, size_words
from tthc_desktop.checking.parts import Document
from tthc_desktop.vietnamese_text import fold

# A table may reach over the text by the margins of its outer cells, as Word lays them.
_OVERHANG = 240
_NUMBER_HEADS = frozenset({"stt", "tt", "so tt", "so thu tu"})


def tables(document: Document) -> Faults:
    """L23: inside the text's width, with a heading row that is repeated, in one size."""
    for table in document.tables:
        head = _heading_rows(table)
        sizes = {
            size
            for row in table.rows[head:]
            for cell in row.cells
            for one in cell
            for size in one.sizes
        }
        words = " và ".join(size_words(size) for size in sorted(sizes))
        wrong = [
            phrase
            for phrase, is_wrong in (
                ("rộng hơn vùng chữ", 0 < table.room + _OVERHANG < table.width),
                ("có dòng tiêu đề không lặp lại ở trang sau", _is_not_repeated(table, head)),
                (f"dùng nhiều cỡ chữ ({words})", len(sizes) > 1),
            )
            if is_wrong
        ]
        if wrong:
            yield Fault(
                f"table {table.place}",
                quote_of(" | ".join(table.rows[0].texts)) if table.rows else "",
                f"Bảng {table.place} {listed(wrong)}.",
                "Thu bảng vào vùng chữ, đặt dòng tiêu đề lặp lại (Repeat Header Rows), dùng một "
                "cỡ chữ.",
            )


def _heading_rows(table: Table) -> int:
    """Return how many rows at the top are headings: marked so, numbered "STT", or all bold."""
    marked = 0
    while marked < len(table.rows) and table.rows[marked].repeated:
        marked += 1
    return marked or int(_has_heading(table))


def _has_heading(table: Table) -> bool:
    if len(table.rows) < 2:
        return False
    first, second = table.rows[:2]
    if fold(first.texts[0][:20]).strip(" .") in _NUMBER_HEADS if first.texts else False:
        return True
    return len(first.cells) > 1 and _is_bold(first) and not _is_bold(second)


def _is_not_repeated(table: Table, head: int) -> bool:
    return head > 0 and not table.rows[0].repeated


def _is_bold(row: Row) -> bool:
    lettered = [one for cell in row.cells for one in cell if one.lettered]
    return len(lettered) > 1 and all(one.bold for one in lettered)
