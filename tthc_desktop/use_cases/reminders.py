"""Công văn đôn đốc: one for each unit, with what it is late with and what falls due soon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.document.office_document import OfficeDocument, lay_out_document
from tthc_desktop.domain.date_words import short_date
from tthc_desktop.domain.office import Office
from tthc_desktop.domain.plan import Block, Plan, Signature
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import PagePainter, UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.letter_parts import (
    OFFICE_ROOM,
    cited_plan,
    closing,
    item,
    letter_head,
    paragraph,
    short_plan_name,
    table,
    told_task,
    with_columns,
)
from tthc_desktop.use_cases.opening import find_plan_id, plan_progress
from tthc_desktop.use_cases.plan_export import check_document, write_document
from tthc_desktop.use_cases.unit_dues import DueLine, UnitDues, open_lines, unit_dues

SUFFIXES = (".docx", ".pdf")
_COLUMNS = ("STT", "Nội dung công việc", "Hạn")


@dataclass(frozen=True, slots=True)
class ReminderOrder:
    """Whom to remind of what: units by id, what is due up to `until`, the answer by a day."""

    unit_ids: tuple[str, ...]
    until: date
    answer_by: date
    signature: Signature


def export_reminders(
    units: UnitsOfWork,
    plan_id: str | None,
    order: ReminderOrder,
    files: Callable[[UnitDues], Path],
    *,
    new_painter: Callable[[], PagePainter],
    today: date,
    force: bool,
) -> tuple[Path, ...]:
    """Write one công văn (.docx or .pdf) for each unit of *order* that owes something.

    *files* names the file of a unit. Nothing is written where one of the files is refused.
    Raises Refused where no unit owes anything or a file exists without *force*, WrongCall for
    another suffix, StorageTrouble where a file cannot be written.
    """
    with units.reading() as work:
        opened = plan_progress(work, find_plan_id(work, plan_id))
        office = work.office.office()
    owing = [
        one
        for one in unit_dues(opened, today=today, until=order.until)
        if one.unit.id in order.unit_ids and any(open_lines(one))
    ]
    if not owing:
        message = (
            "Các đơn vị đã chọn không có việc quá hạn hay sắp đến hạn. Hãy chọn đơn vị khác "
            "hoặc lùi ngày. Chưa ghi tệp nào."
        )
        raise Refused(message)
    targets = [files(one) for one in owing]
    for to in targets:
        if to.suffix.lower() not in SUFFIXES:
            message = f"Công văn chỉ ghi ra .docx hoặc .pdf, không phải “{to.name}”."
            raise WrongCall(message)
        check_target(to, force=force)
    for dues, to in zip(owing, targets, strict=True):
        letter = reminder_letter(opened.plan, office, dues, order, today)
        layout = with_columns(lay_out_document(letter, opened.directory))
        _write(layout, to, new_painter, force=force)
    return tuple(targets)


def _write(
    layout: DocumentLayout, to: Path, new_painter: Callable[[], PagePainter], *, force: bool
) -> None:
    def write(path: Path) -> None:
        write_document(layout, path, new_painter)

    write_safely(to, write, check_document, force=force)


def reminder_letter(
    plan: Plan, office: Office, dues: UnitDues, order: ReminderOrder, today: date
) -> OfficeDocument:
    """Return the công văn to one unit; the number and the day of signing stay open."""
    return OfficeDocument(
        letter_head(plan, office, today),
        "",
        f"V/v đôn đốc thực hiện {short_plan_name(plan)}",
        tuple(_blocks(plan, dues, order, today)),
        order.signature,
        (dues.name,),
        ("Như trên", "Lãnh đạo Sở (để b/c)"),
        "VT, VP",
    )


def _blocks(plan: Plan, dues: UnitDues, order: ReminderOrder, today: date) -> Iterator[Block]:
    late, soon = len(dues.late), len(dues.soon)
    until = short_date(order.until)
    counts = [f"{late:02} kỳ công việc quá hạn"] if late else []
    counts += [f"{soon:02} kỳ công việc đến hạn từ nay đến ngày {until}"] if soon else []
    yield paragraph(
        f"Qua theo dõi việc thực hiện {cited_plan(plan)}, tính đến ngày {short_date(today)}, "
        f"{dues.name} còn {' và '.join(counts)} chưa báo cáo hoàn thành, cụ thể:"
    )
    rows = (_row(place, line, today) for place, line in enumerate(open_lines(dues), 1))
    yield table(_COLUMNS, *rows)
    yield paragraph("Để bảo đảm tiến độ, đề nghị đơn vị thực hiện các nội dung sau:")
    answer = short_date(order.answer_by)
    if late:
        yield item(
            "Khẩn trương hoàn thành các công việc đã quá hạn; báo cáo kết quả, nguyên nhân "
            f"chậm và thời gian hoàn thành về {OFFICE_ROOM} trước ngày {answer}."
        )
    if soon:
        yield item("Hoàn thành đúng hạn các công việc sắp đến hạn, gửi kèm minh chứng.")
    # One paragraph of at least two lines, so that the signature never stands with less.
    yield closing(
        f"Khó khăn, vướng mắc (nếu có), đề nghị phản ánh về {OFFICE_ROOM} trước ngày {answer} "
        "để tổng hợp, báo cáo Lãnh đạo Sở xem xét, chỉ đạo./."
    )


def _row(place: int, line: DueLine, today: date) -> tuple[str, ...]:
    left = (line.due - today).days
    state = f"quá {line.late_days} ngày" if line.late_days else f"còn {left} ngày"
    state = state if line.late_days or left else "hôm nay"
    return (
        str(place),
        told_task(line.number, line.content, line.period),
        f"{short_date(line.due)}\n{state}",
    )
