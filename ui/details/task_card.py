"""One task: its words, what its timing means, its periods, the units of one, and the entry."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.schedule_words import schedule_words
from tthc_desktop.domain.target_words import target_words
from tthc_desktop.domain.task import Task
from ui.details.clamped_text import ClampedText
from ui.details.line_list import LineList
from ui.details.occurrence_lines import (
    done_words,
    occurrence_lines,
    pressing_occurrence,
    unit_lines,
    units_words,
)
from ui.details.result_entry import Recorder, ResultEntry
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.panes import ThinLine

_CONTENT_LINES = 4
_MOST_PERIODS = 4
_MOST_UNITS = 4
_ALL = "Xem hết nội dung"
_LESS = "Thu gọn"
_NO_TARGET, _TARGET = "Thêm chỉ tiêu…", "Sửa chỉ tiêu…"


class TaskCard(QWidget):
    """Follows the plan; the chosen period stays the chosen one."""

    occurrence_chosen = Signal(str)
    target_asked = Signal()

    def __init__(self, record: Recorder, parent: QWidget | None = None) -> None:
        """Make a card of nothing; *record* writes a result."""
        super().__init__(parent)
        self._today = date.min
        self._progress: PlanProgress | None = None
        self._task: Task | None = None
        self.content = ClampedText(_CONTENT_LINES)
        self.more = AppButton(_ALL, ButtonKind.LINK)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.timing = QLabel(wordWrap=True)
        self.target = QLabel(wordWrap=True)
        self.write_target = AppButton(_NO_TARGET, ButtonKind.LINK)
        self.write_target.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.count = QLabel()
        self._periods_title = _small("Các kỳ")
        self.periods = LineList("Các kỳ", _MOST_PERIODS)
        self._units_title = _small("")
        self.units = LineList("Các phòng của kỳ", _MOST_UNITS)
        self.entry = ResultEntry(record)
        self._lay_out()
        self.more.clicked.connect(self._toggle)
        self.write_target.clicked.connect(self.target_asked)
        self.content.fits_changed.connect(self._offer_more)
        self.periods.line_chosen.connect(self._on_period)
        self.units.line_chosen.connect(self.entry.choose_unit)
        self.entry.unit_chosen.connect(self._on_unit)

    @property
    def task(self) -> Task | None:
        """The task that is shown."""
        return self._task

    @property
    def occurrence(self) -> Occurrence | None:
        """The chosen period."""
        if self._progress is None or self._task is None:
            return None
        known = {one.id: one for one in self._progress.of_task(self._task)}
        return known.get(self.periods.chosen)

    def show_task(self, progress: PlanProgress, task: Task, today: date) -> None:
        """Show a task as it is now."""
        is_other = self._task is None or self._task.id != task.id
        wanted = "" if is_other else self.periods.chosen
        self._progress, self._task, self._today = progress, task, today
        if is_other or self.content.text != task.content:
            self.content.say(task.content)
            self._offer_more()
        self.timing.setText(schedule_words(task.schedule))
        self.target.setText(f"Chỉ tiêu: {target_words(task.target)}" if task.target else "")
        self.target.setVisible(task.target is not None)
        self.write_target.setText(_TARGET if task.target else _NO_TARGET)
        self.write_target.setAccessibleName(self.write_target.text())
        self.write_target.updateGeometry()
        lines = occurrence_lines(progress, task, today)
        if wanted not in {one.id for one in lines}:
            pressing = pressing_occurrence(progress, task, today)
            wanted = pressing.id if pressing else ""
        self._periods_title.setText(f"Các kỳ năm {progress.plan.year}")
        self.count.setText(done_words(lines) if lines else "")
        self.periods.set_lines(lines, wanted)
        self._show_occurrence()

    def _on_period(self, occurrence_id: str) -> None:
        self._show_occurrence()
        self.occurrence_chosen.emit(occurrence_id)

    def _on_unit(self, unit: str) -> None:
        self.units.blockSignals(True)
        self.units.clearSelection()
        self.units.choose(unit)
        self.units.blockSignals(False)

    def _show_occurrence(self) -> None:
        progress, task, occurrence = self._progress, self._task, self.occurrence
        has_period = progress is not None and task is not None and occurrence is not None
        self.entry.setVisible(has_period)
        self.periods.setVisible(has_period)
        if progress is None or task is None or occurrence is None:
            self._show_units("", False)
            return
        self.entry.show_occurrence(progress, task, occurrence, self._today)
        words = units_words(progress, task, occurrence)
        self._show_units(words, bool(words))
        if words:
            lines = unit_lines(progress, task, occurrence, self._today)
            self.units.set_lines(lines, self.entry.unit or "")

    def _show_units(self, words: str, are_shown: bool) -> None:
        self._units_title.setText(words)
        self._units_title.setVisible(are_shown)
        self.units.setVisible(are_shown)

    def _toggle(self) -> None:
        is_whole = self.more.text() == _ALL
        self.more.setText(_LESS if is_whole else _ALL)
        self.more.setAccessibleName(self.more.text())
        self.more.updateGeometry()
        self.content.show_whole(is_whole=is_whole)

    def _offer_more(self) -> None:
        self.more.setVisible(self.content.is_cut)
        if not self.content.is_cut and self.more.text() != _ALL:
            self.more.setText(_ALL)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.content)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addWidget(_small("Thời gian, hiểu là"))
        layout.addWidget(self.timing)
        layout.addWidget(self.target)
        layout.addWidget(self.write_target, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        head = QHBoxLayout()
        head.addWidget(self._periods_title, 1)
        self.count.setFont(theme.font(theme.HEADER_PT))
        theme.make_secondary(self.count)
        head.addWidget(self.count)
        layout.addLayout(head)
        layout.addWidget(self.periods)
        layout.addWidget(self._units_title)
        layout.addWidget(self.units)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addWidget(self.entry)


def _small(words: str) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.font(theme.HEADER_PT, strong=True))
    theme.make_secondary(label)
    return label
