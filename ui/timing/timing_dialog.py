"""Sửa cách hiểu thời gian: clauses are chosen, what falls due is seen at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.domain.occurrences import ReportCalendar, plan_occurrences
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.domain.timing import Clause, ContinuousClause, EmptyClause, Schedule, WordsClause
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.domain.timing_words.writing import words_of
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.use_cases.timing import is_unknown
from ui.details.field import Field
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.plan_life.form_dialog import FormDialog, sentence, strong
from ui.timing.clause_editor import ClauseEditor
from ui.timing.clause_kinds import clause_words
from ui.timing.due_preview import due_words

_LIST_LINES = 5
_KEEP = "Giữ nguyên văn"
_WRITE = "Ghi lại thành"
_CUT = 90


class TimingDialog(FormDialog):
    """Agreed to, it carries the schedule and whether the words stay."""

    agreed = Signal(object, bool)
    read_asked = Signal()

    def __init__(
        self,
        row: NumberedTask,
        year: int,
        working_days: WorkingDays,
        calendar: ReportCalendar,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Show how the timing of a task is understood."""
        super().__init__("Sửa cách hiểu thời gian", "Dùng cách hiểu này", parent, width=860)
        task = row.task
        self._task, self._year, self._days = task, year, working_days
        self._calendar = calendar
        present = task.schedule.clauses or (EmptyClause(),)
        self._clauses: list[Clause] = list(present)
        self.list = QListWidget()
        self.list.setAccessibleName("Các phần của thời gian")
        self.list.setMinimumHeight(_LIST_LINES * (theme.line_height(self.font()) + 6))
        self.editor = ClauseEditor(today)
        self.add = AppButton("Thêm phần", ButtonKind.PLAIN, icon="plus")
        self.remove = AppButton("Bỏ phần này", ButtonKind.PLAIN)
        self.read = AppButton("Hiểu lại theo chữ", ButtonKind.LINK)
        for button in (self.add, self.remove, self.read):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keep, self.write = QRadioButton(), QRadioButton()
        self.keep.setText(f"{_KEEP}: “{_cut(task.timing)}”" if task.timing else _KEEP)
        self.keep.setChecked(bool(task.timing))
        self.write.setChecked(not task.timing)
        self.due = sentence()
        self._put_fields(f"{row.number}. {_cut(task.content)}")
        self._connect()
        self._fill(0)
        self.fit()
        self.list.setFocus()

    @property
    def schedule(self) -> Schedule:
        """The schedule as it is chosen."""
        return Schedule(tuple(self._clauses))

    def agree(self) -> None:
        """Close with the schedule; where something is missing its field says what."""
        if self.editor.clause is None:
            return
        self.accept()
        self.agreed.emit(self.schedule, self.keep.isChecked())

    def _fill(self, current: int) -> None:
        """Show the clauses anew and stand at one of them."""
        blocked = self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([clause_words(one, self._task.content) for one in self._clauses])
        self.list.setCurrentRow(current)
        self.list.blockSignals(blocked)
        self._show(current)

    def _show(self, current: int) -> None:
        if current >= 0:
            self.editor.show_clause(self._clauses[current])
        self._tell()

    def _on_edited(self) -> None:
        clause, current = self.editor.clause, self.list.currentRow()
        if clause is not None and current >= 0:
            self._clauses[current] = clause
            self.list.item(current).setText(clause_words(clause, self._task.content))
        self._tell()

    def _tell(self) -> None:
        """Say what follows from what is chosen: the words, and the days of the year."""
        schedule = self.schedule
        words = words_of(schedule, self._task.content)
        self.write.setText(f"{_WRITE}: “{_cut(words)}”" if words else _WRITE)
        occurrences = plan_occurrences(schedule, self._year, self._days, self._calendar)
        self.due.setText(due_words(occurrences, self._year))
        self.remove.setEnabled(len(self._clauses) > 1)
        self.main.setEnabled(all(map(_is_settled, self._clauses)))

    def _add(self) -> None:
        self._clauses.append(ContinuousClause())
        self._fill(len(self._clauses) - 1)
        self.editor.kind.setFocus()

    def _remove(self) -> None:
        current = self.list.currentRow()
        if current >= 0 and len(self._clauses) > 1:
            del self._clauses[current]
            self._fill(min(current, len(self._clauses) - 1))
            self.list.setFocus()

    def _read(self) -> None:
        self.accept()
        self.read_asked.emit()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.editor.changed.connect(self._on_edited)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.read.clicked.connect(self._read)

    def _put_fields(self, title: str) -> None:
        left, buttons = QVBoxLayout(), QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        left.setSpacing(8)
        left.addWidget(Field("Các phần của thời gian", self.list), 1)
        left.addLayout(buttons)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 4)
        columns.addWidget(self.editor, 5)
        self.content.addWidget(strong(title))
        self.content.addLayout(columns, 1)
        self.content.addWidget(strong(f"Đến hạn trong năm {self._year}"))
        self.content.addWidget(self.due)
        self.content.addWidget(strong("Chữ trong kế hoạch"))
        self.content.addWidget(self.keep)
        self.content.addWidget(self.write)
        self.foot.insertWidget(0, self.read)
        self.read.setVisible(bool(self._task.timing) and self._can_be_read())

    def _can_be_read(self) -> bool:
        """Whether a person chose, or an older version did not understand what is understood now."""
        task = self._task
        if task.schedule.overridden or not is_unknown(task.schedule):
            return task.schedule.overridden
        return task.schedule != read_timing(task.timing, self._year, task.content)


def _is_settled(clause: Clause) -> bool:
    is_unknown = isinstance(clause, WordsClause) and clause.kind == "unknown"
    return not is_unknown and not isinstance(clause, EmptyClause)


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _CUT else f"{line[:_CUT].rsplit(' ', 1)[0]}…"
