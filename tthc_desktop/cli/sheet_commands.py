"""`sheet …` commands."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from tthc_desktop.cli.call import Answer, Call, Command


def _configure_export(parser: ArgumentParser) -> None:
    parser.add_argument("--plan")
    parser.add_argument("--period")
    parser.add_argument("--division")
    parser.add_argument("--each-division", action="store_true")
    parser.add_argument("--to", required=True)


def _export(call: Call) -> Answer:
    from tthc_desktop.use_cases.sheet_export import export_sheet

    given = call.arguments
    files = export_sheet(
        call.units(),
        given.plan,
        Path(given.to),
        today=call.today,
        force=call.force,
        period=given.period,
        division=given.division,
        each_division=given.each_division,
    )
    names = [str(file) for file in files]
    return Answer({"files": names}, "\n".join(f"Đã xuất {name}." for name in names))


COMMANDS = (
    Command(
        ("sheet", "export"),
        "sheet export --plan ID [--period P] [--division X|--each-division] --to F.xlsx|FOLDER "
        "[--force]",
        "xuất phiếu tiến độ ra Excel",
        _export,
        _configure_export,
    ),
)
