"""When a task is due: the office's own words and, beside them, clauses a program can read."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

Frequency = Literal["week", "month", "quarter", "half", "nine_months", "year"]
FREQUENCIES: tuple[Frequency, ...] = ("week", "month", "quarter", "half", "nine_months", "year")
REPORT_CALENDAR = "report_calendar"
PERIOD_END = "period_end"
ON_DAYS = "on_days"
# What the report calendar dates: reports are made of quarters, halves, nine months, years.
REPORTED: tuple[Frequency, ...] = ("quarter", "half", "nine_months", "year")
AnchorPlace = Literal["first_month", "last_month", "next_month", "month", "next_year", "week"]


@dataclass(frozen=True, slots=True)
class DateClause:
    """A single day; `exclusive` for "trước ngày X", which ends on the day before."""

    day: date
    exclusive: bool = False
    manner: str = ""


@dataclass(frozen=True, slots=True)
class PeriodClause:
    """A period that does not recur; due on its last calendar day. `kind` period or range."""

    start: date
    end: date
    kind: Literal["period", "range"] = "period"
    manner: str = ""


@dataclass(frozen=True, slots=True)
class AnchorDay:
    """A day that comes back: the 17th of the last month of each period, 15/12 of each year.

    `of` is the period's first or last month or the one after it; with "month" and "next_year"
    `month` names the month; with "week" `day` is 1 for Monday to 7. A day the month lacks is
    its last (Bộ luật Dân sự 2015, Điều 148.3). `exclusive` as in `DateClause`.
    """

    day: int
    of: AnchorPlace = "last_month"
    month: int = 0
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class RecurringClause:
    """Every week, month, quarter, half, nine months, year.

    `anchor` is "report_calendar" (closing day and working days of the report profile),
    "period_end" (last working day of the period) or "on_days", which `days` then name. No
    frequency at all is "báo cáo định kỳ": quarters and year, by the report calendar.
    """

    every: tuple[Frequency, ...]
    anchor: str = PERIOD_END
    manner: str = ""
    days: tuple[AnchorDay, ...] = ()


@dataclass(frozen=True, slots=True)
class ContinuousClause:
    """Thường xuyên: never due, reviewed each quarter."""

    manner: str = ""


@dataclass(frozen=True, slots=True)
class WordsClause:
    """Words that give no day: external (waits for a document), event, or not understood.

    `reason` is a Vietnamese sentence that says why unknown words were not understood.
    """

    kind: Literal["external", "event", "unknown"]
    text: str
    manner: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RelativeClause:
    """So many days, or working days, from an event; `months` where the words count months."""

    days: int
    working: bool
    start: str
    manner: str = ""
    months: int = 0


@dataclass(frozen=True, slots=True)
class EmptyClause:
    """Nothing is written: a group row, or a defect."""

    manner: str = ""


Clause = (
    DateClause
    | PeriodClause
    | RecurringClause
    | ContinuousClause
    | WordsClause
    | RelativeClause
    | EmptyClause
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What the words of a timing mean; `overridden` when a person chose it."""

    clauses: tuple[Clause, ...]
    overridden: bool = False


def unread_schedule(words: str) -> Schedule:
    """Return the schedule of words nobody has read yet: unknown, or empty for no words."""
    return Schedule((WordsClause("unknown", words) if words else EmptyClause(),))


def clause_as_json(clause: Clause) -> dict[str, Any]:
    """Return the clause in the form that the command line promises."""
    content: dict[str, Any]
    match clause:
        case DateClause(day, exclusive):
            content = {"kind": "date", "date": day.isoformat(), "exclusive": exclusive}
        case PeriodClause(start, end, kind):
            content = {"kind": kind, "from": start.isoformat(), "to": end.isoformat()}
        case RecurringClause(every, anchor):
            content = {"kind": "recurring", "every": list(every), "anchor": anchor}
            content |= _given(days=[asdict(one) for one in clause.days])
        case ContinuousClause():
            content = {"kind": "continuous"}
        case WordsClause(kind=words, text=text):
            content = {"kind": words, "text": text, **_given(reason=clause.reason)}
        case RelativeClause(days, working, start=event):
            content = {"kind": "relative", "days": days, "working": working, "from": event}
            content |= _given(months=clause.months)
        case EmptyClause():
            content = {"kind": "empty"}
    return {**content, "manner": clause.manner}


def _given(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
    """Return the values that are not empty: keys that most clauses do without."""
    return {name: value for name, value in values.items() if value}


def clause_from_json(content: dict[str, Any]) -> Clause:
    """Return the clause written as by `clause_as_json`; ValueError for an unknown kind."""
    manner = content.get("manner", "")
    match content["kind"]:
        case "date":
            return DateClause(date.fromisoformat(content["date"]), content["exclusive"], manner)
        case "period" | "range" as kind:
            start, end = (date.fromisoformat(content[key]) for key in ("from", "to"))
            return PeriodClause(start, end, kind, manner)
        case "recurring":
            anchored = tuple(AnchorDay(**one) for one in content.get("days", ()))
            return RecurringClause(tuple(content["every"]), content["anchor"], manner, anchored)
        case "continuous":
            return ContinuousClause(manner)
        case "external" | "event" | "unknown" as kind:
            return WordsClause(kind, content["text"], manner, content.get("reason", ""))
        case "relative":
            days, working, start = (content[key] for key in ("days", "working", "from"))
            return RelativeClause(days, working, start, manner, content.get("months", 0))
        case "empty":
            return EmptyClause(manner)
        case kind:
            message = f"unknown kind of clause: {kind}"
            raise ValueError(message)
