"""What was answered to a difficulty that was recorded with a period of a task."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DifficultyAnswer:
    """An answer; `told` are the words answered, which the unit may change afterwards.

    `respondent_id` is who recorded the difficulty, None for the Văn phòng itself.
    """

    id: str
    respondent_id: str | None
    told: str
    answer: str
    answered_on: date


def answer_to(
    answers: Iterable[DifficultyAnswer], respondent_id: str | None, difficulty: str
) -> DifficultyAnswer | None:
    """Return the answer to these words of a unit; else its last one, given to other words."""
    of_unit = [one for one in answers if one.respondent_id == respondent_id]
    to_words = [one for one in of_unit if one.told == difficulty]
    return max(to_words or of_unit, key=lambda one: one.answered_on, default=None)
