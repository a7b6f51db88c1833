"""Báo cáo nhanh in words: how the plan stands, by unit, and what needs a word from above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tthc_desktop.document.office_document import OfficeDocument
from tthc_desktop.domain.date_words import short_date
from tthc_desktop.domain.office import Office
from tthc_desktop.domain.plan import Block
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import State
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.letter_parts import (
    closing,
    heading,
    note_head,
    note_signature,
    paragraph,
    short_plan_name,
    table,
    told_task,
)
from tthc_desktop.use_cases.unit_dues import UnitDues, unit_dues

_COLUMNS = ("STT", "Phòng, đơn vị", "Đến hạn", "Xong", "Quá hạn", "Sắp đến")
_LATE_COLUMNS = ("STT", "Công việc quá hạn", "Hạn", "Chưa hoàn thành")
_OTHERS = "Các phòng, đơn vị còn lại"
_LONGEST_CONTENT = 70
_NAMED_UNITS = 2
_OPEN = (State.NOT_STARTED, State.IN_PROGRESS, None)


@dataclass(frozen=True, slots=True)
class Detail:
    """How many units, late tasks and difficulties the note tells one by one."""

    units: int
    late: int
    difficulties: int


FULL = Detail(15, 10, 3)


@dataclass(frozen=True, slots=True)
class _LateTask:
    """An occurrence that is late, once for all units that have not done it."""

    number: str
    content: str
    period: str
    due: date
    days: int
    units: tuple[str, ...]


def leader_note(
    opened: PlanProgress, office: Office, *, today: date, until: date, detail: Detail = FULL
) -> OfficeDocument:
    """Return the note with no more than *detail* told one by one."""
    dues = unit_dues(opened, today=today, until=until)
    late = _late_tasks(dues)
    return OfficeDocument(
        note_head(opened.plan, office, today),
        "BÁO CÁO",
        f"Nhanh tiến độ thực hiện {short_plan_name(opened.plan)}",
        tuple(_blocks(opened, dues, late, today, until, detail)),
        note_signature(office),
        ("Lãnh đạo Sở",),
        ("Như trên", "Các phòng, đơn vị thuộc Sở (để t/h)"),
        "VT, VP",
    )


def _blocks(
    opened: PlanProgress,
    dues: tuple[UnitDues, ...],
    late: list[_LateTask],
    today: date,
    until: date,
    detail: Detail,
) -> Iterator[Block]:
    yield heading("TIẾN ĐỘ CHUNG")
    yield paragraph(_overall(opened, today, until))
    if dues:
        yield heading("TIẾN ĐỘ THEO PHÒNG, ĐƠN VỊ CHỦ TRÌ")
        yield table(_COLUMNS, *_unit_rows(dues, detail.units))
    yield heading("CÔNG VIỆC QUÁ HẠN, KHÓ KHĂN, VƯỚNG MẮC")
    if late:
        yield table(_LATE_COLUMNS, *_late_rows(late, detail.late))
    else:
        yield paragraph("Không có công việc quá hạn.")
    yield from map(paragraph, _difficulties(dues, detail.difficulties))
    yield closing(_proposal(late))


def _overall(opened: PlanProgress, today: date, until: date) -> str:
    states = [
        (one.due, opened.record(row.task, one).state)
        for row in opened.leaves()
        for one in opened.of_task(row.task)
        if one.due is not None
    ]
    done = sum(state is State.DONE for _, state in states)
    late = sum(state in _OPEN and due < today for due, state in states)
    soon = sum(state in _OPEN and today <= due <= until for due, state in states)
    counts = opened.counts(today)
    others = [
        f"{counts[shown]} nhiệm vụ {words}"
        for shown, words in (
            (Shown.CONTINUOUS, "thường xuyên"),
            (Shown.WAITING, "chờ văn bản"),
            (Shown.UNASSIGNED, "chưa phân công"),
        )
        if counts[shown]
    ]
    beside = f" Trong kế hoạch có {', '.join(others)}." if others else ""
    return (
        f"Kế hoạch có {counts.total()} nhiệm vụ với {len(states)} kỳ có hạn trong năm. Tính đến "
        f"ngày {short_date(today)}, đã hoàn thành {done} kỳ, quá hạn {late} kỳ; từ nay đến ngày "
        f"{short_date(until)} có {soon} kỳ đến hạn.{beside}"
    )


def _unit_rows(dues: tuple[UnitDues, ...], lines: int) -> Iterator[tuple[str, ...]]:
    """Yield the units that owe most first where not all can be told, else in their order."""
    told = set(range(len(dues)))
    if len(dues) > lines:
        worst = sorted(told, key=lambda one: (-len(dues[one].late), -len(dues[one].soon)))
        told = set(worst[: max(lines - 1, 1)])
    rows = [one for place, one in enumerate(dues) if place in told]
    for place, one in enumerate(rows, 1):
        yield (str(place), one.name, *_figures([one]))
    if rest := [one for place, one in enumerate(dues) if place not in told]:
        yield (str(len(rows) + 1), f"{_OTHERS} ({len(rest)})", *_figures(rest))


def _figures(dues: list[UnitDues]) -> tuple[str, ...]:
    counts = (
        sum(one.passed for one in dues),
        sum(one.done for one in dues),
        sum(len(one.late) for one in dues),
        sum(len(one.soon) for one in dues),
    )
    return tuple(map(str, counts))


def _late_tasks(dues: tuple[UnitDues, ...]) -> list[_LateTask]:
    """Return what is late, longest first; each with the units that have not done it."""
    units: dict[tuple[str, str], list[str]] = {}
    lines = {}
    for one in dues:
        for line in one.late:
            units.setdefault((line.number, line.period), []).append(one.name)
            lines[line.number, line.period] = line
    tasks = [
        _LateTask(
            line.number, line.content, line.period, line.due, line.late_days, tuple(units[key])
        )
        for key, line in lines.items()
    ]
    return sorted(tasks, key=lambda task: task.due)


def _late_rows(late: list[_LateTask], lines: int) -> Iterator[tuple[str, ...]]:
    told = late if len(late) <= lines else late[: max(lines - 1, 1)]
    for place, task in enumerate(told, 1):
        who = ", ".join(task.units)
        yield (
            str(place),
            told_task(task.number, _cut(task.content), task.period),
            f"{short_date(task.due)}\nquá {task.days} ngày",
            who if len(task.units) <= _NAMED_UNITS else f"{len(task.units)} phòng, đơn vị",
        )
    if len(told) < len(late):
        rest = f"Và {len(late) - len(told)} kỳ công việc quá hạn khác"
        yield (str(len(told) + 1), rest, "", "")


def _difficulties(dues: tuple[UnitDues, ...], most: int) -> Iterator[str]:
    found = [f"- {one.name}: {words}." for one in dues for words in one.difficulties]
    yield from found[:most]
    if len(found) > most:
        others = "khác " if most else ""
        rest = len(found) - most
        yield f"- Có {rest} khó khăn, vướng mắc {others}do các phòng, đơn vị phản ánh."


def _cut(content: str) -> str:
    line = content.rstrip(".;")
    if len(line) <= _LONGEST_CONTENT:
        return line
    return f"{line[:_LONGEST_CONTENT].rsplit(' ', 1)[0]}…"


def _proposal(late: list[_LateTask]) -> str:
    if late:
        return (
            "Văn phòng kính đề nghị Lãnh đạo Sở chỉ đạo các phòng, đơn vị khẩn trương hoàn thành "
            "công việc quá hạn; Văn phòng tiếp tục theo dõi, đôn đốc và báo cáo./."
        )
    return "Văn phòng tiếp tục theo dõi, đôn đốc, báo cáo Lãnh đạo Sở theo quy định./."
