"""The "Kế hoạch điều chỉnh, bổ sung" of an issued plan, made from what was changed since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tthc_desktop.domain.adjusted_tasks import AdjustedTask, adjusted_tasks
from tthc_desktop.domain.agency_names import agency_in_sentence
from tthc_desktop.domain.date_words import long_date
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import (
    Annex,
    Block,
    BlockKind,
    PartialDate,
    Plan,
    PlanState,
    PlanVersion,
)
from tthc_desktop.domain.task import Assignment, NumberedTask
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.opening import find_plan_id

_COLUMNS = ("STT", "Nội dung đã ban hành", "Nội dung điều chỉnh, bổ sung", "Lý do, căn cứ")


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the adjusting plan is made of."""

    plan: Plan
    version: PlanVersion
    directory: Directory
    changes: tuple[AdjustedTask, ...]
    reasons: dict[str, tuple[str, str]]


def export_adjustment_plan(
    units: UnitsOfWork, plan_id: str | None, to: Path, *, today: date, force: bool
) -> Path:
    """Write the adjusting plan of an issued plan to the Word file *to*.

    Raises Refused for a plan that is not issued or in which nothing was changed, or for an
    existing target without *force*; StorageTrouble where the target cannot be written.
    """
    from tthc_desktop.document.plan_layout import lay_out_plan
    from tthc_desktop.document.word import check_word, write_word

    check_target(to, force=force)
    with units.reading() as work:
        basis = _basis(work, find_plan_id(work, plan_id))
    layout = lay_out_plan(adjusting_plan(basis, today), basis.directory)
    write_safely(to, lambda path: write_word(layout, path), check_word, force=force)
    return to


def _basis(work: UnitOfWork, plan_id: str) -> _Basis:
    plan = work.plans.get(plan_id)
    version = work.plans.last_version(plan_id)
    if plan.state is not PlanState.ISSUED or version is None:
        message = "Chỉ kế hoạch đã ban hành mới có kế hoạch điều chỉnh, bổ sung. Chưa ghi tệp nào."
        raise Refused(message)
    changes = adjusted_tasks(version.content, plan)
    if not changes:
        message = "Từ khi ban hành chưa có nhiệm vụ nào được điều chỉnh. Chưa ghi tệp nào."
        raise Refused(message)
    reasons = {one.task_id: _reason(work, plan_id, one.task_id) for one in changes}
    return _Basis(plan, version, work.office.directory(), changes, reasons)


def _reason(work: UnitOfWork, plan_id: str, task_id: str) -> tuple[str, str]:
    """Return the latest reason and document given for a change of the task."""
    acts = [one.act for one in work.journal.of_subject(plan_id, task_id)]
    reason = next((act.reason for act in acts if act.reason), "")
    return reason, next((act.document for act in acts if act.document), "")


def adjusting_plan(basis: _Basis, today: date) -> Plan:
    """Return the adjusting plan: a draft of this year with number and day left open."""
    plan, version = basis.plan, basis.version
    own = f"Kế hoạch số {version.number}/{plan.symbol}"
    title = f"Điều chỉnh, bổ sung {own} ngày {long_date(version.issued_on)}"
    annex = Annex(
        new_id(),
        label="Phụ lục",
        title="Nội dung điều chỉnh, bổ sung".upper(),
        attached_to=f"(Kèm theo Kế hoạch số /{plan.symbol} ngày tháng năm {today.year} "
        f"của {agency_in_sentence(plan)})",
        landscape=True,
        blocks=(_table(basis),),
    )
    return replace(
        plan,
        id=new_id(),
        state=PlanState.DRAFT,
        number=None,
        date=PartialDate(None, today.month, today.year),
        title=title,
        blocks=(*_bases(basis, own), *_text(basis, own)),
        annexes=(annex,),
        follow_up=(),
    )


def _bases(basis: _Basis, own: str) -> tuple[Block, ...]:
    plan, version = basis.plan, basis.version
    documents = dict.fromkeys(document for _, document in basis.reasons.values() if document)
    lines = [f"Căn cứ {one}" for one in documents]
    lines.append(f"Căn cứ {own} ngày {long_date(version.issued_on)} của {agency_in_sentence(plan)}")
    ends = [";"] * (len(lines) - 1) + ["."]
    return tuple(
        _block(BlockKind.LEGAL_BASIS, line.rstrip(".;") + end)
        for line, end in zip(lines, ends, strict=True)
    )


def _text(basis: _Basis, own: str) -> tuple[Block, ...]:
    added = sum(one.before is None for one in basis.changes)
    gone = sum(one.after is None for one in basis.changes)
    changed = len(basis.changes) - added - gone
    counts = [
        f"{count} nhiệm vụ {words}"
        for count, words in ((changed, "điều chỉnh"), (added, "bổ sung"), (gone, "bỏ"))
        if count
    ]
    agency = agency_in_sentence(basis.plan)
    return (
        _block(
            BlockKind.OPENING,
            f"{agency} điều chỉnh, bổ sung một số nội dung của {own} như sau:",
        ),
        _block(BlockKind.HEADING, "NỘI DUNG ĐIỀU CHỈNH, BỔ SUNG", 1, Numbering.ROMAN),
        _block(
            BlockKind.PARAGRAPH,
            f"Kế hoạch có {', '.join(counts)} (chi tiết tại Phụ lục kèm theo).",
        ),
        _block(BlockKind.HEADING, "TỔ CHỨC THỰC HIỆN", 1, Numbering.ROMAN),
        _block(
            BlockKind.ITEM,
            "Các đơn vị được giao chủ trì, phối hợp tại Phụ lục căn cứ nội dung điều chỉnh, "
            "bổ sung để tổ chức thực hiện, báo cáo kết quả về Văn phòng theo kỳ.",
            2,
            Numbering.ARABIC,
        ),
        _block(
            BlockKind.ITEM,
            f"Các nội dung khác tiếp tục thực hiện theo {own}.",
            2,
            Numbering.ARABIC,
        ),
        _block(
            BlockKind.CLOSING,
            f"Trên đây là nội dung điều chỉnh, bổ sung {own}, yêu cầu các đơn vị tổ chức thực "
            "hiện./.",
        ),
    )


def _table(basis: _Basis) -> Block:
    rows = [_COLUMNS, *(_row(one, basis) for one in basis.changes)]
    return replace(_block(BlockKind.TABLE, ""), runs=(), rows=tuple(rows))


def _row(one: AdjustedTask, basis: _Basis) -> tuple[str, ...]:
    shown = one.after or one.before
    reason, document = basis.reasons[one.task_id]
    return (
        shown.number if shown else "",
        _words(one.before, basis.directory) or "(Nhiệm vụ bổ sung)",
        _words(one.after, basis.directory) or "(Bỏ nhiệm vụ này)",
        "; ".join(part for part in (reason, document) if part),
    )


def _words(row: NumberedTask | None, directory: Directory) -> str:
    if row is None:
        return ""
    parts = [row.task.content.rstrip(".;")]
    if row.task.lead:
        parts.append(f"Chủ trì: {_names(row.task.lead, directory)}")
    if row.task.coordinating:
        parts.append(f"Phối hợp: {_names(row.task.coordinating, directory)}")
    if row.task.timing:
        parts.append(f"Thời gian: {row.task.timing}")
    return ". ".join(parts) + "."


def _names(assignments: tuple[Assignment, ...], directory: Directory) -> str:
    return "; ".join(one.words or directory.get(one.respondent_id).name for one in assignments)


def _block(kind: BlockKind, text: str, level: int = 0, numbering: Numbering | None = None) -> Block:
    return Block(new_id(), kind, plain_runs(text), level, numbering)
