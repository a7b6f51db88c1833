"""What the use cases need from outside, as protocols: `db`, `ui` and `__main__` provide them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.document.picture_layout import DrawPicture
from tthc_desktop.domain.journal import Act, JournalEntry
from tthc_desktop.domain.office import Directory, Office, Respondent
from tthc_desktop.domain.plan import Plan, PlanSummary, PlanVersion
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.search import SearchHit
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskChange
from tthc_desktop.domain.working_days import CalendarDay
from tthc_desktop.further_ports import FurtherStores
from tthc_desktop.report_ports import EntryStore, ReportStore
from tthc_desktop.store_ports import AttachmentStore, RegisterStore, SheetStore, TemplateStore


class OfficeStore(Protocol):
    """The office and all who answer."""

    def office(self) -> Office:
        """Return the office; its fields are empty while nothing is set."""
        ...

    def directory(self) -> Directory:
        """Return all who answer, in the office's order."""
        ...

    def set_office(self, office: Office) -> None:
        """Replace the office's own values."""
        ...

    def set_respondents(self, respondents: Iterable[Respondent]) -> None:
        """Write units and groups in this order; those with known ids are changed."""
        ...

    def remove_respondents(self, respondent_ids: Iterable[str]) -> None:
        """Remove those of the respondents that no plan names; the others stay."""
        ...


class PlanStore(Protocol):
    """Plans with their text, annexes and tasks."""

    def summaries(self) -> tuple[PlanSummary, ...]:
        """Return all plans, newest year first."""
        ...

    def get(self, plan_id: str) -> Plan:
        """Return a whole plan; Refused if there is none of this id."""
        ...

    def add(self, plan: Plan) -> None:
        """Write a whole new plan."""
        ...

    def add_version(self, version: PlanVersion) -> None:
        """Write a frozen version of a plan."""
        ...

    def last_version(self, plan_id: str) -> PlanVersion | None:
        """Return the plan's newest frozen version, None where it was never issued."""
        ...

    def set_task(self, task: Task) -> None:
        """Write the values of one task; its place and its children stay."""
        ...

    def write_head(self, plan: Plan) -> None:
        """Write head, foot and state of a known plan."""
        ...

    def write_text(self, before: Plan, after: Plan) -> None:
        """Lead a plan's text from *before* to *after*; its tasks stay."""
        ...

    def write_tasks(self, plan_id: str, changes: Sequence[TaskChange]) -> None:
        """Write tasks as they are after *changes*: added, changed, moved or taken out."""
        ...


class ProgressStore(Protocol):
    """Occurrences and what was recorded for them."""

    def of_plan(self, plan_id: str) -> Mapping[str, tuple[Occurrence, ...]]:
        """Return the occurrences of a plan by task id, in the order they were planned."""
        ...

    def add(self, occurrences: Iterable[Occurrence]) -> None:
        """Write new occurrences."""
        ...

    def set(self, occurrence: Occurrence) -> None:
        """Write due days, unit records, closing and proofs of a known occurrence."""
        ...

    def remove(self, occurrence_ids: Iterable[str]) -> None:
        """Remove occurrences."""
        ...

    def write_occurrences(self, changes: Sequence[TaskChange]) -> None:
        """Write the occurrences of the tasks that *changes* leave in the plan."""
        ...


class JournalStore(Protocol):
    """What was done, when and by whom."""

    def of_subject(self, plan_id: str, task_id: str) -> tuple[JournalEntry, ...]:
        """Return the acts on a task and on its occurrences, newest first."""
        ...


class SearchStore(Protocol):
    """Looking through everything that is written."""

    def search(self, words: Sequence[str], limit: int) -> tuple[SearchHit, ...]:
        """Return titles, paragraphs and tasks that hold all folded *words*, newest plan first."""
        ...

    def numbered(
        self, places: Sequence[int], limit: int, *, is_followed: bool = False
    ) -> tuple[SearchHit, ...]:
        """Return the tasks that stand at *places* (from 0, top row first), in every list."""
        ...


class WorkingDayStore(Protocol):
    """The office's own working days, beside the table that is shipped."""

    def days(self) -> tuple[CalendarDay, ...]:
        """Return the office's own entries in the order of their days."""
        ...

    def set_year(self, year: int, days: Iterable[CalendarDay]) -> None:
        """Replace the office's own entries of a year."""
        ...

    def confirmed_on(self, year: int) -> date | None:
        """Return when the office confirmed the table of a year, None where it has not."""
        ...

    def confirm(self, year: int, on: date | None) -> None:
        """Keep that the office confirmed a year, or (None) that it has not."""
        ...


class UnitOfWork(FurtherStores, Protocol):
    """One transaction: opens its own connection in the thread that uses it, and closes it."""

    @property
    def office(self) -> OfficeStore:
        """The office."""
        ...

    @property
    def plans(self) -> PlanStore:
        """The plans."""
        ...

    @property
    def progress(self) -> ProgressStore:
        """The occurrences."""
        ...

    @property
    def journal(self) -> JournalStore:
        """The journal of changes."""
        ...

    @property
    def searching(self) -> SearchStore:
        """The search over all plans."""
        ...

    @property
    def register(self) -> RegisterStore:
        """The office's own legal register."""
        ...

    @property
    def templates(self) -> TemplateStore:
        """The office's own templates."""
        ...

    @property
    def attachments(self) -> AttachmentStore:
        """The attached files."""
        ...

    @property
    def sheets(self) -> SheetStore:
        """The progress sheets that were sent."""
        ...

    @property
    def working_days(self) -> WorkingDayStore:
        """The office's own working days."""
        ...

    @property
    def reports(self) -> ReportStore:
        """The reports."""
        ...

    @property
    def entries(self) -> EntryStore:
        """The entries of the registers."""
        ...

    @property
    def day(self) -> date:
        """The day on which it writes, by the same clock as the journal."""
        ...

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Roll back what was not committed."""
        ...

    def commit(self, act: Act) -> None:
        """Write the journal row of *act* and make all of it durable, or nothing."""
        ...


class UnitsOfWork(Protocol):
    """Makes units of work on one data file."""

    def reading(self) -> UnitOfWork:
        """Return a unit of work that only reads; needs no writer's lock."""
        ...

    def writing(self) -> UnitOfWork:
        """Return a unit of work that may write; StorageTrouble if another writer has the file."""
        ...


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup: where it lies, when it was made (ISO, local time), how many plans it holds."""

    file: Path
    made_at: str
    plans: int
    reason: str


class DataFile(Protocol):
    """The data file as a whole."""

    @property
    def path(self) -> Path:
        """Where the file lies."""
        ...

    def exists(self) -> bool:
        """Whether there is a file."""
        ...

    def create(self) -> None:
        """Make a new, empty data file; Refused if there is one."""
        ...

    def units_of_work(self) -> UnitsOfWork:
        """Open the file, checked and migrated if needed; StorageTrouble if it is not ours."""
        ...

    def reserve(self) -> None:
        """Take the writer's lock for good; StorageTrouble names who has it."""
        ...

    def close(self) -> None:
        """Give the writer's lock back."""
        ...

    def problems(self) -> tuple[str, ...]:
        """Return what a full check finds wrong, in Vietnamese."""
        ...

    def back_up(self, reason: str, to: Path | None = None, *, force: bool = False) -> Path:
        """Make a checked backup and return its file."""
        ...

    def backups(self) -> tuple[BackupInfo, ...]:
        """Return the backups made by the program, newest first."""
        ...

    def restore(self, backup: Path) -> Path | None:
        """Put *backup* in the file's place; return where the present file was kept, if any."""
        ...


class PagePainter(Protocol):
    """Draws laid-out documents to pages; handed in by `__main__`, since it needs Qt."""

    def write_pdf(self, layout: DocumentLayout, to: Path) -> int:
        """Write a PDF to exactly this path and return the number of its pages."""
        ...

    @property
    def draw_picture(self) -> DrawPicture | None:
        """What draws the pictures of a report for its pages; None where nothing can."""
        ...
