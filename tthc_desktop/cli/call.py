"""One call of the command line, and its answer."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tthc_desktop.errors import Refused
from tthc_desktop.ports import DataFile, UnitsOfWork
from tthc_desktop.program import Program

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_LONGEST_YEAR = 9  # figures, far more than any year has
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Call:
    """What was asked, and the parts to do it with."""

    program: Program
    arguments: Namespace
    data: Path | None
    today: date
    force: bool
    _opened: list[DataFile] = field(default_factory=list)

    def data_file(self) -> DataFile:
        """Return the data file meant by --data, $TTHC_DATA or the user's own."""
        if not self._opened:
            self._opened.append(self.program.open_data_file(self.data))
        return self._opened[0]

    def close(self) -> None:
        """Give the writer's lock back."""
        for data_file in self._opened:
            data_file.close()

    def units(self) -> UnitsOfWork:
        """Open the data file."""
        return self.data_file().units_of_work()


@dataclass(frozen=True)
class Answer:
    """What is printed: a JSON document, or text for a person; `warned` makes exit code 1."""

    document: object
    text: str
    warned: bool = False


@dataclass(frozen=True)
class Command:
    """A command: its words, one line of help, its arguments, and what it does."""

    words: tuple[str, ...]
    usage: str
    summary: str
    run: Callable[[Call], Answer]
    configure: Callable[[ArgumentParser], None] = lambda _: None


def parse_year(text: str) -> int:
    """Return the year *text*; Refused for what is none."""
    is_number = text.isascii() and text.isdecimal()
    if is_number and _FIRST_YEAR <= int(text[:_LONGEST_YEAR]) <= _LAST_YEAR:
        return int(text)
    message = f"Không có năm “{text}”. Viết như 2026."
    raise Refused(message)


def parse_day(text: str) -> date:
    """Return the date *text*, written as 2026-07-01; Refused for an impossible one."""
    # Without the sign the other forms of ISO 8601, which are not promised, are no day either.
    written = text if _DAY.fullmatch(text) else ""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        message = f"Không có ngày “{text}”. Viết như 2026-07-01."
        raise Refused(message) from error
