"""The right column of Hôm nay: the report period, and the control plan of the year."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tthc_desktop.use_cases.today import Overview, PlanToday, ReportPeriod
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.card import GAP, PADDING, Card, small_title
from ui.kit.hatched_bar import HatchedBar, joined_parts
from ui.today.due_words import plan_short_name
from ui.today.month_bars import MonthBars
from ui.today.period_line import PeriodLine, period_name

WIDTH = 446


class TodaySide(QScrollArea):
    """Two cards; the second only where there is a control plan."""

    part_chosen = Signal(str, object)
    # The plan and the month; 0 for the year as it stands today.
    month_chosen = Signal(str, int)
    # The key of the period.
    report_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the cards, empty."""
        super().__init__(parent)
        self.setAccessibleName("Kỳ báo cáo và kế hoạch năm")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plan_id = ""
        self._period = ""
        self._line = PeriodLine()
        self.report = _link("Mở báo cáo")
        self._period_foot = _at_right(self.report)
        self._period_card = Card("Kỳ này", self._line, self._period_foot)
        self.bar, self.months, self._months_title = HatchedBar(), MonthBars(), small_title("")
        self.year = _link("Lịch năm")
        months_head = _at_right(self.year, self._months_title)
        self._plan_card = Card("", self.bar, months_head, self.months)
        self.bar.part_chosen.connect(lambda part: self.part_chosen.emit(self._plan_id, part))
        self.months.month_chosen.connect(lambda one: self.month_chosen.emit(self._plan_id, one))
        self.year.clicked.connect(lambda *_: self.month_chosen.emit(self._plan_id, 0))
        self.report.clicked.connect(lambda *_: self.report_asked.emit(self._period))
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, PADDING - 2, PADDING, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._period_card)
        layout.addWidget(self._plan_card)
        layout.addStretch(1)
        self.setWidget(content)
        self.setFocusProxy(self.bar)

    def add_to_period(self, widget: QWidget, button: QWidget) -> None:
        """Let another room say something of the period below its dates, and offer an act."""
        layout, foot = self._period_card.layout(), self._period_foot.layout()
        if isinstance(layout, QVBoxLayout) and isinstance(foot, QHBoxLayout):
            layout.insertWidget(layout.count() - 1, widget)
            foot.insertWidget(0, button)

    def show_overview(self, overview: Overview) -> None:
        """Show another day or other counts."""
        self._show_period(overview.period, overview)
        control = overview.control_plan
        self._plan_card.setVisible(control is not None)
        if control:
            self._show_plan(control, overview)

    def _show_period(self, period: ReportPeriod, overview: Overview) -> None:
        left = (period.due - overview.today).days
        self._period_card.say(f"Kỳ này: báo cáo {period_name(period)}", _left_words(left))
        self._period = period.key
        self._line.set_period(period, overview.today)

    def _show_plan(self, plan: PlanToday, overview: Overview) -> None:
        self._plan_id = plan.plan_id
        self._plan_card.say(plan_short_name(plan.kind, plan.year), f"{plan.tasks} nhiệm vụ")
        self.bar.set_parts(joined_parts(plan.states))
        self._months_title.setText(f"Số kỳ đến hạn trong năm {plan.year}")
        is_this_year = plan.year == overview.today.year
        self.months.set_months(plan.months, overview.today.month if is_this_year else 0)


def _left_words(days: int) -> str:
    return f"còn {days} ngày" if days else "hạn gửi là hôm nay"


def _link(words: str) -> AppButton:
    button = AppButton(words, ButtonKind.LINK)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _at_right(button: AppButton, title: QLabel | None = None) -> QWidget:
    """Return a line with *title* at the left and *button* at the right."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    if title is None:
        layout.addStretch(1)
    else:
        layout.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
    layout.addWidget(button)
    return line
