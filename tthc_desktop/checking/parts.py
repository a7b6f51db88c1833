"""The components of a document as recognised by place and words, not by names of styles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.checking.document_kinds import OWN_FORMS
from tthc_desktop.checking.facts import DocumentFacts, Paragraph, Table
from tthc_desktop.domain.numbering import Numbering


@dataclass(frozen=True, slots=True)
class Under:
    """What stands under a component: drawn lines by their length, or characters for one."""

    lengths: tuple[int, ...] = ()
    fake: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of page 1; None or () where nothing was found."""

    national_name: Paragraph | None = None
    motto: Paragraph | None = None
    motto_under: Under = Under()
    parent: tuple[Paragraph, ...] = ()
    agency: tuple[Paragraph, ...] = ()
    agency_under: Under = Under()
    number: Paragraph | None = None
    place_date: Paragraph | None = None
    is_letter: bool = False


class BodyKind(StrEnum):
    """What a paragraph of nội dung is."""

    BASIS = "basis"
    ADDRESS = "address"
    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True)
class BodyParagraph:
    """A paragraph of nội dung; `numbering` and `value` where it begins with a number."""

    paragraph: Paragraph
    kind: BodyKind
    where: str
    numbering: Numbering | None = None
    typed: str = ""
    style: str = ""
    value: int = 0
    before: Paragraph | None = None
    below_title: bool = False
    followed_by_content: bool = False

    @property
    def words(self) -> str:
        """The text behind the number."""
        text = self.paragraph.text
        return text[len(self.typed) :].lstrip(".)/-– ") if self.numbering else text


@dataclass(frozen=True, slots=True)
class Foot:
    """Nơi nhận and the signature; `found` tells whether there is a foot at all."""

    found: bool = False
    heading: Paragraph | None = None
    recipients: tuple[Paragraph, ...] = ()
    signing: tuple[Paragraph, ...] = ()
    signer: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """An attached part; `opens_section` if it stands first in a section of its own."""

    where: str
    section: int
    opens_section: bool
    label: Paragraph | None = None
    titles: tuple[Paragraph, ...] = ()
    attached: tuple[Paragraph, ...] = ()
    kind: str | None = None

    @property
    def attached_text(self) -> str:
        """The words "(Kèm theo …)" on one line."""
        return " ".join(one.text for one in self.attached)


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph with the words that tell a person where it stands."""

    paragraph: Paragraph
    where: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `alone` if it is an annex in a file of its own."""

    facts: DocumentFacts
    head: Letterhead
    kind_line: Paragraph | None
    kind: str | None
    subject: tuple[Paragraph, ...]
    subject_under: Under
    body: tuple[BodyParagraph, ...]
    foot: Foot
    annexes: tuple[Annex, ...]
    tables: tuple[Table, ...]
    spots: tuple[Spot, ...]
    alone: bool = False

    @property
    def has_foot(self) -> bool:
        """Whether the decree wants nơi nhận, a signature and an end mark of it."""
        return not self.alone and self.kind not in OWN_FORMS
