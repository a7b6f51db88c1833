"""The three-way merge of a returned sheet: as sent, as returned, as it is in the office now."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from tthc_desktop.domain.progress import Record, State

FIELDS = ("state", "percent", "result", "evidence", "done_on", "reason", "difficulty", "note")
COORDINATING_FIELDS = ("result", "difficulty", "note")
# A typed value of a record's field; a text is "" where there is none.
Value = State | float | str | date | None
_PLACES = 6


class Outcome(Enum):
    """What a returned cell means."""

    NOTHING = "nothing"
    CHANGE = "change"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a returned sheet and the field it stands for; `unit_id` None: the closing."""

    cell: str
    occurrence_id: str
    unit_id: str | None
    number: str
    period: str
    field: str


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that the unit changed; `sent` is what it held when it went out."""

    place: CellPlace
    sent: Value
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class CellConflict:
    """A cell that both sides changed, differently."""

    place: CellPlace
    sent: Value
    returned: Value
    office: Value


class RefusalKind(Enum):
    """Why something is not taken: the file, a value, a cell nobody fills, a row."""

    FILE = "file"
    VALUE = "value"
    FIXED = "fixed"
    NEW_ROW = "new_row"
    GONE_ROW = "gone_row"
    LIKELY_ROW = "likely_row"


@dataclass(frozen=True, slots=True)
class CellRefusal:
    """What is not taken, and why; `cell` is None where the whole file is refused.

    `number` and `heading` name the row and the column where they are known, `returned` is
    what stands in the cell, `timing` what a new row says of its time.
    """

    cell: str | None
    message: str
    kind: RefusalKind
    number: str = ""
    heading: str = ""
    returned: str = ""
    timing: str = ""


def three_way(sent: Value, returned: Value, office: Value, seen: Container[Value] = ()) -> Outcome:
    """Tell what a returned value means; *seen* are values merged from this cell before.

    A cell that came back as it was sent says nothing, whatever the office did meanwhile.
    """
    if returned in (sent, office) or returned in seen:
        return Outcome.NOTHING
    return Outcome.CHANGE if office == sent else Outcome.CONFLICT


def value_of(record: Record, field: str) -> Value:
    """Return a record's value as it is compared: percents without the noise of fractions."""
    value: Value = getattr(record, field)
    return round(value, _PLACES) if isinstance(value, float) else value


def value_as_json(value: Value) -> Any:  # noqa: ANN401 - plain JSON
    """Return a value as `task list` shows it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value == int(value):
        return int(value)
    return value.value if isinstance(value, State) else value


def value_from_json(field: str, value: Any) -> Value:  # noqa: ANN401 - plain JSON
    """Return the value that `value_as_json` wrote of *field*."""
    if value is None:
        return None
    if field == "state":
        return State(value)
    if field == "percent":
        return round(float(value), _PLACES)
    return date.fromisoformat(value) if field == "done_on" else str(value)
