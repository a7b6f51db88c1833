"""Writing an edit of a plan's text: one transaction, one journal row."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.plan import Annex, Block, Plan, PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.plan_text import PlanTextEdit, with_text
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork

_HEAD = (
    "parent_agency", "agency", "symbol", "place", "title", "recipients", "archive", "drafter",
)  # fmt: skip
WRITABLE = (PlanState.DRAFT, PlanState.SUBMITTED)


def apply_text_edit(
    units: UnitsOfWork, progress: PlanProgress, edit: PlanTextEdit, *, undoing: bool = False
) -> PlanProgress:
    """Write *edit* and return the open plan as it stands then.

    Raises Refused for a plan whose text is final (issued, closed, of another agency),
    StorageTrouble where it cannot be written; then nothing is changed.
    """
    if progress.plan.state not in WRITABLE:
        raise Refused(why_final(progress.plan))
    if edit.is_empty:
        return progress
    with units.writing() as work:
        work.plans.write_text(edit.before, edit.after)
        work.commit(_act(edit, undoing=undoing))
    return replace(progress, plan=with_text(progress.plan, edit.after))


def why_final(plan: Plan) -> str:
    """Return why the text of *plan* cannot be edited, empty where it can."""
    if plan.state is PlanState.ISSUED:
        return (
            "Kế hoạch đã ban hành, lời văn không sửa được nữa. Muốn đổi, điều chỉnh ở tab Nhiệm vụ "
            "hoặc lập Kế hoạch điều chỉnh, bổ sung. Chưa thay đổi gì."
        )
    if plan.state in WRITABLE:
        return ""
    return "Kế hoạch này chỉ để đọc, không sửa được. Chưa thay đổi gì."


def _act(edit: PlanTextEdit, *, undoing: bool) -> Act:
    before, after = _values(edit.before), _values(edit.after)
    changed = [name for name in (*before, *after) if before.get(name) != after.get(name)]
    words = f"{'Hoàn tác: ' if undoing else ''}{edit.words}"
    return Act(
        words=words[0].upper() + words[1:],
        subject="plan_text",
        subject_id=edit.plan_id,
        plan_id=edit.plan_id,
        before={name: before.get(name) for name in dict.fromkeys(changed)},
        after={name: after.get(name) for name in dict.fromkeys(changed)},
    )


def _values(text: Plan) -> dict[str, Any]:
    """Return the text by name: fields of the head, then each block and annex by its id."""
    values: dict[str, Any] = {name: _plain(getattr(text, name)) for name in _HEAD}
    values["date"] = [text.date.day, text.date.month, text.date.year]
    values["signature"] = [*text.signature.lines, text.signature.name]
    values |= {one.id: _block(at, one) for at, one in enumerate(text.blocks)}
    for annex in text.annexes:
        values |= {annex.id: _annex(annex)}
        values |= {one.id: _block(at, one) for at, one in enumerate(annex.blocks)}
    return values


def _block(position: int, block: Block) -> list[Any]:
    return [position, block.kind.value, block.level, block.text, [list(row) for row in block.rows]]


def _annex(annex: Annex) -> list[Any]:
    return [annex.label, annex.title, annex.attached_to, list(annex.headings), annex.landscape]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
