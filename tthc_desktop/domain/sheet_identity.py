"""The identity of a row of a progress sheet: it stands in a hidden column and comes back."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

IDENTITY_MARK = "TTHC1"
_SEPARATOR = "|"
_PARTS = 5
_CHECK_DIGITS = 8


@dataclass(frozen=True, slots=True)
class RowIdentity:
    """Which sheet (as sent) and which occurrence a row belongs to, and for which unit.

    `unit_id` is "" in the sheet of all units, `occurrence_id` "" for a group row.
    """

    sheet_id: str
    occurrence_id: str
    unit_id: str

    @property
    def words(self) -> str:
        """The text of the hidden cell, with a checksum: typing into it is noticed."""
        held = _SEPARATOR.join((IDENTITY_MARK, self.sheet_id, self.occurrence_id, self.unit_id))
        return f"{held}{_SEPARATOR}{_check(held)}"


def read_identity(text: str) -> RowIdentity | None:
    """Return the identity that *text* tells; None where it is none or was changed."""
    held, _, check = text.strip().rpartition(_SEPARATOR)
    parts = held.split(_SEPARATOR)
    if len(parts) != _PARTS - 1 or parts[0] != IDENTITY_MARK or check != _check(held):
        return None
    return RowIdentity(*parts[1:])


def _check(held: str) -> str:
    return sha256(held.encode()).hexdigest()[:_CHECK_DIGITS]
