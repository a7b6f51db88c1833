"""Evidence and the text of a result: pieces joined by ";", and documents told in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.citations import KINDS, NUMBER
from tthc_desktop.domain.evidence import Evidence, EvidenceKind
from tthc_desktop.vietnamese_text import clean_line

_PART = re.compile(r"\s*(?:;|\n)\s*")
# A number goes on after these: "12/BC" is not told by "12/BC-VP".
_INSIDE = r"[\w/-]"
_DAY = (
    r"(?P<day>\d{1,2})(?:\s*/\s*(?P<month>\d{1,2})\s*/\s*"
    r"|\s+tháng\s+(?P<named_month>\d{1,2})\s+năm\s+)(?P<year>\d{4})"
)
# "Báo cáo số 12/BC-VP ngày 05/03/2026 của Văn phòng về …"; kind, "số" and "ngày" may be missing.
_DOCUMENT = re.compile(
    rf"(?:\b(?P<kind>(?i:{KINDS}))\s+)?(?:\b(?i:số)\s*:?\s*)?(?<![\w/-])(?P<number>{NUMBER})"
    rf"\s*,?\s*(?:(?i:ngày)\s+)?{_DAY}(?P<rest>\s*,?\s*(?i:của|về|v/v)\s.*)?"
)


@dataclass(frozen=True, slots=True)
class ToldDocument:
    """A document that a text tells as evidence: its `words` there, and what they mean."""

    words: str
    number: str
    day: date
    subject: str = ""

    def as_evidence(self, piece_id: str, respondent_id: str | None) -> Evidence:
        """Return the piece of evidence that is meant."""
        return Evidence(
            piece_id, EvidenceKind.DOCUMENT, respondent_id, self.number, self.day, self.subject
        )


def parts_of(text: str) -> tuple[str, ...]:
    """Return the pieces that a text tells one after the other."""
    return tuple(part for part in _PART.split(text.strip()) if part)


def tells(text: str, words: str) -> bool:
    """Whether *text* has *words*, whole."""
    wanted = rf"(?<!{_INSIDE}){re.escape(words)}(?!{_INSIDE})"
    return re.search(wanted, text, re.IGNORECASE) is not None


def with_words(text: str, words: str, instead: str = "") -> str:
    """Return *text* with *words*: where *instead* stands, else at its end, once only."""
    if instead and tells(text, instead):
        return text.replace(instead, words, 1)
    if tells(text, words):
        return text
    return f"{text.rstrip(' ;')}; {words}" if text.strip() else words


def without_words(text: str, words: str) -> str:
    """Return *text* without *words*, where they are a piece of their own."""
    parts = parts_of(text)
    return "; ".join(one for one in parts if one != words) if words in parts else text


def rebased(typed: str, before: str, now: str) -> str:
    """Return what is typed, with the pieces that came to the text, or went, meanwhile."""
    if typed == before:
        return now
    for words in parts_of(before):
        if words not in parts_of(now):
            typed = without_words(typed, words)
    for words in parts_of(now):
        if words not in parts_of(before):
            typed = with_words(typed, words)
    return typed


def told_documents(text: str) -> tuple[ToldDocument, ...]:
    """Return the documents that *text* surely tells: with a number and a day that is one."""
    found = (_told(part) for part in parts_of(text))
    return tuple(one for one in found if one)


def _told(part: str) -> ToldDocument | None:
    match = _DOCUMENT.search(part)
    if match is None or _DOCUMENT.search(part, match.end()):
        return None
    try:
        year, month = int(match["year"]), int(match["month"] or match["named_month"])
        day = date(year, month, int(match["day"]))
    except ValueError:
        return None
    kind = match["kind"]
    number = (
        f"{kind[0].upper()}{kind[1:].lower()} số {match['number']}" if kind else match["number"]
    )
    subject = clean_line(match["rest"] or "").lstrip(", ")
    return ToldDocument(match[0].strip(), number, day, subject)
