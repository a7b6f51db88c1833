"""The right column of Hôm nay: the report period, and the control plan of the year."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from tthc_desktop.use_cases.today import Overview, PlanToday, ReportPeriod
from ui.kit import theme
from ui.kit.card import GAP, PADDING, Card, small_title
from ui.kit.hatched_bar import HatchedBar, joined_parts
from ui.today.due_words import plan_short_name
from ui.today.month_bars import MonthBars
from ui.today.period_line import PeriodLine, period_name

WIDTH = 446


class TodaySide(QScrollArea):
    """Two cards; the second only where there is a control plan."""

    part_chosen = Signal(str, object)
    month_chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the cards, empty."""
        super().__init__(parent)
        self.setAccessibleName("Kỳ báo cáo và kế hoạch năm")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plan_id = ""
        self._line, self._window = PeriodLine(), QLabel()
        self._window.setWordWrap(True)
        theme.make_secondary(self._window)
        self._period_card = Card("Kỳ này", self._line, self._window)
        self.bar, self._months, self._months_title = HatchedBar(), MonthBars(), small_title("")
        self._plan_card = Card("", self.bar, self._months_title, self._months)
        self.bar.part_chosen.connect(lambda part: self.part_chosen.emit(self._plan_id, part))
        self._months.month_chosen.connect(lambda one: self.month_chosen.emit(self._plan_id, one))
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, PADDING - 2, PADDING, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._period_card)
        layout.addWidget(self._plan_card)
        layout.addStretch(1)
        self.setWidget(content)
        self.setFocusProxy(self.bar)

    def add_to_period(self, widget: QWidget) -> None:
        """Let another room say something of the period below its dates."""
        layout = self._period_card.layout()
        if layout is not None:
            layout.addWidget(widget)

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
        self._line.set_period(period, overview.today)
        self._window.setText(
            f"Số liệu tính từ {period.start:%d/%m/%Y} đến {period.closing:%d/%m/%Y}, "
            f"gửi chậm nhất {period.due:%d/%m/%Y}."
        )

    def _show_plan(self, plan: PlanToday, overview: Overview) -> None:
        self._plan_id = plan.plan_id
        self._plan_card.say(plan_short_name(plan.kind, plan.year), f"{plan.tasks} nhiệm vụ")
        self.bar.set_parts(joined_parts(plan.states))
        self._months_title.setText(f"Số kỳ đến hạn trong năm {plan.year}")
        is_this_year = plan.year == overview.today.year
        self._months.set_months(plan.months, overview.today.month if is_this_year else 0)


def _left_words(days: int) -> str:
    return f"còn {days} ngày đến hạn gửi" if days else "hạn gửi là hôm nay"
