"""What the Văn phòng's own letters are made of: head, signers, blocks, names of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tthc_desktop.document.blocks import Cell, DocumentLayout, Role, Table
from tthc_desktop.document.column_widths import widths_beside
from tthc_desktop.document.letterhead import Head
from tthc_desktop.domain.agency_names import agency_in_sentence
from tthc_desktop.domain.date_words import long_date
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.office import Office, Signer
from tthc_desktop.domain.office_names import symbol_of
from tthc_desktop.domain.periods import ONCE, period_words
from tthc_desktop.domain.plan import Block, BlockKind, PartialDate, Plan, PlanKind, Signature
from tthc_desktop.domain.text_run import plain_runs

OFFICE_ROOM = "Văn phòng"
OFFICE_SYMBOL = "VP"
_HEAD_OF_OFFICE = "CHÁNH VĂN PHÒNG"
_BY_ORDER = "TL."
# The column of a table that is not centred.
_WORDS = 1
_PLAN_WORDS = {
    PlanKind.CONTROL: "Kế hoạch kiểm soát thủ tục hành chính",
    PlanKind.COMMUNICATION: "Kế hoạch truyền thông",
    PlanKind.OTHER: "Kế hoạch công tác",
}


def short_plan_name(plan: Plan) -> str:
    """Return "Kế hoạch kiểm soát thủ tục hành chính năm 2026"."""
    return f"{_PLAN_WORDS[plan.kind]} năm {plan.year}"


def cited_plan(plan: Plan) -> str:
    """Return the plan as a document cites it the first time (NĐ 30/2020, Phụ lục I, II.6)."""
    title = plan.title.strip().rstrip(".") or short_plan_name(plan)
    about = title.removeprefix("Về ").removeprefix("về ")
    about = f"{about[:1].lower()}{about[1:]}"
    day = plan.date.as_date()
    agency = agency_in_sentence(plan)
    if plan.number and day:
        number = f"số {plan.number}/{plan.symbol} ngày {long_date(day)}"
        return f"Kế hoạch {number} của {agency} về {about}"
    return f"Kế hoạch {about} của {agency}"


def letter_head(plan: Plan, office: Office, today: date) -> Head:
    """Return the head of a công văn that the Văn phòng drafted; number and day stay open."""
    agency = plan.agency or office.printed_agency
    symbol = office.agency_symbol or symbol_of(agency)
    parent = plan.parent_agency or office.printed_parent_agency
    return Head(
        parent, agency, None, f"{symbol}-{OFFICE_SYMBOL}", plan.place or office.place,
        PartialDate(None, today.month, today.year),
    )  # fmt: skip


def note_head(plan: Plan, office: Office, today: date) -> Head:
    """Return the head of what the Văn phòng itself reports to Lãnh đạo Sở."""
    return Head(
        plan.agency or office.printed_agency, OFFICE_ROOM.upper(), None, f"BC-{OFFICE_SYMBOL}",
        plan.place or office.place, PartialDate(None, today.month, today.year),
    )  # fmt: skip


def letter_signers(office: Office) -> tuple[Signer, ...]:
    """Return who may sign, those who sign by order first; the head of the Văn phòng if none."""
    by_order = [one for one in office.signers if one.authority.startswith(_BY_ORDER)]
    others = [one for one in office.signers if one not in by_order]
    return (*by_order, *others) or (Signer("TL. GIÁM ĐỐC", _HEAD_OF_OFFICE, ""),)


def letter_signature(signer: Signer) -> Signature:
    """Return the lines above the signer's name, and the name."""
    lines = tuple(one for one in (signer.authority, signer.position) if one)
    return Signature(lines, signer.name)


def note_signature(office: Office) -> Signature:
    """Return the signature of the head of the Văn phòng, without authority: it is its own."""
    heads = [one for one in office.signers if one.position.upper() == _HEAD_OF_OFFICE]
    return Signature((_HEAD_OF_OFFICE,), heads[0].name if heads else "")


def heading(text: str) -> Block:
    """Return "I. …" in bold."""
    return Block(new_id(), BlockKind.HEADING, plain_runs(text), 1, Numbering.ROMAN)


def item(text: str) -> Block:
    """Return a clause that is numbered 1, 2, 3."""
    return Block(new_id(), BlockKind.ITEM, plain_runs(text), 2, Numbering.ARABIC)


def paragraph(text: str) -> Block:
    """Return a paragraph, or a dash line where it begins with a dash."""
    kind = BlockKind.DASH if text.startswith("- ") else BlockKind.PARAGRAPH
    return Block(new_id(), kind, plain_runs(text))


def closing(text: str) -> Block:
    """Return the last sentence, which stays with the signature."""
    return Block(new_id(), BlockKind.CLOSING, plain_runs(text))


def table(*rows: tuple[str, ...]) -> Block:
    """Return a table; a first row that begins with "STT" is repeated on every page."""
    return Block(new_id(), BlockKind.TABLE, (), rows=rows)


def told_task(number: str, content: str, period: str) -> str:
    """Return "1.5. Tổng hợp kết quả (tháng 5)"; no period of a task that is done once."""
    words = "" if period.startswith(ONCE) else period_words(period)
    # No brackets within brackets: "Tháng 5 (lần 2)".
    words = words.replace(" (", ", ").rstrip(")")
    told = f" ({words[:1].lower()}{words[1:]})" if words else ""
    return f"{number}. {content.rstrip('.;')}{told}"


def with_columns(layout: DocumentLayout) -> DocumentLayout:
    """Return *layout* with the columns of its tables as wide as what stands in them.

    All columns are centred but the second, which has the words and takes the room that is left.
    """
    sections = tuple(
        replace(
            section,
            blocks=tuple(_shaped(one) if isinstance(one, Table) else one for one in section.blocks),
        )
        for section in layout.sections
    )
    return replace(layout, sections=sections)


def _shaped(table: Table) -> Table:
    texts = tuple(tuple(cell.text for cell in row) for row in (*table.head, *table.rows))
    rows = tuple(
        tuple(_centred(cell) if place != _WORDS else cell for place, cell in enumerate(row))
        for row in table.rows
    )
    widths = widths_beside(texts, _WORDS, sum(table.widths_mm))
    return replace(table, widths_mm=widths, rows=rows)


def _centred(cell: Cell) -> Cell:
    return replace(cell, role=Role.TABLE_CENTRED)
