"""Any document of the office: kế hoạch, báo cáo, phiếu trình, and the công văn without a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tthc_desktop.document import nd30
from tthc_desktop.document.annex_layout import lay_out_annex
from tthc_desktop.document.blocks import (
    DocumentLayout,
    Flow,
    LayoutBlock,
    PageSection,
    Paragraph,
    Role,
    SideBySide,
)
from tthc_desktop.document.foot import lay_out_foot
from tthc_desktop.document.letterhead import Head, lay_out_letterhead, role_measure, rule_under
from tthc_desktop.document.line_breaking import balanced_lines
from tthc_desktop.document.plan_text import lay_out_blocks
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Annex, Block, Signature
from tthc_desktop.domain.text_run import plain_runs


@dataclass(frozen=True, slots=True)
class OfficeDocument:
    """What a document says.

    Without `kind_name` it is a công văn: its subject stands below the number and begins
    with "V/v" (NĐ 30/2020, Phụ lục I, II.5.b).

    `addressees` are those it is sent to ("Kính gửi"); kế hoạch have none.
    """

    head: Head
    kind_name: str
    subject: str
    blocks: tuple[Block, ...]
    signature: Signature = Signature()
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = ""
    drafter: str | None = None
    annexes: tuple[Annex, ...] = ()


def lay_out_document(document: OfficeDocument, directory: Directory) -> DocumentLayout:
    """Return the pages of *document*; *directory* names the units of an annex's task table."""
    letterhead, large = lay_out_letterhead(document.head)
    width = nd30.PORTRAIT.text_width_mm
    if not document.kind_name:
        letterhead = _with_subject(letterhead, document.subject)
    main = PageSection(
        (
            letterhead,
            *(_title(document, width) if document.kind_name else ()),
            *_addressees(document.addressees),
            *lay_out_blocks(document.blocks, width),
            *lay_out_foot(
                document.recipients, document.archive, document.drafter, document.signature
            ),
        )
    )
    annexes = (lay_out_annex(annex, directory) for annex in document.annexes)
    return DocumentLayout((main, *annexes), document.subject or document.kind_name, large)


def _title(document: OfficeDocument, width_mm: float) -> Iterator[LayoutBlock]:
    yield Paragraph(Role.KIND_NAME, plain_runs(document.kind_name))
    measure = role_measure(Role.SUBJECT)
    lines = balanced_lines(document.subject, width_mm, measure)
    if lines:
        yield Paragraph(Role.SUBJECT, plain_runs("\n".join(lines)))
        yield rule_under(lines, measure)


def _with_subject(letterhead: SideBySide, subject: str) -> SideBySide:
    """Put the subject of a công văn below its number."""
    *above, (left, right) = letterhead.rows
    measure = role_measure(Role.LETTER_SUBJECT)
    lines = balanced_lines(subject, letterhead.widths_mm[0] - nd30.LETTERHEAD.room_mm, measure)
    below: tuple[Flow, ...] = (
        *left,
        Paragraph(Role.LETTER_SUBJECT, plain_runs("\n".join(lines))),
    )
    return replace(letterhead, rows=(*above, (below, right)))


def _addressees(names: tuple[str, ...]) -> Iterator[LayoutBlock]:
    """One stands on the line of "Kính gửi:"; several each on their own, the last with a stop."""
    if len(names) == 1:
        yield Paragraph(Role.ADDRESSEE, plain_runs(f"{nd30.ADDRESSEE_LABEL} {names[0]}."))
    elif names:
        yield Paragraph(Role.ADDRESSEE, plain_runs(nd30.ADDRESSEE_LABEL))
        for place, name in enumerate(names, 1):
            end = "." if place == len(names) else ";"
            yield Paragraph(Role.ADDRESSEE_ITEM, plain_runs(f"- {name}{end}"))
