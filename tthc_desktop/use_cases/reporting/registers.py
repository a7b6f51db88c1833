"""Acts on the registers: an edit of their entries written, a list of them written to Excel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.reporting.entry_doubles import refuse_doubles
from tthc_desktop.domain.reporting.entry_edits import EntryEdit
from tthc_desktop.domain.reporting.entry_fields import FieldKind, Register
from tthc_desktop.domain.reporting.registers import INDEX
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.index_source import follow_index

SUBJECT = "register"
_CHANGED = (
    "Mục này đã thay đổi ở nơi khác sau khi mở sổ. Hãy làm mới (F5) rồi làm lại. Chưa thay đổi gì."
)


def apply_edit(units: UnitsOfWork, edit: EntryEdit, *, undoing: bool = False) -> None:
    """Write an edit of a register, or take one back: one transaction, one row of the journal.

    Raises Refused where an entry is not as the edit found it (another program wrote meanwhile),
    and where an entry would stand there twice.
    """
    register = edit.register
    with units.writing() as work:
        held = {one.id: one for one in work.entries.all(register.key, register.entry_type)}
        for one in edit.changes:
            if held.get(one.entry_id) != one.before:
                raise Refused(_CHANGED)
        refuse_doubles(edit, held.values())
        for one in edit.changes:
            if one.after is None:
                work.entries.remove(one.entry_id)
            else:
                work.entries.put(register.key, one.after, _day(register, one.after))
        touched = (some for one in edit.changes for some in (one.before, one.after) if some)
        _lead_followers(work, register, touched)
        words = f"{edit.words[:1].upper()}{edit.words[1:]} ({register.title.lower()})"
        subject = edit.changes[0].entry_id if len(edit.changes) == 1 else register.key
        work.commit(Act(f"Hoàn tác: {words}" if undoing else words, SUBJECT, subject))


def write_rows(
    register: Register,
    rows: Sequence[Sequence[Any]],
    to: Path,
    *,
    force: bool,
    title: str,
    personal: bool = False,
) -> Path:
    """Write rows of values to Excel; columns about persons are theirs only with *personal*.

    Raises WrongCall for another suffix, Refused for an existing target without *force*,
    StorageTrouble where the target cannot be written.
    """
    from tthc_desktop.sheets.register_workbook import check_register, write_register

    if to.suffix.lower() != ".xlsx":
        raise WrongCall(f"Sổ chỉ xuất ra .xlsx, không phải “{to.name}”.")
    check_target(to, force=force)
    columns = register.columns(personal=personal)
    write_safely(
        to,
        lambda path: write_register(title, columns, rows, path),
        check_register,
        force=force,
    )
    return to


def _lead_followers(work: UnitOfWork, register: Register, touched: Iterable[Any]) -> None:
    """Lead the tasks that follow the index to what its figures say now."""
    if register.key == INDEX.key:
        follow_index(work, [one.period for one in touched], work.day)


def _day(register: Register, entry: object) -> date | None:
    """Return the day by which the register is ordered: the first one an entry must have."""
    for one in register.fields:
        if one.kind is FieldKind.DAY and one.required:
            day: date = getattr(entry, one.name)
            return day
    return None
