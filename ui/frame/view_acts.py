"""The acts of the menu Xem that change how the window looks, not what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.frame.actions import TEXT_SIZES
from ui.frame.pages_area import PagesArea
from ui.frame.pane_walk import PaneWalk
from ui.kit import theme
from ui.kit.text_size import resize_text
from ui.kit.zoom import OWN_ZOOM
from ui.main_window import MainWindow

# In logical pixels of the window at 100 % of the text size.
WIDE, NARROW = 1280, 1024
_TASKS = "tasks"


class ViewActs(QObject):
    """Size of the text, panes by width and by key, full screen."""

    panes_moved = Signal()

    def __init__(self, window: MainWindow, area: PagesArea) -> None:
        """Connect what the menu offers."""
        super().__init__(window)
        self._window = window
        self._area = area
        self._walk = PaneWalk(self._panes)
        actions = window.actions_of_menu
        for percent, action in zip(TEXT_SIZES, actions.text_sizes, strict=True):
            action.triggered.connect(lambda *_, size=percent: self.resize_text(size))
        actions.next_pane.triggered.connect(lambda: self._walk.go(1))
        actions.previous_pane.triggered.connect(lambda: self._walk.go(-1))
        actions.full_screen.triggered.connect(self._fill_screen)
        window.status.text_size.clicked.connect(self._offer_sizes)
        window.width_changed.connect(self._fit_width)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - a window needs one
        self._application = application
        application.installEventFilter(self)
        self._say_size()
        self._fit_width()
        header = area.task_tab.table.horizontalHeader()
        header.restoreState(window.settings.columns(_TASKS))
        window.closing.connect(lambda: window.settings.remember_columns(_TASKS, header.saveState()))

    def resize_text(self, percent: int) -> None:
        """Give the text another size, and remember it."""
        resize_text(self._application, percent)
        self._window.settings.text_percent = percent
        self._say_size()
        # The same pixels are fewer letters now: what follows the width follows this too.
        self._window.width_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl and the wheel change the size of the text anywhere in the window."""
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if watched.property(OWN_ZOOM):
            return False
        self._step(1 if event.angleDelta().y() > 0 else -1)
        return True

    def _step(self, step: int) -> None:
        sizes = list(TEXT_SIZES)
        place = min(range(len(sizes)), key=lambda one: abs(sizes[one] - self._percent))
        self.resize_text(sizes[min(max(place + step, 0), len(sizes) - 1)])

    @property
    def _percent(self) -> int:
        return round(theme.text_scale() * 100)

    def _say_size(self) -> None:
        self._window.status.say_text_size(self._percent)
        actions = self._window.actions_of_menu.text_sizes
        for percent, action in zip(TEXT_SIZES, actions, strict=True):
            action.setChecked(percent == self._percent)

    def _offer_sizes(self) -> None:
        part, menu = self._window.status.text_size, self._window.actions_of_menu.text_size_menu
        place = part.mapToGlobal(part.rect().topLeft())
        place.setY(place.y() - menu.sizeHint().height())
        menu.popup(place)

    def _fill_screen(self, is_full: bool) -> None:
        if is_full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _fit_width(self) -> None:
        width = self._window.width() / theme.text_scale()
        self._area.fit_width(is_wide=width >= WIDE, is_narrow=width < NARROW)
        self.panes_moved.emit()

    def _panes(self) -> Sequence[QWidget | None]:
        bars = self._window.bars
        return bars.page_bar, bars.commands, *self._area.panes, self._window.status
