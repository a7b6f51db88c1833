"""The wizard of the first start; later it edits the same things from the menu Công cụ."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.first_start.agency_step import AgencyStep
from ui.first_start.draft import OfficeDraft
from ui.first_start.form_parts import hint, title
from ui.first_start.signers_step import SignersStep
from ui.first_start.step_button import StepButton
from ui.first_start.units_step import UnitsStep
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.panes import ThinLine

_USUAL = QSize(1040, 604)
_LARGEST = QSize(1226, 642)
_STEPS_WIDTH = 212
_PAGE_MARGINS = 24, 20, 24, 12
_STEPS = (
    ("Cơ quan", "Tên Sở, tỉnh, ký hiệu"),
    ("Các phòng", "Tên, tên viết tắt"),
    ("Người ký", "Chức vụ, họ tên"),
)


class Use(Enum):
    """Why the wizard is open."""

    FIRST_START = "first start"
    EDITING = "editing"


class OfficeWizard(QDialog):
    """Three steps that are always in sight; nothing is written before the person says so."""

    saved = Signal(object)
    sample_asked = Signal()

    def __init__(
        self, draft: OfficeDraft, use: Use, data: Path, today: date, parent: QWidget | None = None
    ) -> None:
        """Show *draft*; *data* is where the data file lies or will lie."""
        super().__init__(parent)
        self._draft = draft
        self._use = use
        first = use is Use.FIRST_START
        self.setWindowTitle("Bắt đầu dùng TTHC Desktop" if first else "Cơ quan, phòng, người ký")
        self.agency_step = AgencyStep(draft.texts, data, today)
        self.units_step = UnitsStep(draft)
        self.signers_step = SignersStep(draft)
        self._pages = (self.agency_step, self.units_step, self.signers_step)
        self._stack = QStackedWidget()
        self.steps = [
            StepButton(place + 1, words, asked, is_last=place == len(_STEPS) - 1)
            for place, (words, asked) in enumerate(_STEPS)
        ]
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.show_step(0)
        self._enable()
        # Left alone, Qt takes no more than two thirds of the screen.
        self.resize(self.sizeHint())

    @property
    def draft(self) -> OfficeDraft:
        """What is typed so far."""
        self._draft.texts = self.agency_step.texts
        return self._draft

    @property
    def step(self) -> int:
        """The step in sight, counted from 0."""
        return self._stack.currentIndex()

    def show_step(self, place: int) -> None:
        """Show a step and begin in it."""
        self._stack.setCurrentIndex(place)
        self.steps[place].setChecked(True)
        last = place == len(self._pages) - 1
        self.count.setText(f"Bước {place + 1} / {len(self._pages)}")
        self.back.setEnabled(place > 0)
        self.next.setVisible(not last)
        self.save.setVisible(last or self._use is Use.EDITING)
        self._pages[place].take_focus()

    def sizeHint(self) -> QSize:
        """Return the usual size, or what the parent has room for."""
        usual = QSize(theme.scaled(_USUAL.width()), theme.scaled(_USUAL.height()))
        parent = self.parentWidget()
        room = parent.size() if parent is not None else _LARGEST
        return usual.boundedTo(room - QSize(16, 12)).boundedTo(_LARGEST)

    def _make_buttons(self) -> None:
        first = self._use is Use.FIRST_START
        self.count = QLabel()
        self.later = AppButton("Để sau" if first else "Hủy", ButtonKind.PLAIN)
        self.back = AppButton("Quay lại", ButtonKind.PLAIN)
        self.next = AppButton("Tiếp tục", ButtonKind.MAIN if first else ButtonKind.PLAIN)
        self.save = AppButton("Lưu cơ quan", ButtonKind.MAIN)
        self.sample = AppButton("Mở cơ quan mẫu", ButtonKind.PLAIN, icon="doc")
        for button in (self.later, self.back, self.next, self.save, self.sample):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        for place, step in enumerate(self.steps):
            step.clicked.connect(lambda *_, chosen=place: self.show_step(chosen))
        self.agency_step.changed.connect(self._enable)
        self.later.clicked.connect(self._put_off)
        self.back.clicked.connect(lambda: self.show_step(self.step - 1))
        self.next.clicked.connect(lambda: self.show_step(self.step + 1))
        self.save.clicked.connect(self._save)
        self.sample.clicked.connect(self._open_sample)

    def _enable(self) -> None:
        """Let the other steps be reached once the one thing that is required is there."""
        named = bool(self.agency_step.texts.agency)
        for widget in (*self.steps[1:], self.next, self.save):
            widget.setEnabled(named)

    def _put_off(self) -> None:
        """Keep what is typed so far where the office has its name, else leave all as it was."""
        if self._use is Use.FIRST_START and self.agency_step.texts.agency:
            self._save()
        else:
            self.reject()

    def _save(self) -> None:
        # A cell that is still being typed in counts.
        if (field := QApplication.focusWidget()) is not None and self.isAncestorOf(field):
            self.save.setFocus()
        self.saved.emit(self.draft)

    def _open_sample(self) -> None:
        self.sample_asked.emit()
        self.reject()

    def _lay_out(self) -> None:
        for page in self._pages:
            page.setContentsMargins(*_PAGE_MARGINS)
            self._stack.addWidget(_scrolled(page))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left())
        middle.addWidget(ThinLine(Qt.Orientation.Vertical))
        middle.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addWidget(self._foot())
        _ground(self, QPalette.ColorRole.Base)

    def _left(self) -> QWidget:
        left = QWidget()
        _ground(left, QPalette.ColorRole.AlternateBase)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(16, 16, 12, 16)
        layout.setSpacing(0)
        for step in self.steps:
            layout.addWidget(step)
        layout.addStretch(1)
        if self._use is Use.FIRST_START:
            layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
            layout.addSpacing(8)
            layout.addWidget(title("Muốn xem thử trước?"))
            layout.addWidget(hint("Mở cơ quan mẫu, xóa lúc nào cũng được."))
            layout.addSpacing(4)
            layout.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
        area = _scrolled(left)
        area.setFixedWidth(theme.scaled(_STEPS_WIDTH))
        area.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        return area

    def _foot(self) -> QWidget:
        foot = QWidget()
        _ground(foot, QPalette.ColorRole.AlternateBase)
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(16, 6, 13, 6)
        layout.addWidget(self.count, 1)
        for button in (self.later, self.back, self.next, self.save):
            layout.addWidget(button)
        return foot


def _ground(widget: QWidget, role: QPalette.ColorRole) -> None:
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(role)


def _scrolled(page: QWidget) -> QScrollArea:
    """Let a part be scrolled where the screen is low."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setBackgroundRole(QPalette.ColorRole.Base)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
