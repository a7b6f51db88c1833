"""What the program understood of a plan: its head, its text, its foot, its annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from tthc_desktop.domain.plan import Annex, BlockKind, PartialDate, Plan
from tthc_desktop.domain.sections import Section, sections_of
from tthc_desktop.domain.task import numbered
from ui.import_review.tall_rows import TallRows
from ui.kit import theme

_NONE = "(không thấy)"
_BLANK = "…"
Row = tuple[str, str, "list[Row]"]


def understood_tree() -> QTreeWidget:
    """Return the empty tree: a part of the plan, and what it says."""
    tree = QTreeWidget()
    tree.setAccessibleName("Phần đã hiểu")
    tree.setHeaderLabels(["Phần", "Nội dung"])
    tree.setUniformRowHeights(True)
    tree.setItemDelegate(TallRows(tree))
    head = tree.header()
    head.setStretchLastSection(True)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    tree.setColumnWidth(0, theme.scaled(156))
    return tree


def show_understood(tree: QTreeWidget, plan: Plan) -> None:
    """Fill the tree; sections are open, lists closed."""
    for row in _rows(plan):
        item = _item(row)
        tree.addTopLevelItem(item)
        item.setExpanded(row[0].startswith("Mục"))


def _item(row: Row) -> QTreeWidgetItem:
    part, words, below = row
    item = QTreeWidgetItem([part, words])
    item.setToolTip(0, part)
    item.setToolTip(1, words)
    item.addChildren([_item(one) for one in below])
    return item


def _rows(plan: Plan) -> Iterator[Row]:
    agencies = " – ".join(one for one in (plan.parent_agency, plan.agency) if one)
    yield "Cơ quan", agencies or _NONE, []
    number = f"{plan.number or _BLANK}/{plan.symbol}" if plan.symbol else _NONE
    yield "Số, ký hiệu", number, []
    yield "Địa danh, ngày", _place_and_date(plan.place, plan.date), []
    bases = [one.text for one in plan.blocks_of(BlockKind.LEGAL_BASIS)]
    yield _list("Căn cứ", bases)
    yield _list("Lời mở đầu", [one.text for one in plan.blocks_of(BlockKind.OPENING)])
    sections = sections_of(plan.blocks)
    yield f"Mục ({len(sections)})", "", [_section(one) for one in sections]
    yield _list("Câu kết", [one.text for one in plan.blocks_of(BlockKind.CLOSING)])
    yield _list("Nơi nhận", plan.recipients)
    archive = ". ".join(one for one in (plan.archive, plan.drafter) if one)
    yield "Lưu", archive or _NONE, []
    signed = (*plan.signature.lines, plan.signature.name)
    yield "Chữ ký", " / ".join(one for one in signed if one) or _NONE, []
    for annex in plan.annexes:
        yield annex.label or "Biểu kèm theo", _annex_words(annex), []


def _place_and_date(place: str, day: PartialDate) -> str:
    if not place and day == PartialDate():
        return _NONE
    figures = (day.day or _BLANK, day.month or _BLANK, day.year or _BLANK)
    return f"{place or _BLANK}, ngày {figures[0]} tháng {figures[1]} năm {figures[2]}"


def _list(part: str, texts: Iterable[str]) -> Row:
    held = list(texts)
    first = held[0] if held else _NONE
    below: list[Row] = [(str(place), text, []) for place, text in enumerate(held, 1)]
    return (f"{part} ({len(held)})" if held else part), first, below if len(held) > 1 else []


def _section(section: Section) -> Row:
    heading = section.heading or (section.paragraphs[0] if section.paragraphs else "")
    own = len(section.paragraphs) - (0 if section.heading else 1)
    counts = [
        f"{count} {what}"
        for count, what in (
            (len(section.sections), "mục"),
            (max(0, own), "đoạn"),
            (len(section.tables), "bảng"),
        )
        if count
    ]
    words = f"{heading} ({', '.join(counts)})" if counts else heading
    number = f"{section.number}." if section.number else "Không số"
    return number, words, [_section(one) for one in section.sections]


def _annex_words(annex: Annex) -> str:
    rows = sum(1 for _ in numbered(annex.tasks))
    tables = sum(1 for one in annex.blocks if one.kind is BlockKind.TABLE)
    counts = [f"{rows} dòng nhiệm vụ"] if rows else []
    counts += [f"{tables} bảng"] if tables else []
    return " – ".join(one for one in (annex.title, ", ".join(counts)) if one)
