"""`task due`: what falls due."""

from __future__ import annotations

from argparse import ArgumentParser

from tthc_desktop.cli.call import Answer, Call, Command
from tthc_desktop.cli.person_texts import day_text
from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.shown_state import SOON_DAYS
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.due_tasks import DueTask, due_tasks

_LONGEST = 6  # figures of a number of days


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("--within", default=str(SOON_DAYS))
    parser.add_argument("--division")


def _due(call: Call) -> Answer:
    given = call.arguments
    rows = due_tasks(
        call.units(), today=call.today, within=_days(given.within), division=given.division
    )
    lines = [_line(row) for row in rows]
    return Answer(
        [_json(row) for row in rows],
        "\n".join(lines) or "Không có việc nào quá hạn hay sắp đến hạn.",
    )


def _days(text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) <= _LONGEST:
        return int(text)
    message = f"Số ngày “{text}” phải là số nguyên không âm."
    raise Refused(message)


def _json(row: DueTask) -> dict[str, object]:
    return {
        "plan": row.plan_id,
        "number": row.number,
        "content": row.content,
        "lead": list(row.lead),
        "period": row.period,
        "due": row.due.isoformat(),
        "overdue_days": row.overdue_days,
        "state": row.state.value,
    }


def _line(row: DueTask) -> str:
    late = f"quá hạn {row.overdue_days} ngày" if row.overdue_days else "chưa quá hạn"
    lead = "; ".join(row.lead) or "chưa phân công"
    return (
        f"{day_text(row.due)}  {late:<18}  {row.number}  {row.content} "
        f"({period_words(row.period)}) – {lead}"
    )


COMMANDS = (
    Command(
        ("task", "due"),
        "task due [--within N] [--division X]",
        "liệt kê việc quá hạn và đến hạn trong N ngày tới (mặc định 7)",
        _due,
        _configure,
    ),
)
