"""Stores of a unit of work for reports and for the registers they are drafted from."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol, TypeVar

from tthc_desktop.domain.reporting.report import Report, ReportKind

T = TypeVar("T")


class ReportStore(Protocol):
    """Reports with their figures."""

    def all(self) -> tuple[Report, ...]:
        """Return all versions by kind, period and version."""
        ...

    def get(self, report_id: str) -> Report | None:
        """Return a report, None where there is none of this id."""
        ...

    def newest(self, kind: ReportKind, period: str) -> Report | None:
        """Return the last version of a kind in a period, None where there is none."""
        ...

    def put(self, report: Report) -> None:
        """Write a report; one of the same id is replaced."""
        ...

    def remove(self, report_id: str) -> None:
        """Take a version out with its figures."""
        ...


class EntryStore(Protocol):
    """Entries of the registers."""

    def all(self, register: str, entry_type: type[T]) -> tuple[T, ...]:
        """Return the entries of a register, the oldest day first."""
        ...

    def put(self, register: str, entry: Any, day: date | None) -> None:  # noqa: ANN401 - an entry
        """Write an entry; one of the same id is replaced."""
        ...

    def remove(self, entry_id: str) -> None:
        """Take an entry out."""
        ...
