"""Answers as text for a person, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tthc_desktop.document.blocks import Paragraph, Role, SideBySide, Table
from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.plan import PlanState, PlanSummary
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import STATE_WORDS, Occurrence
from tthc_desktop.domain.task import NumberedTask

PLAN_STATE_WORDS = {
    PlanState.DRAFT: "dự thảo",
    PlanState.SUBMITTED: "đã trình ký",
    PlanState.ISSUED: "đã ban hành",
    PlanState.CLOSED: "đã đóng",
    PlanState.REFERENCE: "để đối chiếu",
}
_SHORT_ID = 8


def day_text(day: date | None) -> str:
    """Return a day as dd/MM/yyyy, "–" for none."""
    return day.strftime("%d/%m/%Y") if day else "–"


def plan_list_text(plans: Iterable[PlanSummary]) -> str:
    """Return one line a plan."""
    lines = [
        f"{one.id[:_SHORT_ID]}  {one.year}  {PLAN_STATE_WORDS[one.state]:<13}  {one.title}"
        for one in plans
    ]
    return "\n".join(lines) or "Chưa có kế hoạch nào."


def plan_text(opened: PlanProgress) -> str:
    """Return the plan's text as it would be printed, without layout."""
    from tthc_desktop.document.plan_layout import lay_out_plan

    lines: list[str] = []
    for section in lay_out_plan(opened.plan, opened.directory).sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                lines.append(block.text)
            elif isinstance(block, SideBySide):
                lines.extend(_side_texts(block))
            elif isinstance(block, Table):
                lines.extend(_row_texts(block))
        lines.append("")
    return "\n".join(lines).replace("\u00a0", " ").rstrip()


def _side_texts(block: SideBySide) -> Iterable[str]:
    for row in block.rows:
        for cell in row:
            for one in cell:
                if isinstance(one, Paragraph):
                    # The name stands under room for a signature on paper; here under a line.
                    yield f"\n{one.text}" if one.role is Role.SIGNER_NAME else one.text


def _row_texts(table: Table) -> Iterable[str]:
    for row in (table.header, *table.rows):
        if row:
            yield " | ".join(cell.text for cell in row)


def task_list_text(opened: PlanProgress, today: date) -> str:
    """Return one line a task and one an occurrence."""
    lines: list[str] = []
    for row in opened.plan.numbered_tasks():
        task = row.task
        lines.append(f"{row.number}  {task.content}")
        for one in opened.of_task(task):
            shown = opened.shown(task, one, today)
            lines.append(
                f"    {period_words(one.period):<12} hạn {day_text(one.due):<10}  {shown.words}"
            )
    return "\n".join(lines) or "Kế hoạch chưa có nhiệm vụ nào."


def task_text(row: NumberedTask, opened: PlanProgress, warnings: Iterable[str]) -> str:
    """Return a task after a change."""
    names = opened.directory
    lead = "; ".join(one.words or names.get(one.respondent_id).name for one in row.task.lead)
    lines = [
        f"Đã sửa nhiệm vụ {row.number}: {row.task.content}",
        f"Chủ trì: {lead or '(chưa có)'}. Thời gian: {row.task.timing or '(chưa có)'}.",
    ]
    return "\n".join([*lines, *warnings])


def occurrence_text(
    opened: PlanProgress, row: NumberedTask, occurrence: Occurrence, warnings: Iterable[str]
) -> str:
    """Return an occurrence after recording."""
    record = opened.record(row.task, occurrence)
    state = STATE_WORDS[record.state] if record.state else "–"
    line = f"Đã ghi nhiệm vụ {row.number}, {period_words(occurrence.period)}: {state}."
    return "\n".join([line, *warnings])
