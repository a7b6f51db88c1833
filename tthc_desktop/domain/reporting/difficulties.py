"""Difficulties (khó khăn, vướng mắc) that units told the Văn phòng, with their answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Difficulty:
    """One difficulty, who told it, and what was answered when."""

    register: ClassVar[str] = "difficulty"

    id: str
    raised_on: date
    text: str
    division: str = ""
    task: str = ""
    answer: str = ""
    answered_on: date | None = None

    def trouble(self) -> str:
        """Return what cannot be in its days, as a sentence; empty where all fits."""
        if self.answered_on and self.answered_on < self.raised_on:
            return "Ngày trả lời trước ngày nêu"
        return ""
