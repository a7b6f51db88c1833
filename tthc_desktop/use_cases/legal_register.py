"""The legal register: what is shipped, joined with the office's own entries."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

import resources
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.legal_register import LegalDocument, LegalRegister, merged_register
from tthc_desktop.domain.obsolete_names import ObsoleteName
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.vietnamese_text import clean_line

_TEXTS = ("kind", "number", "issuer", "subject", "replaced_by", "note")
_DAYS = ("issued_on", "in_force_from", "in_force_to")


def open_register(units: UnitsOfWork) -> LegalRegister:
    """Return the shipped documents joined with the office's own."""
    with units.reading() as work:
        return register_in(work)


def register_in(work: UnitOfWork) -> LegalRegister:
    """Return the whole register inside an open unit of work."""
    return merged_register(shipped_documents(), work.register.documents())


@lru_cache(maxsize=1)
def shipped_documents() -> tuple[LegalDocument, ...]:
    """Return the documents that come with the program, each still "cần đối chiếu"."""
    content = json.loads(resources.text("legal_register/documents.json"))
    return tuple(_shipped(one) for one in content["documents"])


@lru_cache(maxsize=1)
def shipped_obsolete_names() -> tuple[ObsoleteName, ...]:
    """Return the names of agencies and levels that are known to be no longer used."""
    content = json.loads(resources.text("legal_register/obsolete_names.json"))
    return tuple(
        ObsoleteName(one["name"], _day(one["until"]), one["now"]) for one in content["names"]
    )


def save_document(units: UnitsOfWork, document: LegalDocument) -> LegalDocument:
    """Write an entry of the office's own; one made from a shipped one stands for it from now on.

    Raises Refused where the kind, or both number and subject, are missing, or where another
    own entry has the same number and year.
    """
    texts: dict[str, Any] = {key: clean_line(getattr(document, key)) for key in _TEXTS}
    document = replace(document, **texts, own=True)
    if not document.kind or not (document.number or document.subject):
        raise Refused("Văn bản cần có loại và số, hoặc loại và tên. Chưa thay đổi gì.")
    with units.writing() as work:
        own = work.register.documents()
        known = {one.id for one in own}
        if document.id not in known:
            document = replace(document, id=new_id())
        if any(one.key == document.key and one.id != document.id for one in own):
            message = f"“{document.number or document.subject}” đã có trong sổ. Chưa thay đổi gì."
            raise Refused(message)
        work.register.put(document)
        work.commit(_act("Sửa sổ văn bản", document))
    return document


def mark_checked(units: UnitsOfWork, document: LegalDocument, on: date) -> LegalDocument:
    """Write that the office compared the entry with the document itself on the day *on*."""
    return save_document(units, replace(document, checked_on=on))


def remove_document(units: UnitsOfWork, document_id: str) -> None:
    """Take one of the office's own entries out; a shipped one comes forth again.

    Raises Refused where the office has no such entry.
    """
    with units.writing() as work:
        found = next((one for one in work.register.documents() if one.id == document_id), None)
        if found is None:
            raise Refused("Chỉ xóa được văn bản do cơ quan tự thêm. Chưa thay đổi gì.")
        work.register.remove(document_id)
        work.commit(_act("Xóa khỏi sổ văn bản", found))


def _shipped(content: dict[str, Any]) -> LegalDocument:
    values: dict[str, Any] = {key: content.get(key, "") for key in _TEXTS}
    values |= {key: _day(content.get(key)) for key in _DAYS}
    return LegalDocument(id=f"shipped-{content['number']}", own=False, **values)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _act(words: str, document: LegalDocument) -> Act:
    return Act(words, "legal_document", document.id, after={"citation": document.citation})
