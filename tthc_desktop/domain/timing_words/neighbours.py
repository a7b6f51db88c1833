"""Items that only mean something beside their neighbour: weekdays, years, what a day is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tthc_desktop.domain.timing_words.days import day_of
from tthc_desktop.domain.timing_words.items import (
    AnchorItem,
    DayItem,
    Entry,
    Item,
    RecurItem,
    SpanItem,
    UnreadItem,
)
from tthc_desktop.domain.timing_words.weekdays import WEEKDAY_NAMES, weekday_fault


def settled(entries: Sequence[Entry], year: int) -> list[Entry]:
    """Return the entries with those joined that belong together, in the order of the rules."""
    found = _without_orphans(entries)
    found = _with_weekdays(found, year)
    found = _with_purposes(found)
    found = _with_months(found)
    return _without_own_years(found, year)


def _without_orphans(entries: Sequence[Entry]) -> list[Entry]:
    """Take a recurrence out whose day does not exist: "ngày 30 tháng 02 hàng năm" asks.

    Without it the recurrence would fall due on a day that nobody wrote.
    """
    found: list[Entry] = []
    for one in entries:
        before = found[-1] if found else None
        if before is None or one.sign == ";":
            found.append(one)
        elif _is_wrong_day(before.item) and _is_plain(one.item):
            continue
        elif _is_plain(before.item) and _is_wrong_day(one.item):
            found[-1] = replace(one, sign=before.sign)
        else:
            found.append(one)
    return found


def _is_wrong_day(item: Item) -> bool:
    return isinstance(item, UnreadItem) and bool(item.reason) and any(
        letter.isdecimal() for letter in item.text
    )  # fmt: skip


def _is_plain(item: Item) -> bool:
    return isinstance(item, RecurItem) and not item.anchor and bool(item.every)


def _with_weekdays(entries: Sequence[Entry], year: int) -> list[Entry]:
    """Keep "(thứ Sáu)" behind a day as its manner; one that cannot be asks."""
    found: list[Entry] = []
    for one in entries:
        item, before = one.item, found[-1] if found else None
        is_name = isinstance(item, AnchorItem) and item.of == "week" and item.every is None
        if not (is_name and before and isinstance(before.item, DayItem) and before.item.month):
            found.append(one)
            continue
        assert isinstance(item, AnchorItem)  # noqa: S101 - asked above
        reason = weekday_fault(before.item, item.day, year)
        name = WEEKDAY_NAMES[item.day - 1]
        if reason:
            found[-1] = replace(before, item=UnreadItem(name, reason))
        else:
            found[-1] = replace(before, manner="; ".join(filter(None, (before.manner, name))))
    return found


def _with_purposes(entries: Sequence[Entry]) -> list[Entry]:
    """Put a recurrence in brackets before its day: "trước ngày 15/12 (báo cáo năm)"."""
    found = list(entries)
    for at in range(1, len(entries)):
        one, before = entries[at], entries[at - 1]
        is_behind = isinstance(before.item, DayItem) and before.item.month and one.sign == "("
        is_list = at > 1 and isinstance(entries[at - 2].item, DayItem)
        if is_behind and not is_list and _is_plain(one.item):
            found[at - 1], found[at] = replace(one, sign=before.sign), replace(before, sign="")
    return found


def _with_months(entries: Sequence[Entry]) -> list[Entry]:
    """Join a day and its month: "Tháng 3 (ngày 15)", "ngày 15, tháng 3"."""
    found = list(entries)
    for at in range(len(found) - 2, -1, -1):
        pair = found[at], found[at + 1]
        around = [*found[max(at - 1, 0) : at], *found[at + 2 : at + 3]]
        if pair[1].sign == ";" or any(_is_day_or_recurs(one.item) for one in around):
            continue
        day, month = pair if isinstance(pair[0].item, DayItem) else (pair[1], pair[0])
        joined = _joined(day.item, month.item)
        if joined is not None:
            manner = "; ".join(filter(None, (pair[0].manner, pair[1].manner)))
            found[at : at + 2] = [Entry(joined, pair[0].sign, manner)]
    return found


def _is_day_or_recurs(item: Item) -> bool:
    return isinstance(item, DayItem | RecurItem | AnchorItem)


def _joined(day: Item, month: Item) -> Item | None:
    if not isinstance(day, DayItem) or day.month or not isinstance(month, SpanItem):
        return None
    if month.unit != "month" or month.exclusive:
        return None
    found = day_of(day.day, month.first_month, month.year)
    if isinstance(found, DayItem):
        return replace(found, exclusive=day.exclusive, manner=day.manner)
    return replace(found, text=f"ngày {day.day} tháng {month.first_month}")


def _without_own_years(entries: Sequence[Entry], year: int) -> list[Entry]:
    """Take the plan's own year out behind what recurs: "hàng quý, năm 2026"."""
    found: list[Entry] = []
    for one in entries:
        item, before = one.item, found[-1] if found else None
        is_own = isinstance(item, SpanItem) and item.unit == "year" and item.year == year
        recurs = before is not None and isinstance(before.item, RecurItem | AnchorItem)
        if is_own and recurs and one.sign != ";" and not one.manner and not _is_bounded(item):
            continue
        found.append(one)
    return found


def _is_bounded(item: Item) -> bool:
    return isinstance(item, SpanItem) and item.exclusive is not None
