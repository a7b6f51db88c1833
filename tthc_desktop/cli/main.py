"""Running one call of the command line, and telling how it went."""

from __future__ import annotations

import errno
import json
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from tthc_desktop.cli import (
    calendar_commands,
    check_commands,
    compare_commands,
    data_commands,
    due_commands,
    issue_commands,
    new_plan_commands,
    office_commands,
    plan_commands,
    report_commands,
    sheet_commands,
    task_commands,
    timing_commands,
)
from tthc_desktop.cli.arguments import find_command, parse
from tthc_desktop.cli.call import Answer, Call, Command, parse_day
from tthc_desktop.cli.global_options import Globals, split_globals
from tthc_desktop.errors import Refused, StorageTrouble, WrongCall
from tthc_desktop.program import Program
from tthc_desktop.trace import trace_without_words

EXIT_DONE = 0
EXIT_WARNED = 1
EXIT_WRONG_CALL = 2
EXIT_REFUSED = 3
EXIT_TROUBLE = 4
EXIT_BUG = 70

COMMANDS: tuple[Command, ...] = (
    *office_commands.COMMANDS,
    *plan_commands.COMMANDS,
    *check_commands.COMMANDS,
    *compare_commands.COMMANDS,
    *new_plan_commands.COMMANDS,
    *issue_commands.COMMANDS,
    *task_commands.COMMANDS,
    *due_commands.COMMANDS,
    *timing_commands.COMMANDS,
    *calendar_commands.COMMANDS,
    *report_commands.COMMANDS,
    *sheet_commands.COMMANDS,
    *data_commands.COMMANDS,
)
_TOO_LONG = "Tên tệp hoặc đường dẫn quá dài. Hãy chọn tên ngắn hơn. Chưa ghi gì."
_NOT_PUT = (
    "Lệnh đã làm xong nhưng không ghi được câu trả lời ra nơi nhận. Hãy kiểm tra đĩa còn chỗ, "
    "rồi xem lại bằng lệnh đọc."
)
_LOG = logging.getLogger("tthc")


def run(
    arguments: Sequence[str],
    program: Program,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Do what *arguments* ask and return the exit code of commands.md."""
    out, err = out or sys.stdout, err or sys.stderr
    wants_json = "--json" in arguments
    try:
        answer = _answer(arguments, program)
    except WrongCall as error:
        return _tell(EXIT_WRONG_CALL, error.message, out, err, wants_json=wants_json)
    except Refused as error:
        return _tell(EXIT_REFUSED, error.message, out, err, wants_json=wants_json)
    except StorageTrouble as error:
        return _tell(EXIT_TROUBLE, error.message, out, err, wants_json=wants_json)
    except Exception as error:  # noqa: BLE001 - the last net: a bug is logged and told
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            return _tell(EXIT_TROUBLE, _TOO_LONG, out, err, wants_json=wants_json)
        _LOG.error("%s", trace_without_words(error))
        message = f"Chương trình gặp lỗi. Chưa thay đổi gì. Chi tiết ở nhật ký {program.log_folder}"
        return _tell(EXIT_BUG, message, out, err, wants_json=wants_json)
    text = json.dumps(answer.document, ensure_ascii=False, indent=2) if wants_json else answer.text
    if not _put(text, out):
        return _tell(EXIT_TROUBLE, _NOT_PUT, out, err, wants_json=False)
    return EXIT_WARNED if answer.warned else EXIT_DONE


def _put(text: str, stream: TextIO) -> bool:
    """Print *text*; False where it could not be written, as on a full disk."""
    try:
        print(text, file=stream, flush=True)
    except OSError as error:
        # Python would tell of it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return isinstance(error, BrokenPipeError)  # the reader has enough (`| head`)
    return True


def _answer(arguments: Sequence[str], program: Program) -> Answer:
    given, rest = split_globals(arguments)
    if rest and rest[0] in ("--help", "-h", "help"):
        return Answer([command.usage for command in COMMANDS], help_text())
    command, own = find_command(COMMANDS, rest)
    if "--help" in own or "-h" in own:
        return Answer([command.usage], f"tthc {command.usage}\n  {command.summary}")
    call = _call(program, given, command, own)
    try:
        return command.run(call)
    finally:
        call.close()


def _call(program: Program, given: Globals, command: Command, own: list[str]) -> Call:
    return Call(
        program=program,
        arguments=parse(command, own),
        data=Path(given.data) if given.data else None,
        today=program.today() if given.today is None else parse_day(given.today),
        force=given.force,
    )


def help_text() -> str:
    """Return the list of commands."""
    lines = ["tthc [--data FILE] [--json] [--today YYYY-MM-DD] [--force] LỆNH …", ""]
    for command in COMMANDS:
        lines += [f"  {command.usage}", f"      {command.summary}"]
    return "\n".join(lines)


def _tell(code: int, message: str, out: TextIO, err: TextIO, *, wants_json: bool) -> int:
    sentence = " ".join(message.split())
    _put(sentence, err)
    if wants_json:
        document = {"error": {"exit": code, "message": sentence}}
        _put(json.dumps(document, ensure_ascii=False), out)
    return code
