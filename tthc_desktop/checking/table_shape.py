"""Widths, margins and borders of a table. Lengths in twips."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tthc_desktop.checking.style_sheet import StyleSheet
from tthc_desktop.checking.written import length_of
from tthc_desktop.document.word_xml import Element
from tthc_desktop.reading.word_names import child_of, number_of, value_of, w

_WORDS_SIDE = 108  # Word's own cell margin
_PERCENT = 5000  # fiftieths of a percent in the whole
_DRAWN_NOT = frozenset({"nil", "none", ""})


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table's style, its columns, its width with indent, and the margins of its cells."""

    style: str | None
    columns: tuple[int, ...]
    width: int
    sides: int
    ruled: bool

    @classmethod
    def of(cls, table: Element, styles: StyleSheet, room: int) -> TableShape:
        """Return the shape of *table* in *room* twips."""
        properties = child_of(table, "tblPr")
        style = value_of(properties, "tblStyle") or styles.usual_table()
        margins = child_of(properties, "tblCellMar")
        if margins is None:
            margins = styles.table_margins(style)
        columns = tuple(
            length_of(one, "w") or 0 for one in _all(child_of(table, "tblGrid"), "gridCol")
        )
        written = child_of(properties, "tblW")
        # Columns that are wider than the table says are drawn as they are.
        whole = max(_whole(written, sum(columns), room), sum(columns))
        indent = length_of(child_of(properties, "tblInd"), "w") or 0
        return cls(style, columns, whole + max(indent, 0), _sides(margins), _is_ruled(properties))

    def cell_widths(self, cells: Iterable[Element]) -> list[int]:
        """Return the room for words in each cell of a row; 0 where the file does not say."""
        widths, column = [], 0
        for cell in cells:
            properties = child_of(cell, "tcPr")
            span = max(1, number_of(properties, "gridSpan") or 1)
            grid = sum(self.columns[column : column + span])
            column += span
            own = child_of(properties, "tcW")
            said = length_of(own, "w") if own is not None and _in_twips(own) else None
            margins = child_of(properties, "tcMar")
            sides = self.sides if margins is None else _sides(margins)
            widths.append(max(0, (said or grid) - sides))
        return widths


def _whole(written: Element | None, columns: int, room: int) -> int:
    width = length_of(written, "w")
    if written is None or not width or written.get(w("type")) == "auto":
        return columns
    if written.get(w("type")) == "pct":
        return round(width * room / _PERCENT)
    return width


def _in_twips(width: Element) -> bool:
    return width.get(w("type"), "dxa") == "dxa"


def _sides(margins: Element | None) -> int:
    """Return both side margins together."""
    left = child_of(margins, "left"), child_of(margins, "start")
    right = child_of(margins, "right"), child_of(margins, "end")
    return sum(
        next((found for one in side if (found := length_of(one, "w")) is not None), _WORDS_SIDE)
        for side in (left, right)
    )


def _is_ruled(properties: Element | None) -> bool:
    borders = child_of(properties, "tblBorders")
    return borders is not None and any(one.get(w("val"), "") not in _DRAWN_NOT for one in borders)


def _all(parent: Element | None, name: str) -> Iterable[Element]:
    return () if parent is None else parent.iterchildren(w(name))
