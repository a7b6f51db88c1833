"""What the previews print: the top of a plan and its foot, with the office as typed so far."""

from __future__ import annotations

from tthc_desktop.document.blocks import DocumentLayout, PageSection
from tthc_desktop.document.foot import lay_out_foot
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.domain.office import Directory, Office, Signer
from tthc_desktop.domain.office_names import province_words
from tthc_desktop.domain.plan import Block, BlockKind, PartialDate, Plan, PlanKind, Signature
from tthc_desktop.domain.text_run import plain_runs


def letterhead_layout(office: Office, year: int, month: int) -> DocumentLayout:
    """Return the top of a plan as it would print."""
    where = province_words(office.parent_agency)
    whose = f" của {office.agency}" if office.agency else ""
    title = (
        "Kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa, một cửa liên thông trong "
        f"giải quyết thủ tục hành chính{whose}{' ' if where else ''}{where} năm {year}"
    )
    basis = (
        f"Căn cứ Kế hoạch kiểm soát thủ tục hành chính năm {year} của "
        f"{office.parent_agency or 'cơ quan chủ quản'}."
    )
    plan = Plan(
        id="",
        kind=PlanKind.CONTROL,
        year=year,
        parent_agency=office.printed_parent_agency,
        agency=office.printed_agency,
        symbol=f"KH-{office.agency_symbol}" if office.agency_symbol else "KH-",
        place=office.place,
        date=PartialDate(None, month, year),
        title=title,
        blocks=(Block("", BlockKind.LEGAL_BASIS, plain_runs(basis)),),
    )
    return lay_out_plan(plan, Directory(()))


def signature_layout(signer: Signer) -> DocumentLayout:
    """Return the foot of a plan with the lines above the name."""
    lines = tuple(one.upper() for one in (signer.authority, signer.position) if one)
    signature = Signature(lines, signer.name)
    foot = lay_out_foot(("Như trên",), "VT, VP", None, signature)
    return DocumentLayout((PageSection(foot),), "")
