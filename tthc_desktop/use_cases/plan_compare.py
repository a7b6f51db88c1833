"""What a superior's plan asks beside what answers it in ours; what a person says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tthc_desktop.domain.comparison_answer import ANSWER_WORDS, ComparisonAnswer
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.domain.plan_comparison import Comparison, Passage, compare_plans, passages_of
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.opening import find_plan_id


@dataclass(frozen=True, slots=True)
class PlanCompared:
    """Both plans, a row for everything asked, the places of ours, the answers confirmed."""

    ours: Plan
    superior: Plan
    rows: tuple[Comparison, ...]
    passages: tuple[Passage, ...]
    answers: tuple[ComparisonAnswer, ...]

    @property
    def task_numbers(self) -> frozenset[str]:
        """The numbers of our tasks, told from those of sections."""
        return frozenset(row.number for row in self.ours.numbered_tasks())

    def answer_to(self, asked_id: str) -> ComparisonAnswer | None:
        """Return what was confirmed of a request, None while it is only proposed."""
        return next((one for one in self.answers if one.asked_id == asked_id), None)


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """The answer to one request before and after; None where nothing is confirmed."""

    before: ComparisonAnswer | None
    after: ComparisonAnswer | None

    def inverse(self) -> AnswerChange:
        """Return the change that takes this one back."""
        return AnswerChange(self.after, self.before)


def compare_with(
    units: UnitsOfWork, plan_id: str | None, superior_id: str
) -> tuple[Comparison, ...]:  # fmt: skip
    """Return a row for everything the reference plan asks of the Sở, confirmed answers in them.

    What a person marked "không thuộc Sở" is not asked of it. Raises Refused for an unknown
    plan, and where *superior_id* is no reference plan.
    """
    rows = compared(units, plan_id, superior_id).rows
    return tuple(one for one in rows if one.state != "not_ours")


def compared(units: UnitsOfWork, plan_id: str | None, superior_id: str) -> PlanCompared:
    """Return both plans with every row; Refused as by `compare_with`."""
    with units.reading() as work:
        superior = work.plans.get(find_plan_id(work, superior_id))
        if superior.state is not PlanState.REFERENCE:
            message = (
                "Kế hoạch sau --with phải là kế hoạch của cơ quan khác, nhập bằng "
                "plan import --reference. Chưa so sánh gì."
            )
            raise Refused(message)
        ours = work.plans.get(find_plan_id(work, plan_id))
        answers = work.comparisons.all(ours.id, superior.id)
        rows = compare_plans(ours, superior, work.office.directory(), answers)
    return PlanCompared(ours, superior, rows, tuple(passages_of(ours)), answers)


def write_answers(
    units: UnitsOfWork, changes: Iterable[AnswerChange], *, undoing: bool = False
) -> None:
    """Write what a person says answers requests: one transaction, one row of the journal.

    Raises Refused where an answer is not as the change found it.
    """
    wanted = tuple(changes)
    with units.writing() as work:
        for one in wanted:
            _write(work, one)
        words = f"Xác nhận đối chiếu với kế hoạch cấp trên: {len(wanted)} nội dung"
        given = [one.after or one.before for one in wanted]
        plan_id = next((one.plan_id for one in given if one), "")
        work.commit(
            Act(
                f"Hoàn tác: {words}" if undoing else words,
                "comparison",
                plan_id,
                plan_id or None,
                before=[_values(one.before) for one in wanted],
                after=[_values(one.after) for one in wanted],
            )
        )


def _write(work: UnitOfWork, change: AnswerChange) -> None:
    known = change.before or change.after
    if known is None:
        return
    held = work.comparisons.all(known.plan_id, known.superior_id)
    if next((one for one in held if one.asked_id == known.asked_id), None) != change.before:
        message = (
            "Nội dung này đã được xác nhận ở nơi khác sau khi mở bảng. Hãy mở lại bảng đối "
            "chiếu. Chưa thay đổi gì."
        )
        raise Refused(message)
    if change.after is None:
        work.comparisons.remove(known.plan_id, known.superior_id, known.asked_id)
    else:
        work.comparisons.put(change.after)


def _values(answer: ComparisonAnswer | None) -> dict[str, Any] | None:
    if answer is None:
        return None
    return {
        "asked": answer.asked_id,
        "state": ANSWER_WORDS[answer.state],
        "answered_by": list(answer.answered_by),
        "note": answer.note,
    }
