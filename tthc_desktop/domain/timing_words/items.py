"""What the rules of the grammar find in a phrase, before years and neighbours are known."""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.domain.timing import Clause, Frequency

ASKED = "“{}” chưa rõ là ngày nào."


@dataclass(frozen=True, slots=True)
class DayItem:
    """A day; `month` and `year` are 0 where they are not written, `exclusive` None."""

    day: int
    month: int = 0
    year: int = 0
    exclusive: bool | None = None
    manner: str = ""
    next_year: bool = False


@dataclass(frozen=True, slots=True)
class SpanItem:
    """Months of a year, or days of one month; `last_day` 0 is the month's end.

    `unit` says what a bare number after it means ("Quý I, III"); `year` 0 is not written.
    """

    unit: str
    first_month: int
    last_month: int
    year: int = 0
    first_day: int = 1
    last_day: int = 0
    exclusive: bool | None = None
    manner: str = ""


@dataclass(frozen=True, slots=True)
class RangeItem:
    """From one day or span to another."""

    start: DayItem | SpanItem
    end: DayItem | SpanItem
    kind: str = "range"
    text: str = ""


@dataclass(frozen=True, slots=True)
class RecurItem:
    """Every so often; `anchor` where the words name it. `is_new` after ";": no merging."""

    every: tuple[Frequency, ...]
    anchor: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class AnchorItem:
    """A day of each period; `every` is the frequency the words imply, None for any.

    `is_weak`: the implied frequency gives way to one that stands before. Day 0 is the last
    working day of the period.
    """

    day: int
    of: str
    every: Frequency | None
    exclusive: bool | None = None
    is_weak: bool = False
    manner: str = ""


@dataclass(frozen=True, slots=True)
class ClauseItem:
    """A clause that needs no neighbour: continuous, external, event, relative."""

    clause: Clause


@dataclass(frozen=True, slots=True)
class UnreadItem:
    """Words that the grammar does not know, or a day that does not exist; says why."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """Several items that one rule found: "thứ hai, thứ năm hàng tuần"."""

    items: tuple[DayItem | SpanItem | AnchorItem, ...]


@dataclass(slots=True)
class Entry:
    """An item with the sign before it (";", ":", "(" or none) and the manner found beside it."""

    item: Item
    sign: str = ""
    manner: str = ""


Item = DayItem | SpanItem | RangeItem | RecurItem | AnchorItem | ClauseItem | UnreadItem
Found = tuple[Item | ListItem, int] | None
