"""Frozen domain values as JSON and back, by their declared types.

Used for what is kept whole: the content of an issued version. What is searched or edited
stands in columns of its own.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

_TYPE = "type"


def as_json(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Return a frozen value as JSON; a dataclass tells its type, so that unions come back."""
    if is_dataclass(value) and not isinstance(value, type):
        content = {one.name: as_json(getattr(value, one.name)) for one in fields(value)}
        return {_TYPE: type(value).__name__, **content}
    if isinstance(value, tuple):
        return [as_json(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_json(declared: Any, content: Any) -> Any:  # noqa: ANN401 - the declared type's value
    """Return the value of type *declared* that `as_json` wrote.

    A field that is missing in older content keeps its default; an unknown one is ignored.
    """
    if content is None:
        return None
    origin = get_origin(declared)
    if origin in (Union, types.UnionType):
        return from_json(_chosen(get_args(declared), content), content)
    if origin is tuple:
        element = get_args(declared)[0]
        return tuple(from_json(element, one) for one in content)
    if isinstance(declared, type) and is_dataclass(declared):
        hints = _hints(declared)
        values = {
            name: from_json(hints[name], one) for name, one in content.items() if name in hints
        }
        return declared(**values)
    if isinstance(declared, type) and issubclass(declared, Enum):
        return declared(content)
    if declared is date:
        return date.fromisoformat(content)
    return content


@cache
def _hints(declared: type) -> dict[str, Any]:
    return get_type_hints(declared)


def _chosen(options: tuple[Any, ...], content: object) -> object:
    real = [one for one in options if one is not type(None)]
    if isinstance(content, dict):
        return next(one for one in real if one.__name__ == content[_TYPE])
    return real[0]
