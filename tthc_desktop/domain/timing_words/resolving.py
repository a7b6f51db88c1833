"""From what was read to clauses: years, bounds that carry over, days that belong to a period."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from tthc_desktop.domain.timing import (
    Clause,
    DateClause,
    PeriodClause,
    WordsClause,
)
from tthc_desktop.domain.timing_words.anchoring import (
    anchored_clauses,
    is_attachable,
    yearly_clauses,
)
from tthc_desktop.domain.timing_words.items import (
    AnchorItem,
    ClauseItem,
    DayItem,
    Item,
    RangeItem,
    RecurItem,
    SpanItem,
    UnreadItem,
)

_NO_MONTH = "Chưa rõ ngày {} của tháng nào."
_QUARTERS = 4


@dataclass(slots=True)
class Entry:
    """An item with the sign before it and the manner found beside it."""

    item: Item
    sign: str = ""
    manner: str = ""


def clauses_of(entries: Sequence[Entry], year: int, *, is_report: bool) -> tuple[Clause, ...]:
    """Return the clauses that the entries mean in *year*, in the order of the words."""
    entries = _carried(_without_vague_recurrence(entries))
    clauses: list[Clause] = []
    at = 0
    while at < len(entries):
        found, at = _next(entries, at, year, is_report=is_report)
        clauses += found
    return tuple(clauses)


def _without_vague_recurrence(entries: Sequence[Entry]) -> list[Entry]:
    """Leave "báo cáo định kỳ" out where the words also say how often."""
    said = any(
        (isinstance(one.item, RecurItem) and one.item.every)
        or (isinstance(one.item, AnchorItem) and one.item.every)
        for one in entries
    )
    return [
        one
        for one in entries
        if not (said and isinstance(one.item, RecurItem) and not one.item.every)
    ]


def _carried(entries: Sequence[Entry]) -> list[Entry]:
    """Carry "trước" on to the next day of a list, and a year back to the ones before it."""
    found = [replace(one) for one in entries] if len(entries) > 1 else list(entries)
    for before, one in pairwise(found):
        one.item = _with_bound(one.item, before.item)
    for after, one in pairwise(reversed(found)):
        if after.sign != ";":
            one.item = _with_year(one.item, after.item)
    return found


def _with_bound(item: Item, before: Item) -> Item:
    if not isinstance(item, DayItem | SpanItem) or item.exclusive is not None:
        return item
    if isinstance(before, DayItem | SpanItem) and isinstance(before, type(item)):
        return replace(item, exclusive=before.exclusive)
    return item


def _with_year(item: Item, after: Item) -> Item:
    if not isinstance(item, DayItem | SpanItem) or item.year or not _has_month(item):
        return item
    if not isinstance(after, DayItem | SpanItem) or not isinstance(after, type(item)):
        return item
    if not after.year or (isinstance(after, DayItem) and after.next_year):
        return item
    return replace(item, year=_year_before(item, after))


def _has_month(item: DayItem | SpanItem) -> bool:
    return isinstance(item, SpanItem) or bool(item.month)


def _year_before(item: DayItem | SpanItem, after: DayItem | SpanItem) -> int:
    """Return the year of an item whose follower has one: "tháng 12, tháng 01/2027"."""
    return after.year - (_place(item) > _place(after))


def _place(item: DayItem | SpanItem) -> tuple[int, int]:
    if isinstance(item, DayItem):
        return item.month, item.day
    return item.first_month, item.first_day


def _next(entries: list[Entry], at: int, year: int, *, is_report: bool) -> tuple[list[Clause], int]:
    """Return the clauses of the entry at a place, with those that belong to it, and the next."""
    item = entries[at].item
    if isinstance(item, RecurItem | AnchorItem):
        end = at + 1
        while end < len(entries) and is_attachable(entries[end].item, entries[end - 1].item):
            end += 1
        found = anchored_clauses([one.item for one in entries[at:end]], is_report=is_report)
        clauses = [_clause(one, year) if isinstance(one, Item) else one for one in found]
        return _with_manner(clauses, _manner(entries[at:end])), end
    if isinstance(item, DayItem | SpanItem):
        yearly = _yearly(entries, at)
        if yearly is not None:
            return yearly
        if isinstance(item, SpanItem) and _is_narrowed(item, entries[at + 1 : at + 2], year):
            return [], at + 1
    return _with_manner([_clause(item, year)], entries[at].manner), at + 1


def _is_narrowed(span: SpanItem, following: Sequence[Entry], year: int) -> bool:
    """Whether the next day only says when in the span: "Quý I (trước ngày 15/3)"."""
    if not following or span.exclusive or following[0].sign == ";":
        return False
    item = following[0].item
    if not isinstance(item, DayItem) or item.exclusive is None:
        return False
    clause = _day_clause(item, year)
    if not isinstance(clause, DateClause):
        return False
    start, end = span_days(span, year)
    return start <= clause.day <= end + timedelta(days=item.exclusive)


def _yearly(entries: list[Entry], at: int) -> tuple[list[Clause], int] | None:
    """Return what yearless days mean that come back: "… hàng năm", one day in each quarter."""
    end = at
    while end < len(entries) and _is_yearless(entries[end].item):
        end += 1
    group = [one.item for one in entries[at:end]]
    if end < len(entries) and group and _is_every_year(entries[end].item):
        found = yearly_clauses(group)
        if found:
            return _with_manner(found, _manner(entries[at : end + 1])), end + 1
        # Days that fit no frequency stay those of the plan's year.
        entries[end - 1].manner = "hằng năm"
        del entries[end]
    elif len(group) == _QUARTERS and all(isinstance(one, DayItem) for one in group):
        found = yearly_clauses(group)
        if found:
            return _with_manner(found, _manner(entries[at:end])), end
    return None


def _is_yearless(item: Item) -> bool:
    return isinstance(item, DayItem | SpanItem) and not item.year and _has_month(item)


def _is_every_year(item: Item) -> bool:
    return isinstance(item, RecurItem) and item.every == ("year",) and not item.anchor


def _manner(entries: Sequence[Entry]) -> str:
    return "; ".join(dict.fromkeys(one.manner for one in entries if one.manner))


def _with_manner(clauses: Sequence[Clause], manner: str) -> list[Clause]:
    if not manner or not clauses:
        return list(clauses)
    first = clauses[0]
    own = "; ".join(one for one in (first.manner, manner) if one)
    return [replace(first, manner=own), *clauses[1:]]


def _clause(item: Item, year: int) -> Clause:
    if isinstance(item, ClauseItem):
        return item.clause
    if isinstance(item, DayItem):
        return _day_clause(item, year)
    if isinstance(item, SpanItem):
        return _span_clause(item, year)
    if isinstance(item, RangeItem):
        return _range_clause(item, year)
    assert isinstance(item, UnreadItem)  # noqa: S101 - manners are no entries
    return WordsClause("unknown", item.text, reason=item.reason)


def _day_clause(item: DayItem, year: int) -> Clause:
    if not item.month:
        words = f"ngày {item.day}"
        return WordsClause("unknown", words, reason=_NO_MONTH.format(item.day))
    year = item.year or year
    last = monthrange(year, item.month)[1]
    if item.day > last:
        reason = f"Không có ngày {item.day}: tháng {item.month}/{year} có {last} ngày."
        return WordsClause("unknown", f"{item.day}/{item.month}", reason=reason)
    day = date(year, item.month, item.day)
    return DateClause(day, bool(item.exclusive), item.manner)


def span_days(item: SpanItem, year: int) -> tuple[date, date]:
    """Return the first and last day of a span; *year* where it has none of its own."""
    year = item.year or year
    last_of_month = monthrange(year, item.last_month)[1]
    last = min(item.last_day or last_of_month, last_of_month)
    end = date(year, item.last_month, last)
    if item.first_day < 0:
        return end + timedelta(days=item.first_day + 1), end
    return date(year, item.first_month, min(item.first_day, last_of_month)), end


def _span_clause(item: SpanItem, year: int) -> Clause:
    start, end = span_days(item, year)
    if item.exclusive:
        return DateClause(start, exclusive=True, manner=item.manner)
    return PeriodClause(start, end, "period", item.manner)


def _range_clause(item: RangeItem, year: int) -> Clause:
    first, last = item.start, item.end
    if isinstance(first, DayItem) and not first.month and isinstance(last, DayItem):
        first = replace(first, month=last.month, year=last.year)
    if not first.year and last.year:
        first = replace(first, year=_year_before(first, last))
    elif not last.year and first.year:
        last = replace(last, year=first.year)
    ends = [_ends(one, year) for one in (first, last)]
    if ends[0] is None or ends[1] is None:
        return WordsClause("unknown", "", reason="Khoảng thời gian có ngày không có trong lịch.")
    start, end = ends[0][0], ends[1][1]
    if start > end:
        said = f"{start:%d/%m/%Y} - {end:%d/%m/%Y}"
        return WordsClause("unknown", said, reason="Ngày đầu sau ngày cuối. Hãy ghi rõ năm.")
    return PeriodClause(start, end, "period" if item.kind == "period" else "range")


def _ends(item: DayItem | SpanItem, year: int) -> tuple[date, date] | None:
    if isinstance(item, SpanItem):
        return span_days(item, year)
    clause = _day_clause(item, year)
    return (clause.day, clause.day) if isinstance(clause, DateClause) else None
