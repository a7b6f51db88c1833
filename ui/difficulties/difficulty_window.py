"""The difficulties of a year as a list: found, answered, added, followed to their tasks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from tthc_desktop.domain.reporting.difficulties import ToldDifficulty
from ui.difficulties.difficulty_rows import (
    ANSWER,
    ANSWERED,
    HEADINGS,
    RAISED,
    TASK,
    TEXT,
    WHO,
    Asked,
    asked_for,
    cells_of,
    count_words,
)
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit, name_choices
from ui.plan_life.form_dialog import sentence
from ui.plan_life.wrapped_tree import WrappedTree

_SIZE, _LARGEST = QSize(1180, 600), QSize(1226, 642)
_ROUND = QSize(16, 12)
_PADDING = 16
_ROLE = Qt.ItemDataRole.UserRole
_WHO_WIDTH, _TASK_WIDTH, _WIDE = 130, 210, 860
_EVERY_UNIT = "Mọi phòng, đơn vị"


class DifficultyWindow(QDialog):
    """Stays open; every act is asked for by signal and comes back through `show_told`."""

    answer_asked = Signal(object)
    entry_asked = Signal(object)
    remove_asked = Signal(object)
    task_asked = Signal(object)
    export_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, year: int, parent: QWidget | None = None, *, can_write: bool) -> None:
        """Make an empty list of *year*."""
        super().__init__(parent)
        self.setWindowTitle(f"Khó khăn, vướng mắc năm {year}")
        self._can_write = can_write
        self._told: tuple[ToldDifficulty, ...] = ()
        self.search = line_edit("Tìm khó khăn, vướng mắc", hint="Tìm theo chữ, không cần dấu")
        self.state, self.unit = QComboBox(), QComboBox()
        name_choices(self.state, "Trạng thái trả lời")
        name_choices(self.unit, "Phòng, đơn vị")
        self.state.addItems([one.value for one in Asked])
        self.unit.addItem(_EVERY_UNIT, "")
        self.tree = WrappedTree("Khó khăn, vướng mắc", HEADINGS, TEXT, ANSWER)
        self.tree.setAllColumnsShowFocus(True)
        self.said = sentence(is_secondary=True)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._enable()
        self.resize(self.sizeHint())
        self.search.setFocus()

    @property
    def current(self) -> ToldDifficulty | None:
        """The difficulty one stands at."""
        found = self.tree.currentIndex().siblingAtColumn(0).data(_ROLE)
        return found if isinstance(found, ToldDifficulty) else None

    def sizeHint(self) -> QSize:
        """Return the usual size, or what the window behind has room for."""
        usual = QSize(theme.scaled(_SIZE.width()), theme.scaled(_SIZE.height()))
        parent = self.parentWidget()
        room = parent.window().size() - _ROUND if parent is not None else _LARGEST
        return usual.boundedTo(room).boundedTo(_LARGEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is read the most room; days stand in it only where it is wide."""
        super().resizeEvent(event)
        room = self.width() - 2 * _PADDING
        for column, usual, share in ((WHO, _WHO_WIDTH, 0.18), (TASK, _TASK_WIDTH, 0.24)):
            self.tree.limit(column, round(min(theme.scaled(usual), room * share)))
        for column in (RAISED, ANSWERED):
            self.tree.setColumnHidden(column, room < theme.scaled(_WIDE))

    def show_told(self, told: tuple[ToldDifficulty, ...]) -> None:
        """Show what is told now, and stand where one stood."""
        self._told = told
        chosen = self.unit.currentData()
        self.unit.blockSignals(True)
        self.unit.clear()
        self.unit.addItem(_EVERY_UNIT, "")
        for name in dict.fromkeys(one.who for one in told if one.who):
            self.unit.addItem(name, name)
        self.unit.setCurrentIndex(max(self.unit.findData(chosen), 0))
        self.unit.blockSignals(False)
        self._show()

    def _show(self) -> None:
        stood = self.current.key if self.current else ""
        asked = list(Asked)[self.state.currentIndex()]
        shown = asked_for(self._told, asked, self.unit.currentData(), self.search.text())
        self.tree.clear()
        amber = QBrush(theme.caution(self.palette())[0])
        for one in shown:
            item = QTreeWidgetItem(cells_of(one))
            item.setData(0, _ROLE, one)
            item.setToolTip(TASK, one.task)
            item.setToolTip(ANSWER, item.text(ANSWERED))
            if not one.is_answered:
                item.setForeground(ANSWER, amber)
            self.tree.addTopLevelItem(item)
            if one.key == stood:
                self.tree.setCurrentItem(item)
        if self.tree.currentItem() is None and (first := self.tree.topLevelItem(0)):
            self.tree.setCurrentItem(first)
        self.said.setText(count_words(self._told, len(shown)))
        self._enable()

    def _enable(self) -> None:
        current = self.current
        may = self._can_write and current is not None
        self.answer.setEnabled(may)
        self.task.setEnabled(current is not None and current.place is not None)
        is_entry = current is not None and current.entry is not None
        self.edit.setEnabled(may and is_entry)
        self.remove.setEnabled(may and is_entry)
        self.add.setEnabled(self._can_write)
        self.export.setEnabled(bool(self._told))

    def _ask(self, signal: str) -> None:
        if self.current is not None and getattr(self, signal.removesuffix("_asked")).isEnabled():
            getattr(self, signal).emit(self.current)

    def _edit(self) -> None:
        if self.current is not None and self.current.entry is not None:
            self.entry_asked.emit(self.current.entry)

    def _make_buttons(self) -> None:
        plain = ButtonKind.PLAIN
        self.task = AppButton("Đến nhiệm vụ", plain)
        self.export = AppButton("Xuất Excel…", plain)
        self.edit = AppButton("Sửa…", plain)
        self.remove = AppButton("Bỏ", plain)
        self.leave = AppButton("Đóng", plain)
        self.add = AppButton("Thêm…", plain)
        self.answer = AppButton("Trả lời…", ButtonKind.MAIN)
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _buttons(self) -> tuple[AppButton, ...]:
        return (
            self.task, self.export, self.edit, self.remove, self.leave, self.add, self.answer,
        )  # fmt: skip

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._show())
        self.state.currentIndexChanged.connect(lambda _: self._show())
        self.unit.currentIndexChanged.connect(lambda _: self._show())
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        self.tree.itemActivated.connect(lambda *_: self._ask("answer_asked"))
        self.answer.clicked.connect(lambda: self._ask("answer_asked"))
        self.task.clicked.connect(lambda: self._ask("task_asked"))
        self.remove.clicked.connect(lambda: self._ask("remove_asked"))
        self.edit.clicked.connect(self._edit)
        self.add.clicked.connect(lambda: self.entry_asked.emit(None))
        self.export.clicked.connect(self.export_asked)
        self.leave.clicked.connect(self.reject)
        for keys, signal in (("Ctrl+Z", self.undo_asked), ("Ctrl+Y", self.redo_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.search, 1)
        for box in (self.state, self.unit):
            box.setMinimumHeight(self.search.minimumHeight())
            head.addWidget(box)
        foot = QHBoxLayout()
        for button in self._buttons()[:4]:
            foot.addWidget(button)
        foot.addStretch(1)
        for button in self._buttons()[4:]:
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, 10)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.said)
        layout.addLayout(foot)
