"""Which day belongs to which period: "hàng quý, năm (trước ngày 17 của tháng cuối quý)"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tthc_desktop.domain.timing import (
    FREQUENCIES,
    ON_DAYS,
    PERIOD_END,
    REPORT_CALENDAR,
    REPORTED,
    AnchorDay,
    AnchorPlace,
    Frequency,
    RecurringClause,
)
from tthc_desktop.domain.timing_words.items import (
    AnchorItem,
    DayItem,
    Item,
    RecurItem,
    SpanItem,
    UnreadItem,
)
from tthc_desktop.domain.timing_words.weekdays import WEEKDAY_NAMES

# How many months lie between two days of the frequency.
_MONTHS: dict[Frequency, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_NO_PERIOD = "Chưa rõ kỳ nào."
_YEARLY = ("month", "quarter", "edge")
_LEAP_YEAR = 2024  # has every day that a year may have
_ABOUT_JUNE = (5, 6, 7)
_NO_WEEK = "Chưa rõ thứ mấy của tuần nào."
Anchored = list[RecurringClause | DayItem | SpanItem | UnreadItem]


@dataclass(slots=True)
class _Part:
    """One frequency with the days or the anchor that the words give it."""

    frequency: Frequency
    anchor: str = ""
    days: tuple[AnchorDay, ...] = ()
    manner: str = ""
    # "Tháng cuối quý" without a day, which may still come: "tháng cuối quý, trước ngày 15".
    is_month: bool = False

    @property
    def is_free(self) -> bool:
        return not self.anchor and not self.days


def is_attachable(item: Item, before: Item) -> bool:
    """Whether an item may name the days of the recurrence that stands before it."""
    if isinstance(item, AnchorItem):
        return True
    if isinstance(item, DayItem):
        return not item.year or item.next_year
    if isinstance(item, SpanItem):
        return not item.year and not item.exclusive and item.unit in _YEARLY
    # "ngày 17 tháng cuối quý, hàng quý" says it twice.
    return (
        isinstance(item, RecurItem)
        and isinstance(before, AnchorItem)
        and before.every is not None
        and item.every == (before.every,)
    )


def anchored_clauses(items: Sequence[Item], *, is_report: bool) -> Anchored:
    """Return the clauses of recurrences and days that stand beside each other."""
    parts: list[_Part] = []
    others: Anchored = []
    days: list[DayItem | SpanItem] = []
    last: list[_Part] = []
    vague = any(isinstance(one, RecurItem) and not one.every for one in items)
    for item in items:
        if isinstance(item, SpanItem) or (isinstance(item, DayItem) and item.month):
            days.append(item)
            continue
        others += _placed(parts, days)
        days = []
        if isinstance(item, RecurItem):
            known = {part.frequency for part in parts}
            parts += [_Part(one, item.anchor) for one in item.every if one not in known]
        elif isinstance(item, AnchorItem):
            if item.of == REPORT_CALENDAR and not parts:
                vague = True  # "theo lịch báo cáo" alone
                continue
            given = _attached(parts, item, last)
            others += [] if given else [_no_period(item)]
            last = given or last
        elif isinstance(item, DayItem):
            anchor = AnchorItem(item.day, "last_month", None, item.exclusive, is_weak=True)
            given = _attached(parts, anchor, last)
            others += [] if given else [_no_period(anchor)]
            last = given or last
    others += _placed(parts, days)
    clauses: Anchored = [*_joined(parts, is_report=is_report)]
    if vague:
        clauses.insert(0, RecurringClause((), REPORT_CALENDAR))
    return [*clauses, *others]


def _attached(parts: list[_Part], item: AnchorItem, last: list[_Part]) -> list[_Part]:
    """Give the day to the frequency it names, to all where it names none, or begin one.

    What has a day already takes another one: "hàng tháng, ngày 10 và ngày 25". Returns whom it
    was given to, *last* says the same of the day before it.
    """
    every = item.every
    named = [part for part in parts if part.frequency == every]
    free = [part for part in parts if part.is_free and (part.frequency == "week") == (
        item.of == "week")]  # fmt: skip
    if item.of in (PERIOD_END, REPORT_CALENDAR, "last_month") and item.day <= 0:
        free = [part for part in parts if part.is_free]
    targets = free if item.is_weak or every is None else [one for one in named if one.is_free]
    others = (last or named) if item.is_weak or every is None else named
    others = [part for part in others if (part.frequency == "week") == (item.of == "week")]
    targets = targets or [part for part in others if _takes(part, item)]
    if not targets and others:
        targets = [_Part(one.frequency) for one in others]
        parts += targets
    if not targets and every is not None:
        targets = [_Part(every)]
        parts += targets
    for part in targets:
        _set(part, item)
    return targets


def _takes(part: _Part, item: AnchorItem) -> bool:
    """Whether a frequency that has days takes another one."""
    return item.day > 0 and (bool(part.days) or part.is_month)


def _no_period(item: AnchorItem) -> UnreadItem:
    if item.of == "week":
        return UnreadItem(WEEKDAY_NAMES[item.day - 1], _NO_WEEK)
    return UnreadItem(f"ngày {item.day}" if item.day > 0 else "cuối kỳ", _NO_PERIOD)


def _set(part: _Part, item: AnchorItem) -> None:
    part.manner = "; ".join(dict.fromkeys(one for one in (part.manner, item.manner) if one))
    if item.day <= 0:
        part.anchor = REPORT_CALENDAR if item.of == REPORT_CALENDAR else PERIOD_END
        part.is_month = item.of == "last_month"
        return
    if part.is_month:
        part.anchor, part.is_month = "", False
    place: AnchorPlace = "last_month"
    if item.of in ("first_month", "next_month", "week"):
        place = item.of  # type: ignore[assignment]  # one of the three, mypy does not narrow
    if part.frequency == "month" and place == "first_month":
        place = "last_month"
    day = AnchorDay(item.day, place, 0, bool(item.exclusive))
    part.days = tuple(dict.fromkeys((*part.days, day)))


def _placed(parts: list[_Part], days: list[DayItem | SpanItem]) -> Iterable[DayItem | SpanItem]:
    """Give days of the calendar to the last frequency with a day in each of its periods."""
    if not days:
        return []
    anchors = tuple(_anchor_of(one) for one in days)
    for part in reversed(parts):
        if part.is_free and _fits(part.frequency, anchors):
            part.days = anchors
            part.manner = next((one.manner for one in days if one.manner), "")
            return []
        if part.is_free and part.frequency == "half" and _is_first_half(days):
            parts.remove(part)  # "6 tháng (trước ngày 15/6), năm": the first six months alone
            return days
    if len(parts) == 1 and parts[0].is_free and parts[0].frequency == "year":
        parts[0].days = tuple(dict.fromkeys(anchors))
        return []
    return days


def _is_first_half(days: Sequence[DayItem | SpanItem]) -> bool:
    """Whether the days are one, about the end of June."""
    month = days[0].month if isinstance(days[0], DayItem) else days[0].last_month
    return len(days) == 1 and month in _ABOUT_JUNE


def _anchor_day(day: DayItem) -> AnchorDay:
    place: AnchorPlace = "next_year" if day.next_year else "month"
    return AnchorDay(day.day, place, day.month, bool(day.exclusive))


def _fits(frequency: Frequency, days: Sequence[AnchorDay]) -> bool:
    """Whether each period of the year has exactly one of the days."""
    if frequency == "nine_months":
        return len(days) == 1
    if frequency == "year":
        return len(days) == 1
    months = _MONTHS.get(frequency)
    if months is None or any(one.of == "next_year" for one in days):
        return False
    periods = [(one.month - 1) // months for one in days]
    return sorted(periods) == list(range(12 // months))


def yearly_clauses(items: Sequence[Item]) -> list[RecurringClause]:
    """Return what days "hàng năm" mean: each half, quarter or month has one, or each year all."""
    days = [_anchor_of(one) for one in items if isinstance(one, DayItem | SpanItem)]
    frequencies = [one for one in FREQUENCIES if one != "nine_months" and _fits(one, days)]
    manner = next((one.manner for one in items if isinstance(one, DayItem) and one.manner), "")
    every = frequencies[-1] if frequencies else "year"
    return [RecurringClause((every,), ON_DAYS, manner, tuple(dict.fromkeys(days)))]


def _anchor_of(item: DayItem | SpanItem) -> AnchorDay:
    if isinstance(item, DayItem):
        return _anchor_day(item)
    if item.exclusive:
        return AnchorDay(max(item.first_day, 1), "month", item.first_month, exclusive=True)
    last = monthrange(_LEAP_YEAR, item.last_month)[1]
    return AnchorDay(item.last_day or last, "month", item.last_month)


def _joined(parts: Sequence[_Part], *, is_report: bool) -> list[RecurringClause]:
    """Return one clause for neighbours that share anchor and days."""
    clauses: list[RecurringClause] = []
    while parts:
        first = parts[0]
        same = [
            one for one in parts if (one.anchor, one.days, one.manner)
            == (first.anchor, first.days, first.manner)
        ]  # fmt: skip
        parts = [one for one in parts if one not in same]
        every = tuple(one.frequency for one in same)
        anchor = first.anchor or (ON_DAYS if first.days else _default(every, is_report=is_report))
        clauses.append(RecurringClause(every, anchor, first.manner, first.days))
    return clauses


def _default(every: tuple[Frequency, ...], *, is_report: bool) -> str:
    is_reported = is_report and any(one in REPORTED for one in every)
    return REPORT_CALENDAR if is_reported else PERIOD_END
