"""The head of a report: its title, the days of its data, its steps, its versions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.use_cases.reporting.period_overview import ReportPeriod
from tthc_desktop.use_cases.reporting.report_view import ReportView
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import name_choices
from ui.reports.cut_title import CutTitle
from ui.reports.period_words import STEP_WORDS, report_title, step_of, window_words
from ui.reports.step_line import StepLine

_PADDING, _GAP = 16, 12
_LONG_STEPS_FROM = 820


class ReportHead(QWidget):
    """`version_asked` names another version, `correction_asked` a correction of a sent one."""

    version_asked = Signal(str)
    correction_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.title = CutTitle()
        self.title.setFont(theme.font(theme.REPORT_PT, strong=True))
        self.window_words = QLabel()
        theme.make_secondary(self.window_words)
        self.versions = QComboBox()
        name_choices(self.versions, "Các bản của báo cáo")
        self.versions.activated.connect(self._on_version)
        self.correct = AppButton("Lập bản sửa…", ButtonKind.PLAIN, icon="copy")
        self.correct.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.correct.clicked.connect(self.correction_asked)
        self.steps = StepLine()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # The head stays as high where a period has no report.
        kept = self.steps.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.steps.setSizePolicy(kept)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_PADDING, 6, _PADDING - 6, 6)
        layout.setSpacing(_GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.window_words)
        layout.addWidget(self.versions)
        layout.addStretch(1)
        layout.addWidget(self.correct)
        layout.addWidget(self.steps)

    def show_report(self, view: ReportView, report: Report, *, can_edit: bool) -> None:
        """Show a report as it stands."""
        self.title.setText(report_title(report.kind, report.period))
        self.window_words.setText(window_words(view.window))
        self.steps.show()
        self.steps.show_step(step_of(report), can_step=can_edit and not report.is_frozen)
        newest = max(one.version for one in view.versions)
        self.correct.setVisible(report.is_frozen and report.version == newest)
        self.versions.clear()
        for one in view.versions:
            state = STEP_WORDS[step_of(report if one.id == report.id else one)]
            self.versions.addItem(f"Bản {one.version} · {state.lower()}", one.id)
        self.versions.setCurrentIndex(self.versions.findData(report.id))
        self.versions.setVisible(len(view.versions) > 1)
        self._fit_words()

    def show_period(self, period: ReportPeriod) -> None:
        """Show a period that has no report."""
        self.title.setText(report_title(period.kind, period.window.period))
        self.window_words.setText(window_words(period.window))
        for widget in (self.steps, self.correct, self.versions):
            widget.hide()
        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the steps say less in a narrow window."""
        super().resizeEvent(event)
        self.steps.be_short(is_short=self.width() < theme.scaled(_LONG_STEPS_FROM))
        self._fit_words()

    def _fit_words(self) -> None:
        """Leave the days of the data out rather than cut the title: the list tells them too."""
        others = (self.title, self.versions, self.correct, self.steps)
        shown = [one.sizeHint().width() + _GAP for one in others if one.isVisibleTo(self)]
        room = self.width() - 2 * _PADDING - sum(shown)
        self.window_words.setVisible(room >= self.window_words.sizeHint().width())

    def _on_version(self, place: int) -> None:
        self.version_asked.emit(str(self.versions.itemData(place)))
