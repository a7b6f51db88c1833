"""The way of a phản ánh, kiến nghị: what is to be done next, until when, and doing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from tthc_desktop.domain.reporting.petitions import (
    Petition,
    PetitionState,
    is_petition_late,
    petition_deadlines,
)
from tthc_desktop.domain.shown_state import SOON_DAYS, Shown, ShownState
from tthc_desktop.domain.working_days import WorkingDays

_ENDED = (PetitionState.REFUSED, PetitionState.TRANSFERRED, PetitionState.PUBLISHED)
_UNDECIDED = (PetitionState.NEW, PetitionState.RECEIVED)
# A day that is written down for the first time leads the state on, where it was one of these.
_LED_ON: tuple[tuple[str, tuple[PetitionState, ...], PetitionState], ...] = (
    ("transferred_on", _UNDECIDED, PetitionState.TRANSFERRED),
    (
        "answered_on",
        (*_UNDECIDED, PetitionState.NEEDS_MORE, PetitionState.IN_PROGRESS),
        PetitionState.AWAITS_PUBLICATION,
    ),
    (
        "published_on",
        (
            *_UNDECIDED, PetitionState.NEEDS_MORE, PetitionState.IN_PROGRESS,
            PetitionState.AWAITS_PUBLICATION,
        ),
        PetitionState.PUBLISHED,
    ),
)  # fmt: skip


class PetitionStep(Enum):
    """An act on a petition, by the words of its button."""

    RECEIVE = "Tiếp nhận"
    TRANSFER = "Chuyển"
    ANSWER = "Trả lời"
    PUBLISH = "Công khai"


@dataclass(frozen=True, slots=True)
class PetitionStanding:
    """Where a petition stands on a day: its steps, the likeliest first, and their last day.

    `missing` says what must be written down before anything can be worked out of it.
    """

    state: ShownState
    due: date | None = None
    steps: tuple[PetitionStep, ...] = ()
    missing: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return bool(self.steps)


def petition_standing(one: Petition, days: WorkingDays, today: date) -> PetitionStanding:
    """Return where a petition stands as seen on *today*."""
    deadlines = petition_deadlines(one, days)
    if one.state in _ENDED:
        return _ended(one, days, today)
    if one.answered_on is not None and deadlines.publish_by is not None:
        return _open(deadlines.publish_by, today, PetitionStep.PUBLISH)
    if one.state is PetitionState.AWAITS_PUBLICATION:
        waits = ShownState(Shown.NOT_STARTED)
        return PetitionStanding(waits, None, (PetitionStep.ANSWER,), "Chưa ghi ngày trả lời")
    if one.state is PetitionState.NEW:
        return _open(deadlines.refuse_by, today, PetitionStep.RECEIVE, PetitionStep.TRANSFER)
    if one.state is PetitionState.RECEIVED and one.transferred_on is None:
        return _open(deadlines.handle_by, today, PetitionStep.ANSWER, PetitionStep.TRANSFER)
    return _open(deadlines.handle_by, today, PetitionStep.ANSWER)


def stepped(one: Petition, step: PetitionStep, values: Mapping[str, object]) -> Petition:
    """Return the petition after a step; *values* are the fields written down with it."""
    state = {
        PetitionStep.RECEIVE: PetitionState.RECEIVED,
        PetitionStep.TRANSFER: PetitionState.TRANSFERRED,
        PetitionStep.ANSWER: PetitionState.AWAITS_PUBLICATION,
        PetitionStep.PUBLISH: PetitionState.PUBLISHED,
    }[step]
    return replace(one, state=state, **values)  # type: ignore[arg-type] # the fields' own values


def led_on(before: Petition | None, after: Petition) -> Petition:
    """Return *after* with the state its newly written days lead to, where nobody set another."""
    if before is not None and before.state is not after.state:
        return after
    for name, states, reached in _LED_ON:
        is_new = getattr(after, name) is not None and getattr(before, name, None) is None
        if is_new and after.state in states:
            after = replace(after, state=reached)
    return after


def _ended(one: Petition, days: WorkingDays, today: date) -> PetitionStanding:
    if one.handled_on is None:
        name = "ngày chuyển" if one.state is PetitionState.TRANSFERRED else "ngày trả lời"
        return PetitionStanding(ShownState(Shown.DONE), missing=f"Chưa ghi {name}")
    publish_by = petition_deadlines(one, days).publish_by
    is_late = is_petition_late(one, days, today) or bool(
        one.published_on and publish_by and one.published_on > publish_by
    )
    return PetitionStanding(ShownState(Shown.DONE_LATE if is_late else Shown.DONE))


def _open(due: date, today: date, *steps: PetitionStep) -> PetitionStanding:
    left = (due - today).days
    if left < 0:
        state = ShownState(Shown.OVERDUE, -left)
    elif left <= SOON_DAYS:
        state = ShownState(Shown.SOON, left)
    else:
        state = ShownState(Shown.IN_TIME, left)
    return PetitionStanding(state, due, steps)
