"""`sheet …` commands."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from tthc_desktop.cli.call import Answer, Call, Command
from tthc_desktop.cli.sheet_forms import merge_json, merge_text
from tthc_desktop.errors import Refused, WrongCall

_ON_CONFLICT = ("ask", "returned", "office")


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


def _configure_merge(parser: ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--on-conflict", default="ask")


def _merge(call: Call) -> Answer:
    from tthc_desktop.use_cases.sheet_merge import apply_merge, propose_merge
    from tthc_desktop.use_cases.sheet_proposals import MergeChoices, OnConflict

    given = call.arguments
    if given.on_conflict not in _ON_CONFLICT:
        message = f"--on-conflict nhận một trong: {', '.join(_ON_CONFLICT)}."
        raise WrongCall(message)
    chosen = OnConflict(given.on_conflict)
    units = call.units()
    files = [Path(one) for one in given.files]
    proposal = propose_merge(units, files, on_conflict=chosen)
    if not proposal.files:
        message = "Thư mục không có tệp .xlsx nào. Chưa ghi gì."
        raise Refused(message)
    if all(one.refusal for one in proposal.files):
        raise Refused(" ".join(one.refusal for one in proposal.files))
    if not given.dry_run:
        apply_merge(units, proposal, MergeChoices(on_conflict=chosen))
    document = merge_json(proposal, chosen, applied=not given.dry_run)
    warned = any(one.conflicts or one.refused or one.likely for one in proposal.files)
    text = merge_text(proposal, chosen, applied=not given.dry_run)
    return Answer(document, text, warned=warned)


COMMANDS = (
    Command(
        ("sheet", "export"),
        "sheet export --plan ID [--period P] [--division X|--each-division] --to F.xlsx|FOLDER "
        "[--force]",
        "xuất phiếu tiến độ ra Excel",
        _export,
        _configure_export,
    ),
    Command(
        ("sheet", "merge"),
        "sheet merge FILE… [--dry-run] [--on-conflict ask|returned|office]",
        "nhận phiếu tiến độ phòng trả về",
        _merge,
        _configure_merge,
    ),
)
