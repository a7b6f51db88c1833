"""The list at the left of Báo cáo: the periods of a year by kind, below them the registers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.reporting.period_overview import ReportPeriod
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.icons import STATE_PX, paint_icon
from ui.kit.item_option import CellOption, cell_option
from ui.kit.panes import ThinLine
from ui.kit.state_look import state_look
from ui.kit.text_painting import paint_words
from ui.reports.period_list_model import ROW_ROLE, PeriodListModel, PeriodRow

Index = QModelIndex | QPersistentModelIndex
_SIDE, _BAR, _ICON_LEFT, _ICON_GAP = 4, 4, 10, 8
_LINK_OVER = 8
# How many links stay in a low window.
_ALWAYS, _LOW = 3, 460
_PRESSING = (Shown.OVERDUE, Shown.SOON)


class PeriodList(QWidget):
    """Choosing a row shows its report; `year_asked` asks for the year before or after."""

    period_chosen = Signal(object)
    year_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._model = PeriodListModel(self)
        self._year = 0
        self.view = QListView()
        self.view.setAccessibleName("Kỳ báo cáo")
        self.view.setModel(self._model)
        self.view.setItemDelegate(_PeriodDelegate(self.view))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.viewport().setAutoFillBackground(False)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.title = QLabel("Kỳ báo cáo")
        self.title.setFont(theme.font(strong=True))
        self.earlier = self._arrow("Năm trước", "chevron-left")
        self.later = self._arrow("Năm sau", "chevron-right")
        self.earlier.clicked.connect(lambda: self.year_asked.emit(self._year - 1))
        self.later.clicked.connect(lambda: self.year_asked.emit(self._year + 1))
        self._links = QVBoxLayout()
        self._links.setContentsMargins(0, 4, 0, 4)
        self._links.setSpacing(0)
        self._offered: list[AppButton] = []
        self._lay_out()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self.setFocusProxy(self.view)

    @property
    def year(self) -> int:
        """The year whose periods are shown; 0 before the first."""
        return self._year

    @property
    def chosen(self) -> ReportPeriod | None:
        """The chosen period."""
        row = self.view.currentIndex().data(ROW_ROLE)
        return row.period if isinstance(row, PeriodRow) else None

    def show_periods(self, year: int, periods: tuple[ReportPeriod, ...], today: date) -> None:
        """Show the periods of a year; the chosen one stays chosen."""
        kept = self.chosen
        self._year = year
        self.title.setText(f"Kỳ báo cáo {year}")
        self._model.show(periods, today)
        if kept is not None:
            self.mark(kept.kind, kept.window.period)

    def mark(self, kind: ReportKind, period: str) -> bool:
        """Mark a period without showing its report once more; False where it is not there."""
        index = self._model.index_of(kind, period)
        if index != self.view.currentIndex():
            blocked = self.blockSignals(True)
            self.view.setCurrentIndex(index)
            self.blockSignals(blocked)
        self.view.scrollTo(index)
        return index.isValid()

    def period(self, kind: ReportKind, period: str) -> ReportPeriod | None:
        """Return a period of the list by its kind and key."""
        row = self._model.index_of(kind, period).data(ROW_ROLE)
        return row.period if isinstance(row, PeriodRow) else None

    def offer(self, icon: str, action: QAction) -> None:
        """Offer a register below the periods."""
        link = AppButton.of_action(action, ButtonKind.BAR, icon=icon)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.align_left()
        link.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        link.setFixedHeight(theme.line_height(theme.font()) + _LINK_OVER)
        self._links.addWidget(link)
        self.setTabOrder(self._offered[-1] if self._offered else self.view, link)
        self._offered.append(link)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the periods room in a low window: the menu has all registers."""
        super().resizeEvent(event)
        is_low = self.height() < theme.scaled(_LOW)
        for link in self._offered[_ALWAYS:]:
            link.setVisible(not is_low)

    def _on_current(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if isinstance(row, PeriodRow):
            self.period_chosen.emit(row.period)

    def _arrow(self, words: str, icon: str) -> AppButton:
        button = AppButton(words, ButtonKind.BAR, icon=icon)
        button.hide_words()
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, _SIDE, 0)
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addLayout(self._links)


class _PeriodDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = theme.line_height(theme.font())
        small = theme.line_height(theme.font(theme.HEADER_PT))
        is_period = isinstance(index.data(ROW_ROLE), PeriodRow)
        return QSize(0, line + small + 7 if is_period else small + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, row = cell_option(option), index.data(ROW_ROLE)
        room = QRectF(cell.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, PeriodRow):
            self._paint_period(painter, cell, room.adjusted(_SIDE, 1, -_SIDE, -1), row)
        else:
            colour = theme.paints(cell.palette).text2
            small = theme.font(theme.HEADER_PT, strong=True)
            paint_words(painter, room.adjusted(12, 4, -8, 0), str(row), small, colour, lines=1)
        painter.restore()

    @staticmethod
    def _paint_period(painter: QPainter, cell: CellOption, room: QRectF, row: PeriodRow) -> None:
        paints = theme.paints(cell.palette)
        is_chosen = cell.is_selected
        if is_chosen or cell.is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paints.sel if is_chosen else paints.tint)
            painter.drawRoundedRect(room, _SIDE, _SIDE)
        if is_chosen:
            bar = QRectF(room.left(), room.top() + 4, _BAR, room.height() - 8)
            painter.fillRect(bar, paints.acc)
        look, size = state_look(row.state, cell.palette), theme.scaled(STATE_PX)
        line = theme.line_height(theme.font())
        left = room.left() + _ICON_LEFT + size + _ICON_GAP
        first = QRectF(left, room.top() + 2, room.right() - 6 - left, line)
        icon = QRectF(room.left() + _ICON_LEFT, first.center().y() - size / 2, size, size)
        paint_icon(painter, look.icon, icon, look.colour, paints.surf)
        colour = paints.text2 if row.is_past and not is_chosen else paints.text
        paint_words(painter, first, row.words, theme.font(strong=is_chosen), colour, lines=1)
        second = first.translated(0, line)
        small = theme.font(theme.HEADER_PT)
        second.setHeight(theme.line_height(small))
        pressing = look.colour if row.state in _PRESSING else paints.text2
        paint_words(painter, second, row.said, small, pressing, lines=1)
