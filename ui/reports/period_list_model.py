"""The report periods of a year as Qt's list: kinds as headings, their periods below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.reporting.period_overview import ReportPeriod
from ui.reports.period_words import KIND_WORDS, period_state

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period as the list shows it; `is_past` ones stand back."""

    period: ReportPeriod
    words: str
    state: Shown
    said: str
    is_past: bool


class PeriodListModel(QAbstractListModel):
    """Rows are headings (words) or periods."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._rows: tuple[str | PeriodRow, ...] = ()

    def show(self, periods: tuple[ReportPeriod, ...], today: date) -> None:
        """Show other periods; where they are the same ones only their states change."""
        rows: list[str | PeriodRow] = []
        for kind in ReportKind:
            rows.append(KIND_WORDS[kind])
            rows += [_row(one, today) for one in periods if one.kind is kind]
        keys = [_key(one) for one in self._rows]
        if keys == [_key(one) for one in rows]:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def index_of(self, kind: ReportKind, period: str) -> QModelIndex:
        """Return the row of a period, none where it is not there."""
        for place, one in enumerate(self._rows):
            if _key(one) == (kind, period):
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's form
        """Return a row, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else f"{row.words}, {row.said}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let periods be chosen, headings not."""
        if isinstance(self.data(index, ROW_ROLE), PeriodRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def _key(row: str | PeriodRow) -> object:
    return row if isinstance(row, str) else (row.period.kind, row.period.window.period)


def _row(one: ReportPeriod, today: date) -> PeriodRow:
    state, said = period_state(one, today)
    is_open = one.report is not None and not one.report.is_frozen
    is_past = today > one.window.due and not is_open
    return PeriodRow(one, period_words(one.window.period), state, said, is_past)
