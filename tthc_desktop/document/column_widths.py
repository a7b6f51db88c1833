"""Widths of a table's columns where nobody has said them: by what stands in the cells."""

from __future__ import annotations

from itertools import zip_longest
from statistics import fmean

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Role
from tthc_desktop.document.letterhead import role_measure
from tthc_desktop.document.text_width import MM_PER_POINT


def spread_widths(rows: tuple[tuple[str, ...], ...], total_mm: float) -> tuple[float, ...]:
    """Share *total_mm* out: to each column its longest word, the rest by how full it is."""
    columns = [[cell for cell in cells if cell] for cells in zip_longest(*rows, fillvalue="")]
    needs = [_longest_mm([word for cell in cells for word in cell.split()]) for cells in columns]
    needed = sum(needs)
    if needed >= total_mm:
        return tuple(total_mm * need / needed for need in needs)
    wants = [_usual_mm(cells) for cells in columns]
    share = (total_mm - needed) / sum(wants)
    return tuple(need + share * want for need, want in zip(needs, wants, strict=True))


def task_table_widths(numbers: tuple[str, ...], total_mm: float) -> tuple[float, ...]:
    """Return the widths of number, content, lead, co-ordinating and timing.

    The number's column is as wide on a turned page as on an upright one, but never too
    narrow for the deepest number; the content takes what is left.
    """
    number_part, _content, *others = nd30.TABLE.task_columns
    number = max(number_part * nd30.PORTRAIT.text_width_mm, _longest_mm(numbers))
    rest = [part * total_mm for part in others]
    return (number, total_mm - number - sum(rest), *rest)


def widths_beside(
    rows: tuple[tuple[str, ...], ...], words: int, total_mm: float
) -> tuple[float, ...]:
    """Give every column what its longest cell takes on one line; column *words* takes the rest.

    No column but that one is wider than a part of the whole, unless a single word asks for it.
    """
    most = nd30.TABLE.beside_words * total_mm
    columns = list(zip_longest(*rows, fillvalue=""))
    widths = [
        max(_longest_mm([word for cell in cells for word in cell.split()]),
            min(_longest_mm([line for cell in cells for line in cell.split("\n")]), most))
        for cells in columns
    ]  # fmt: skip
    widths[words] = total_mm - sum(widths[:words] + widths[words + 1 :])
    return tuple(widths)


def _usual_mm(cells: list[str]) -> float:
    most = nd30.TABLE.longest_cell_mm
    return fmean(min(_longest_mm(cell.split("\n")), most) for cell in cells or [""])


def _longest_mm(texts: list[str] | tuple[str, ...]) -> float:
    measure = role_measure(Role.TABLE_HEAD)
    sides = 2 * nd30.TABLE.cell_side_mm + nd30.TABLE.border_pt * MM_PER_POINT
    return sides + max(map(measure, texts), default=0.0)
