"""The table of what a superior asks beside what answers it, out as Word, PDF or Excel."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.domain.agency_names import agency_in_sentence
from tthc_desktop.domain.comparison_answer import ANSWER_WORDS
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_comparison import TITLE, Comparison
from tthc_desktop.domain.reporting.printed import PrintedCell, PrintedRow, PrintedTable
from tthc_desktop.errors import WrongCall
from tthc_desktop.ports import PagePainter, UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.letter_parts import cited_plan
from tthc_desktop.use_cases.plan_compare import PlanCompared, compared
from tthc_desktop.use_cases.plan_export import check_document, write_document

if TYPE_CHECKING:
    from tthc_desktop.document.blocks import DocumentLayout

SUFFIXES = (".docx", ".pdf", ".xlsx")
LABEL = "BẢNG ĐỐI CHIẾU"
_COLUMNS = (
    ("STT", 0.05), ("Nội dung cấp trên giao", 0.35), ("Ở kế hoạch cấp trên", 0.1),
    ("Trả lời tại kế hoạch của Sở", 0.2), ("Tình trạng", 0.12), ("Ghi chú", 0.18),
)  # fmt: skip


def export_comparison(
    units: UnitsOfWork,
    plan_id: str | None,
    superior_id: str,
    to: Path,
    *,
    today: date,
    new_painter: Callable[[], PagePainter],
    force: bool,
) -> Path:
    """Write the table to *to* (.docx, .pdf, .xlsx): all of it or nothing.

    Raises WrongCall for another suffix, Refused for an unknown plan or an existing target
    without *force*, StorageTrouble where the target cannot be written.
    """
    suffix = to.suffix.lower()
    if suffix not in SUFFIXES:
        message = f"Bảng đối chiếu chỉ xuất ra .docx, .pdf hoặc .xlsx, không phải “{to.name}”."
        raise WrongCall(message)
    check_target(to, force=force)
    found = compared(units, plan_id, superior_id)
    if suffix == ".xlsx":
        _write_workbook(found, today, to, force=force)
        return to
    layout = comparison_layout(found, today)
    write_safely(
        to, lambda path: _write(layout, path, new_painter), check_document, force=force
    )  # fmt: skip
    return to


def comparison_layout(found: PlanCompared, today: date) -> DocumentLayout:
    """Return the pages of the table, on their side."""
    from tthc_desktop.document.blocks import DocumentLayout
    from tthc_desktop.document.report_layout import lay_out_table

    return DocumentLayout((lay_out_table(comparison_table(found, today)),), LABEL)


def comparison_table(found: PlanCompared, today: date) -> PrintedTable:
    """Return the table as it is printed, what does not concern the Sở with it."""
    rows = tuple(
        PrintedRow(
            (
                str(number),
                one.asked,
                where_words(one.where),
                answer_words(one, found.task_numbers),
                ANSWER_WORDS[one.state],
                _note(one),
            )
        )
        for number, one in enumerate(found.rows, 1)
    )
    return PrintedTable(
        LABEL,
        f"Nhiệm vụ giao tại {_superior_words(found.superior)}",
        (tuple(PrintedCell(heading) for heading, _ in _COLUMNS),),
        rows,
        tuple(width for _, width in _COLUMNS),
        (1, 3, 5),
        (f"Đối chiếu với {cited_plan(found.ours)}, ngày {today:%d/%m/%Y}",),
    )


def _superior_words(plan: Plan) -> str:
    """Return the superior's plan as it is cited; a text without a letterhead names no agency."""
    cited = cited_plan(plan)
    if plan.agency:
        return cited
    return cited.replace(f" của {agency_in_sentence(plan)}", "", 1)


def where_words(where: str) -> str:
    """Return where a superior's plan asks, in words: "Mục III.1", "Nhiệm vụ 2.1"."""
    return where.replace("section ", "Mục ").replace("task ", "Nhiệm vụ ")


def answer_words(row: Comparison, task_numbers: Collection[str]) -> str:
    """Return the places of ours that answer, in words: "Mục IV.1; nhiệm vụ 2.1"."""
    words = "; ".join(place_words(one, task_numbers) for one in row.answered_by)
    return f"{words[:1].upper()}{words[1:]}"


def place_words(place: str, task_numbers: Collection[str]) -> str:
    """Return a place of ours in words: "mục IV.1", "nhiệm vụ 2.1", "tên kế hoạch"."""
    if place == TITLE:
        return "tên kế hoạch"
    return f"nhiệm vụ {place}" if place in task_numbers else f"mục {place}"


def _note(row: Comparison) -> str:
    if row.is_confirmed:
        return row.note or "Đã xác nhận"
    return "Chương trình đề xuất, chưa xác nhận"


def _write(layout: DocumentLayout, path: Path, new_painter: Callable[[], PagePainter]) -> None:
    write_document(layout, path, new_painter)


def _write_workbook(found: PlanCompared, today: date, to: Path, *, force: bool) -> None:
    from tthc_desktop.sheets.register_workbook import check_register
    from tthc_desktop.sheets.report_workbook import write_tables

    tables = (comparison_table(found, today),)
    write_safely(to, lambda path: write_tables(LABEL, tables, path), check_register, force=force)
