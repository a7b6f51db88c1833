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
        for name, holds in (
            ("independent_of_place", one.independent_of_place),
            ("has_decision", bool(one.decision)),
            ("has_process", bool(one.process)),
            ("is_published", _is_published(one, window.end)),
            ("announced", window.holds(one.decided_on)),
        ):
            counts[name] += holds
    return counts


def _is_published(one: Procedure, day: date) -> bool:
    """Whether it was made public by *day*; a place without a day counts as there already."""
    if one.published_on is not None:
        return one.published_on <= day
    return bool(one.published_where)


@dataclass(frozen=True, slots=True)
class ProcedureAnswers:
    """What the usual tasks of a plan on TTHC ask of the list: how many of how many.

    The tasks: công bố (2.1.1), công khai (2.1.2), quy trình nội bộ (3.1), phi địa giới (3.3),
    dịch vụ công trực tuyến (3.5) of the plans the offices write.
    """

    total: int
    announced: int
    has_decision: int
    is_published: int
    has_process: int
    independent_of_place: int
    online_whole: int
    online_partly: int

    @property
    def online_percent(self) -> float | None:
        """How much of the list can be done online, một phần or toàn trình; None where empty."""
        return (self.online_whole + self.online_partly) / self.total * 100 if self.total else None


def procedure_answers(procedures: Iterable[Procedure], window: ReportWindow) -> ProcedureAnswers:
    """Return the answers over what is in force when the window closes."""
    counts = procedure_counts(procedures, window)
    total = sum(counts[one.value] for one in ProcedureLevel)
    return ProcedureAnswers(
        total, counts["announced"], counts["has_decision"], counts["is_published"],
        counts["has_process"], counts["independent_of_place"],
        counts["online_whole"], counts["online_partly"],
    )  # fmt: skip
