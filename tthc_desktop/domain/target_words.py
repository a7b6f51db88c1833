"""A task's target in words, and from what a person types."""

from __future__ import annotations

from tthc_desktop.domain.reporting.entry_fields import (
    EntryField,
    FieldKind,
    number_words,
    read_value,
)
from tthc_desktop.domain.task import Target
from tthc_desktop.errors import Refused
from tthc_desktop.vietnamese_text import clean_line

_VALUE = EntryField("value", "Chỉ tiêu", FieldKind.AMOUNT)
_ACTUAL = EntryField("actual", "Đã thực hiện", FieldKind.AMOUNT)
_PERCENT = "%"
_WHOLE = 100


def target_words(target: Target) -> str:
    """Return "72 tin, bài; đã thực hiện 33 (45,83%)"; without an actual figure the target."""
    wanted = _with_unit(target.value, target.unit)
    if target.actual is None:
        return wanted
    if target.unit == _PERCENT:
        return f"{wanted}; đã thực hiện {_with_unit(target.actual, target.unit)}"
    share = reached(target)
    told = f" ({number_words(share * _WHOLE)}%)" if share is not None else ""
    return f"{wanted}; đã thực hiện {number_words(target.actual)}{told}"


def reached(target: Target) -> float | None:
    """Return the share of the target that is reached, 1 for all of it; None where unknown."""
    if target.actual is None or not target.value:
        return None
    return target.actual / target.value


def read_target(value: str, actual: str, unit: str) -> Target | None:
    """Return the target that is typed, None where nothing is.

    "100 %" is 100 with the unit %. Raises Refused for what is no number, and for an actual
    figure without a target.
    """
    value, actual, unit = clean_line(value), clean_line(actual), clean_line(unit)
    for text in (value, actual):
        unit = unit or (_PERCENT if text.endswith(_PERCENT) else "")
    if not value:
        if actual or unit:
            raise Refused("“Chỉ tiêu”: chưa ghi số phải đạt. Chưa thay đổi gì.")
        return None
    return Target(_number(_VALUE, value), _number(_ACTUAL, actual) if actual else None, unit)


def _number(field: EntryField, words: str) -> float:
    found: float = read_value(field, words.rstrip(_PERCENT).strip(), 0)
    return found


def _with_unit(figure: float, unit: str) -> str:
    blank = "" if unit == _PERCENT else " "
    return f"{number_words(figure)}{blank}{unit}".rstrip()
