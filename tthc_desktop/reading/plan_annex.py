"""The annexes of a plan: label, title, "(Kèm theo …)", text and task table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.plan import Annex
from tthc_desktop.reading.findings import Findings
from tthc_desktop.reading.markers import dash_length, marker_of
from tthc_desktop.reading.plan_body import read_annex_text
from tthc_desktop.reading.plan_parts import begins_annex
from tthc_desktop.reading.source import SourceItem, SourceParagraph, SourceTable, has_letters
from tthc_desktop.reading.task_columns import TASK_COLUMNS, Column, TaskHeader
from tthc_desktop.reading.task_tree import read_tasks
from tthc_desktop.reading.torn_tables import AnnexItem, TornTable, with_task_tables
from tthc_desktop.reading.unit_names import UnitNames
from tthc_desktop.reading.wording import ANNEX_AND_TITLE, ATTACHED, is_annex_label, is_kind_line

_MOST_HEAD_LINES = 6
_FEW = 3
# Printed where a table has no such column.
_USUAL_HEADINGS = {
    Column.NUMBER: "STT",
    Column.CONTENT: "Nội dung công việc",
    Column.LEAD: "Cơ quan, đơn vị chủ trì",
    Column.COORDINATING: "Cơ quan, đơn vị phối hợp",
    Column.TIMING: "Thời gian hoàn thành",
}


@dataclass(frozen=True, slots=True)
class _Head:
    label: str = ""
    title: str = ""
    attached_to: str = ""
    taken: int = 0


def read_annexes(
    items: Sequence[SourceItem], units: UnitNames, findings: Findings
) -> tuple[Annex, ...]:
    """Return the annexes that follow the foot of a plan."""
    annexes: list[Annex] = []
    start = 0
    while start < len(items):
        head = _read_head(items[start:])
        end = start + max(1, head.taken)
        while end < len(items) and not begins_annex(items, end):
            end += 1
        annexes.extend(_annex(head, items[start:end], units, findings))
        start = end
    return tuple(annexes)


def annex_of_body_table(torn: TornTable, units: UnitNames, findings: Findings) -> Annex:
    """Return the annex that a task table in the middle of the text becomes."""
    findings.warn(
        f"table {torn.pieces[0].place}",
        "Bảng công việc nằm giữa phần nội dung; được đưa thành biểu kèm theo ở cuối kế hoạch.",
    )
    return _with_tasks(_Head(), [], torn, units, findings)


def _annex(
    head: _Head, items: Sequence[SourceItem], units: UnitNames, findings: Findings
) -> Iterator[Annex]:
    """Yield an annex for every task table; text behind the last one has no place in it."""
    before: list[SourceItem] = []
    made = 0
    for item in with_task_tables(items[head.taken :], findings):
        if isinstance(item, TornTable):
            yield _with_tasks(head if not made else _Head(), before, item, units, findings)
            before, made = [], made + 1
        else:
            before.append(item)
    tables = any(isinstance(item, SourceTable) for item in before)
    if tables or (not made and (head.label or head.attached_to)):
        yield _without_tasks(head if not made else _Head(), before, findings)
    else:
        for item in before:
            findings.leave(item.shown_text if isinstance(item, SourceParagraph) else "")
        if not made:
            findings.leave(head.title)


def _with_tasks(
    head: _Head,
    before: list[SourceItem],
    torn: TornTable,
    units: UnitNames,
    findings: Findings,
) -> Annex:
    return Annex(
        new_id(),
        head.label,
        head.title,
        head.attached_to,
        _headings(torn.header),
        torn.landscape,
        read_annex_text(before, findings),
        read_tasks(torn.rows(findings), units, findings),
    )


def _without_tasks(head: _Head, items: list[SourceItem], findings: Findings) -> Annex:
    return Annex(
        new_id(),
        head.label,
        head.title,
        head.attached_to,
        landscape=any(item.landscape for item in items),
        blocks=read_annex_text(items, findings),
    )


def _headings(header: TaskHeader) -> tuple[str, ...]:
    return tuple(header.heading(column) or _USUAL_HEADINGS[column] for column in TASK_COLUMNS)


def _read_head(items: Sequence[SourceItem]) -> _Head:
    """Return the lines above an annex's text; with "(Kèm theo …)" all that stands before it."""
    lines = _head_lines(items)
    attached = next((i for i, (_, line) in enumerate(lines) if ATTACHED.match(line.text)), None)
    if attached is None:
        taken, reference = _lines_of_heading(items, lines), ""
        texts = [line.text for _, line in lines[:taken]]
        end = lines[taken - 1][0] + 1 if taken else 0
    else:
        texts = [line.text for _, line in lines[:attached]]
        reference, end = _reference(lines[attached:])
    label, title = _label_and_title(texts)
    return _Head(label, title, reference, end)


def _lines_of_heading(items: Sequence[SourceItem], lines: list[tuple[int, SourceParagraph]]) -> int:
    """Return how many lines are label and title: those that stand out, or all above a table."""
    if lines and len(lines) <= _FEW and is_annex_label(lines[0][1].text):
        below = lines[-1][0] + 1
        if below < len(items) and isinstance(items[below], SourceTable):
            return len(lines)
    plain = (place for place, (_, line) in enumerate(lines) if not _stands_out(line))
    return next(plain, len(lines))


def _head_lines(items: Sequence[SourceItem]) -> list[tuple[int, SourceParagraph]]:
    """Return the first lines with the place of their paragraph, up to a table or a number."""
    lines: list[tuple[int, SourceParagraph]] = []
    for place, item in enumerate(items[:_MOST_HEAD_LINES]):
        if not isinstance(item, SourceParagraph) or item.label or dash_length(item.text):
            break
        if marker_of(item.text):
            break
        lines.extend((place, line) for line in item.lines())
    return lines


def _reference(lines: list[tuple[int, SourceParagraph]]) -> tuple[str, int]:
    """Return "(Kèm theo …)" to its closing bracket, which may stand some lines below."""
    texts: list[str] = []
    for place, line in lines:
        texts.append(line.text)
        text = " ".join(texts)
        if ")" in text or not text.startswith("("):
            return text, place + 1
    return texts[0], lines[0][0] + 1


def _label_and_title(texts: list[str]) -> tuple[str, str]:
    if not texts:
        return "", ""
    first, rest = texts[0], texts[1:]
    if is_annex_label(first) or is_kind_line(first):
        return first, " ".join(rest)
    if match := ANNEX_AND_TITLE.match(first):
        return match[1], " ".join([first[match.end() :], *rest])
    return "", " ".join(texts)


def _stands_out(line: SourceParagraph) -> bool:
    looks = line.centred or line.bold or line.text.isupper()
    return has_letters(line.text) and (looks or is_annex_label(line.text))


def body_without_task_tables(
    items: Sequence[SourceItem], findings: Findings
) -> tuple[list[SourceItem], list[TornTable]]:
    """Return the body's items and, apart, the task tables that stand among them."""
    parts: list[AnnexItem] = with_task_tables(items, findings)
    text = [item for item in parts if not isinstance(item, TornTable)]
    return text, [item for item in parts if isinstance(item, TornTable)]
