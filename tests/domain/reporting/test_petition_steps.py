"""The way of a petition: what comes next, until when, and how days lead the state on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tthc_desktop.domain.reporting.petition_steps import (
    PetitionStep,
    led_on,
    petition_standing,
    stepped,
)
from tthc_desktop.domain.reporting.petitions import (
    Petition,
    PetitionState,
    is_petition_late,
    petition_deadlines,
)
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.working_days import shipped_working_days

DAYS = shipped_working_days()
# Received 24/04/2026: 2, 5 and 15 working days end on 29/04, 06/05 and 20/05 (domain.md 4).
ONE = Petition("p", date(2026, 4, 24), "Nội dung", state=PetitionState.NEW)


@pytest.mark.parametrize(
    ("changes", "due", "steps"),
    [
        ({}, date(2026, 4, 29), ("RECEIVE", "TRANSFER")),
        ({"state": PetitionState.RECEIVED}, date(2026, 5, 20), ("ANSWER", "TRANSFER")),
        ({"state": PetitionState.NEEDS_MORE}, date(2026, 5, 20), ("ANSWER",)),
        ({"state": PetitionState.IN_PROGRESS}, date(2026, 5, 20), ("ANSWER",)),
        (
            {"state": PetitionState.AWAITS_PUBLICATION, "answered_on": date(2026, 5, 13)},
            date(2026, 5, 15),
            ("PUBLISH",),
        ),
        (
            {"state": PetitionState.TRANSFERRED, "transferred_on": date(2026, 5, 6)},
            None,
            (),
        ),
    ],
)
def test_the_next_step_has_its_last_day(
    changes: dict[str, object], due: date | None, steps: tuple[str, ...]
) -> None:
    found = petition_standing(replace(ONE, **changes), DAYS, date(2026, 4, 24))  # type: ignore[arg-type]
    assert found.due == due
    assert found.steps == tuple(PetitionStep[one] for one in steps)
    assert found.is_open is bool(steps)


def test_in_time_soon_and_overdue_follow_from_the_last_day() -> None:
    one = replace(ONE, state=PetitionState.IN_PROGRESS)
    last = date(2026, 5, 20)
    for day, shown, days in (
        (last - timedelta(days=8), Shown.IN_TIME, 8),
        (last - timedelta(days=7), Shown.SOON, 7),
        (last, Shown.SOON, 0),
        (last + timedelta(days=1), Shown.OVERDUE, 1),
    ):
        state = petition_standing(one, DAYS, day).state
        assert (state.shown, state.days) == (shown, days)


@pytest.mark.parametrize(
    ("state", "changes", "shown"),
    [
        (PetitionState.TRANSFERRED, {"transferred_on": date(2026, 5, 6)}, Shown.DONE),
        (PetitionState.TRANSFERRED, {"transferred_on": date(2026, 5, 7)}, Shown.DONE_LATE),
        (PetitionState.PUBLISHED, {"answered_on": date(2026, 5, 20)}, Shown.DONE),
        (PetitionState.PUBLISHED, {"answered_on": date(2026, 5, 21)}, Shown.DONE_LATE),
        (
            PetitionState.PUBLISHED,
            {"answered_on": date(2026, 5, 13), "published_on": date(2026, 5, 18)},
            Shown.DONE_LATE,
        ),
        (PetitionState.REFUSED, {"answered_on": date(2026, 4, 28)}, Shown.DONE),
    ],
)
def test_what_is_ended_was_in_time_or_late(
    state: PetitionState, changes: dict[str, date], shown: Shown
) -> None:
    one = replace(ONE, state=state, **changes)  # type: ignore[arg-type]
    found = petition_standing(one, DAYS, date(2026, 12, 1))
    assert found.state.shown is shown
    assert not found.steps


def test_what_has_no_day_is_said_and_nothing_is_worked_out_of_it() -> None:
    far = date(2027, 1, 1)
    for state, said in (
        (PetitionState.REFUSED, "Chưa ghi ngày trả lời"),
        (PetitionState.TRANSFERRED, "Chưa ghi ngày chuyển"),
        (PetitionState.AWAITS_PUBLICATION, "Chưa ghi ngày trả lời"),
    ):
        one = replace(ONE, state=state)
        found = petition_standing(one, DAYS, far)
        assert (found.missing, found.due) == (said, None)
        assert found.state.shown not in (Shown.OVERDUE, Shown.DONE_LATE)
        assert not is_petition_late(one, DAYS, far)


def test_steps_from_coming_to_publication() -> None:
    one = stepped(ONE, PetitionStep.RECEIVE, {})
    assert one.state is PetitionState.RECEIVED
    one = stepped(one, PetitionStep.ANSWER, {"answered_on": date(2026, 5, 13), "outcome": "Đã sửa"})
    assert (one.state, one.outcome) == (PetitionState.AWAITS_PUBLICATION, "Đã sửa")
    assert petition_standing(one, DAYS, date(2026, 5, 14)).due == date(2026, 5, 15)
    one = stepped(one, PetitionStep.PUBLISH, {"published_on": date(2026, 5, 15)})
    assert one.state is PetitionState.PUBLISHED
    assert petition_standing(one, DAYS, date(2026, 6, 1)).state.shown is Shown.DONE


def test_a_new_day_leads_the_state_on_unless_somebody_chose_another() -> None:
    open_one = replace(ONE, state=PetitionState.IN_PROGRESS)
    answered = replace(open_one, answered_on=date(2026, 5, 4))
    assert led_on(open_one, answered).state is PetitionState.AWAITS_PUBLICATION
    published = replace(answered, published_on=date(2026, 5, 5))
    assert led_on(None, published).state is PetitionState.PUBLISHED
    refused = replace(answered, state=PetitionState.REFUSED)
    assert led_on(open_one, refused).state is PetitionState.REFUSED
    # A day put right changes no state that was chosen since.
    chosen = replace(answered, state=PetitionState.IN_PROGRESS)
    assert led_on(chosen, replace(chosen, answered_on=date(2026, 5, 6))).state is chosen.state


def test_handling_by_giving_on_has_five_days_not_fifteen() -> None:
    deadlines = petition_deadlines(ONE, DAYS)
    assert (deadlines.transfer_by, deadlines.handle_by) == (date(2026, 5, 6), date(2026, 5, 20))
    given = replace(ONE, state=PetitionState.TRANSFERRED, transferred_on=date(2026, 5, 7))
    assert is_petition_late(given, DAYS, date(2026, 5, 7))
    assert not is_petition_late(replace(given, transferred_on=date(2026, 5, 6)), DAYS, date.max)
