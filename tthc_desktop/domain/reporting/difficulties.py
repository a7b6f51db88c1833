"""Difficulties (khó khăn, vướng mắc) that units told the Văn phòng, with their answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from tthc_desktop.vietnamese_text import clean_line, fold


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


@dataclass(frozen=True, slots=True)
class DifficultyPlace:
    """Where a difficulty was recorded: the period of a task, and by whom (None: Văn phòng)."""

    plan_id: str
    task_id: str
    occurrence_id: str
    respondent_id: str | None
    number: str
    period: str


@dataclass(frozen=True, slots=True)
class ToldDifficulty:
    """A difficulty as it is looked at, be it recorded on a task or entered in the register.

    `is_changed` where its words are others than those answered. `raised_on` is known of the
    register's own; `task` is what it concerns, in words, `period` which of its periods, ""
    where there is one only.
    """

    key: str
    who: str
    text: str
    task: str = ""
    period: str = ""
    raised_on: date | None = None
    answer: str = ""
    answered_on: date | None = None
    is_changed: bool = False
    place: DifficultyPlace | None = None
    entry: Difficulty | None = None

    @property
    def is_answered(self) -> bool:
        """Whether what it says now was answered."""
        return bool(self.answer) and not self.is_changed


def told_by_entry(entry: Difficulty) -> ToldDifficulty:
    """Return a difficulty of the register."""
    return ToldDifficulty(
        entry.id, entry.division, entry.text, entry.task, raised_on=entry.raised_on,
        answer=entry.answer, answered_on=entry.answered_on, entry=entry,
    )  # fmt: skip


def all_told(
    recorded: Iterable[ToldDifficulty], entries: Iterable[Difficulty]
) -> tuple[ToldDifficulty, ...]:
    """Return recorded difficulties and those of the register, each once.

    What a unit recorded and the Văn phòng wrote down once more is one: same words, and the
    same unit or none. Its answer may stand at either.
    """
    found = list(recorded)
    for entry in entries:
        same = next((place for place, one in enumerate(found) if _is_same(one, entry)), None)
        if same is None:
            found.append(told_by_entry(entry))
        elif entry.answer and not found[same].is_answered:
            found[same] = replace(
                found[same], answer=entry.answer, answered_on=entry.answered_on, is_changed=False
            )
    return tuple(found)


def _is_same(one: ToldDifficulty, entry: Difficulty) -> bool:
    if one.entry is not None or _key(one.text) != _key(entry.text):
        return False
    return not entry.division or fold(entry.division) == fold(one.who)


def _key(text: str) -> str:
    return fold(clean_line(text)).strip(" .;")
