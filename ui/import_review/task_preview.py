"""The tasks of a plan as the program understood its tables."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task import Assignment, NumberedTask, numbered
from ui.import_review.tall_rows import TallRows
from ui.kit import theme

_HEADINGS = ("STT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian")
_WIDTHS = (52, 0, 128, 128, 140)
_CONTENT = 1


def task_preview() -> QTreeWidget:
    """Return the empty table."""
    table = QTreeWidget()
    table.setAccessibleName("Bảng nhiệm vụ đã hiểu")
    table.setHeaderLabels(_HEADINGS)
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setItemDelegate(TallRows(table))
    head = table.header()
    head.setStretchLastSection(False)
    for column, width in enumerate(_WIDTHS):
        if width:
            table.setColumnWidth(column, theme.scaled(width))
    head.setSectionResizeMode(_CONTENT, QHeaderView.ResizeMode.Stretch)
    return table


def show_tasks(table: QTreeWidget, plan: Plan, names: Mapping[str, str]) -> None:
    """Fill the table with the rows of every annex; *names* by id of respondent."""
    table.addTopLevelItems(
        [_item(row, names) for annex in plan.annexes for row in numbered(annex.tasks)]
    )


def _item(row: NumberedTask, names: Mapping[str, str]) -> QTreeWidgetItem:
    task = row.task
    texts = [
        row.number,
        task.content,
        _named(task.lead, names),
        _named(task.coordinating, names),
        task.timing,
    ]
    item = QTreeWidgetItem(texts)
    for column, text in enumerate(texts):
        item.setToolTip(column, text)
        if task.children:
            item.setFont(column, theme.font(strong=True))
    return item


def _named(them: tuple[Assignment, ...], names: Mapping[str, str]) -> str:
    return "; ".join(one.words or names.get(one.respondent_id, "") for one in them)
