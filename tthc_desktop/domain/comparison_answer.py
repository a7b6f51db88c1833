"""What a person said answers one thing that a superior's plan asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

AnswerState = Literal["answered", "partly", "missing", "not_ours"]
ANSWER_WORDS: dict[AnswerState, str] = {
    "answered": "Có",
    "partly": "Một phần",
    "missing": "Chưa có",
    "not_ours": "Không thuộc Sở",
}


@dataclass(frozen=True, slots=True)
class ComparisonAnswer:
    """The confirmed answer to a request.

    `asked_id` is the block or task of the superior's plan that asks; `answered_by` are ids of
    tasks and blocks of ours, or "title" for the plan itself.
    """

    plan_id: str
    superior_id: str
    asked_id: str
    state: AnswerState
    answered_by: tuple[str, ...]
    confirmed_on: date
    note: str = ""
