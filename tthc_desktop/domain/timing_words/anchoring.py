"""Which day belongs to which period: "hàng quý, năm (trước ngày 17 của tháng cuối quý)"."""

from __future__ import annotations

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

# How many months lie between two days of the frequency.
_MONTHS: dict[Frequency, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_TWO_DAYS = "Một kỳ có hai hạn: chưa ghi được. Hãy ghi rõ từng ngày."
_NO_WEEK = "Chưa rõ thứ mấy của tuần nào."
Anchored = list[RecurringClause | DayItem | SpanItem | UnreadItem]


@dataclass(slots=True)
class _Part:
    """One frequency with the days or the anchor that the words give it."""

    frequency: Frequency
    anchor: str = ""
    days: tuple[AnchorDay, ...] = ()
    manner: str = ""

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
        return not item.year and not item.exclusive and item.unit == "month"
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
            others += _attached(parts, item)
        elif isinstance(item, DayItem):
            anchor = AnchorItem(item.day, "last_month", None, item.exclusive, is_weak=True)
            others += _attached(parts, anchor)
    others += _placed(parts, days)
    clauses: Anchored = [*_joined(parts, is_report=is_report)]
    if vague:
        clauses.insert(0, RecurringClause((), REPORT_CALENDAR))
    return [*clauses, *others]


def _attached(parts: list[_Part], item: AnchorItem) -> Iterable[DayItem | UnreadItem]:
    """Give the day to the frequency it names, to all where it names none, or begin one."""
    every = item.every
    named = [part for part in parts if part.frequency == every]
    free = [part for part in parts if part.is_free and (part.frequency == "week") == (
        item.of == "week")]  # fmt: skip
    if item.of in (PERIOD_END, REPORT_CALENDAR, "last_month") and item.day <= 0:
        free = [part for part in parts if part.is_free]
    targets = free if item.is_weak or every is None else [one for one in named if one.is_free]
    if not targets and named:
        return [UnreadItem(f"ngày {item.day}", _TWO_DAYS)]
    if not targets:
        if every is None:
            reason = _NO_WEEK if item.of == "week" else _TWO_DAYS
            return [UnreadItem(f"ngày {item.day}", reason)] if item.day > 0 else []
        targets = [_Part(every)]
        parts += targets
    for part in targets:
        _set(part, item)
    return []


def _set(part: _Part, item: AnchorItem) -> None:
    part.manner = item.manner
    if item.day <= 0:
        part.anchor = REPORT_CALENDAR if item.of == REPORT_CALENDAR else PERIOD_END
        return
    place: AnchorPlace = "last_month"
    if item.of in ("first_month", "next_month", "week"):
        place = item.of  # type: ignore[assignment]  # one of the three, mypy does not narrow
    if part.frequency == "month" and place == "first_month":
        place = "last_month"
    part.days = (AnchorDay(item.day, place, 0, bool(item.exclusive)),)


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
    return days


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
    """Return what days "hàng năm" mean: each year, half, quarter or month has one of them."""
    days = [_anchor_of(one) for one in items if isinstance(one, DayItem | SpanItem)]
    for frequency in reversed(FREQUENCIES):
        if frequency != "nine_months" and _fits(frequency, days):
            manner = next(
                (one.manner for one in items if isinstance(one, DayItem) and one.manner), ""
            )
            return [RecurringClause((frequency,), ON_DAYS, manner, tuple(days))]
    return []


def _anchor_of(item: DayItem | SpanItem) -> AnchorDay:
    if isinstance(item, DayItem):
        return _anchor_day(item)
    if item.exclusive:
        return AnchorDay(max(item.first_day, 1), "month", item.first_month, exclusive=True)
    return AnchorDay(item.last_day or 31, "month", item.last_month)


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
