"""`timing`: what a phrase means."""

from __future__ import annotations

from argparse import ArgumentParser

from tthc_desktop.cli.call import Answer, Call, Command
from tthc_desktop.cli.person_texts import day_text
from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.schedule_words import schedule_words
from tthc_desktop.domain.timing import clause_as_json
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.timing import Understood, understand
from tthc_desktop.use_cases.working_days import office_working_days, shipped_working_days

_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("phrase", metavar="PHRASE")
    parser.add_argument("--year", required=True)
    parser.add_argument("--content", default="")


def _timing(call: Call) -> Answer:
    given = call.arguments
    found = understand(given.phrase, _year(given.year), given.content, _working_days(call))
    document = {
        "raw": given.phrase.encode(errors="replace").decode(),
        "clauses": [clause_as_json(one) for one in found.schedule.clauses],
        "occurrences": [
            {
                "period": one.period,
                "due": one.due.isoformat() if one.due else None,
                "overdue_from": one.overdue_from.isoformat() if one.overdue_from else None,
            }
            for one in found.occurrences
        ],
    }
    return Answer(document, _text(found), warned=found.asks)


def _year(text: str) -> int:
    if text.isascii() and text.isdecimal() and _FIRST_YEAR <= int(text[:9]) <= _LAST_YEAR:
        return int(text)
    message = f"Không có năm “{text}”. Viết như 2026."
    raise Refused(message)


def _working_days(call: Call) -> WorkingDays:
    """Return the office's table; a phrase can be asked about before there is a data file."""
    if not call.data_file().exists():
        return shipped_working_days()
    with call.units().reading() as work:
        return office_working_days(work)


def _text(found: Understood) -> str:
    lines = [schedule_words(found.schedule)]
    lines += [
        f"    {period_words(one.period):<12} hạn {day_text(one.due)}" for one in found.occurrences
    ]
    return "\n".join(lines)


COMMANDS = (
    Command(
        ("timing",),
        "timing PHRASE --year Y [--content TEXT]",
        "cho biết một cụm từ thời gian nghĩa là gì",
        _timing,
        _configure,
    ),
)
