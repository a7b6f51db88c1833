"""The pages behind the sub-tabs of a report."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.use_cases.reporting.period_overview import ReportPeriod
from ui.charts.charts_pane import ChartsPane
from ui.kit.empty_screen import EmptyScreen
from ui.reports.activities_page import ActivitiesPage
from ui.reports.form_page import FormPage
from ui.reports.form_typing import FormTyping
from ui.reports.form_with_text import FormWithText
from ui.reports.narrative_pane import NarrativePane
from ui.reports.period_words import day_words, short_period
from ui.reports.report_content import ReportContent
from ui.reports.report_editor import ReportEditor
from ui.reports.report_tabs_shown import ACTIVITIES, CHARTS, FORM, MISSING, TEXT
from ui.session.settings import Settings

_PADDING = 16


class ReportPages(QObject):
    """Made once; each shows what is current when its tab is chosen."""

    def __init__(
        self, stack: QStackedWidget, editor: ReportEditor, settings: Settings, parent: QObject
    ) -> None:
        """Put the pages into *stack*, empty."""
        super().__init__(parent)
        self._stack = stack
        self.typing = FormTyping(editor, self)
        self.form = FormWithText(FormPage(self.typing), settings)
        self.text = NarrativePane(NarrativePane.WHOLE)
        self.text.setContentsMargins(_PADDING, 0, 0, 0)
        self.charts = ChartsPane(settings)
        self.charts.setViewportMargins(_PADDING, 4, 0, 0)
        self.activities = ActivitiesPage()
        self.empty = EmptyScreen()
        self._has_lower = True
        for page in (self.form, self.text, self.charts, self.activities, self.empty):
            stack.addWidget(page)

    @property
    def has_lower(self) -> bool:
        """Whether text and pictures stand below the form."""
        return self._has_lower

    @property
    def texts(self) -> tuple[NarrativePane, NarrativePane]:
        """Both places of the text."""
        return self.text, self.form.text

    @property
    def pictures(self) -> tuple[ChartsPane, ChartsPane]:
        """Both places of the pictures."""
        return self.charts, self.form.charts

    def text_offers(self, content: ReportContent) -> int:
        """Return how many sentences have figures that moved."""
        sentences = (one for section in content.sections for one in section.sentences)
        return sum(one.offered is not None for one in sentences)

    def write_typed(self) -> None:
        """Write what is being typed, in the grid and in the text."""
        self.form.page.grid.commit_editor()
        for one in self.texts:
            one.write_typed()

    def fit(self, width: int, height: int) -> bool:
        """Follow the size of the tab; return whether the lower half came or went."""
        before, self._has_lower = self._has_lower, self.form.has_room(width, height)
        self.form.open_lower(is_open=self._has_lower)
        return before is not self._has_lower

    def say_missing(self, period: ReportPeriod, create: QAction) -> None:
        """Say that a period has no report yet, and offer to make it."""
        window = period.window
        hint = (
            f"Số liệu từ {window.start:%d/%m/%Y} đến {window.end:%d/%m/%Y}, hạn gửi "
            f"{day_words(window.due)}. Số kỳ trước, lời văn và tiến độ được đưa vào sẵn."
        )
        line = f"Chưa có báo cáo {short_period(window.period)}"
        self.empty.say("chart", line, hint, (("plus", create),))

    def show(
        self, key: str, content: ReportContent | None, report: Report | None, progress: QWidget
    ) -> None:
        """Show the page of a sub-tab; *progress* where there is none of this key."""
        if key == MISSING:
            self._stack.setCurrentWidget(self.empty)
        elif content is None or report is None:
            self._stack.setCurrentWidget(progress)
        else:
            self._stack.setCurrentWidget(self._filled(key, content, report) or progress)

    def _filled(self, key: str, content: ReportContent, report: Report) -> QWidget | None:
        if key.startswith(FORM):
            return self._filled_form(key.removeprefix(FORM), content, report)
        if key == TEXT:
            self.text.show_text(
                content.sections, report.is_frozen, content.note, is_locked=not self.typing.can_type
            )
            return self.text
        if key == CHARTS:
            self.charts.show_pictures(content.pictures)
            return self.charts
        if key == ACTIVITIES:
            self.activities.show_activities(content.view.activities)
            return self.activities
        return None

    def _filled_form(
        self, code: str, content: ReportContent, report: Report
    ) -> QWidget | None:  # fmt: skip
        view = content.view
        form = next((one for one in view.forms if one.code == code), None)
        if form is None:
            return None
        self.form.page.show_form(view, report, form)
        if self._has_lower:
            self.form.show_content(content, form, frozen=report.is_frozen,
                                   is_locked=not self.typing.can_type)  # fmt: skip
        return self.form
