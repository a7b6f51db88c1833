"""The sub-tab Tiến độ nhiệm vụ: counts of the open plan by state and by unit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.card import Card
from ui.reports.figures_table import FiguresTable
from ui.reports.progress_figures import Figures
from ui.reports.state_summary import StateSummary
from ui.reports.unit_figures_model import UnitFiguresModel
from ui.session.open_plan import OpenPlan
from ui.session.wording import plan_name

_PADDING = 16
_GAP = 12
_BESIDE_FROM = 940


class ProgressPage(QScrollArea):
    """Counts by state and by unit of the open plan, as of today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self._facts = ""
        self._title = QLabel()
        self._title.setFont(theme.font(strong=True))
        self._day = QLabel()
        theme.make_secondary(self._day)
        self._states = StateSummary()
        self._units = UnitFiguresModel(self)
        self._table = FiguresTable(self._units)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._content())
        self.setFocusProxy(self._table)

    @property
    def facts(self) -> str:
        """What the status bar says of the counts."""
        return self._facts

    @property
    def units(self) -> UnitFiguresModel:
        """The counts by unit."""
        return self._units

    def show_plan(self, opened: OpenPlan) -> None:
        """Show the figures of another plan."""
        self._title.setText(plan_name(opened.plan))
        self.show_figures(opened.figures)

    def show_figures(self, figures: Figures) -> None:
        """Show other figures of the same plan."""
        self._day.setText(f"Số liệu trong tệp, tính đến ngày {figures.day:%d/%m/%Y}")
        self._states.set_counts(figures.states)
        self._units.set_units(figures.units)
        self._table.fit_height()
        self._facts = _facts(figures)

    def _content(self) -> QWidget:
        content = QWidget()
        self._grid = grid = QGridLayout(content)
        grid.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        grid.setSpacing(_GAP)
        head = QVBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._day)
        grid.addLayout(head, 0, 0, 1, 2)
        self._cards = (
            Card("Nhiệm vụ theo trạng thái", self._states),
            Card("Nhiệm vụ theo phòng, đơn vị chủ trì", self._table),
        )
        self._put_cards(beside=True)
        grid.setRowStretch(4, 1)
        return content

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        self._put_cards(beside=self.width() >= theme.scaled(_BESIDE_FROM))

    def _put_cards(self, *, beside: bool) -> None:
        states, units = self._cards
        top = Qt.AlignmentFlag.AlignTop
        span = 1 if beside else 2
        self._grid.addWidget(states, 1, 0, 1, span, top)
        self._grid.addWidget(units, 1 if beside else 2, 1 if beside else 0, 1, span, top)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)


def _facts(figures: Figures) -> str:
    return f"{len(figures.units)} phòng, đơn vị chủ trì · {figures.sentence}"
