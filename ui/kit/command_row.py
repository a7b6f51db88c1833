"""The row of commands below the page bar: one tab stop, arrows inside, the filled one right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui.kit import theme
from ui.kit.app_button import ICON_ONLY, AppButton, ButtonKind

Command = tuple[str, QAction]
# A widget stands among the buttons and is never folded.
Item = Command | QWidget
_SIDE = 8
_GAP = 4
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CommandRow(QWidget):
    """Commands of one page; those that do not fit go into "…", never the filled one."""

    def __init__(
        self,
        commands: Sequence[Item],
        main: Command | None = None,
        *,
        first: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a row of *commands* with *main* filled at its right; *first* stands left."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._first = first
        self._items = [
            one if isinstance(one, QWidget) else _button(one, ButtonKind.BAR, self)
            for one in commands
        ]
        self._buttons = [one for one in self._items if isinstance(one, AppButton)]
        self._boxes = [one for one in self._items if not isinstance(one, AppButton)]
        self._more = AppButton("Lệnh khác", ButtonKind.BAR, icon="more", parent=self)
        self._more.hide_words()
        self._more.clicked.connect(self._show_more)
        self._main = _button(main, ButtonKind.MAIN, self) if main else None
        self._lay_out()
        self._take_tab_stop(self._stops()[0] if self._stops() else self._more)

    def sizeHint(self) -> QSize:
        """Return the height of the row; its width is whatever there is."""
        return QSize(0, max(self._more.sizeHint().height() + _GAP, theme.scaled(42)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the row and its lower line."""
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), paints.surf2)
        painter.setPen(paints.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what does not fit into the menu "…"."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold anew where a button grew with the size of the text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the row with the arrows."""
        step = _ARROWS.get(Qt.Key(event.key()))
        stops = [one for one in self._stops() if not one.isHidden() and one.isEnabled()]
        focused = next((one for one in stops if one.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        target = stops[(stops.index(focused) + step) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the button that has the focus be the row's tab stop."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, AppButton):
            self._take_tab_stop(watched)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE, 0, _SIDE, 0)
        layout.setSpacing(_GAP)
        if self._first:
            layout.addWidget(self._first)
        for item in (*self._items, self._more):
            layout.addWidget(item)
        layout.addStretch(1)
        if self._main:
            layout.addWidget(self._main)
        for button in self._stops():
            button.installEventFilter(self)
        self._more.hide()

    def _stops(self) -> list[AppButton]:
        main = [self._main] if self._main else []
        return [*self._buttons, self._more, *main]

    def _take_tab_stop(self, chosen: AppButton) -> None:
        for button in self._stops():
            policy = Qt.FocusPolicy.TabFocus if button is chosen else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(policy)

    def _fold(self) -> None:
        # The stretch before the filled one has a gap of its own.
        taken = (
            2 * _SIDE
            + _GAP
            + sum(
                one.sizeHint().width() + _GAP
                for one in (self._first, self._main, *self._boxes)
                if one
            )
        )
        room = self.width() - taken
        widths = [one.sizeHint().width() + _GAP for one in self._buttons]
        if sum(widths) <= room:
            fitting = len(widths)
        else:
            room -= self._more.sizeHint().width() + _GAP
            fitting = sum(sum(widths[: place + 1]) <= room for place in range(len(widths)))
        for place, button in enumerate(self._buttons):
            button.setVisible(place < fitting)
        self._more.setVisible(fitting < len(self._buttons))

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self._more.text())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([one.action for one in self._buttons if one.isHidden() and one.action])
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def _button(command: Command, kind: ButtonKind, parent: QWidget) -> AppButton:
    icon, action = command
    button = AppButton.of_action(action, kind, icon=icon, parent=parent)
    if action.property(ICON_ONLY):
        button.hide_words()
    menu = action.menu()
    if isinstance(menu, QMenu):
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
    return button
