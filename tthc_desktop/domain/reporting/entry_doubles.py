"""Entries that stand in a register already: a second one would be counted twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from tthc_desktop.domain.reporting.entry_edits import EntryEdit
from tthc_desktop.domain.reporting.entry_fields import Entry, Register
from tthc_desktop.errors import Refused
from tthc_desktop.vietnamese_text import fold

EntryKey = tuple[str, ...]


def entry_key(register: Register, entry: object) -> EntryKey:
    """Return what no other entry may have alike; empty where entries may be alike."""
    return tuple(fold(_words(getattr(entry, name))) for name in register.unique)


def double_words(register: Register, entry: object) -> str:
    """Return the sentence that says an entry is there already."""
    told = ", ".join(filter(None, (_words(getattr(entry, name)) for name in register.unique)))
    return f"Sổ đã có “{told}”. Hãy sửa dòng đã có. Chưa thay đổi gì."


def _words(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def refuse_double(
    register: Register, entry: Entry, held: Iterable[Entry], before: Entry | None = None
) -> None:
    """Raise Refused where another of the *held* entries has the same key.

    An entry whose key is that of *before* stays: it was there already.
    """
    key = entry_key(register, entry)
    if not key or (before is not None and entry_key(register, before) == key):
        return
    if any(one.id != entry.id and entry_key(register, one) == key for one in held):
        raise Refused(double_words(register, entry))


def refuse_doubles(edit: EntryEdit, held: Iterable[Entry]) -> None:
    """Raise Refused where an edit makes two entries of one; what was double before may stay."""
    if not edit.register.unique:
        return
    before = tuple(held)
    known = Counter(entry_key(edit.register, one) for one in before)
    seen: Counter[EntryKey] = Counter()
    for one in edit.of(before):
        key = entry_key(edit.register, one)
        seen[key] += 1
        if seen[key] > max(1, known[key]):
            raise Refused(double_words(edit.register, one))
