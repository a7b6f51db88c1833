"""The journal of changes: one row per act, written with the act's own transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Act:
    """What was done: Vietnamese words, what it was done to, and its values before and after.

    `before` and `after` are plain JSON values. `reason` and `document` belong to a điều
    chỉnh of an issued plan.
    """

    words: str
    subject: str
    subject_id: str
    plan_id: str | None = None
    before: Any = None
    after: Any = None
    reason: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One act as the journal holds it. `who` is the PC's account: shown, never given away."""

    at: str
    who: str
    act: Act
