"""Phản ánh, kiến nghị (PAKN): the register's entry, its deadlines, and its counts.

Sources: NĐ 20/2008/NĐ-CP, Điều 9, 14, 19; the working days of the national portal's rules
for Quyết định 766/QĐ-TTg, chỉ tiêu 5.2 (2 to refuse, 5 to ask for more or to transfer, 15 to
handle, 2 to publish).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from tthc_desktop.domain.reporting.windows import ReportWindow
from tthc_desktop.domain.working_days import WorkingDays

REFUSE_DAYS, ASK_DAYS, TRANSFER_DAYS, HANDLE_DAYS, PUBLISH_DAYS = 2, 5, 5, 15, 2


class PetitionAbout(StrEnum):
    """What it is about: how somebody acted, or a regulation."""

    BEHAVIOUR = "behaviour"
    REGULATION = "regulation"


class PetitionState(StrEnum):
    """Where it stands."""

    NEW = "new"
    RECEIVED = "received"
    REFUSED = "refused"
    TRANSFERRED = "transferred"
    NEEDS_MORE = "needs_more"
    IN_PROGRESS = "in_progress"
    AWAITS_PUBLICATION = "awaits_publication"
    PUBLISHED = "published"


CLOSED_STATES = (
    PetitionState.REFUSED, PetitionState.TRANSFERRED, PetitionState.AWAITS_PUBLICATION,
    PetitionState.PUBLISHED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Petition:
    """One phản ánh, kiến nghị. `sender` and `contact` are personal: no export has them unasked."""

    register: ClassVar[str] = "petition"

    id: str
    received_on: date
    summary: str
    number: str = ""
    channel: str = ""
    sender: str = ""
    contact: str = ""
    about: PetitionAbout = PetitionAbout.REGULATION
    field: str = ""
    procedure: str = ""
    state: PetitionState = PetitionState.RECEIVED
    transferred_to: str = ""
    transferred_on: date | None = None
    division: str = ""
    answered_on: date | None = None
    outcome: str = ""
    answer_number: str = ""
    published_on: date | None = None
    link: str = ""
    satisfaction: str = ""

    @property
    def is_handled(self) -> bool:
        """Whether it was answered, refused or given on."""
        return self.answered_on is not None or self.state in CLOSED_STATES

    @property
    def handled_on(self) -> date | None:
        """The day it was answered, or given on."""
        return self.answered_on or (self.transferred_on if self.is_handled else None)

    def trouble(self) -> str:
        """Return what cannot be in its days, as a sentence; empty where all fits."""
        if self.transferred_on and self.transferred_on < self.received_on:
            return "Ngày chuyển trước ngày nhận"
        if self.answered_on and self.answered_on < self.received_on:
            return "Ngày trả lời trước ngày nhận"
        if self.published_on and self.published_on < (self.answered_on or self.received_on):
            return "Ngày công khai trước ngày trả lời"
        return ""


@dataclass(frozen=True, slots=True)
class PetitionDeadlines:
    """The last days in time; `publish_by` only once it was answered."""

    refuse_by: date
    transfer_by: date
    ask_by: date
    handle_by: date
    publish_by: date | None


def petition_deadlines(one: Petition, days: WorkingDays) -> PetitionDeadlines:
    """Return the deadlines; handling counts from the day it came to the office."""
    start = one.received_on
    return PetitionDeadlines(
        days.add(start, REFUSE_DAYS),
        days.add(start, TRANSFER_DAYS),
        days.add(start, ASK_DAYS),
        days.add(start, HANDLE_DAYS),
        days.add(one.answered_on, PUBLISH_DAYS) if one.answered_on else None,
    )


def is_petition_late(one: Petition, days: WorkingDays, today: date) -> bool:
    """Whether it was handled after its last day, or is open past it on *today*.

    One that is handled on a day nobody wrote down is not called late.
    """
    if one.is_handled and one.handled_on is None:
        return False
    deadlines = petition_deadlines(one, days)
    is_given_on = one.is_handled and one.answered_on is None
    last = deadlines.transfer_by if is_given_on else deadlines.handle_by
    return (one.handled_on or today) > last


def petition_counts(petitions: Iterable[Petition], window: ReportWindow) -> Counter[str]:
    """Count those the window has to do with, by the names a form's file may use."""
    counts: Counter[str] = Counter()
    for one in petitions:
        handled = one.handled_on
        if one.received_on > window.end or (handled and handled < window.start):
            continue
        time = "new" if one.received_on >= window.start else "before"
        counts.update((one.about.value, time))
        if handled and handled <= window.end:
            counts.update((f"handled_{one.about.value}", f"handled_{time}"))
            if one.published_on and one.published_on <= window.end:
                counts["published"] += 1
    return counts
