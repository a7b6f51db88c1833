"""Reading the command line, with its refusals in Vietnamese."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import NoReturn

from tthc_desktop.cli.call import Command
from tthc_desktop.errors import WrongCall

# argparse speaks English only; these are the sentences it can say here.
_SENTENCES = (
    (r"the following arguments are required: (.+)", "Thiếu {0}."),
    (r"unrecognized arguments: (.+)", "Không hiểu “{0}”."),
    (r"argument ([^:]+): expected .*argument", "Tùy chọn {0} cần một giá trị."),
    (r"argument ([^:]+): ignored explicit argument .*", "Tùy chọn {0} không nhận giá trị."),
)


class VietnameseParser(ArgumentParser):
    """An argument parser that raises its refusal instead of printing it."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongCall with a Vietnamese sentence."""
        for pattern, sentence in _SENTENCES:
            match = re.fullmatch(pattern, message)
            if match:
                raise WrongCall(f"{sentence.format(*match.groups())} Xem: tthc --help")
        refusal = "Câu lệnh chưa đúng. Xem: tthc --help"
        raise WrongCall(refusal)


def find_command(
    commands: Sequence[Command], arguments: Sequence[str]
) -> tuple[Command, list[str]]:
    """Return the command that *arguments* begin with, and what follows its words."""
    for command in commands:
        length = len(command.words)
        if tuple(arguments[:length]) == command.words:
            return command, list(arguments[length:])
    message = f"Không có lệnh “{' '.join(arguments[:2])}”. Xem: tthc --help"
    raise WrongCall(message)


def parse(command: Command, arguments: Sequence[str]) -> Namespace:
    """Return the values of the command's own arguments; WrongCall where they do not fit."""
    parser = VietnameseParser(prog="tthc", add_help=False, allow_abbrev=False)
    command.configure(parser)
    return parser.parse_intermixed_args(arguments)
