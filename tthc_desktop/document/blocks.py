"""Frozen layout blocks: what stands on the pages, without any toolkit.

Painters (Word here, pages in `ui`) draw these and have no measure of their own: size,
style and distance of a role stand in `nd30`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.domain.text_run import Run, runs_text


class Role(StrEnum):
    """What a paragraph is in the layout of Nghị định 30; its look follows from it."""

    PARENT_AGENCY = "parent_agency"
    AGENCY = "agency"
    NATIONAL_NAME = "national_name"
    NATIONAL_MOTTO = "national_motto"
    DOCUMENT_NUMBER = "document_number"
    PLACE_DATE = "place_date"
    KIND_NAME = "kind_name"
    SUBJECT = "subject"
    LETTER_SUBJECT = "letter_subject"
    ADDRESSEE = "addressee"
    ADDRESSEE_ITEM = "addressee_item"
    LEGAL_BASIS = "legal_basis"
    BODY = "body"
    SECTION = "section"
    CLAUSE_TITLE = "clause_title"
    CLAUSE = "clause"
    POINT = "point"
    DASH = "dash"
    CLOSING = "closing"
    RECIPIENTS_LABEL = "recipients_label"
    RECIPIENTS = "recipients"
    SIGNING_LINE = "signing_line"
    SIGNER_NAME = "signer_name"
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    ATTACHED_TO = "attached_to"
    SIGNING_INFO = "signing_info"
    TABLE_HEAD = "table_head"
    TABLE_GROUP = "table_group"
    TABLE_NUMBER = "table_number"
    TABLE_CELL = "table_cell"
    TABLE_CENTRED = "table_centred"
    PICTURE = "picture"
    PICTURE_CAPTION = "picture_caption"
    PAGE_NUMBER = "page_number"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a run's bold and italic add to those of its role.

    A line feed in a run's text is a line break inside the paragraph (in a cell as well).
    """

    role: Role
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The paragraph's plain text."""
        return runs_text(self.runs)


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn solid line, centred in its column (đường kẻ ngang, nét liền)."""

    length_mm: float


Flow = Paragraph | Rule


@dataclass(frozen=True, slots=True)
class SideBySide:
    """An invisible table of two columns: the letterhead, or nơi nhận beside the signature.

    Each row holds the flow of its left and of its right cell. `keep_together` with the
    paragraph before it (the signature never stands alone on a page).
    """

    widths_mm: tuple[float, float]
    rows: tuple[tuple[tuple[Flow, ...], tuple[Flow, ...]], ...]
    keep_together: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table; `span` counts the columns it covers.

    `joins_above`: one cell with that above it, whose words it leaves to that one.
    """

    role: Role
    runs: tuple[Run, ...]
    span: int = 1
    joins_above: bool = False

    @property
    def text(self) -> str:
        """The cell's plain text."""
        return runs_text(self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: rows are not split, the header is repeated on every page.

    `upper_header` are the rows of a head of several above its last one, repeated as well.
    """

    widths_mm: tuple[float, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    upper_header: tuple[tuple[Cell, ...], ...] = ()

    @property
    def head(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows that are repeated."""
        return (*self.upper_header, self.header) if self.header else ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a line of its own, in the middle, with the next paragraph (its caption).

    `png` is as it is written; `alt` tells what it shows. No larger than the page's text.
    """

    png: bytes
    width_mm: float
    height_mm: float
    alt: str


LayoutBlock = Paragraph | Rule | SideBySide | Table | Picture


@dataclass(frozen=True, slots=True)
class PageSection:
    """Pages of one orientation with their own count from 1; the first shows no number."""

    blocks: tuple[LayoutBlock, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class DocumentLayout:
    """A whole document; `title` for the file's properties, `large` the size profile.

    `large` is 13/14/14 for Quốc hiệu, Tiêu ngữ, địa danh, else 12/13/13 (nd30.profile).
    `draft_mark` puts the words DỰ THẢO behind every page; they are a drawing, never text.
    """

    sections: tuple[PageSection, ...]
    title: str
    large: bool = True
    draft_mark: bool = False
