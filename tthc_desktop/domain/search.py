"""What a search over all plans finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class HitKind(StrEnum):
    """Where the words stand: the plan's title, a paragraph of its text, a task."""

    TITLE = "title"
    TEXT = "text"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One place: its plan, its own id there (the plan's for a title) and its whole text.

    `number` is that of a task found by its number (STT), else empty.
    """

    plan_id: str
    kind: HitKind
    id: str
    text: str
    number: str = ""
