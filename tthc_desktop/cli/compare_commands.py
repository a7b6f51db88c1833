"""`plan compare`."""

from __future__ import annotations

from argparse import ArgumentParser

from tthc_desktop.cli.call import Answer, Call, Command
from tthc_desktop.cli.check_commands import place_words
from tthc_desktop.domain.plan_comparison import TITLE, Comparison
from tthc_desktop.use_cases.plan_compare import compare_with

_STATES = {"answered": "Có", "partly": "Một phần", "missing": "Chưa có"}


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("id", nargs="?")
    parser.add_argument("--with", dest="superior", required=True)


def _compare(call: Call) -> Answer:
    rows = compare_with(call.units(), call.arguments.id, call.arguments.superior)
    document = [
        {
            "asked": one.asked,
            "where": one.where,
            "answered_by": list(one.answered_by),
            "state": one.state,
        }
        for one in rows
    ]
    lines = [_words(one) for one in rows]
    return Answer({"rows": document}, "\n\n".join(lines) or "Kế hoạch cấp trên không giao việc.")


def _words(one: Comparison) -> str:
    names = ("tên kế hoạch" if place == TITLE else place for place in one.answered_by)
    places = ", ".join(names) or "không có"
    return (
        f"{_STATES[one.state]}: {one.asked}\n    Kế hoạch cấp trên: {place_words(one.where)}. "
        f"Kế hoạch của Sở: {places}."
    )


COMMANDS = (
    Command(
        ("plan", "compare"),
        "plan compare ID --with SUPERIOR",
        "so việc cấp trên giao với kế hoạch của Sở",
        _compare,
        _configure,
    ),
)
