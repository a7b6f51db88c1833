"""What every leading unit owes on a day: its occurrences that are late, and those due soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tthc_desktop.domain.difficulty_answer import answer_to
from tthc_desktop.domain.office import Respondent, RespondentKind
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, State
from tthc_desktop.domain.reporting.told_words import in_one_line, says_nothing
from tthc_desktop.domain.task import NumberedTask, Task
from tthc_desktop.vietnamese_text import clean_line, fold

_OPEN = (State.NOT_STARTED, State.IN_PROGRESS)
_DIVISION = "Phòng"
# Divisions whose own name says what they are.
_NAMED = ("phong ", "van phong", "thanh tra", "ban ", "bo phan ", "to ", "doan ")


@dataclass(frozen=True, slots=True)
class DueLine:
    """An occurrence that a unit has not done; `late_days` is 0 while it is in time."""

    number: str
    content: str
    period: str
    due: date
    late_days: int


@dataclass(slots=True)
class UnitDues:
    """A unit's dated occurrences: how many are done, which are late, which fall due soon.

    `difficulties` are those it recorded for what it has not done, each with its task's number
    and the answer to it.
    """

    unit: Respondent
    done: int = 0
    late: list[DueLine] = field(default_factory=list)
    soon: list[DueLine] = field(default_factory=list)
    difficulties: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The unit as one writes to it."""
        return addressed_name(self.unit)

    @property
    def passed(self) -> int:
        """How many occurrences are done or should be."""
        return self.done + len(self.late)


def unit_dues(opened: PlanProgress, *, today: date, until: date) -> tuple[UnitDues, ...]:
    """Return the units that lead, in the office's order; soon is what is due up to *until*.

    A group's task counts for each member. What the Văn phòng closed, and what is paused,
    cancelled or without a case, nobody owes.
    """
    found: dict[str, UnitDues] = {}
    for row in opened.leaves():
        for unit_id in opened.lead_units(row.task):
            dues = found.setdefault(unit_id, UnitDues(opened.directory.get(unit_id)))
            for occurrence in opened.of_task(row.task):
                _count(dues, opened, row, occurrence, today, until)
    order = [one.id for one in opened.directory.respondents]
    for dues in found.values():
        for lines in (dues.late, dues.soon):
            lines.sort(key=lambda line: line.due)
    return tuple(found[one] for one in order if one in found)


def addressed_name(unit: Respondent) -> str:
    """Return the name as one writes to it: "Phòng Pháp chế" of a division called "Pháp chế"."""
    is_named = f"{fold(unit.name)} ".startswith(_NAMED)
    if unit.kind is not RespondentKind.DIVISION or is_named:
        return unit.name
    return f"{_DIVISION} {unit.name}"


def open_lines(dues: UnitDues) -> Iterator[DueLine]:
    """Yield what the unit has not done, late ones first."""
    yield from dues.late
    yield from dues.soon


def _count(
    dues: UnitDues,
    opened: PlanProgress,
    row: NumberedTask,
    occurrence: Occurrence,
    today: date,
    until: date,
) -> None:
    due, state = occurrence.due, _state(opened, row.task, occurrence, dues.unit.id)
    words = occurrence.record_of(dues.unit.id).difficulty
    if state in _OPEN and not says_nothing(words):
        answer = answer_to(occurrence.answers, dues.unit.id, words)
        said = ""
        if answer is not None and answer.told == words:
            said = f"; đã trả lời: {in_one_line(answer.answer)}"
        dues.difficulties.append(f"{in_one_line(words)} (nhiệm vụ {row.number}{said})")
    if due is None:
        return
    if state is State.DONE:
        dues.done += 1
    elif state in _OPEN and due <= until:
        late = max((today - due).days, 0)
        line = DueLine(row.number, clean_line(row.task.content), occurrence.period, due, late)
        (dues.late if late else dues.soon).append(line)


def _state(opened: PlanProgress, task: Task, occurrence: Occurrence, unit_id: str) -> State | None:
    closing = occurrence.closing
    if closing is not None and closing.state is not None:
        return closing.state
    return opened.unit_record(task, occurrence, unit_id).state
