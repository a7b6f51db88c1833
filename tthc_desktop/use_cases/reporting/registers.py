"""Acts on the registers: entries added, changed, taken out, pasted, written to Excel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.reporting.entry_fields import (
    EntryField,
    FieldKind,
    Register,
    entry_from_texts,
    entry_texts,
)
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.vietnamese_text import clean_line, fold

SUBJECT = "register"


@dataclass(frozen=True, slots=True)
class PastedRows:
    """What became of pasted rows: the entries added, and a sentence for each refused one."""

    added: tuple[Any, ...]
    refused: tuple[str, ...]


def entries(units: UnitsOfWork, register: Register, words: str = "") -> tuple[Any, ...]:
    """Return the entries, the oldest first; with *words* those that hold all of them."""
    with units.reading() as work:
        found: tuple[Any, ...] = work.entries.all(register.key, register.entry_type)
    wanted = fold(clean_line(words)).split()
    return tuple(one for one in found if all(word in _folded(register, one) for word in wanted))


def _folded(register: Register, entry: object) -> str:
    return fold(" ".join(entry_texts(register, entry).values()))


def put_entry(
    units: UnitsOfWork,
    register: Register,
    values: Mapping[str, str],
    *,
    today: date,
    entry_id: str | None = None,
) -> Any:  # noqa: ANN401 - the register's own type
    """Write an entry from typed values (field name to text) and return it.

    Without *entry_id* it is a new one. Raises Refused, with the field's heading, for a value
    that does not fit.
    """
    entry = entry_from_texts(register, values, year=today.year, entry_id=entry_id or new_id())
    verb = "Sửa" if entry_id else "Thêm"
    with units.writing() as work:
        work.entries.put(register.key, entry, _day(register, entry))
        work.commit(Act(f"{verb} một mục của {register.title.lower()}", SUBJECT, entry.id))
    return entry


def remove_entry(units: UnitsOfWork, register: Register, entry_id: str) -> None:
    """Take an entry out."""
    with units.writing() as work:
        work.entries.remove(entry_id)
        work.commit(Act(f"Bỏ một mục của {register.title.lower()}", SUBJECT, entry_id))


def paste_entries(
    units: UnitsOfWork, register: Register, rows: Sequence[Sequence[str]], *, today: date
) -> PastedRows:
    """Add rows pasted from Excel; those that do not fit are told by row and not added.

    A first row of column headings says which column is which, else they stand in the
    register's order. All that fit come in with one transaction.
    """
    columns, body, first = _columns(register, rows)
    added: list[Any] = []
    refused: list[str] = []
    for number, row in enumerate(body, start=first):
        if not any(clean_line(cell) for cell in row):
            continue
        values = {one.name: cell for one, cell in zip(columns, row, strict=False) if one}
        place = f"Dòng {number}: "
        try:
            added.append(
                entry_from_texts(
                    register, values, year=today.year, entry_id=new_id(), place=place
                )
            )  # fmt: skip
        except Refused as error:
            refused.append(error.message)
    if added:
        with units.writing() as work:
            for entry in added:
                work.entries.put(register.key, entry, _day(register, entry))
            act = f"Dán {len(added)} mục vào {register.title.lower()}"
            work.commit(Act(act, SUBJECT, register.key))
    return PastedRows(tuple(added), tuple(refused))


def export_register(
    units: UnitsOfWork, register: Register, to: Path, *, force: bool, personal: bool = False
) -> Path:
    """Write a register to an Excel file; names and contacts of persons only with *personal*.

    Raises WrongCall for another suffix, Refused for an existing target without *force*,
    StorageTrouble where the target cannot be written.
    """
    from tthc_desktop.sheets.register_workbook import check_register, write_register

    if to.suffix.lower() != ".xlsx":
        raise WrongCall(f"Sổ chỉ xuất ra .xlsx, không phải “{to.name}”.")
    check_target(to, force=force)
    columns = register.columns(personal=personal)
    held = entries(units, register)
    rows = [[getattr(entry, one.name) for one in columns] for entry in held]
    write_safely(
        to,
        lambda path: write_register(register.title, columns, rows, path),
        check_register,
        force=force,
    )
    return to


def _columns(
    register: Register, rows: Sequence[Sequence[str]]
) -> tuple[tuple[EntryField | None, ...], Sequence[Sequence[str]], int]:
    headings = {fold(one.heading): one for one in register.fields}
    named = tuple(headings.get(fold(clean_line(cell))) for cell in rows[0]) if rows else ()
    if sum(one is not None for one in named) > 1:
        return named, rows[1:], 2
    return register.fields, rows, 1


def _day(register: Register, entry: object) -> date | None:
    """Return the day by which the register is ordered: the first one an entry must have."""
    for one in register.fields:
        if one.kind is FieldKind.DAY and one.required:
            day: date = getattr(entry, one.name)
            return day
    return None
