"""The TTHC of the Sở: what form II.07b counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from tthc_desktop.domain.reporting.windows import ReportWindow


class ProcedureLevel(StrEnum):
    """Who decides: the province, or the commune (no district since 01/07/2025)."""

    PROVINCE = "province"
    COMMUNE = "commune"


class OnlineLevel(StrEnum):
    """How far it goes online: not, một phần, toàn trình."""

    NONE = "none"
    PARTLY = "partly"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One TTHC: `process` is the decision of its quy trình nội bộ, empty where there is none."""

    register: ClassVar[str] = "procedure"

    id: str
    code: str
    name: str
    field: str = ""
    level: ProcedureLevel = ProcedureLevel.PROVINCE
    decision: str = ""
    decided_on: date | None = None
    ended_on: date | None = None
    one_stop: bool = True
    process: str = ""
    online: OnlineLevel = OnlineLevel.NONE
    independent_of_place: bool = False
    published_where: str = ""
    published_on: date | None = None

    def trouble(self) -> str:
        """Return what cannot be in its days, as a sentence; empty where all fits."""
        if self.ended_on and self.decided_on and self.ended_on < self.decided_on:
            return "Ngày bãi bỏ trước ngày công bố"
        return ""

    def is_in_force(self, day: date) -> bool:
        """Whether it was decided and not ended on *day*."""
        is_ended = self.ended_on is not None and self.ended_on <= day
        return not is_ended and (self.decided_on is None or self.decided_on <= day)


def procedure_counts(procedures: Iterable[Procedure], window: ReportWindow) -> Counter[str]:
    """Count those in force when the window closes, by the names a form's file may use."""
    counts: Counter[str] = Counter()
    for one in procedures:
        if not one.is_in_force(window.end):
            continue
        counts.update((one.level.value, f"online_{one.online.value}"))
        if one.one_stop:
            counts[f"one_stop_{one.level.value}"] += 1
        if one.process:
            counts[f"process_{one.level.value}"] += 1
        if one.independent_of_place:
            counts["independent_of_place"] += 1
    return counts
