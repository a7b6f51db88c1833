"""The body of the Word file: the blocks of each section, its page and its page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import (
    DocumentLayout,
    LayoutBlock,
    PageSection,
    Paragraph,
    Picture,
    Role,
    Rule,
    SideBySide,
    Table,
)
from tthc_desktop.document.word_draft_mark import add_draft_mark
from tthc_desktop.document.word_paragraphs import add_flow, add_part_end
from tthc_desktop.document.word_pictures import add_picture
from tthc_desktop.document.word_styles import style_id
from tthc_desktop.document.word_tables import add_ruled_table, add_side_by_side
from tthc_desktop.document.word_xml import Element, R, add, add_text, root, twips_of_mm


class HeaderIds(NamedTuple):
    """Relationships of the main part to its headers: page number, and the first page's, if any."""

    number: str
    first: str = ""


def document_part(
    layout: DocumentLayout, headers: HeaderIds, pictures: Sequence[str] = ()
) -> Element:
    """Return the main part with references to its headers and, in their order, its *pictures*."""
    document = root("document")
    body = add(document, "body")
    numbered = iter(enumerate(pictures, start=1))
    for section in layout.sections[:-1]:
        _add_section_end(_add_blocks(body, section, numbered), section, headers)
    last = layout.sections[-1]
    _add_blocks(body, last, numbered)
    _add_section_end(body, last, headers)
    return document


def first_header_part() -> Element:
    """Return the header of a draft's first pages: the mark and no number."""
    header = root("hdr")
    paragraph = add(header, "p")
    add(add(paragraph, "pPr"), "pStyle", val=style_id(Role.PAGE_NUMBER))
    add_draft_mark(paragraph, 1)
    return header


def header_part(*, draft_mark: bool = False) -> Element:
    """Return the header with the page number; it prints from the second page on."""
    header = root("hdr")
    paragraph = add(header, "p")
    add(add(paragraph, "pPr"), "pStyle", val=style_id(Role.PAGE_NUMBER))
    add(add(paragraph, "r"), "fldChar", fldCharType="begin")
    add(add(paragraph, "r"), "instrText").text = "PAGE"
    add(add(paragraph, "r"), "fldChar", fldCharType="separate")
    add_text(add(paragraph, "r"), "2")
    add(add(paragraph, "r"), "fldChar", fldCharType="end")
    if draft_mark:
        add_draft_mark(paragraph, 2)
    return header


def pictures_of(layout: DocumentLayout) -> tuple[Picture, ...]:
    """Return the pictures in the order in which they stand."""
    return tuple(
        block for section in layout.sections for block in section.blocks
        if isinstance(block, Picture)
    )  # fmt: skip


def _add_blocks(
    body: Element, section: PageSection, pictures: Iterator[tuple[int, str]]
) -> Element:
    """Add the blocks of *section*; return the properties of its last paragraph."""
    width = nd30.page(landscape=section.landscape).text_width_mm
    properties = None
    for block, following in pairwise((*section.blocks, None)):
        gap = _gap_before(following)
        keep = isinstance(following, SideBySide) and following.keep_together
        if isinstance(block, Paragraph | Rule):
            # What announces a table stands on the page where the table begins.
            keep = keep or isinstance(following, Table)
            properties = add_flow(body, block, width, gap_after_pt=gap, keep_with_next=keep)
            continue
        if isinstance(block, Picture):
            properties = add_picture(body, block, *next(pictures))
            continue
        if isinstance(block, Table):
            add_ruled_table(body, block, keep_last_row=keep)
        elif block:
            add_side_by_side(body, block)
        # Two tables side by side would become one; a section cannot end in a table.
        if not isinstance(following, Paragraph | Rule | Picture):
            properties = add_part_end(body, gap_after_pt=gap, keep_with_next=keep)
    return add_part_end(body) if properties is None else properties


def _gap_before(following: LayoutBlock | None) -> float:
    """Return the gap that a table, having none of its own in Word, wants above it."""
    return nd30.TABLE.gap_before_pt if isinstance(following, Table) else 0.0


def _add_section_end(parent: Element, section: PageSection, headers: HeaderIds) -> None:
    page = nd30.page(landscape=section.landscape)
    properties = add(parent, "sectPr")
    for kind, header_id in (("default", headers.number), ("first", headers.first)):
        if header_id:
            reference = add(properties, "headerReference", type=kind)
            reference.set(f"{{{R}}}id", header_id)
    add(properties, "type", val="nextPage")
    turned = {"orient": "landscape"} if section.landscape else {}
    add(properties, "pgSz", w=twips_of_mm(page.width_mm), h=twips_of_mm(page.height_mm), **turned)
    add(properties, "pgMar", top=twips_of_mm(page.top_mm), right=twips_of_mm(page.right_mm),
        bottom=twips_of_mm(page.bottom_mm), left=twips_of_mm(page.left_mm),
        header=twips_of_mm(page.header_mm), footer=twips_of_mm(page.header_mm),
        gutter=0)  # fmt: skip
    # Every annex counts its own pages; the number must stand before the columns.
    add(properties, "pgNumType", start=1)
    add(properties, "cols")
    add(properties, "titlePg")
