"""The report's text as rows: headings, sentences, and under a sentence what moved since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tthc_desktop.domain.reporting.sentences import Sentence
from tthc_desktop.use_cases.reporting.report_sections import TextSection
from ui.reports.narrative_words import TAKEN_OUT, spoken

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole.value + 1
_ROOT = QModelIndex()
_EDIT = Qt.ItemDataRole.EditRole.value
NEW = ""  # the key of a sentence that is being added


class RowKind(Enum):
    """What a row of the text is."""

    HEADING = "heading"
    SENTENCE = "sentence"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row: a section's heading, a sentence, or what is offered for the sentence above."""

    kind: RowKind
    section: TextSection
    sentence: Sentence | None = None

    @property
    def key(self) -> str:
        """The sentence's key; None of them has that of a heading."""
        return self.sentence.key if self.sentence else f"§{self.section.key}"

    @property
    def text(self) -> str:
        """What is painted."""
        if self.sentence is None:
            return f"{self.section.number} {self.section.heading}"
        return self.sentence.text or ("" if self.sentence.key == NEW else TAKEN_OUT)


class NarrativeRows(QAbstractListModel):
    """Sentences can be edited unless the report is frozen; headings and offers cannot.

    `typed` carries the row as it was and the words it was given.
    """

    typed = Signal(object, str)

    def __init__(self, parent: QObject, *, shows_headings: bool) -> None:
        """Hold no text yet."""
        super().__init__(parent)
        self._shows_headings = shows_headings
        self._rows: list[TextRow] = []
        self.is_frozen = False

    def show_text(self, sections: tuple[TextSection, ...], *, frozen: bool) -> None:
        """Hold another text."""
        self.beginResetModel()
        self.is_frozen = frozen
        self._rows = [row for one in sections for row in self._of_section(one)]
        self.endResetModel()

    def _of_section(self, section: TextSection) -> Iterator[TextRow]:
        if self._shows_headings:
            yield TextRow(RowKind.HEADING, section)
        for one in section.sentences:
            yield TextRow(RowKind.SENTENCE, section, one)
            if one.offered is not None and not self.is_frozen:
                yield TextRow(RowKind.OFFER, section, one)

    def row(self, index: Index) -> TextRow | None:
        """Return what stands in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, key: str, kind: RowKind = RowKind.SENTENCE) -> QModelIndex:
        """Return the row of a sentence; an invalid index where it is gone."""
        for place, one in enumerate(self._rows):
            if one.key == key and one.kind is kind:
                return self.index(place)
        return QModelIndex()

    def add_new(self, section: TextSection) -> QModelIndex:
        """Add an empty sentence at the end of a section and return its row."""
        places = [place for place, one in enumerate(self._rows) if one.section.key == section.key]
        place = places[-1] + 1 if places else len(self._rows)
        self.beginInsertRows(QModelIndex(), place, place)
        new = Sentence(NEW, section.key, "", is_own=True)
        self._rows.insert(place, TextRow(RowKind.SENTENCE, section, new))
        self.endInsertRows()
        return self.index(place)

    def drop_new(self) -> None:
        """Take the sentence out again that was to be added."""
        found = self.place_of(NEW)
        if found.isValid():
            self.beginRemoveRows(QModelIndex(), found.row(), found.row())
            del self._rows[found.row()]
            self.endRemoveRows()

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Show what was typed until the written text comes back; nothing is offered for it."""
        row = self._rows[index.row()]
        if role != _EDIT or row.sentence is None:
            return False
        typed = replace(row.sentence, text=str(value), is_own=True, offered=None, changed=())
        self._rows[index.row()] = replace(row, sentence=typed)
        self.dataChanged.emit(index, index)
        self.typed.emit(row, str(value))
        return True

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words for who sees it and who hears it."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if row.kind is RowKind.OFFER else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole and row.sentence is not None:
            return spoken(row.sentence, is_offer=row.kind is RowKind.OFFER)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let sentences be walked to and, in a report that was not sent, be edited."""
        row = self.row(index)
        if row is None or row.kind is not RowKind.SENTENCE:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self.is_frozen else usual | Qt.ItemFlag.ItemIsEditable
