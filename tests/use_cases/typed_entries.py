"""Entries of registers for tests: typed texts become the edits that the window writes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.domain.reporting.entry_fields import Register, entry_from_texts
from tthc_desktop.domain.reporting.entry_rows import read_rows
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.registers import apply_edit


def entries(units: UnitsOfWork, register: Register) -> tuple[Any, ...]:
    """Return what the data file holds."""
    with units.reading() as work:
        return work.entries.all(register.key, register.entry_type)


def put_entry(
    units: UnitsOfWork,
    register: Register,
    values: Mapping[str, str],
    *,
    today: date,
    instead_of: Any = None,  # noqa: ANN401 - the register's own type
) -> Any:  # noqa: ANN401
    """Write what was typed as a new entry, or in the place of another one."""
    entry_id = new_id() if instead_of is None else instead_of.id
    entry = entry_from_texts(register, values, year=today.year, entry_id=entry_id)
    change = EntryChange(instead_of, entry)
    apply_edit(units, EntryEdit(register, "thêm dòng" if instead_of is None else "sửa", (change,)))
    return entry


def remove_entry(units: UnitsOfWork, register: Register, entry: Any) -> None:  # noqa: ANN401
    """Take an entry out."""
    apply_edit(units, EntryEdit(register, "xóa dòng", (EntryChange(entry),)))


def paste_rows(
    units: UnitsOfWork, register: Register, rows: Sequence[Sequence[str]], *, today: date
) -> tuple[str, ...]:
    """Write rows of Excel that fit with one edit; return why the others do not."""
    read = read_rows(register, rows, year=today.year).rows
    changes = tuple(EntryChange(None, one.entry) for one in read if one.entry is not None)
    apply_edit(units, EntryEdit(register, f"dán {len(changes)} dòng", changes))
    return tuple(one.trouble for one in read if one.trouble)
