"""Difficulties (khó khăn, vướng mắc) of a year: recorded on tasks, entered in the register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tthc_desktop.domain.difficulty_answer import answer_to
from tthc_desktop.domain.periods import ONCE, period_words
from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.reporting.difficulties import (
    Difficulty,
    DifficultyPlace,
    ToldDifficulty,
    all_told,
)
from tthc_desktop.domain.reporting.registers import DIFFICULTIES
from tthc_desktop.domain.reporting.told_words import says_nothing
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.opening import plan_progress
from tthc_desktop.use_cases.reporting.registers import write_rows
from tthc_desktop.vietnamese_text import fold


def difficulties_of_year(units: UnitsOfWork, year: int) -> tuple[ToldDifficulty, ...]:
    """Return what was told in a year, in the order of plans and tasks, then of the register."""
    with units.reading() as work:
        opened = [
            plan_progress(work, one.id)
            for one in work.plans.summaries()
            if one.year == year and one.state is not PlanState.REFERENCE
        ]
        held = work.entries.all(DIFFICULTIES.key, Difficulty)
    recorded = (
        told
        for plan in opened
        for row in plan.leaves()
        for occurrence in plan.of_task(row.task)
        for told in recorded_difficulties(plan, row, occurrence)
    )
    return all_told(recorded, (one for one in held if _is_of(one, year)))


def recorded_difficulties(
    opened: PlanProgress, row: NumberedTask, occurrence: Occurrence
) -> Iterator[ToldDifficulty]:
    """Yield what was recorded for a period, each with the answer to it.

    The Văn phòng's own closing is told by the names of those who lead; where it only says
    what a unit said, it is none of its own. One answered and then taken away is told as it was.
    "Không", "Không có" or a bare mark is no difficulty.
    """
    texts: dict[str | None, str] = {
        one.respondent_id: one.record.difficulty for one in occurrence.units
    }
    closing = occurrence.closing.difficulty if occurrence.closing else ""
    if closing and fold(closing) not in {fold(text) for text in texts.values()}:
        texts[None] = closing
    key = f"{row.task.id}.{occurrence.period}"
    is_single = occurrence.period.startswith(ONCE)
    for place, (unit, text) in enumerate(texts.items()):
        answer = answer_to(occurrence.answers, unit, text)
        if answer is None and says_nothing(text):
            continue
        yield ToldDifficulty(
            f"{key}.{place}" if place else key,
            opened.directory.get(unit).name if unit else _leading(opened, row),
            text or (answer.told if answer else ""),
            f"{row.number}. {row.task.content}",
            "" if is_single else period_words(occurrence.period),
            answer=answer.answer if answer else "",
            answered_on=answer.answered_on if answer else None,
            is_changed=answer is not None and bool(text) and answer.told != text,
            place=DifficultyPlace(
                opened.plan.id, row.task.id, occurrence.id, unit, row.number, occurrence.period
            ),
        )


def export_difficulties(units: UnitsOfWork, year: int, to: Path, *, force: bool) -> Path:
    """Write all that was told in a year to an Excel file, in the columns of the register.

    Raises WrongCall for another suffix, Refused for an existing target without *force*,
    StorageTrouble where the target cannot be written.
    """
    told = difficulties_of_year(units, year)
    rows = [
        [one.raised_on, one.who, task_words(one), one.text, one.answer, one.answered_on]
        for one in told
    ]
    return write_rows(DIFFICULTIES, rows, to, force=force, title=f"{DIFFICULTIES.title} năm {year}")


def task_words(told: ToldDifficulty, most: int = 0) -> str:
    """Return the task and the period that a difficulty concerns; *most* letters of the task."""
    task = told.task
    if most and len(task) > most:
        task = f"{task[:most].rsplit(' ', 1)[0].rstrip(' ,;')}…"
    return f"{task} ({told.period})" if told.period else task


def _leading(opened: PlanProgress, row: NumberedTask) -> str:
    names = (one.words or opened.directory.get(one.respondent_id).name for one in row.task.lead)
    return "; ".join(names)


def _is_of(entry: Difficulty, year: int) -> bool:
    days = (entry.raised_on, entry.answered_on)
    return any(day is not None and day.year == year for day in days)
