"""The plans as Qt's list: a heading for every year, below it the plans of that year."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tthc_desktop.domain.plan import PlanSummary
from ui.session.wording import KIND_WORDS, state_and_number

Index = QModelIndex | QPersistentModelIndex
PLAN_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_NOTHING = Qt.ItemFlag.NoItemFlags


class PlanListModel(QAbstractListModel):
    """Plans by year, newest first; a year's heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._rows: list[PlanSummary | int] = []

    def set_plans(self, plans: tuple[PlanSummary, ...]) -> None:
        """Show other plans."""
        self.beginResetModel()
        by_year = sorted(plans, key=lambda one: -one.year)
        self._rows = [
            row
            for year, group in groupby(by_year, key=lambda one: one.year)
            for row in (year, *group)
        ]
        self.endResetModel()

    def index_of(self, plan_id: str) -> QModelIndex:
        """Return where a plan stands; no index if it is not here."""
        for place, row in enumerate(self._rows):
            if isinstance(row, PlanSummary) and row.id == plan_id:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return the number of plans and headings."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that plans can be chosen and headings cannot."""
        is_plan = index.isValid() and isinstance(self._rows[index.row()], PlanSummary)
        return super().flags(index) if is_plan else _NOTHING

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's form
        """Return the words of a row, and its plan."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, int):
            return f"Năm {row}" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{KIND_WORDS[row.kind]}, {state_and_number(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.title
        return row if role == PLAN_ROLE else None
