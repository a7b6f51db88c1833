"""The pane at the right of the task table: one task, several, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.use_cases import task_acts
from ui.details.bulk_entry import BulkEntry
from ui.details.task_card import TaskCard
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.session.plan_editor import PlanEditor
from ui.tasks.task_columns import Column, Field
from ui.tasks.task_rows import RowKind, TaskRow

WIDTH = 288
_SIDE = 12
_NONE_CHOSEN = "Chọn một nhiệm vụ trong bảng để xem các kỳ và ghi kết quả."
_GROUP_CHOSEN = "Đây là nhóm việc. Kết quả ghi ở từng nhiệm vụ của nhóm."


class DetailsPane(QWidget):
    """Shows what is chosen in the table; writes through the editor."""

    history_asked = Signal(str)
    close_asked = Signal()
    recorded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a pane of nothing, which `follow` lets write."""
        super().__init__(parent)
        self._today = date.min
        self._editor: PlanEditor | None = None
        self._rows: tuple[TaskRow, ...] = ()
        self._title = QLabel()
        self._title.setFont(theme.font(theme.TITLE_PT, strong=True))
        self.history = _icon_button("Lịch sử nhiệm vụ", "history")
        self.close_button = _icon_button("Đóng khung bên phải", "close")
        self.card = TaskCard(self._record)
        self.bulk = BulkEntry(self._set_cells)
        self._hint = QLabel(wordWrap=True)
        theme.make_secondary(self._hint)
        self._kinds = QStackedWidget()
        self._lay_out()
        self.history.clicked.connect(self._ask_history)
        self.close_button.clicked.connect(self._ask_close)
        self.show_rows(())

    def follow(self, editor: PlanEditor) -> None:
        """Show the plan of *editor* and write through it."""
        self._editor = editor

    @property
    def title(self) -> str:
        """What the pane is about."""
        return self._title.text()

    def show_rows(self, rows: Sequence[TaskRow]) -> None:
        """Show the rows chosen in the table, as they are now."""
        self._rows = tuple(rows)
        self._refresh()

    def show_plan(self, today: date) -> None:
        """Another plan is open: what was typed for the last one is forgotten."""
        self._today = today
        self.card.entry.forget()
        self.show_rows(())

    def _refresh(self) -> None:
        progress = self._editor.progress if self._editor else None
        tasks = [row for row in self._rows if row.kind is RowKind.TASK]
        task = tasks[0].task if len(tasks) == 1 else None
        self.history.setVisible(len(self._rows) == 1)
        if progress is None or not self._rows:
            self._show_hint("Chi tiết", _NONE_CHOSEN)
        elif len(tasks) > 1:
            self._show_bulk(progress, len(tasks))
        elif task is not None:
            self._show_task(progress, task, tasks[0].words.get(Column.NUMBER, ""))
        else:
            number = self._rows[0].words.get(Column.NUMBER, "")
            self._show_hint(f"Nhóm việc {number}".strip(), _GROUP_CHOSEN)

    def take_focus(self) -> None:
        """Let the keys go to what can be filled in."""
        if self._kinds.currentIndex() == 0:
            self.card.entry.take_focus()
            self._scroll_to(self.card.entry.y())
        elif self._kinds.currentIndex() == 1:
            self.bulk.take_focus()

    def _scroll_to(self, top: int) -> None:
        area = self._kinds.currentWidget()
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(top)

    def ask(self) -> None:
        """Record what was typed, or let the keys go where it is to be typed."""
        is_task = self._kinds.currentIndex() == 0
        if is_task and self.card.entry.is_changed:
            self.card.entry.ask()
        else:
            self.take_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the white ground and the line at the left."""
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), paints.surf)
        painter.fillRect(0, 0, 1, self.height(), paints.line)

    def _show_task(self, progress: PlanProgress, task: Task, number: str) -> None:
        is_other = self.card.task is None or self.card.task.id != task.id
        self._title.setText(f"Nhiệm vụ {number}")
        self.card.show_task(progress, task, self._today)
        self.card.entry.setEnabled(self._can_write)
        self._kinds.setCurrentIndex(0)
        if is_other:
            self._scroll_to(0)

    def _show_hint(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._hint.setText(words)
        self._kinds.setCurrentIndex(2)

    def _show_bulk(self, progress: PlanProgress, count: int) -> None:
        self._title.setText(f"Sửa {count} nhiệm vụ")
        self.bulk.offer(count, tuple(one.name for one in progress.directory.respondents))
        self._kinds.setCurrentIndex(1)

    def _ask_history(self) -> None:
        if len(self._rows) == 1:
            self.history_asked.emit(self._rows[0].id)

    @property
    def _can_write(self) -> bool:
        return self._editor is not None and not self._editor.read_only

    def _ask_close(self) -> None:
        self.close_asked.emit()

    def _record(self, occurrence: Occurrence, unit: str | None, value: Record) -> bool:
        def act(progress: PlanProgress) -> TaskEdit:
            known = {one.id: one for one in progress.occurrences[occurrence.task_id]}
            return task_acts.record(progress, known.get(occurrence.id, occurrence), unit, value)

        is_done = self._editor is not None and self._editor.do(act)
        if is_done:
            self.recorded.emit()
        return is_done

    def _set_cells(self, cells: Mapping[Field, str]) -> bool:
        ids = [row.id for row in self._rows if row.kind is RowKind.TASK]
        words = f"sửa {len(ids)} nhiệm vụ"
        wanted = dict.fromkeys(ids, cells)
        if self._editor is None:
            return False
        return self._editor.do(lambda progress: task_acts.set_cells(progress, wanted, words))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 6, 4, 0)
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        head.addWidget(self.history)
        head.addWidget(self.close_button)
        for content in (self.card, self.bulk, self._hint):
            self._kinds.addWidget(_scrolled(content))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._kinds, 1)


def _icon_button(words: str, icon: str) -> AppButton:
    button = AppButton(words, ButtonKind.BAR, icon=icon)
    button.hide_words()
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _scrolled(content: QWidget) -> QScrollArea:
    room = QWidget()
    layout = QVBoxLayout(room)
    layout.setContentsMargins(_SIDE, 4, _SIDE, _SIDE)
    layout.addWidget(content)
    layout.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(room)
    for one in (area.viewport(), room):
        one.setAutoFillBackground(False)
    return area
