"""The office's own entries of the legal register."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select

from db.tables import LegalDocumentRow
from tthc_desktop.domain.legal_register import LegalDocument


class SqlRegisterStore:
    """The office's own register as one connection sees it."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def documents(self) -> tuple[LegalDocument, ...]:
        """Return the office's own entries, the oldest document first."""
        rows = self._connection.execute(
            select(*LegalDocumentRow.__table__.c).order_by(
                LegalDocumentRow.issued_on, LegalDocumentRow.number
            )
        ).mappings()
        return tuple(LegalDocument(**row) for row in rows)

    def put(self, document: LegalDocument) -> None:
        """Write an entry; one of the same id is replaced."""
        self.remove(document.id)
        values = {key: value for key, value in asdict(document).items() if key != "own"}
        self._connection.execute(insert(LegalDocumentRow).values(**values))

    def remove(self, document_id: str) -> None:
        """Take an entry out."""
        self._connection.execute(delete(LegalDocumentRow).where(LegalDocumentRow.id == document_id))
