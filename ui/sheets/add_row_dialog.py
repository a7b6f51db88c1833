"""Thêm vào kế hoạch: the row that a unit added, its words, time and place, before it is a task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tthc_desktop.vietnamese_text import clean_line
from ui.details.entry_fields import field_height
from ui.details.field import Field
from ui.kit.text_fields import line_edit, name_choices
from ui.plan_life.form_dialog import FormDialog, sentence, text_edit
from ui.sheets.merge_view import NewTask

if TYPE_CHECKING:
    from tthc_desktop.domain.task_tree import TaskPlace
    from tthc_desktop.use_cases.assigned_tasks import AssignedPlace

_EMPTY = "Nội dung nhiệm vụ không được để trống."
_LEAD, _NO_LEAD = "Chủ trì: {}.", "Chưa có đơn vị chủ trì."
_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_LETTERS = 30
_ALONE = "Kết quả ghi ở dòng này không nhận theo; cần thì ghi ở tab Nhiệm vụ."


@dataclass(frozen=True)
class RowOrder:
    """The task as it goes into the plan, and where."""

    task: NewTask
    place: TaskPlace


class AddRowDialog(FormDialog):
    """`agreed` carries the order."""

    agreed = Signal(object)

    def __init__(
        self,
        task: NewTask,
        unit: str,
        places: Sequence[AssignedPlace],
        parent: QWidget | None = None,
    ) -> None:
        """Offer the words of the row; *unit* leads it, "" where the sheet is of all units."""
        super().__init__("Thêm vào kế hoạch", "Thêm nhiệm vụ", parent, width=560)
        self._places = tuple(places)
        self.words = text_edit("Nội dung công việc")
        self.words.setPlainText(task.content)
        self.timing = line_edit("Thời gian hoàn thành", task.timing)
        self.group = QComboBox()
        name_choices(self.group, "Đặt ở")
        self.group.setMinimumHeight(field_height())
        self.group.setSizeAdjustPolicy(_NARROW)
        self.group.setMinimumContentsLength(_LETTERS)
        self.group.addItems([one.words for one in self._places])
        self._words_field = Field("Nội dung công việc", self.words)
        lead = _LEAD.format(unit) if unit else _NO_LEAD
        for one in (
            self._words_field,
            Field("Thời gian hoàn thành", self.timing),
            Field("Đặt ở", self.group),
            sentence(f"{lead} {_ALONE}", is_secondary=True),
        ):
            self.content.addWidget(one)
        self.words.textChanged.connect(self._weigh)
        self._weigh()
        self.fit()
        self.group.setFocus()

    def agree(self) -> None:
        """Hand the task over."""
        task = NewTask(clean_line(self.words.toPlainText()), clean_line(self.timing.text()))
        self.agreed.emit(RowOrder(task, self._places[self.group.currentIndex()].place))
        self.accept()

    def _weigh(self) -> None:
        has_words = bool(clean_line(self.words.toPlainText()))
        self._words_field.say("" if has_words else _EMPTY)
        self.main.setEnabled(has_words and bool(self._places))
