"""The list at the left: every plan by year, its kind and its state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.domain.plan import PlanState, PlanSummary
from tthc_desktop.domain.shown_state import Shown
from ui.frame.plan_list_model import PLAN_ROLE, PlanListModel
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.icons import ROW_PX, paint_icon
from ui.kit.item_option import CellOption, cell_option
from ui.kit.panes import ThinLine
from ui.kit.state_look import state_look
from ui.kit.text_painting import paint_words
from ui.session.wording import KIND_WORDS, state_and_number

Index = QModelIndex | QPersistentModelIndex
WIDTH = 196
_SIDE = 4
_ICON_LEFT = 10
_FOOT_LEFT = 16
_ICON_GAP = 6
_BAR = 4


class PlanList(QWidget):
    """Choosing a row opens its plan; a right click asks for its menu."""

    plan_chosen = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._model = PlanListModel(self)
        self._view = QListView()
        self._view.setAccessibleName("Danh sách kế hoạch")
        self._view.setModel(self._model)
        self._view.setItemDelegate(_PlanDelegate(self._view))
        self._view.setFrameShape(QListView.Shape.NoFrame)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.setMouseTracking(True)
        self._view.viewport().setAutoFillBackground(False)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._ask_menu)
        title = QLabel("Kế hoạch")
        title.setFont(theme.font(theme.TITLE_PT, strong=True))
        title.setContentsMargins(12, 8, 12, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self._view)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self.setFocusProxy(self._view)

    @property
    def view(self) -> QListView:
        """The list itself."""
        return self._view

    def set_plans(self, plans: tuple[PlanSummary, ...]) -> None:
        """Show other plans."""
        self._model.set_plans(plans)

    def offer(self, action: QAction) -> None:
        """Offer an act at the foot of the list."""
        link = AppButton.of_action(action, ButtonKind.LINK, icon="copy")
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        room = QHBoxLayout()
        room.setContentsMargins(_FOOT_LEFT, 8, _SIDE, 6)
        room.addWidget(link)
        room.addStretch(1)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
            layout.addLayout(room)

    def mark(self, plan_id: str) -> None:
        """Mark the plan that is open, without opening it once more."""
        index = self._model.index_of(plan_id)
        if index != self._view.currentIndex():
            blocked = self.blockSignals(True)
            self._view.setCurrentIndex(index)
            self.blockSignals(blocked)

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(theme.scaled(WIDTH), super().sizeHint().height())

    def _ask_menu(self, at: QPoint) -> None:
        # By the keyboard the place is the view's middle, whatever row one stands at.
        index = self._view.indexAt(at)
        plan = (index if index.isValid() else self._view.currentIndex()).data(PLAN_ROLE)
        if isinstance(plan, PlanSummary):
            self.menu_asked.emit(plan.id, self._view.viewport().mapToGlobal(at))

    def _on_current_changed(self, current: QModelIndex) -> None:
        plan = current.data(PLAN_ROLE)
        if isinstance(plan, PlanSummary):
            self.plan_chosen.emit(plan.id)


class _PlanDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = theme.line_height(theme.font())
        small = theme.line_height(theme.font(theme.HEADER_PT))
        is_plan = isinstance(index.data(PLAN_ROLE), PlanSummary)
        return QSize(0, line + small + 10 if is_plan else small + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = cell_option(option)
        room = QRectF(cell.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan = index.data(PLAN_ROLE)
        if isinstance(plan, PlanSummary):
            self._paint_plan(painter, cell, room.adjusted(_SIDE, 1, -_SIDE, -1), plan)
        else:
            colour = theme.paints(cell.palette).text2
            room = room.adjusted(12, 4, -8, 0)
            words = index.data(Qt.ItemDataRole.DisplayRole)
            paint_words(painter, room, words, theme.font(theme.HEADER_PT), colour, lines=1)
        painter.restore()

    @staticmethod
    def _paint_plan(painter: QPainter, cell: CellOption, room: QRectF, plan: PlanSummary) -> None:
        paints = theme.paints(cell.palette)
        selected = cell.is_selected
        if selected or cell.is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paints.sel if selected else paints.tint)
            painter.drawRoundedRect(room, _SIDE, _SIDE)
        if selected:
            bar = QRectF(room.left(), room.top() + 4, _BAR, room.height() - 8)
            painter.fillRect(bar, paints.acc)
        line = theme.line_height(theme.font())
        left = room.left() + _ICON_LEFT + theme.scaled(ROW_PX) + _ICON_GAP
        first = QRectF(left, room.top() + 3, 0, line)
        first.setRight(room.right() - 6)
        size = theme.scaled(ROW_PX)
        place = QRectF(room.left() + _ICON_LEFT, first.center().y() - size / 2, size, size)
        paint_icon(painter, "doc", place, paints.acc if selected else paints.text2)
        words = KIND_WORDS[plan.kind]
        paint_words(painter, first, words, theme.font(strong=selected), paints.text, lines=1)
        is_draft = plan.state is PlanState.DRAFT
        colour = state_look(Shown.SOON, cell.palette).colour if is_draft else paints.text2
        second = first.translated(0, line)
        small = theme.font(theme.HEADER_PT)
        paint_words(painter, second, state_and_number(plan), small, colour, lines=1)
