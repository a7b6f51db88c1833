"""Nhập kế hoạch từ Word: what was understood beside what was not, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QTreeWidget, QVBoxLayout, QWidget

from tthc_desktop.use_cases.plan_import import ImportChoice
from tthc_desktop.use_cases.plan_reading import PlanReading
from ui.import_review.choice_row import ChoiceRow
from ui.import_review.doubts_tree import DoubtsTree
from ui.import_review.task_preview import show_tasks, task_preview
from ui.import_review.understood_tree import show_understood, understood_tree
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.panes import ThinLine

_USUAL = QSize(1180, 620)
_LARGEST = QSize(1326, 642)
_DOUBTS_WIDTH = 340
_MARGIN = 16


class ImportReview(QDialog):
    """Agreed to, it carries the reading and the person's choice; nothing was written till then."""

    agreed = Signal(object, object)

    def __init__(self, reading: PlanReading, parent: QWidget | None = None) -> None:
        """Show what *reading* says."""
        super().__init__(parent)
        self.setWindowTitle("Nhập kế hoạch từ Word")
        self._reading = reading
        plan = reading.read.plan
        self.choices = ChoiceRow(plan.kind, plan.year, is_foreign=reading.seems_foreign)
        self.understood = understood_tree()
        show_understood(self.understood, plan)
        self.tasks = task_preview()
        show_tasks(self.tasks, plan, reading.names)
        self.doubts = DoubtsTree(reading.read)
        self.cancel = AppButton("Hủy", ButtonKind.PLAIN)
        self.accept_button = AppButton("Nhập kế hoạch", ButtonKind.MAIN)
        for button in (self.cancel, self.accept_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._agree)
        self.choices.changed.connect(self._weigh)
        self._lay_out()
        self._weigh()
        self.resize(self.sizeHint())
        self.accept_button.setFocus()

    @property
    def choice(self) -> ImportChoice:
        """What the person chose."""
        kind, year, reference = self.choices.kind, self.choices.year, self.choices.is_reference
        confirmed = frozenset() if reference else self.doubts.confirmed
        return ImportChoice(kind, year, reference, confirmed)

    def sizeHint(self) -> QSize:
        """Return the usual size, or what the parent has room for."""
        usual = QSize(theme.scaled(_USUAL.width()), theme.scaled(_USUAL.height()))
        parent = self.parentWidget()
        room = parent.size() if parent is not None else _LARGEST
        return usual.boundedTo(room - QSize(16, 12)).boundedTo(_LARGEST)

    def _agree(self) -> None:
        choice = self.choice
        self.accept()
        self.agreed.emit(self._reading, choice)

    def _weigh(self) -> None:
        self.accept_button.setEnabled(self.choices.year is not None)
        foreign = self.choices.is_reference
        what = "chỉ để đối chiếu, không sửa, không theo dõi" if foreign else "là dự thảo, sửa được"
        self.note.setText(f"Chưa ghi gì vào tệp dữ liệu. Nhập xong, kế hoạch {what}.")

    def _lay_out(self) -> None:
        self.note = QLabel()
        theme.make_secondary(self.note)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left(), 1)
        middle.addWidget(ThinLine(Qt.Orientation.Vertical))
        middle.addWidget(self._right())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addLayout(middle, 1)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addWidget(self._foot())
        _ground(self, QPalette.ColorRole.Base)

    def _head(self) -> QWidget:
        plan = self._reading.read.plan
        title = QLabel(plan.title or "(không thấy trích yếu)")
        title.setFont(theme.font(theme.TITLE_PT, strong=True))
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 10)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self.choices)
        return head

    def _left(self) -> QWidget:
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(_MARGIN, 10, 12, 12)
        layout.setSpacing(6)
        layout.addWidget(_label(f"Đã hiểu từ “{self._reading.source}”", self.understood))
        layout.addWidget(self.understood, 5)
        if count := self.tasks.topLevelItemCount():
            layout.addSpacing(4)
            layout.addWidget(_label(f"Bảng nhiệm vụ ({count} dòng)", self.tasks))
            layout.addWidget(self.tasks, 6)
        else:
            self.tasks.setParent(left)
            self.tasks.hide()
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        right.setFixedWidth(theme.scaled(_DOUBTS_WIDTH))
        _ground(right, QPalette.ColorRole.AlternateBase)
        layout = QVBoxLayout(right)
        layout.setContentsMargins(12, 10, _MARGIN, 12)
        layout.setSpacing(6)
        has_doubts = self.doubts.topLevelItemCount() > 0
        words = "Chưa chắc, chưa hiểu" if has_doubts else "Không có chỗ nào chưa hiểu"
        layout.addWidget(_label(words, self.doubts))
        layout.addWidget(self.doubts, 1)
        if not has_doubts:
            self.doubts.hide()
            layout.addStretch(1)
        return right

    def _foot(self) -> QWidget:
        foot = QWidget()
        _ground(foot, QPalette.ColorRole.AlternateBase)
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(_MARGIN, 6, 13, 6)
        layout.addWidget(self.note, 1)
        layout.addWidget(self.cancel)
        layout.addWidget(self.accept_button)
        return foot


def _label(words: str, field: QTreeWidget) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.font(strong=True))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(field)
    return label


def _ground(widget: QWidget, role: QPalette.ColorRole) -> None:
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(role)
