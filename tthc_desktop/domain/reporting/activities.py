"""Communication: what was done, the year's targets, and the table of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tthc_desktop.domain.reporting.windows import ReportWindow
from tthc_desktop.vietnamese_text import fold, sort_key


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity: `quantity` counts `unit`s (tin, bài, hội nghị …), `cost` is in đồng."""

    register: ClassVar[str] = "activity"

    id: str
    day: date
    kind: str
    title: str
    quantity: float = 1
    unit: str = ""
    division: str = ""
    channel: str = ""
    topic: str = ""
    people: int = 0
    cost: float = 0
    evidence: str = ""
    task: str = ""

    def trouble(self) -> str:
        """Nothing can be wrong between its values."""
        return ""


@dataclass(frozen=True, slots=True)
class ActivityTarget:
    """How much of a kind of activity is to be reached in a year."""

    register: ClassVar[str] = "activity_target"

    id: str
    year: int
    kind: str
    target: float
    unit: str = ""

    def trouble(self) -> str:
        """Nothing can be wrong between its values."""
        return ""


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """A line of the table: a kind with its unit, in the period, since 15/12, and the target."""

    kind: str
    unit: str
    in_period: float
    in_year: float
    target: float | None
    evidence: str

    @property
    def percent(self) -> float | None:
        """What is reached of the target, in percent; None without one."""
        return self.in_year / self.target * 100 if self.target else None


def activity_table(
    activities: Iterable[Activity],
    targets: Iterable[ActivityTarget],
    window: ReportWindow,
    year: ReportWindow,
) -> tuple[ActivityLine, ...]:
    """Return a line per kind and unit; the year counts from its first day to the window's end."""
    counted = [one for one in activities if year.start <= one.day <= window.end]
    wanted = {_key(one.kind, one.unit): one for one in targets if str(one.year) == year.period}
    names = {_key(one.kind, one.unit): (one.kind, one.unit) for one in counted}
    names |= {key: (one.kind, one.unit) for key, one in wanted.items() if key not in names}
    lines = []
    for key, (kind, unit) in sorted(names.items(), key=lambda one: sort_key(one[1][0])):
        own = [one for one in counted if _key(one.kind, one.unit) == key]
        now = [one for one in own if window.holds(one.day)]
        evidence = "; ".join(dict.fromkeys(one.evidence for one in now if one.evidence))
        lines.append(
            ActivityLine(
                kind, unit, sum(one.quantity for one in now), sum(one.quantity for one in own),
                wanted[key].target if key in wanted else None, evidence,
            )
        )  # fmt: skip
    return tuple(lines)


def _key(kind: str, unit: str) -> tuple[str, str]:
    return fold(kind), fold(unit)
