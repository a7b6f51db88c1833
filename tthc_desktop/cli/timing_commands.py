"""`timing`: what a phrase means."""

from __future__ import annotations

from argparse import ArgumentParser

from tthc_desktop.cli.call import Answer, Call, Command, parse_year
from tthc_desktop.cli.person_texts import day_text
from tthc_desktop.domain.occurrences import SHIPPED_CALENDAR, ReportCalendar
from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.schedule_words import schedule_words
from tthc_desktop.domain.timing import clause_as_json
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.use_cases.report_calendar import office_report_calendar
from tthc_desktop.use_cases.timing import Understood, understand
from tthc_desktop.use_cases.working_days import office_working_days, shipped_working_days


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("phrase", metavar="PHRASE")
    parser.add_argument("--year", required=True)
    parser.add_argument("--content", default="")


def _timing(call: Call) -> Answer:
    given = call.arguments
    found = understand(given.phrase, parse_year(given.year), given.content, *_calendars(call))
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


def _calendars(call: Call) -> tuple[WorkingDays, ReportCalendar]:
    """Return the office's own; a phrase can be asked about before there is a data file."""
    if not call.data_file().exists():
        return shipped_working_days(), SHIPPED_CALENDAR
    with call.units().reading() as work:
        return office_working_days(work), office_report_calendar(work)


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
