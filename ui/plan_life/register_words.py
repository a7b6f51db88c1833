"""How the legal register speaks of a document: its force, whether it was compared."""

from __future__ import annotations

from datetime import date, timedelta

from tthc_desktop.domain.legal_register import LegalDocument

HEADINGS = (
    "Loại", "Số", "Ngày", "Cơ quan ban hành", "Nội dung", "Hiệu lực", "Thay bằng", "Đối chiếu",
)  # fmt: skip
SUBJECT = 4


def row_words(document: LegalDocument, today: date) -> list[str]:
    """Return the words of a document's row, in the order of `HEADINGS`."""
    return [
        document.kind,
        document.number,
        f"{document.issued_on:%d/%m/%Y}" if document.issued_on else "",
        document.issuer,
        document.subject,
        force_words(document, today),
        document.replaced_by,
        checked_words(document),
    ]


def force_words(document: LegalDocument, today: date) -> str:
    """Return whether a document is in force on *today*, as far as the register knows."""
    if document.in_force_to is not None and today > document.in_force_to:
        return f"Hết từ {document.in_force_to + timedelta(days=1):%d/%m/%Y}"
    begins = document.in_force_from or document.issued_on
    if begins is not None and today < begins:
        return f"Từ {begins:%d/%m/%Y}"
    if document.in_force_to is not None:
        return f"Đến {document.in_force_to:%d/%m/%Y}"
    return "Còn hiệu lực"


def checked_words(document: LegalDocument) -> str:
    """Return when the office compared the entry with the document itself."""
    if document.checked_on is None:
        return "Cần đối chiếu"
    return f"{document.checked_on:%d/%m/%Y}"
