"""The rows of Hôm nay as Qt's list: four sections that fold, each with what falls in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tthc_desktop.use_cases.today import DueRow, DueSection, Overview
from ui.today.due_words import left_words, section_title, short_day, source_words, weekday

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
# More than anybody reads in a morning; the counters tell how many there are.
MOST_SHOWN = 200
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class SectionRow:
    """The heading of a section."""

    section: DueSection
    count: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class RestRow:
    """Stands for the rows of a section that are not shown."""

    count: int


Row = SectionRow | DueRow | RestRow


class WorkListModel(QAbstractListModel):
    """Sections without rows are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._overview: Overview | None = None
        self._folded: set[DueSection] = set()
        self._rows: list[Row] = []

    @property
    def overview(self) -> Overview | None:
        """What is shown."""
        return self._overview

    def set_overview(self, overview: Overview) -> None:
        """Show other rows; what is folded stays so."""
        self._overview = overview
        self._renew()

    def row_at(self, index: Index) -> Row | None:
        """Return the row behind an index."""
        return self._rows[index.row()] if index.isValid() else None

    def fold(self, section: DueSection, *, is_open: bool) -> None:
        """Open or close a section."""
        if is_open is (section not in self._folded):
            return
        self._folded ^= {section}
        self._renew()

    def index_of_section(self, section: DueSection) -> QModelIndex:
        """Return where a section's heading stands; no index where it is left out."""
        for place, row in enumerate(self._rows):
            if isinstance(row, SectionRow) and row.section is section:
                return self.index(place)
        return QModelIndex()

    def index_of(self, occurrence_id: str) -> QModelIndex:
        """Return where an occurrence stands."""
        for place, row in enumerate(self._rows):
            if isinstance(row, DueRow) and row.occurrence_id == occurrence_id:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's form
        """Return a row, and its words for those who listen."""
        row = self.row_at(index)
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, DueRow):
            return row.content
        return None

    def _words(self, row: Row | None) -> str:
        if row is None or self._overview is None:
            return ""
        today = self._overview.today
        if isinstance(row, SectionRow):
            return f"{section_title(row.section, today)}: {row.count} kỳ"
        if isinstance(row, RestRow):
            return rest_words(row)
        day = f"{weekday(row.due)} {short_day(row.due, today)}" if row.due else ""
        words = (
            day, f"{row.number} {row.content}", source_words(row), "; ".join(row.lead),
            left_words(row, today),
        )  # fmt: skip
        return ", ".join(filter(None, words))

    def _renew(self) -> None:
        self.beginResetModel()
        self._rows = list(self._made())
        self.endResetModel()

    def _made(self) -> Iterator[Row]:
        if self._overview is None:
            return
        for section in DueSection:
            rows = self._overview.section(section)
            if not rows:
                continue
            is_open = section not in self._folded
            yield SectionRow(section, len(rows), is_open)
            if is_open:
                yield from rows[:MOST_SHOWN]
                if len(rows) > MOST_SHOWN:
                    yield RestRow(len(rows) - MOST_SHOWN)


def rest_words(row: RestRow) -> str:
    """Return what stands for the rows that are left out."""
    return f"Còn {row.count} kỳ nữa, xem ở tab Nhiệm vụ"
