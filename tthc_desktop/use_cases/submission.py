"""The way to the signature: a draft is submitted with its phiếu trình, or taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tthc_desktop.document.letterhead import Head
from tthc_desktop.document.office_document import OfficeDocument, lay_out_document
from tthc_desktop.domain.agency_names import agency_in_sentence
from tthc_desktop.domain.citations import cited_documents
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.plan import Block, BlockKind, PartialDate, Plan, PlanState, Signature
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.opening import find_plan_id

_NAME = "PHIẾU TRÌNH"
_ADDRESSEE = "Lãnh đạo Sở"
_OFFICE = "Văn phòng"
_OPINION = "Ý kiến của Lãnh đạo Sở"


@dataclass(frozen=True, slots=True)
class Submission:
    """What the phiếu trình says beside the plan itself; `remarks` one line each."""

    submitted_by: str = _OFFICE
    remarks: tuple[str, ...] = ()


def set_submitted(units: UnitsOfWork, plan_id: str, *, submitted: bool) -> Plan:
    """Mark a draft as submitted for signature, or take it back; return the plan.

    Raises Refused for a plan that is neither draft nor submitted.
    """
    wanted = PlanState.SUBMITTED if submitted else PlanState.DRAFT
    with units.writing() as work:
        plan = work.plans.get(find_plan_id(work, plan_id))
        _refuse_final(plan)
        changed = replace(plan, state=wanted)
        if plan.state is not wanted:
            work.plans.write_head(changed)
            words = "Trình ký kế hoạch" if submitted else "Lấy lại kế hoạch đã trình ký"
            before, after = {"state": plan.state.value}, {"state": wanted.value}
            work.commit(Act(words, "plan", plan.id, plan.id, before, after))
    return changed


def export_submission_note(
    units: UnitsOfWork,
    plan_id: str,
    submission: Submission,
    to: Path,
    *,
    today: date,
    force: bool,
) -> Path:
    """Write the phiếu trình of a draft to the Word file *to*.

    Raises Refused for a plan that needs no signature any more or an existing target without
    *force*, StorageTrouble where the target cannot be written.
    """
    from tthc_desktop.document.word import check_word, write_word

    check_target(to, force=force)
    with units.reading() as work:
        plan = work.plans.get(find_plan_id(work, plan_id))
        directory = work.office.directory()
    _refuse_final(plan)
    layout = lay_out_document(submission_note(plan, submission, today), directory)
    write_safely(to, lambda path: write_word(layout, path), check_word, force=force)
    return to


def _refuse_final(plan: Plan) -> None:
    if plan.state not in (PlanState.DRAFT, PlanState.SUBMITTED):
        message = "Kế hoạch không còn là dự thảo nên không trình ký. Chưa thay đổi gì."
        raise Refused(message)


def submission_note(plan: Plan, submission: Submission, today: date) -> OfficeDocument:
    """Return the phiếu trình: what is submitted, how it came about, room for the answer."""
    agency = agency_in_sentence(plan)
    leaves = sum(1 for row in plan.numbered_tasks() if not row.task.is_group)
    draft = f"Dự thảo Kế hoạch {plan.title[:1].lower()}{plan.title[1:].rstrip('.')}"
    blocks = (
        _heading("NỘI DUNG TRÌNH"),
        _paragraph(f"{draft} của {agency}, gồm {leaves} nhiệm vụ."),
        _heading("CĂN CỨ VÀ QUÁ TRÌNH CHUẨN BỊ"),
        *(_paragraph(f"- {one}") for one in _preparation(plan, submission)),
        _heading("ĐỀ NGHỊ"),
        _paragraph(
            f"{submission.submitted_by} trình {_ADDRESSEE} xem xét, ký ban hành Kế hoạch (hồ sơ "
            "gửi kèm: dự thảo Kế hoạch và phụ lục nhiệm vụ)./."
        ),
        _heading(_OPINION.upper()),
        *(_paragraph("." * 90) for _ in range(3)),
    )
    return OfficeDocument(
        Head(plan.agency, submission.submitted_by.upper(), None, "PTr-VP", plan.place,
             PartialDate(None, today.month, today.year)),
        _NAME,
        f"Về việc ban hành Kế hoạch {plan.title[:1].lower()}{plan.title[1:].rstrip('.')}",
        blocks,
        Signature((submission.submitted_by.upper(),)),
        (_ADDRESSEE,),
    )  # fmt: skip


def _preparation(plan: Plan, submission: Submission) -> list[str]:
    texts = [one.text for one in plan.blocks_of(BlockKind.LEGAL_BASIS)]
    numbers = dict.fromkeys(one.number for text in texts for one in cited_documents(text))
    bases = [f"Căn cứ các văn bản số {', '.join(numbers)}"] if numbers else []
    return [f"{line.rstrip(';.')}." for line in (*bases, *submission.remarks)]


def _heading(text: str) -> Block:
    return Block(new_id(), BlockKind.HEADING, plain_runs(text), 1, Numbering.ROMAN)


def _paragraph(text: str) -> Block:
    kind = BlockKind.DASH if text.startswith("- ") else BlockKind.PARAGRAPH
    return Block(new_id(), kind, plain_runs(text))
