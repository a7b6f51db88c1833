"""Nhận phiếu: the files at the left, at the right what each would change, before it is written."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.panes import ThinLine
from ui.sheets.file_list import entry_of
from ui.sheets.merge_panes import FilePane, FilesPane, Foot
from ui.sheets.merge_view import FileChoices, MergeFile
from ui.sheets.sheet_drops import SheetDrops

_USUAL = QSize(1226, 620)
_LARGEST = QSize(1326, 642)
_ROUND = QSize(16, 12)
_LEFT_WIDTH = 252
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOTHING, _NOTE = "Không có gì để nhận", "Ghi nhận đã trả lời"


class MergeDialog(QDialog):
    """Nothing is written before the filled button, which takes the file that is looked at.

    `take_asked` carries that file's choices, `files_asked` and `folder_asked` want more files,
    `add_asked` (file, place of the row) wants a new row in the plan, `compare_asked` the whole
    as a file.
    """

    take_asked = Signal(object)
    add_asked = Signal(object, int)
    compare_asked = Signal()
    files_asked = Signal()
    folder_asked = Signal()
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the dialog without files."""
        super().__init__(parent)
        self.setWindowTitle("Nhận phiếu tiến độ")
        self._choices: list[FileChoices] = []
        self._taken: dict[str, str] = {}
        self._seen: set[str] = set()
        self._is_waiting = self._has_added = False
        self.files, self.file, self.foot = FilesPane(), FilePane(), Foot()
        self.table, self.list = self.file.table, self.files.list
        self.take, self.leave = self.foot.take, self.foot.leave
        self._lay_out()
        self.list.file_chosen.connect(self._show_file)
        self.files.add_files.clicked.connect(lambda *_: self.files_asked.emit())
        self.files.add_folder.clicked.connect(lambda *_: self.folder_asked.emit())
        self.table.chosen.connect(self._weigh)
        self.table.moved.connect(self._weigh)
        self.take.clicked.connect(self._take)
        self.foot.add.clicked.connect(lambda *_: self._add())
        self.foot.compare.clicked.connect(lambda *_: self.compare_asked.emit())
        self.leave.clicked.connect(self.reject)
        SheetDrops(self).dropped.connect(self.files_dropped)
        self.resize(self.sizeHint())

    @property
    def current(self) -> FileChoices | None:
        """The file that is looked at, with what was chosen of it."""
        place = self.list.currentIndex().row()
        return self._choices[place] if 0 <= place < len(self._choices) else None

    @property
    def shown_files(self) -> tuple[MergeFile, ...]:
        """The files in the order of the list."""
        return tuple(one.file for one in self._choices)

    @property
    def compared(self) -> tuple[tuple[FileChoices, str], ...]:
        """The files as chosen so far, each with what was said when it was taken ("": not yet)."""
        return tuple((one, self._taken.get(one.file.key, "")) for one in self._choices)

    def put_files(self, files: Iterable[MergeFile]) -> None:
        """Add files; one that is there already is shown as it is now."""
        known = {one.file.key: place for place, one in enumerate(self._choices)}
        first = -1
        for file in files:
            place = known.get(file.key, len(self._choices))
            if place == len(self._choices):
                self._choices.append(FileChoices(file))
                known[file.key] = place
            else:
                self._choices[place] = FileChoices(file)
            self.list.set_entry(place, entry_of(file, self._taken.get(file.key, "")))
            first = place if first < 0 else first
        shown = self.list.currentIndex().row()
        if shown < 0:
            self._go_on(0)
        else:
            self._show_file(shown)

    def mark_taken(self, key: str, words: str) -> None:
        """Say that a file was taken and go on to the next that has something to take."""
        self.wait(is_over=True)
        self._taken[key] = words
        for place, one in enumerate(self._choices):
            if one.file.key == key:
                self.list.set_entry(place, entry_of(one.file, words))
                self.leave.setText("Đóng")
                self._go_on(place)

    def say_added(self, key: str, place: int, words: str) -> None:
        """Say at a new row of a file that its task stands in the plan now."""
        for one in self._choices:
            if one.file.key != key:
                continue
            if one is self.current:
                self.table.say_added(place, words)
            else:
                one.say_added(place, words)
        self._has_added = True
        self._weigh()

    def was_taken(self, key: str) -> bool:
        """Whether a file was taken already."""
        return key in self._taken

    def reject(self) -> None:
        """Leave, but not while something is being written: what came of it is still to be told."""
        if not self._is_waiting:
            super().reject()

    def wait(self, *, is_over: bool) -> None:
        """Take no second press of the filled button while the first is being worked on."""
        self._is_waiting = not is_over
        self._weigh()

    @property
    def is_done(self) -> bool:
        """Whether every file was looked at and none is left to be taken."""
        left = any(self._is_open(one) or one.file.key not in self._seen for one in self._choices)
        return not left

    def sizeHint(self) -> QSize:
        """Return the usual size, or what the parent has room for."""
        usual = QSize(theme.scaled(_USUAL.width()), theme.scaled(_USUAL.height()))
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else _LARGEST
        return usual.boundedTo(room - _ROUND).boundedTo(_LARGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do the act: nothing is typed here."""
        if event.key() in _ENTER:
            if self.take.isEnabled():
                self.take.click()
            return
        super().keyPressEvent(event)

    def _is_open(self, one: FileChoices) -> bool:
        return not self.was_taken(one.file.key) and (one.file.has_news or one.file.can_be_noted)

    def _go_on(self, place: int) -> None:
        """Choose the next file that has something, from *place* on and round; else stay."""
        count = len(self._choices)
        order = [(place + step) % count for step in range(count)]
        found = next((one for one in order if self._is_open(self._choices[one])), place)
        if self.list.currentIndex().row() == found:
            self._show_file(found)
        else:
            self.list.choose(found)
        self.table.setFocus()

    def _show_file(self, place: int) -> None:
        choices = self._choices[place]
        self._seen.add(choices.file.key)
        self.file.show_file(choices, self._taken.get(choices.file.key, ""))
        self.files.say_sent(choices.file.sent_words)
        self._weigh()

    def _weigh(self) -> None:
        one = self.current
        is_open = one is not None and self._is_open(one)
        count = one.taken if one is not None and is_open else 0
        is_noted = one is not None and is_open and one.file.can_be_noted
        words = _NOTE if is_noted else _NOTHING
        self.take.setText(f"Nhận {count} thay đổi" if count else words)
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(bool(count or is_noted) and not self._is_waiting)
        self.take.updateGeometry()
        self.foot.add.setVisible(self._new_row >= 0)
        self.foot.compare.setEnabled(bool(self._choices))
        has_written = bool(self._taken) or self._has_added
        self.foot.say(one.left if one is not None and is_open else 0, has_taken=has_written)

    @property
    def _new_row(self) -> int:
        """The place of the new row that is looked at, -1 where there is none."""
        one, line = self.current, self.table.current_line
        is_open = one is not None and not self.was_taken(one.file.key)
        if not is_open or line is None or line.row is None or line.row.new_task is None:
            return -1
        return line.place

    def _add(self) -> None:
        one, place = self.current, self._new_row
        if one is not None and place >= 0:
            self.add_asked.emit(one.file, place)

    def _take(self) -> None:
        one = self.current
        if one is not None and not self._is_waiting:
            self.wait(is_over=False)
            self.take_asked.emit(one)

    def _lay_out(self) -> None:
        self.files.setFixedWidth(theme.scaled(_LEFT_WIDTH))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.files)
        middle.addWidget(ThinLine(Qt.Orientation.Vertical))
        middle.addWidget(self.file, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addWidget(self.foot)
