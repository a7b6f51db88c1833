"""Forms of figures (biểu) as data: header tree, column formulas, checks, what is carried over.

Another form is another file in `resources/forms`; no form is named in code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tthc_desktop.domain.findings import Severity

_TERM = re.compile(r"([+-]?)(\d+)")


class Relation(StrEnum):
    """What a check asks of its two sides."""

    EQUAL = "equal"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Formula:
    """A signed sum of columns, as written under the column: "4+5+6", "2-7"."""

    terms: tuple[tuple[int, int], ...]

    def of(self, values: Mapping[int, int]) -> int:
        """Return its value; a column without figure counts as 0."""
        return sum(sign * values.get(column, 0) for sign, column in self.terms)

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns it reads."""
        return tuple(column for _, column in self.terms)

    def __str__(self) -> str:
        words = "".join(f"{'+' if sign > 0 else '-'}{column}" for sign, column in self.terms)
        return words.removeprefix("+")


def formula(text: str) -> Formula:
    """Return the formula written as *text*; ValueError where it is none (a broken form)."""
    found = _TERM.findall(text)
    if not found or "".join(sign + number for sign, number in found) != text:
        message = f"not a formula: {text!r}"
        raise ValueError(message)
    return Formula(tuple((-1 if sign == "-" else 1, int(number)) for sign, number in found))


@dataclass(frozen=True, slots=True)
class Heading:
    """A node of the header tree: a group of columns, or a column by its number.

    A label column (`is_label`) holds the row's number or name, the last of them the name.
    """

    label: str
    column: int | None = None
    formula: Formula | None = None
    children: tuple[Heading, ...] = ()
    is_label: bool = False

    def columns(self) -> Iterator[Heading]:
        """Yield the columns below it, from the left; itself where it is one."""
        if self.column is not None:
            yield self
        for child in self.children:
            yield from child.columns()

    @property
    def depth(self) -> int:
        """How many levels it has, itself counted."""
        return 1 + max((child.depth for child in self.children), default=0)


@dataclass(frozen=True, slots=True)
class FormCheck:
    """A rule of a row: the left formula equals the right one, or is at most that."""

    code: str
    left: Formula
    right: Formula
    relation: Relation = Relation.EQUAL
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share the report's text tells: numerator ÷ denominator, in percent.

    `is_pictured`: shown by quarter as a picture too.
    """

    name: str
    label: str
    numerator: Formula
    denominator: Formula
    is_pictured: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure told against the period before and against last year."""

    name: str
    label: str
    formula: Formula


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `confirmed`: its wording was seen; else it says "cần đối chiếu".

    `carried` leads a column to that of the period before from which it comes. A longer
    period has, of its quarters, the sum of the columns `summed`, the first one's `first`
    and the last one's `last`. Where a column of `reason_for` is not 0 a cause is asked for.
    `counted` leads columns to the counts of a `register`, a row for each value of its field
    `counted_by` (without it one for the office); `section` is the part of the
    report that `sentence` stands in; `short` names the form where there is little room.
    """

    code: str
    title: str
    unit: str
    source: str
    confirmed: bool
    periods: tuple[str, ...]
    row_word: str
    headings: tuple[Heading, ...]
    checks: tuple[FormCheck, ...]
    total_label: str = "Tổng cộng"
    carried: tuple[tuple[int, int], ...] = ()
    summed: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    reason_for: tuple[int, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    compared: tuple[Compared, ...] = ()
    sentence: str = ""
    section: str = ""
    register: str = ""
    counted: tuple[tuple[int, str], ...] = ()
    counted_by: str = ""
    short: str = ""

    def columns(self) -> tuple[Heading, ...]:
        """Return all columns from the left, label columns among them."""
        return tuple(column for one in self.headings for column in one.columns())

    def figure_columns(self) -> tuple[Heading, ...]:
        """Return the columns that hold figures."""
        return tuple(one for one in self.columns() if not one.is_label)

    def column(self, number: int) -> Heading | None:
        """Return a figure column by its number, None where there is none."""
        return next((one for one in self.figure_columns() if one.column == number), None)

    def label_columns(self) -> tuple[Heading, ...]:
        """Return the columns before the figures: the row's number, if any, and its name."""
        return tuple(one for one in self.columns() if one.is_label)

    @property
    def note(self) -> str:
        """What must be said of a form whose wording nobody has seen."""
        return "" if self.confirmed else "Biểu cần đối chiếu với văn bản gốc."


def form_from_json(content: Mapping[str, Any]) -> Form:
    """Return the form a file of `resources/forms` describes; KeyError, ValueError if broken."""
    quarters = content.get("of_quarters", {})
    return Form(
        code=content["code"],
        title=content["title"],
        unit=content["unit"],
        source=content["source"],
        confirmed=content["confirmed"],
        periods=tuple(content["periods"]),
        row_word=content["row_word"],
        headings=tuple(_heading(one) for one in content["headings"]),
        checks=tuple(_check(one) for one in content["checks"]),
        total_label=content.get("total_label", "Tổng cộng"),
        carried=tuple((one["column"], one["from"]) for one in content.get("carried", [])),
        summed=tuple(quarters.get("summed", ())),
        first=tuple(quarters.get("first", ())),
        last=tuple(quarters.get("last", ())),
        reason_for=tuple(content.get("reason_for", ())),
        ratios=tuple(
            Ratio(
                one["name"],
                one["label"],
                formula(one["numerator"]),
                formula(one["denominator"]),
                one.get("pictured", False),
            )
            for one in content.get("ratios", [])
        ),
        compared=tuple(
            Compared(one["name"], one["label"], formula(one["formula"]))
            for one in content.get("compared", [])
        ),
        sentence=content.get("sentence", ""),
        section=content.get("section", ""),
        short=content.get("short", ""),
        counted_by=content.get("counted", {}).get("by", ""),
        register=content.get("counted", {}).get("register", ""),
        counted=tuple(
            (int(column), name)
            for column, name in content.get("counted", {}).get("columns", {}).items()
        ),
    )


def _heading(content: Mapping[str, Any]) -> Heading:
    written = content.get("formula")
    return Heading(
        content["label"],
        content.get("column"),
        formula(written) if written else None,
        tuple(_heading(one) for one in content.get("children", [])),
        content.get("is_label", False),
    )


def _check(content: Mapping[str, Any]) -> FormCheck:
    return FormCheck(
        content["code"],
        formula(content["left"]),
        formula(content["right"]),
        Relation(content.get("relation", "equal")),
        Severity(content.get("severity", "error")),
    )
