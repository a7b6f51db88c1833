"""The legal register: documents that plans are based on, and the wording of a căn cứ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tthc_desktop.domain.date_words import short_date
from tthc_desktop.vietnamese_text import clean_line, fold

# Named by their title and day alone, without number and issuer: NĐ 30/2020, Phụ lục I, II.6.
_NAMED_BY_TITLE = ("hien phap", "bo luat", "luat", "phap lenh")
_SHORT_KINDS = {
    "nd": "nghị định", "nq": "nghị quyết", "qd": "quyết định", "tt": "thông tư",
    "ct": "chỉ thị", "kh": "kế hoạch",
}  # fmt: skip
_LEAD = re.compile(r"^(?:can cu|thuc hien|theo)\s+")
_NUMBER_WORD = re.compile(r"\bso\s*:?\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """One document of the register.

    `subject` begins with its own joining word ("về …", "quy định …"); for a Luật it is the
    title. An open `in_force_from` or `in_force_to` is None; the latter is the last day in
    force. `replaced_by` is a number. `checked_on` is the day on which the office compared
    the entry with the document itself, None while it is "cần đối chiếu". `own` tells the
    office's entries from those shipped.
    """

    id: str
    kind: str
    number: str
    issued_on: date | None
    issuer: str
    subject: str
    in_force_from: date | None = None
    in_force_to: date | None = None
    replaced_by: str = ""
    checked_on: date | None = None
    note: str = ""
    own: bool = True

    @property
    def is_named_by_title(self) -> bool:
        """Whether it is cited without number and issuer (Hiến pháp, Luật, Pháp lệnh)."""
        return fold(self.kind) in _NAMED_BY_TITLE

    @property
    def needs_checking(self) -> bool:
        """Whether the office has not compared the entry yet: "cần đối chiếu"."""
        return self.checked_on is None

    def is_in_force_on(self, day: date) -> bool:
        """Whether it is in force on *day*, as far as the register knows; open ends count."""
        begins = self.in_force_from or self.issued_on
        if begins and day < begins:
            return False
        return self.in_force_to is None or day <= self.in_force_to

    @property
    def citation(self) -> str:
        """The whole wording of a first citation (NĐ 30/2020, Phụ lục I, II.6)."""
        day = f" ngày {short_date(self.issued_on)}" if self.issued_on else ""
        if self.is_named_by_title:
            return clean_line(f"{self.kind} {self.subject}{day}")
        issuer = f" của {self.issuer}" if self.issuer else ""
        number = f" số {self.number}" if self.number else ""
        return clean_line(f"{self.kind}{number}{day}{issuer} {self.subject}")

    @property
    def key(self) -> str:
        """What makes two entries the same document: number and year, or kind and title.

        The year belongs to it: "01/NQ-CP" is given anew every year.
        """
        if self.is_named_by_title or not self.number:
            return fold(clean_line(f"{self.kind} {self.subject}"))
        year = self.issued_on.year if self.issued_on else ""
        return f"{fold(clean_line(self.number))} {year}"


def legal_basis_text(document: LegalDocument, *, last: bool = False) -> str:
    """Return the căn cứ as it stands on a line of its own; the last one ends with a period."""
    return f"Căn cứ {document.citation}{'.' if last else ';'}"


@dataclass
class LegalRegister:
    """The shipped documents and the office's own; an own entry stands for a shipped one."""

    documents: tuple[LegalDocument, ...]
    _by_number: dict[str, list[LegalDocument]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the documents by number, the newest first."""
        self._by_number = {}
        for one in sorted(self.documents, key=_day_of_issue, reverse=True):
            self._by_number.setdefault(fold(clean_line(one.number)), []).append(one)

    def get(self, number: str, year: int | None = None) -> LegalDocument | None:
        """Return the document of exactly this number, issued in *year* if that is given.

        Of several the newest; None where there is none.
        """
        for one in self._by_number.get(fold(clean_line(number)), ()):
            if year is None or one.issued_on is None or one.issued_on.year == year:
                return one
        return None

    def find(self, typed: str) -> tuple[LegalDocument, ...]:
        """Return the documents meant by *typed*, the likeliest first; all for no words.

        The beginning of a number comes first ("63/2010", "nghị định 63", "NĐ 63/2010"),
        then every document that holds all words, marks folded.
        """
        wanted = _LEAD.sub("", fold(clean_line(typed)))
        if not wanted:
            return self.documents
        kind, number = _kind_and_number(wanted)
        begun = [
            one
            for one in self.documents
            if number and fold(one.number).startswith(number) and fold(one.kind).startswith(kind)
        ]
        words = wanted.replace(";", " ").replace(",", " ").split()
        holding = [one for one in self.documents if _holds(one, words)]
        return tuple({one.id: one for one in (*begun, *holding)}.values())

    def replacement(self, document: LegalDocument) -> LegalDocument | None:
        """Return what stands in the document's place now, through all replacements."""
        seen = {document.key}
        found: LegalDocument | None = None
        following = self.get(document.replaced_by) if document.replaced_by else None
        while following and following.key not in seen:
            found = following
            seen.add(found.key)
            following = self.get(found.replaced_by) if found.replaced_by else None
        return found

    def valid_on(self, number: str, day: date) -> LegalDocument | None:
        """Return the document of this number, or what has replaced it, if in force on *day*."""
        document = self.get(number)
        if document and not document.is_in_force_on(day):
            document = self.replacement(document)
        return document if document and document.is_in_force_on(day) else None


def merged_register(
    shipped: Iterable[LegalDocument], own: Iterable[LegalDocument]
) -> LegalRegister:
    """Return one register; the office's own entry goes before the shipped one it repeats."""
    own_documents = {one.key: one for one in own}
    documents = [own_documents.pop(one.key, one) for one in shipped]
    return LegalRegister((*documents, *own_documents.values()))


def _day_of_issue(document: LegalDocument) -> date:
    return document.issued_on or date.min


def _kind_and_number(wanted: str) -> tuple[str, str]:
    """Part "nghi dinh so 63/2010" into its kind and the beginning of its number."""
    found = re.search(r"\d", wanted)
    if found is None:
        return "", ""
    before = _NUMBER_WORD.sub("", wanted[: found.end()])[:-1].strip()
    return fold(_SHORT_KINDS.get(before, before)), wanted[found.start() :].split(maxsplit=1)[
        0
    ].rstrip(";,.")


def _holds(document: LegalDocument, words: list[str]) -> bool:
    text = fold(f"{document.citation} {document.number}")
    return all(word in text for word in words)
