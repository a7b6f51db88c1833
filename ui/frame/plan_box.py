"""The box that names the open plan where the list is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.kit import theme

if TYPE_CHECKING:
    from tthc_desktop.domain.plan import PlanSummary

_WIDTH = 286
_HEIGHT_OVER_LINE = 10


class PlanBox(QComboBox):
    """Chooses among the plans, as the list does."""

    plan_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty box."""
        super().__init__(parent)
        self.setAccessibleName("Kế hoạch đang mở")
        self.setFont(theme.font(strong=True))
        self.setMinimumWidth(theme.scaled(_WIDTH))
        self.setMinimumHeight(theme.line_height(self.font()) + _HEIGHT_OVER_LINE)
        self.activated.connect(lambda place: self.plan_chosen.emit(self.itemData(place)))

    def set_plans(self, plans: tuple[PlanSummary, ...]) -> None:
        """Offer other plans."""
        # Late, for the window's start.
        from ui.session.wording import KIND_WORDS, STATE_WORDS

        self.view().setAccessibleName(self.accessibleName())
        self.clear()
        for plan in sorted(plans, key=lambda one: -one.year):
            state = STATE_WORDS[plan.state]
            words = f"{KIND_WORDS[plan.kind]} {plan.year} – {state[0].lower()}{state[1:]}"
            self.addItem(words, plan.id)

    def mark(self, plan_id: str) -> None:
        """Show the plan that is open."""
        self.setCurrentIndex(self.findData(plan_id))
