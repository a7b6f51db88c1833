"""Stores of a unit of work beside plans and progress: register, templates, attached files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tthc_desktop.domain.attachment import Attachment
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.legal_register import LegalDocument
from tthc_desktop.domain.plan_template import PlanTemplate, TemplateSummary
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.sent_sheet import SentSheet, SheetAnswer, SheetHead


class RegisterStore(Protocol):
    """The office's own entries of the legal register."""

    def documents(self) -> tuple[LegalDocument, ...]:
        """Return the entries, the oldest document first."""
        ...

    def put(self, document: LegalDocument) -> None:
        """Write an entry; one of the same id is replaced."""
        ...

    def remove(self, document_id: str) -> None:
        """Take an entry out."""
        ...


class TemplateStore(Protocol):
    """The office's own templates."""

    def summaries(self) -> tuple[TemplateSummary, ...]:
        """Return the templates in the order of their names."""
        ...

    def get(self, template_id: str) -> PlanTemplate | None:
        """Return a whole template, None where there is none of this id."""
        ...

    def put(self, template: PlanTemplate) -> None:
        """Write a template; one of the same id is replaced."""
        ...

    def remove(self, template_id: str) -> None:
        """Take a template out."""
        ...


class AttachmentStore(Protocol):
    """Attached files."""

    def add(self, attachment: Attachment, content: bytes | None) -> None:
        """Write a file with its bytes, or without them where it has a path."""
        ...

    def of_subject(self, subject: str, subject_id: str) -> tuple[Attachment, ...]:
        """Return what is attached to a subject, in the order it was added, without bytes."""
        ...

    def get(self, attachment_id: str) -> Attachment | None:
        """Return one attached file without its bytes, None where there is none."""
        ...

    def content(self, attachment_id: str) -> bytes | None:
        """Return the bytes that lie in the data file, None where only a path is kept."""
        ...

    def remove(self, attachment_id: str) -> None:
        """Take a file out."""
        ...


class SheetStore(Protocol):
    """Progress sheets as they were sent, and what came back."""

    def add(self, sheets: Iterable[SentSheet]) -> None:
        """Write sheets as sent now."""
        ...

    def remove(self, sheet_ids: Iterable[str]) -> None:
        """Take sheets out that could not be written to their files."""
        ...

    def get(self, sheet_id: str) -> SentSheet | None:
        """Return a sheet with its rows, None where there is none of this id."""
        ...

    def heads(self, plan_id: str | None = None, period: str | None = None) -> tuple[SheetHead, ...]:
        """Return the sheets sent (of a plan, of a period), the oldest first, without rows."""
        ...

    def answers(self, sheet_ids: Iterable[str]) -> tuple[SheetAnswer, ...]:
        """Return what came back of these sheets and was not undone, the oldest first."""
        ...

    def answers_of_merge(self, merge_id: str) -> tuple[SheetAnswer, ...]:
        """Return what one merged file brought, undone or not."""
        ...

    def add_answers(self, answers: Iterable[SheetAnswer]) -> None:
        """Write what a returned file brought, as merged now."""
        ...

    def set_undone(self, merge_id: str) -> None:
        """Keep that the merge of a file was taken back."""
        ...

    def write_records(self, occurrences: Iterable[Occurrence]) -> None:
        """Write unit records and closings of many known occurrences at once."""
        ...

    def write_journal(self, acts: Iterable[Act]) -> None:
        """Write a journal row for each act; the transaction's own row comes with its commit."""
        ...
