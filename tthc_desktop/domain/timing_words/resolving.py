"""From what was read to clauses: years, bounds that carry over, days that belong to a period."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
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
    Entry,
    Item,
    RangeItem,
    RecurItem,
    SpanItem,
    UnreadItem,
)

_NO_MONTH = "Chưa rõ ngày {} của tháng nào."
_QUARTERS = 4
_WITH_ONE_DAY = {"half", "nine_months", "year"}
_REPORTED_LATE = 31  # days after a period within which one in brackets still tells of it


def clauses_of(entries: Sequence[Entry], year: int, *, is_report: bool) -> tuple[Clause, ...]:
    """Return the clauses that the entries mean in *year*, in the order of the words."""
    entries = _with_days_led(_carried(_without_vague_recurrence(entries), year))
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


def _carried(entries: Sequence[Entry], year: int) -> list[Entry]:
    """Carry "trước" on to the next day of a list, and a year back to the ones before it."""
    found = [replace(one) for one in entries] if len(entries) > 1 else list(entries)
    for before, one in pairwise(found):
        one.item = _with_bound(one.item, before.item)
    for after, one in pairwise(reversed(found)):
        if after.sign != ";":
            one.item = _with_year(_with_month(one.item, after.item), after.item, year)
    return found


def _with_days_led(entries: Sequence[Entry]) -> list[Entry]:
    """Give days the month of what recurs behind them: "ngày 10 và ngày 25 hàng tháng"."""
    found: list[Entry] = []
    for one in entries:
        days = 0
        if one.sign != ";" and isinstance(one.item, RecurItem | AnchorItem):
            while days < len(found) and _is_lone_day(found[-days - 1].item):
                days += 1
            if days < len(found) and not _is_led_past(found[-days - 1].item, one.item):
                days = 0
        led = found[len(found) - days :]
        del found[len(found) - days :]
        if isinstance(one.item, AnchorItem):
            found += [replace(day, item=_led(day.item, one.item)) for day in led] + [one]
        else:
            found += [one, *led]
    return found


def _is_led_past(before: Item, item: Item) -> bool:
    """Whether days between two recurrences belong to the later one, which says the same again."""
    if not isinstance(before, RecurItem | AnchorItem):
        return True
    every = item.every if isinstance(item, AnchorItem) else None
    return isinstance(before, RecurItem) and every is not None and before.every == (every,)


def _is_lone_day(item: Item) -> bool:
    return isinstance(item, DayItem) and not item.month


def _led(day: Item, anchor: AnchorItem) -> Item:
    is_place = isinstance(day, DayItem) and anchor.of != "week" and anchor.every
    if not is_place or not isinstance(day, DayItem):
        return day
    of = "last_month" if anchor.day <= 0 else anchor.of
    return AnchorItem(day.day, of, anchor.every, day.exclusive, anchor.is_weak, day.manner)


def _with_month(item: Item, after: Item) -> Item:
    """Carry a month back: "ngày 10 và ngày 25 tháng 3"."""
    if not isinstance(item, DayItem) or item.month or not isinstance(after, DayItem):
        return item
    return replace(item, month=after.month, year=after.year, next_year=after.next_year)


def _with_bound(item: Item, before: Item) -> Item:
    if isinstance(item, AnchorItem) and item.exclusive is None and item.day > 0:
        is_led = _is_lone_day(before) and item.of != "week"
        return replace(item, exclusive=before.exclusive) if is_led else item  # type: ignore[union-attr]
    if not isinstance(item, DayItem | SpanItem) or item.exclusive is not None:
        return item
    if isinstance(before, DayItem | SpanItem) and isinstance(before, type(item)):
        return replace(item, exclusive=before.exclusive)
    return item


def _with_year(item: Item, after: Item, year: int) -> Item:
    """Carry a year back through a list, never to a year before the plan's own."""
    if not isinstance(item, DayItem | SpanItem) or item.year or not _has_month(item):
        return item
    if not isinstance(after, DayItem | SpanItem) or not isinstance(after, type(item)):
        return item
    if not after.year or (isinstance(after, DayItem) and after.next_year):
        return item
    before = _year_before(item, after)
    return replace(item, year=before if before >= year else after.year)


def _has_month(item: DayItem | SpanItem) -> bool:
    return isinstance(item, SpanItem) or bool(item.month)


def _year_before(item: DayItem | SpanItem, after: DayItem | SpanItem) -> int:
    """Return the year of an item whose follower has one: "tháng 12, tháng 01/2027"."""
    if isinstance(after, SpanItem) and after.unit == "year":
        return after.year
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
        if _ends_yearly(entries, end):
            while _is_yearless(entries[end - 1].item) and (
                entries[end - 1].sign == ";" or not _wants_day(entries[at:end])
            ):
                end -= 1  # "…, 15/12 hàng năm" is a clause of its own
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


def _wants_day(entries: Sequence[Entry]) -> bool:
    """Whether a recurrence among them may have one day of the calendar: "6 tháng", "năm"."""
    items = [one.item for one in entries if isinstance(one.item, RecurItem)]
    return len(entries) == 1 or any(set(one.every) & _WITH_ONE_DAY for one in items)


def _is_narrowed(span: SpanItem, following: Sequence[Entry], year: int) -> bool:
    """Whether the next day or span only says when: "Quý I (trước ngày 15/3)", "2026: Quý II"."""
    if not following or span.exclusive or following[0].sign == ";":
        return False
    item, is_apart = following[0].item, following[0].sign in (":", "(")
    start, end = span_days(span, year)
    if isinstance(item, SpanItem) and span.unit == "year" and is_apart and item.unit != "year":
        return span_days(item, year)[0].year == start.year
    if not isinstance(item, DayItem) or (item.exclusive is None and not is_apart):
        return False
    clause = _day_clause(item, year)
    if not isinstance(clause, DateClause):
        return False
    late = timedelta(days=_REPORTED_LATE if is_apart else bool(item.exclusive))
    return start <= clause.day <= end + late


def _yearly(entries: list[Entry], at: int) -> tuple[list[Clause], int] | None:
    """Return what yearless days mean that come back: "… hàng năm", one day in each quarter."""
    end = at
    while end < len(entries) and _is_yearless(entries[end].item):
        end += 1
    group = [one.item for one in entries[at:end]]
    if group and _ends_yearly(entries, end):
        found = yearly_clauses(group)
        return _with_manner(found, _manner(entries[at : end + 1])), end + 1
    if len(group) == _QUARTERS and all(isinstance(one, DayItem) for one in group):
        found = yearly_clauses(group)
        if found[0].every == ("quarter",):
            return _with_manner(found, _manner(entries[at:end])), end
    return None


def _is_yearless(item: Item) -> bool:
    return isinstance(item, DayItem | SpanItem) and not item.year and _has_month(item)


def _ends_yearly(entries: Sequence[Entry], at: int) -> bool:
    """Whether "hàng năm" stands behind days, not "năm" with a day of its own."""
    if at >= len(entries) or entries[at].sign == ";":
        return False
    item = entries[at].item
    behind = entries[at + 1] if at + 1 < len(entries) else None
    has_own = behind is not None and behind.sign != ";" and _is_yearless(behind.item)
    return isinstance(item, RecurItem) and item.every == ("year",) and not (item.anchor or has_own)


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
        reason = "Khoảng thời gian có ngày không có trong lịch."
        return WordsClause("unknown", item.text, reason=reason)
    start, end = ends[0][0], ends[1][1]
    if start > end:
        return WordsClause("unknown", item.text, reason="Ngày đầu sau ngày cuối. Hãy ghi rõ năm.")
    return PeriodClause(start, end, "period" if item.kind == "period" else "range")


def _ends(item: DayItem | SpanItem, year: int) -> tuple[date, date] | None:
    if isinstance(item, SpanItem):
        return span_days(item, year)
    clause = _day_clause(item, year)
    return (clause.day, clause.day) if isinstance(clause, DateClause) else None
