"""Stores of a unit of work beside plans and progress: register, templates, attached files."""

from __future__ import annotations

from typing import Protocol

from tthc_desktop.domain.attachment import Attachment
from tthc_desktop.domain.legal_register import LegalDocument
from tthc_desktop.domain.plan_template import PlanTemplate, TemplateSummary


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
