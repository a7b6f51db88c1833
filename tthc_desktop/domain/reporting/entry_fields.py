"""Registers as tables of fields: an entry from typed or pasted cells, and its cells for a sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from tthc_desktop.domain.lenient_date import read_day
from tthc_desktop.domain.periods import parse_period
from tthc_desktop.errors import Refused
from tthc_desktop.vietnamese_text import clean_line, fold

_YES = ("co", "x", "1", "true", "da", "roi")
_NO = ("", "khong", "0", "false", "chua")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    DAY = "day"
    PERIOD = "period"
    COUNT = "count"
    AMOUNT = "amount"
    YES_NO = "yes_no"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class EntryField:
    """A field: its name in code, its column heading; `choices` lead values to their words."""

    name: str
    heading: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    personal: bool = False
    choices: tuple[tuple[Any, str], ...] = ()


class Entry(Protocol):
    """An entry of a register."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    def trouble(self) -> str:
        """Return what cannot be between its values, empty where all fits."""
        ...


@dataclass(frozen=True, slots=True)
class Register:
    """A register (sổ): its key, its title, the type of its entries, its fields in order.

    `unique` are the fields that no two entries have alike: one more would be counted twice.
    """

    key: str
    title: str
    entry_type: type[Any]
    fields: tuple[EntryField, ...]
    unique: tuple[str, ...] = ()

    def columns(self, *, personal: bool) -> tuple[EntryField, ...]:
        """Return the fields of an export; those about a person only with *personal*."""
        return tuple(one for one in self.fields if personal or not one.personal)


def entry_from_texts(
    register: Register, values: Mapping[str, str], *, year: int, entry_id: str, place: str = ""
) -> Any:  # noqa: ANN401 - the register's own type
    """Return the entry that typed *values* (by field name) make.

    A day without a year lies in *year*. Raises Refused with the field's heading, *place*
    (a row) before it, for a value that does not fit or that is missing.
    """
    read: dict[str, Any] = {}
    unknown = set(values) - {one.name for one in register.fields}
    if unknown:
        raise Refused(f"{place}Sổ không có cột “{min(unknown)}”. Chưa thay đổi gì.")
    for field in register.fields:
        words = clean_line(values.get(field.name, ""))
        if not words:
            if field.required:
                raise Refused(f"{place}Chưa ghi “{field.heading}”. Chưa thay đổi gì.")
            continue
        read[field.name] = read_value(field, words, year, place)
    entry = register.entry_type(id=entry_id, **read)
    trouble = entry.trouble()
    if trouble:
        raise Refused(f"{place}{trouble}. Hãy sửa lại ngày. Chưa thay đổi gì.")
    return entry


def entry_texts(register: Register, entry: object) -> dict[str, str]:
    """Return an entry's values as typed texts, by field name."""
    return {one.name: value_words(one, getattr(entry, one.name)) for one in register.fields}


def value_words(field: EntryField, value: object) -> str:
    """Return a value as a person reads it."""
    if value is None:
        return ""
    if field.choices:
        return next((words for one, words in field.choices if one == value), str(value))
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return number_words(value) if isinstance(value, int | float) else str(value)


def number_words(value: float, decimals: int | None = None) -> str:
    """Return a number as Vietnamese writes it: 1.234,5; *decimals* fixes how many."""
    text = f"{value:,.{decimals}f}" if decimals is not None else f"{value:,.2f}"
    whole, _, part = text.partition(".")
    if decimals is None:
        part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")


def read_value(field: EntryField, words: str, year: int, place: str = "") -> Any:  # noqa: ANN401
    """Return the value of typed *words*; Refused, with the field's heading, where they are none."""
    said = f"{place}“{field.heading}”: "
    if field.kind is FieldKind.DAY:
        return _day(words, year, said)
    reader = _READERS.get(field.kind)
    return reader(field, words, said) if reader else words


def _day(words: str, year: int, said: str) -> date:
    read = read_day(words, year)
    if read.day is None:
        raise Refused(f"{said}{read.trouble} Chưa thay đổi gì.")
    return read.day


def _period(field: EntryField, words: str, said: str) -> str:
    del field
    if parse_period(words) is None:
        raise Refused(f"{said}không có kỳ “{words}”. Viết như 2026-06. Chưa thay đổi gì.")
    return words


def _yes_no(field: EntryField, words: str, said: str) -> bool:
    del field
    if fold(words) not in _YES + _NO:
        raise Refused(f"{said}“{words}” không phải Có hoặc Không. Chưa thay đổi gì.")
    return fold(words) in _YES


def _choice(field: EntryField, words: str, said: str) -> Any:  # noqa: ANN401
    typed = fold(words)
    for value, name in field.choices:
        if typed in (fold(name), str(value)):
            return value
    begun = [value for value, name in field.choices if fold(name).startswith(typed)]
    if len(begun) == 1:
        return begun[0]
    names = ", ".join(name for _, name in field.choices)
    raise Refused(f"{said}không có “{words}”. Chọn một trong: {names}. Chưa thay đổi gì.")


def _number(field: EntryField, words: str, said: str) -> float:
    if words.startswith("-"):
        raise Refused(f"{said}số không thể âm (“{words}”). Chưa thay đổi gì.")
    plain = words.replace(".", "") if _GROUPED.fullmatch(words) else words
    if not _NUMBER.fullmatch(plain):
        raise Refused(f"{said}“{words}” không phải là số. Chưa thay đổi gì.")
    number = float(plain.replace(",", "."))
    if field.kind is FieldKind.COUNT:
        if number != int(number):
            raise Refused(f"{said}“{words}” phải là số nguyên. Chưa thay đổi gì.")
        return int(number)
    return number


_READERS: dict[FieldKind, Callable[[EntryField, str, str], Any]] = {
    FieldKind.PERIOD: _period,
    FieldKind.COUNT: _number,
    FieldKind.AMOUNT: _number,
    FieldKind.YES_NO: _yes_no,
    FieldKind.CHOICE: _choice,
}
