"""The chips in a row: one tab stop, arrows inside; rare ones and what does not fit in "Khác"."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui.kit import chip as chips
from ui.kit.app_button import AppButton, ButtonKind
from ui.tasks.task_chips import KEPT_FIRST, LOOKS, RARE, Chip

_GAP = 2
_ALL = "Tất cả"
_OTHERS = "Khác"
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ChipRow(QWidget):
    """Says which chips are chosen; none chosen is Tất cả."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a row with every task in it."""
        super().__init__(parent)
        self.setAccessibleName("Lọc theo trạng thái")
        self._chosen: frozenset[Chip] = frozenset()
        self._counts: Mapping[Chip, int] = {}
        self._all = chips.Chip(_ALL, None, self)
        self._chips = {one: chips.Chip(one.value, LOOKS[one], self) for one in Chip}
        self._others = AppButton(_OTHERS, ButtonKind.PLAIN, icon="chevron-down", parent=self)
        self._others.clicked.connect(self._show_others)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._mark()

    @property
    def chosen(self) -> frozenset[Chip]:
        """The chips that are on; none means all tasks."""
        return self._chosen

    def choose(self, chosen: frozenset[Chip]) -> None:
        """Turn chips on, as a click does."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._mark()
            self._fold()
            self.changed.emit()

    def clear(self) -> None:
        """Turn every chip off, without telling."""
        self._chosen = frozenset()
        self._mark()
        self._fold()

    def set_counts(self, counts: Mapping[Chip, int], total: int) -> None:
        """Show how many tasks are in each chip."""
        self._counts = counts
        self._all.count = total
        for one, widget in self._chips.items():
            widget.count = counts.get(one, 0)
        self._fold()

    def count(self, one: Chip | None) -> int:
        """Return the count a chip shows; None is Tất cả."""
        return self._chips[one].count if one else self._all.count

    def chip(self, one: Chip | None) -> chips.Chip:
        """Return the widget of a chip; None is Tất cả."""
        return self._chips[one] if one else self._all

    def sizeHint(self) -> QSize:
        """Return the height of a chip; its width is whatever there is."""
        return QSize(0, self._all.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what does not fit into "Khác"."""
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the row with the arrows."""
        step = _ARROWS.get(Qt.Key(event.key()))
        stops = [one for one in self._stops() if not one.isHidden()]
        focused = next((one for one in stops if one.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        target = stops[(stops.index(focused) + step) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the chip that has the focus be the row's tab stop."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, chips.Chip | AppButton):
            self._take_tab_stop(watched)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        for widget in self._stops():
            layout.addWidget(widget)
            widget.installEventFilter(self)
        layout.addStretch(1)
        self._all.clicked.connect(lambda: self.choose(frozenset()))
        for one, chip in self._chips.items():
            chip.clicked.connect(lambda *_, chosen=one: self._press(chosen))
        self._take_tab_stop(self._all)

    def _stops(self) -> list[chips.Chip | AppButton]:
        return [self._all, *self._chips.values(), self._others]

    def _take_tab_stop(self, chosen: chips.Chip | AppButton) -> None:
        for one in self._stops():
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus if one is chosen else Qt.FocusPolicy.NoFocus)

    def _press(self, one: Chip) -> None:
        if self._chips[one].adds:
            self.choose(self._chosen ^ {one})
        else:
            self.choose(frozenset() if self._chosen == {one} else frozenset({one}))

    def _mark(self) -> None:
        self._all.setChecked(not self._chosen)
        for one, widget in self._chips.items():
            widget.setChecked(one in self._chosen)

    def _fold(self) -> None:
        """Show as many as fit, those that are on before all others."""
        room = self.width() - self._all.sizeHint().width() - self._others.sizeHint().width() - _GAP
        shown: set[Chip] = set()
        for one in sorted((*KEPT_FIRST, *RARE), key=lambda one: one not in self._chosen):
            width = self._chips[one].sizeHint().width() + _GAP
            is_wanted = one in self._chosen or one in KEPT_FIRST or one is Chip.UNASSIGNED
            if is_wanted and width <= room:
                room -= width
                shown.add(one)
            elif is_wanted:
                room = 0
        for one, widget in self._chips.items():
            widget.setVisible(one in shown)
        hidden = self._chosen - shown
        self._others.setCheckable(bool(hidden))
        self._others.setChecked(bool(hidden))
        self._others.setAccessibleName(f"{_OTHERS}: các trạng thái khác")

    def _show_others(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(_OTHERS)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in (chip for chip, widget in self._chips.items() if widget.isHidden()):
            action = menu.addAction(f"{one.value}  {self._counts.get(one, 0)}")
            action.setCheckable(True)
            action.setChecked(one in self._chosen)
            action.triggered.connect(lambda *_, chosen=one: self.choose(self._chosen ^ {chosen}))
        menu.popup(self._others.mapToGlobal(self._others.rect().bottomLeft()))
