"""Cited documents that a plan of a new year should not be based on any more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.citation_spans import CitationSpan, citation_spans
from tthc_desktop.domain.citations import cited_documents
from tthc_desktop.domain.date_words import short_date
from tthc_desktop.domain.legal_register import LegalDocument, LegalRegister
from tthc_desktop.domain.text_places import TextPlace
from tthc_desktop.vietnamese_text import fold

_TITLE_YEAR = re.compile(r"\bnăm\s+(\d{4})\b", re.IGNORECASE)
_TITLE_RANGE = re.compile(r"\b\d{4}\s*[-–]\s*(\d{4})\b")


@dataclass(frozen=True, slots=True)
class StaleCitation:
    """Where a stale document is cited, by which words, and why it is stale."""

    where: str
    quote: str
    reason: str


def stale_citations(
    places: Iterable[TextPlace], register: LegalRegister, year: int
) -> tuple[StaleCitation, ...]:
    """Return what *places* cite that is not in force in *year* or belongs to a year before.

    A document cited by its number alone is stale where its full citation is. Each document
    is told once a place.
    """
    cited = list(_cited(places))
    reasons = {one.number: reason for one in cited if (reason := _reason(one, register, year))}
    first: dict[tuple[str, str], StaleCitation] = {}
    for one in cited:
        if one.number in reasons:
            stale = StaleCitation(one.where, one.quote, reasons[one.number])
            first.setdefault((one.where, one.number), stale)
    return tuple(first.values())


@dataclass(frozen=True, slots=True)
class _Cited:
    where: str
    number: str
    kind: str
    quote: str
    title: str


def _cited(places: Iterable[TextPlace]) -> Iterator[_Cited]:
    for place in places:
        last = -1
        for span in citation_spans(place.text):
            if span.number and span.start >= last:
                last = span.end
                quote, title = _parts(place.text, span)
                yield _Cited(place.where, span.number, span.kind, quote, title)


def _parts(text: str, span: CitationSpan) -> tuple[str, str]:
    """Return the words that name the document, and its title."""
    if span.title is None:
        return text[span.start : span.end].strip(), ""
    return text[span.start : span.title].strip(" ,"), text[span.title : span.end].strip()


def _reason(cited: _Cited, register: LegalRegister, year: int) -> str:
    day = next((one.day for one in cited_documents(cited.quote)), None)
    document = register.get(cited.number, day.year if day else None)
    if document and not document.is_in_force_on(date(year, 1, 1)):
        return _expired(document, register.replacement(document))
    years = [*_TITLE_YEAR.findall(cited.title), *_TITLE_RANGE.findall(cited.title)]
    if years and (latest := max(map(int, years))) < year:
        return f"Văn bản của năm {latest}, cần thay bằng văn bản của năm {year}."
    if not cited.title and fold(cited.kind) == "ke hoach" and day and day.year < year:
        return f"Kế hoạch ban hành năm {day.year}, cần xem có kế hoạch của năm {year} chưa."
    return ""


def _expired(document: LegalDocument, replacement: LegalDocument | None) -> str:
    until = f" từ sau ngày {short_date(document.in_force_to)}" if document.in_force_to else ""
    if not replacement:
        return f"Hết hiệu lực{until}."
    return f"Hết hiệu lực{until}, được thay bằng {replacement.kind} số {replacement.number}."
