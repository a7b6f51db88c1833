"""Attached files in the data file."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from db.tables import AttachmentRow
from tthc_desktop.domain.attachment import Attachment

_COLUMNS = (
    AttachmentRow.id, AttachmentRow.subject, AttachmentRow.subject_id, AttachmentRow.name,
    AttachmentRow.size, AttachmentRow.sha256, AttachmentRow.added_at, AttachmentRow.plan_id,
    AttachmentRow.path,
)  # fmt: skip


class SqlAttachmentStore:
    """The attached files as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def add(self, attachment: Attachment, content: bytes | None) -> None:
        """Write a file with its bytes, or without them where it has a path."""
        self._connection.execute(
            insert(AttachmentRow).values(
                id=attachment.id,
                plan_id=attachment.plan_id,
                subject=attachment.subject,
                subject_id=attachment.subject_id,
                name=attachment.name,
                size=attachment.size,
                sha256=attachment.sha256,
                content=content,
                path=attachment.path,
                added_at=attachment.added_at,
            )
        )

    def of_subject(self, subject: str, subject_id: str) -> tuple[Attachment, ...]:
        """Return what is attached to a subject, in the order it was added, without bytes."""
        rows = self._connection.execute(
            select(*_COLUMNS)
            .where(AttachmentRow.subject == subject, AttachmentRow.subject_id == subject_id)
            .order_by(AttachmentRow.added_at, AttachmentRow.name)
        )
        return tuple(Attachment(*row) for row in rows)

    def get(self, attachment_id: str) -> Attachment | None:
        """Return one attached file without its bytes, None where there is none."""
        row = self._connection.execute(
            select(*_COLUMNS).where(AttachmentRow.id == attachment_id)
        ).one_or_none()
        return Attachment(*row) if row else None

    def content(self, attachment_id: str) -> bytes | None:
        """Return the bytes that lie in the data file, None where only a path is kept."""
        content: bytes | None = self._connection.execute(
            select(AttachmentRow.content).where(AttachmentRow.id == attachment_id)
        ).scalar()
        return content

    def remove(self, attachment_id: str) -> None:
        """Take a file out."""
        self._connection.execute(delete(AttachmentRow).where(AttachmentRow.id == attachment_id))
