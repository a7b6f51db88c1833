"""`task …` commands."""

from __future__ import annotations

from argparse import ArgumentParser

from tthc_desktop.cli.call import Answer, Call, Command, parse_day
from tthc_desktop.cli.json_forms import (
    occurrence_json,
    task_json,
    task_with_occurrences_json,
)
from tthc_desktop.cli.person_texts import occurrence_text, task_list_text, task_text
from tthc_desktop.domain.progress import State
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.progress_recording import Recording, record_progress
from tthc_desktop.use_cases.task_editing import set_task

_PERCENTS = range(101)
_RECORDED = (
    "--state", "--done-on", "--percent", "--result", "--evidence", "--difficulty", "--reason",
    "--note",
)  # fmt: skip


def split_settings(settings: list[str]) -> list[tuple[str, str]]:
    """Return KEY=VALUE arguments as pairs; WrongCall where the "=" is missing."""
    pairs = []
    for one in settings:
        key, equals, value = one.partition("=")
        if not equals:
            message = f"“{one}” phải viết dạng KEY=VALUE."
            raise WrongCall(message)
        pairs.append((key.strip(), value))
    return pairs


def _configure_list(parser: ArgumentParser) -> None:
    parser.add_argument("--plan")


def _list(call: Call) -> Answer:
    opened = open_plan(call.units(), call.arguments.plan)
    rows = [task_with_occurrences_json(row, opened) for row in opened.plan.numbered_tasks()]
    return Answer(rows, task_list_text(opened, call.today))


def _configure_set(parser: ArgumentParser) -> None:
    parser.add_argument("settings", metavar="KEY=VALUE", nargs="+")
    parser.add_argument("--plan")
    parser.add_argument("--number", required=True)
    parser.add_argument("--reason", default="")
    parser.add_argument("--document", default="")


def _set(call: Call) -> Answer:
    given = call.arguments
    done = set_task(
        call.units(),
        given.plan,
        given.number,
        dict(split_settings(given.settings)),
        reason=given.reason,
        document=given.document,
    )
    document = {**task_json(done.row, done.opened.directory), "warnings": list(done.warnings)}
    return Answer(
        document, task_text(done.row, done.opened, done.warnings), warned=bool(done.warnings)
    )


def _configure_record(parser: ArgumentParser) -> None:
    parser.add_argument("--plan")
    parser.add_argument("--number", required=True)
    for option in ("--period", "--division", *_RECORDED):
        parser.add_argument(option)


def _record(call: Call) -> Answer:
    given = call.arguments
    recording = Recording(
        state=_state(given.state),
        percent=_percent(given.percent),
        result=given.result,
        evidence=given.evidence,
        difficulty=given.difficulty,
        done_on=None if given.done_on is None else parse_day(given.done_on),
        reason=given.reason,
        note=given.note,
    )
    if not recording.given():
        message = f"Chưa nói ghi gì. Cần ít nhất một trong: {', '.join(_RECORDED)}."
        raise WrongCall(message)
    done = record_progress(
        call.units(),
        given.plan,
        given.number,
        recording,
        today=call.today,
        period=given.period,
        division=given.division,
    )
    document = occurrence_json(done.opened, done.row.task, done.occurrence)
    return Answer(
        {**document, "warnings": list(done.warnings)},
        occurrence_text(done.opened, done.row, done.occurrence, done.warnings),
        warned=bool(done.warnings),
    )


def _state(text: str | None) -> State | None:
    if text is None:
        return None
    try:
        return State(text)
    except ValueError as error:
        message = f"Không có trạng thái “{text}”. Các trạng thái: {', '.join(State)}."
        raise Refused(message) from error


def _percent(text: str | None) -> int | None:
    if text is None:
        return None
    if not text.isdecimal() or int(text) not in _PERCENTS:
        message = f"Tỷ lệ “{text}” phải là số nguyên từ 0 đến 100."
        raise Refused(message)
    return int(text)


COMMANDS = (
    Command(
        ("task", "list"),
        "task list --plan ID",
        "liệt kê nhiệm vụ và các kỳ",
        _list,
        _configure_list,
    ),
    Command(
        ("task", "set"),
        "task set --plan ID --number N KEY=VALUE… [--reason T] [--document T]",
        "sửa nhiệm vụ: content, timing, lead, coordinating",
        _set,
        _configure_set,
    ),
    Command(
        ("task", "record"),
        "task record --plan ID --number N --state S [--period P] [--division X] [--done-on D] "
        "[--percent 0–100] [--result T] [--evidence T] [--difficulty T] [--reason T] [--note T]",
        "ghi kết quả một kỳ",
        _record,
        _configure_record,
    ),
)
