"""Acts on what stands around a plan's paragraphs: head, title, foot, căn cứ, annexes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tthc_desktop.domain.numbering import roman
from tthc_desktop.domain.plan import Annex, Block, BlockKind, Plan, Signature
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.text_act import TextAct
from tthc_desktop.vietnamese_text import clean_line

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class HeadFields:
    """What a person writes into the letterhead; number and day come with issuing."""

    parent_agency: str
    agency: str
    symbol: str
    place: str
    month: int | None
    year: int | None


def head_fields(plan: Plan) -> HeadFields:
    """Return what stands in the letterhead now."""
    return HeadFields(
        plan.parent_agency, plan.agency, plan.symbol, plan.place, plan.date.month, plan.date.year
    )


def set_head(fields: HeadFields) -> TextAct:
    """Give the letterhead other words. Raises Refused for no agency and for no real month."""

    def change(plan: Plan) -> Plan:
        if not clean_line(fields.agency):
            message = "Chưa có tên cơ quan ban hành. Hãy ghi tên cơ quan. Chưa thay đổi gì."
            raise Refused(message)
        if fields.month is not None and not 1 <= fields.month <= _MONTHS:
            message = "Tháng phải từ 1 đến 12. Hãy ghi lại tháng. Chưa thay đổi gì."
            raise Refused(message)
        return replace(
            plan,
            parent_agency=clean_line(fields.parent_agency).upper(),
            agency=clean_line(fields.agency).upper(),
            symbol=clean_line(fields.symbol),
            place=clean_line(fields.place),
            date=replace(plan.date, month=fields.month, year=fields.year),
        )

    return TextAct("sửa đầu văn bản", change)


def set_title(title: str, merges_as: str = "") -> TextAct:
    """Give the plan another trích yếu."""
    return TextAct("sửa trích yếu", lambda plan: replace(plan, title=clean_line(title)), merges_as)


def set_recipients(recipients: Iterable[str], archive: str, drafter: str) -> TextAct:
    """Give the plan other nơi nhận; dashes and marks at the ends are made by the program."""
    lines = (clean_line(one).strip("-–;. ") for one in recipients)
    kept = tuple(dict.fromkeys(one for one in lines if one))
    return TextAct(
        "sửa nơi nhận",
        lambda plan: replace(
            plan,
            recipients=kept,
            archive=clean_line(archive).removeprefix("Lưu:").strip(" .;"),
            drafter=clean_line(drafter) or None,
        ),
    )


def set_signature(lines: Iterable[str], name: str) -> TextAct:
    """Give the plan another signature; the lines above the name are capitals (II.7)."""
    kept = tuple(line for line in (clean_line(one).upper() for one in lines) if line)
    signature = Signature(kept, clean_line(name))
    return TextAct("sửa chữ ký", lambda plan: replace(plan, signature=signature))


def add_legal_basis(text: str, newcomer: str, after_id: str = "") -> TextAct:
    """Add a căn cứ behind another one, else behind the last of them."""
    block = Block(newcomer, BlockKind.LEGAL_BASIS, plain_runs(clean_line(text)))

    def change(plan: Plan) -> Plan:
        known = [
            place for place, one in enumerate(plan.blocks) if one.kind is BlockKind.LEGAL_BASIS
        ]
        wanted = [place for place in known if plan.blocks[place].id == after_id]
        place = (wanted or known or [-1])[-1] + 1
        return replace(plan, blocks=(*plan.blocks[:place], block, *plan.blocks[place:]))

    return TextAct("thêm căn cứ", change)


def set_annex(
    annex_id: str,
    *,
    label: str | None = None,
    title: str | None = None,
    attached_to: str | None = None,
    headings: Iterable[str] | None = None,
    landscape: bool | None = None,
    merges_as: str = "",
) -> TextAct:
    """Change what stands above an annex's table, its column headings, or how the page lies."""
    columns = None if headings is None else tuple(clean_line(one) for one in headings)

    def changed(annex: Annex) -> Annex:
        return replace(
            annex,
            label=annex.label if label is None else clean_line(label),
            title=annex.title if title is None else clean_line(title),
            attached_to=annex.attached_to if attached_to is None else clean_line(attached_to),
            headings=annex.headings if columns is None else columns,
            landscape=annex.landscape if landscape is None else landscape,
        )

    def change(plan: Plan) -> Plan:
        annexes = (changed(one) if one.id == annex_id else one for one in plan.annexes)
        return replace(plan, annexes=tuple(annexes))

    return TextAct("sửa phụ lục", change, merges_as)


def add_annex(newcomer: str) -> TextAct:
    """Add an empty annex at the end; two or more are numbered in Roman figures (III.1)."""

    def change(plan: Plan) -> Plan:
        label = "Phụ lục" if not plan.annexes else f"Phụ lục {roman(len(plan.annexes) + 1)}"
        return replace(plan, annexes=(*plan.annexes, Annex(newcomer, label, "TÊN PHỤ LỤC")))

    return TextAct("thêm phụ lục", change)


def remove_annex(annex_id: str) -> TextAct:
    """Take an annex out. Raises Refused while it has tasks."""

    def change(plan: Plan) -> Plan:
        annex = next((one for one in plan.annexes if one.id == annex_id), None)
        if annex is not None and annex.tasks:
            message = (
                "Phụ lục còn nhiệm vụ nên chưa xóa được. Hãy xóa các nhiệm vụ ở tab Nhiệm vụ "
                "trước. Chưa thay đổi gì."
            )
            raise Refused(message)
        return replace(plan, annexes=tuple(one for one in plan.annexes if one.id != annex_id))

    return TextAct("xóa phụ lục", change)
