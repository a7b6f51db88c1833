"""`plan issue`."""

from __future__ import annotations

from argparse import ArgumentParser

from tthc_desktop.cli.call import Answer, Call, Command, parse_day


def _configure_issue(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?")
    parser.add_argument("--number", required=True)
    parser.add_argument("--date", required=True)


def _issue(call: Call) -> Answer:
    from tthc_desktop.use_cases.issuing import issue_plan

    day = parse_day(call.arguments.date)
    done = issue_plan(call.units(), call.arguments.id, call.arguments.number, day)
    return Answer(
        {"plan": done.plan_id, "version": done.version},
        f"Đã ban hành kế hoạch {done.plan_id} (bản {done.version}).",
    )


COMMANDS = (
    Command(
        ("plan", "issue"),
        "plan issue ID --number 05 --date YYYY-MM-DD",
        "ban hành: cấp số, ngày và giữ nguyên bản đã in",
        _issue,
        _configure_issue,
    ),
)
