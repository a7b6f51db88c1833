"""What the pane says of a task's periods and of the units of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.difficulty_answer import answer_to
from tthc_desktop.domain.periods import ONCE, occurrence_period, period_words
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import STATE_WORDS, Occurrence, State
from tthc_desktop.domain.shown_state import Shown, ShownState, shown_state
from tthc_desktop.domain.task import Task

_DONE = (Shown.DONE, Shown.DONE_LATE)
_WITH_DAYS = (Shown.IN_TIME, Shown.NOT_STARTED)
_NO_DAY = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a short list: icon by state, words, a day, and what is to be known of it."""

    id: str
    shown: Shown
    words: str
    day: str
    note: str


def occurrence_lines(progress: PlanProgress, task: Task, today: date) -> tuple[Line, ...]:
    """Return a task's periods, the earliest first."""
    lines = []
    for one in sorted(progress.of_task(task), key=_day_of):
        state = progress.shown(task, one, today)
        done_on = progress.record(task, one).done_on
        day = _day_words(one.due, today) if one.due else _NO_DAY
        lines.append(
            Line(one.id, state.shown, period_words(one.period), day, _note(state, done_on, today))
        )
    return tuple(lines)


def done_words(lines: tuple[Line, ...]) -> str:
    """Return how many periods are done: "5 / 17 kỳ"."""
    done = sum(one.shown in _DONE for one in lines)
    return f"{done} / {len(lines)} kỳ"


def pressing_occurrence(progress: PlanProgress, task: Task, today: date) -> Occurrence | None:
    """Return the period a person most likely wants: the oldest overdue, else the next open one."""
    occurrences = sorted(progress.of_task(task), key=_day_of)
    if not occurrences:
        return None
    shown = [(one, progress.shown(task, one, today).shown) for one in occurrences]
    for wanted in (Shown.OVERDUE, Shown.SOON):
        for one, state in shown:
            if state is wanted:
                return one
    running = [one for one, state in shown if state not in _DONE and _last_day(one) >= today]
    return running[0] if running else occurrences[-1]


def unit_lines(
    progress: PlanProgress, task: Task, occurrence: Occurrence, today: date
) -> tuple[Line, ...]:
    """Return the units that lead a period, each with its own state."""
    lines = []
    for unit in progress.lead_units(task):
        record = progress.unit_record(task, occurrence, unit)
        state = shown_state(task, occurrence, record, today)
        words = progress.directory.get(unit).name
        said = STATE_WORDS[record.state] if record.state else ""
        lines.append(Line(unit, state.shown, words, "", said))
    return tuple(lines)


def units_words(progress: PlanProgress, task: Task, occurrence: Occurrence) -> str:
    """Return how many units are done: "5/8 phòng đã xong"; nothing where one answers."""
    units = progress.lead_units(task)
    if len(units) < 2:
        return ""
    states = [progress.unit_record(task, occurrence, one).state for one in units]
    return f"{states.count(State.DONE)}/{len(units)} phòng đã xong"


def _note(state: ShownState, done_on: date | None, today: date) -> str:
    if state.shown in _DONE:
        return f"xong {_day_words(done_on, today)}" if done_on else "xong"
    if state.shown is Shown.OVERDUE:
        return f"quá {state.days} ngày"
    if state.shown is Shown.SOON:
        return f"còn {state.days} ngày" if state.days else "hôm nay"
    if state.shown in _WITH_DAYS and state.days:
        return f"còn {state.days} ngày"
    return state.shown.value.lower() if state.shown is not Shown.CONTINUOUS else ""


def _day_words(day: date, today: date) -> str:
    """Return d/M, with the year only where it is another one."""
    short = f"{day.day}/{day.month}"
    return short if day.year == today.year else f"{short}/{day.year}"


def _day_of(occurrence: Occurrence) -> tuple[date, date]:
    period = occurrence_period(occurrence.period)
    start = period.start if period else date.max
    return occurrence.due or (period.end if period else date.max), start


def _last_day(occurrence: Occurrence) -> date:
    period = occurrence_period(occurrence.period)
    if occurrence.due or period is None:
        return occurrence.due or date.max
    return period.end


def entry_title(occurrence: Occurrence) -> str:
    """Return the heading of the entry: "Kết quả kỳ tháng 5"."""
    if occurrence.period.startswith(ONCE):
        return "Kết quả"
    words = period_words(occurrence.period)
    return f"Kết quả kỳ {words[0].lower()}{words[1:]}"


def answer_words(occurrence: Occurrence, unit: str | None) -> str:
    """Return what was answered to the difficulty of a unit, or of the Văn phòng; else nothing."""
    if unit is None:
        told = occurrence.closing.difficulty if occurrence.closing else ""
    else:
        told = occurrence.record_of(unit).difficulty
    answer = answer_to(occurrence.answers, unit, told)
    if answer is None:
        return ""
    changed = "" if answer.told == told else " (nội dung đã đổi sau khi trả lời)"
    return f"Trả lời ngày {answer.answered_on:%d/%m/%Y}{changed}: {answer.answer}"
