"""Edits of a register as values: what entries were before and are after, so that it goes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tthc_desktop.domain.reporting.entry_fields import Register


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One entry before and after; None where it was not there yet, or is no more."""

    before: Any = None
    after: Any = None

    @property
    def entry_id(self) -> str:
        """The id of the entry."""
        found: str = (self.after if self.after is not None else self.before).id
        return found


@dataclass(frozen=True, slots=True)
class EntryEdit:
    """What one act changes in a register; `words` name it for undo and journal."""

    register: Register
    words: str
    changes: tuple[EntryChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return all(one.before == one.after for one in self.changes)

    def inverse(self) -> EntryEdit:
        """Return the edit that takes it back."""
        turned = tuple(EntryChange(one.after, one.before) for one in reversed(self.changes))
        return EntryEdit(self.register, self.words, turned)

    def of(self, entries: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return *entries* as they are after it; new ones stand last."""
        after = {one.entry_id: one.after for one in self.changes}
        kept = [after.pop(one.id) if one.id in after else one for one in entries]
        return tuple(one for one in (*kept, *after.values()) if one is not None)
