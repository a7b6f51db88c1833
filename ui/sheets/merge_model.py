"""The lines of the merge screen: a heading a part, its cells, and how many more there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.sheets.merge_view import FileChoices, MergeFile, MergeRow, Part, Side

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
SIDE_ROLE = Qt.ItemDataRole.UserRole + 1
# Longer lists are folded, so that the next part stays in sight; each asking shows some more.
_SHOWN_FOLDED = {Part.CONFLICT: 100, Part.CHANGE: 4, Part.REFUSED: 20}
_MORE = 200
# Fewer than these are not worth a line that folds them.
_SPARE = 2
_MORE_WORDS = {Part.CONFLICT: "chỗ cần chọn", Part.CHANGE: "thay đổi", Part.REFUSED: "ô"}
_NONE = QModelIndex()


class MergeColumn(IntEnum):
    """The columns: always as sent, as returned, as in the office now."""

    NUMBER = 0
    CELL = 1
    SENT = 2
    RETURNED = 3
    OFFICE = 4
    TAKE = 5


HEADINGS = ("STT", "Nội dung, ô", "Lúc gửi đi", "Phòng trả về", "Hiện nay tại Sở", "Lấy")
PART_WORDS = {
    Part.CONFLICT: ("Cần chọn: hai bên cùng sửa", "bấm vào ô muốn giữ, hoặc phím ← →"),
    Part.CHANGE: ("Sẽ nhận", "chỉ những ô phòng đã sửa"),
    Part.REFUSED: ("Không nhận được", "giữ nguyên số liệu của Sở"),
}


class LineKind(Enum):
    """What a line of the table is."""

    HEADING = "heading"
    CELL = "cell"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `place` is that of its row in the file, `count` the heading's or what is folded."""

    kind: LineKind
    part: Part
    place: int = -1
    count: int = 0
    row: MergeRow | None = None


class MergeModel(QAbstractTableModel):
    """Shows one file with its choices, and changes these."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._choices = FileChoices(MergeFile("", ""))
        self._lines: tuple[Line, ...] = ()
        self._most = dict(_SHOWN_FOLDED)

    @property
    def choices(self) -> FileChoices:
        """What is shown."""
        return self._choices

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the table."""
        return self._lines

    def show_file(self, choices: FileChoices) -> None:
        """Show another file."""
        self._choices, self._most = choices, dict(_SHOWN_FOLDED)
        self._rebuild()

    def unfold(self, part: Part) -> None:
        """Show more of a part."""
        self._most[part] += _MORE
        self._rebuild()

    def say_added(self, line: int, words: str) -> None:
        """Say that the task of a new row stands in the plan now."""
        self._choices.say_added(self._lines[line].place, words)
        self._rebuild()

    def choose(self, line: int, side: Side | None) -> None:
        """Choose a side of a line, or turn it (None)."""
        place = self._lines[line].place
        if place < 0:
            return
        if side is None:
            self._choices.turn(place)
        else:
            self._choices.choose(place, side)
        self.dataChanged.emit(self.index(line, 0), self.index(line, len(HEADINGS) - 1))

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be chosen; headings are passed by."""
        if index.isValid() and self._lines[index.row()].kind is LineKind.HEADING:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return words, the line, or the side that is chosen."""
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == SIDE_ROLE:
            return self._choices.side(line.place)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, MergeColumn(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and line.row is not None:
            return self._words(line, MergeColumn(index.column())) or None
        return None

    def _words(self, line: Line, column: MergeColumn) -> str:
        if line.kind is LineKind.HEADING:
            return f"{PART_WORDS[line.part][0]}: {line.count}" if column == 0 else ""
        if line.row is None:
            words = f"Xem thêm {line.count} {_MORE_WORDS[line.part]}"
            return words if column is MergeColumn.CELL else ""
        row = line.row
        return {
            MergeColumn.NUMBER: row.number or "–",
            MergeColumn.CELL: "\n".join(filter(None, (row.title, row.detail))),
            MergeColumn.SENT: row.sent,
            MergeColumn.RETURNED: row.returned,
            MergeColumn.OFFICE: row.said if row.part is Part.REFUSED else row.office,
            MergeColumn.TAKE: self._taken(line, row),
        }[column]

    def _taken(self, line: Line, row: MergeRow) -> str:
        side = self._choices.side(line.place)
        if row.part is Part.REFUSED:
            return ""
        if row.part is Part.CONFLICT:
            words = {Side.RETURNED: "Lấy của phòng", Side.OFFICE: "Giữ của Sở"}
            return words.get(side, "Chưa chọn")
        return "Nhận" if side is Side.RETURNED else "Không nhận"

    def _rebuild(self) -> None:
        self.beginResetModel()
        lines: list[Line] = []
        for part in Part:
            lines.extend(self._lines_of(part))
        self._lines = tuple(lines)
        self.endResetModel()

    def _lines_of(self, part: Part) -> list[Line]:
        file = self._choices.file
        places = file.of_part(part)
        if not places:
            return []
        shown, folded, most = places, 0, self._most[part]
        if len(places) > most + _SPARE:
            # What must be confirmed comes before what needs nobody.
            unsure = tuple(one for one in places if file.rows[one].likeness)
            sure = tuple(one for one in places if not file.rows[one].likeness)
            shown = (*unsure, *sure)[: max(most, min(len(unsure), _MORE))]
            folded = len(places) - len(shown)
        lines = [Line(LineKind.HEADING, part, count=len(places))]
        lines += [Line(LineKind.CELL, part, one, row=file.rows[one]) for one in shown]
        return lines + ([Line(LineKind.MORE, part, count=folded)] if folded else [])
