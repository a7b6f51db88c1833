"""`calendar …` commands."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from tthc_desktop.cli.call import Answer, Call, Command


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("--to", required=True)
    parser.add_argument("--plan")


def _export(call: Call) -> Answer:
    from tthc_desktop.use_cases.calendar_export import export_calendar

    to = Path(call.arguments.to)
    events = export_calendar(
        call.units(), to, today=call.today, force=call.force, plan_id=call.arguments.plan
    )
    return Answer({"file": str(to), "events": events}, f"Đã xuất {events} hạn ra {to}.")


COMMANDS = (
    Command(
        ("calendar", "export"),
        "calendar export --to F.ics [--plan ID] [--force]",
        "xuất các hạn ra tệp lịch iCalendar",
        _export,
        _configure,
    ),
)
