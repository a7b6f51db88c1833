"""Stores of a unit of work that came after the first ones; `UnitOfWork` has them all."""

from __future__ import annotations

from typing import Any, Protocol

from tthc_desktop.domain.comparison_answer import ComparisonAnswer
from tthc_desktop.domain.task_sources import SourceKind, TaskSource


class SettingStore(Protocol):
    """What the office sets for all its work, by name; the names stand with their use cases."""

    def get(self, name: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return a setting, None where the office has not set it."""
        ...

    def put(self, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Keep a setting; None takes it out, so that the shipped value holds again."""
        ...


class SourceStore(Protocol):
    """What tasks follow: reports, the index, other plans."""

    def of_plan(self, plan_id: str) -> tuple[TaskSource, ...]:
        """Return what the tasks of a plan follow."""
        ...

    def followers(self, kind: SourceKind, reference: str) -> dict[str, tuple[str, ...]]:
        """Return the ids of the tasks that follow a source, by the id of their plan."""
        ...

    def put(self, source: TaskSource) -> None:
        """Let a task follow a source; one it follows already stays."""
        ...

    def remove(self, source: TaskSource) -> None:
        """Let a task follow a source no more."""
        ...


class ReportFileStore(Protocol):
    """The files of sent reports, byte for byte."""

    def get(self, report_id: str, suffix: str) -> bytes | None:
        """Return a file's bytes, None where none was kept; StorageTrouble where they changed."""
        ...

    def put(self, report_id: str, suffix: str, content: bytes) -> None:
        """Keep a file of a report (".docx"); one of the same suffix is replaced."""
        ...


class ComparisonStore(Protocol):
    """Confirmed answers to what a superior's plan asks."""

    def all(self, plan_id: str, superior_id: str) -> tuple[ComparisonAnswer, ...]:
        """Return what was confirmed between two plans."""
        ...

    def put(self, answer: ComparisonAnswer) -> None:
        """Write an answer; one to the same request is replaced."""
        ...

    def remove(self, plan_id: str, superior_id: str, asked_id: str) -> None:
        """Take an answer out: what the program proposes holds again."""
        ...


class FurtherStores(Protocol):
    """The stores beside those named in `UnitOfWork` itself."""

    @property
    def settings(self) -> SettingStore:
        """What the office sets for all its work."""
        ...

    @property
    def sources(self) -> SourceStore:
        """What tasks follow."""
        ...

    @property
    def report_files(self) -> ReportFileStore:
        """The files of sent reports."""
        ...

    @property
    def comparisons(self) -> ComparisonStore:
        """Confirmed answers to what a superior's plan asks."""
        ...
