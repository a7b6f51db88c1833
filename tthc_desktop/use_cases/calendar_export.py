"""Due days as a calendar file (RFC 5545) that Outlook and telephones read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import STATE_WORDS, Occurrence
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.errors import WrongCall
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.safe_file import write_safely
from tthc_desktop.use_cases.opening import find_plan_id, plan_progress

_SUFFIX = ".ics"
# RFC 5545, 3.1: a line has at most 75 octets, its end aside.
_LINE_OCTETS = 75
_END = "\r\n"
_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//TTHC Desktop//Ke hoach va tien do//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Kế hoạch và tiến độ",
)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def export_calendar(
    units: UnitsOfWork, to: Path, *, today: date, force: bool, plan_id: str | None = None
) -> int:
    """Write one event for each dated occurrence and return how many there are.

    Of one plan, or of all but those kept to compare with. An event keeps its UID as long as
    its occurrence lives, so that a calendar replaces it. Raises WrongCall for another suffix,
    Refused for an unknown plan or an existing file, StorageTrouble where it cannot be written.
    """
    if to.suffix.lower() != _SUFFIX:
        message = f"Lịch chỉ xuất ra .ics, không phải “{to.name}”."
        raise WrongCall(message)
    with units.reading() as work:
        if plan_id is not None:
            ids = [find_plan_id(work, plan_id)]
        else:
            plans = work.plans.summaries()
            ids = [one.id for one in plans if one.state is not PlanState.REFERENCE]
        opened = [plan_progress(work, one) for one in ids]
    events = [event for one in opened for event in _events(one, today)]
    content = calendar_text(events).encode()

    def check(written: Path) -> None:
        if written.read_bytes() != content:
            message = "the calendar was not written whole"
            raise OSError(message)

    write_safely(to, lambda path: _write(path, content), check, force=force)
    return len(events)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def calendar_text(events: Iterable[tuple[str, ...]]) -> str:
    """Return the file: head, the lines of all events, foot; folded, with its line ends."""
    lines = [*_HEAD, *(line for event in events for line in event), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}{_END}" for line in lines)


def _folded(line: str) -> str:
    """Return a content line folded before it grows too long, never inside a letter."""
    parts, octets, start = [], 0, 0
    for place, letter in enumerate(line):
        size = len(letter.encode())
        if octets + size > _LINE_OCTETS:
            parts.append(line[start:place])
            start, octets = place, 1  # the blank that begins the next line counts
        octets += size
    parts.append(line[start:])
    return f"{_END} ".join(parts)


def _events(opened: PlanProgress, today: date) -> Iterator[tuple[str, ...]]:
    for row in opened.leaves():
        for occurrence in opened.of_task(row.task):
            if occurrence.due is not None:
                yield _event(opened, row, occurrence, occurrence.due, today)


def _event(
    opened: PlanProgress, row: NumberedTask, occurrence: Occurrence, due: date, today: date
) -> tuple[str, ...]:
    task = row.task
    period = period_words(occurrence.period)
    names = opened.directory
    lead = "; ".join(one.words or names.get(one.respondent_id).name for one in task.lead)
    state = opened.record(task, occurrence).state
    told = [f"Chủ trì: {lead or 'chưa có'}", f"Kỳ: {period}", f"Thời gian: {task.timing}"]
    if state is not None:
        told.append(f"Trạng thái: {STATE_WORDS[state]}")
    return (
        "BEGIN:VEVENT",
        f"UID:occurrence-{occurrence.id}@tthc",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(f'{row.number} {task.content} ({period})')}",
        f"DESCRIPTION:{_escaped(chr(10).join(told))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)
