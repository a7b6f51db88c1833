"""Difficulties answered, entered, changed and taken out: each an edit that can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tthc_desktop.domain.difficulty_answer import DifficultyAnswer
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.reporting.difficulties import Difficulty, DifficultyPlace
from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.domain.reporting.entry_fields import entry_from_texts
from tthc_desktop.domain.reporting.registers import DIFFICULTIES
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.task_acts import edit_to_occurrence
from tthc_desktop.vietnamese_text import clean_text


def answer_difficulty(
    progress: PlanProgress, place: DifficultyPlace, answer: str, answered_on: date
) -> TaskEdit:
    """Answer what is recorded at *place*; without words the answer to it is taken out.

    An answer to the same words is replaced, one to other words stays beside it. Raises
    Refused where nothing is recorded there any more.
    """
    occurrence = next(
        (
            one
            for one in progress.occurrences.get(place.task_id, ())
            if one.id == place.occurrence_id
        ),
        None,
    )
    told = _recorded_text(occurrence, place.respondent_id) if occurrence else ""
    if occurrence is None or not told:
        raise Refused("Kỳ này không còn ghi khó khăn, vướng mắc. Chưa thay đổi gì.")
    answers = tuple(
        one
        for one in occurrence.answers
        if (one.respondent_id, one.told) != (place.respondent_id, told)
    )
    words = clean_text(answer)
    if words:
        given = DifficultyAnswer(new_id(), place.respondent_id, told, words, answered_on)
        answers = (*answers, given)
    act = "trả lời khó khăn, vướng mắc" if words else "bỏ câu trả lời khó khăn"
    return edit_to_occurrence(act, progress, replace(occurrence, answers=answers))


def answered_entry(entry: Difficulty, answer: str, answered_on: date) -> EntryEdit:
    """Answer a difficulty of the register; without words the answer to it is taken out."""
    words = clean_text(answer)
    after = replace(entry, answer=words, answered_on=answered_on if words else None)
    act = "trả lời khó khăn, vướng mắc" if words else "bỏ câu trả lời khó khăn"
    return EntryEdit(DIFFICULTIES, act, (EntryChange(entry, after),))


def written_entry(entry: Difficulty | None, values: Mapping[str, str], year: int) -> EntryEdit:
    """Change *entry* of the register, or add a new one (None), from typed values by field.

    Raises Refused for a value that does not fit.
    """
    entry_id = entry.id if entry else new_id()
    after = entry_from_texts(DIFFICULTIES, values, year=year, entry_id=entry_id)
    act = "sửa khó khăn, vướng mắc" if entry else "thêm khó khăn, vướng mắc"
    return EntryEdit(DIFFICULTIES, act, (EntryChange(entry, after),))


def removed_entry(entry: Difficulty) -> EntryEdit:
    """Take a difficulty out of the register."""
    return EntryEdit(DIFFICULTIES, "bỏ khó khăn, vướng mắc", (EntryChange(entry, None),))


def _recorded_text(occurrence: Occurrence, unit: str | None) -> str:
    if unit is None:
        return occurrence.closing.difficulty if occurrence.closing else ""
    return occurrence.record_of(unit).difficulty
