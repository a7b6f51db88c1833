"""F6 and Shift+F6: from pane to pane, round the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

Panes = Callable[[], Sequence[QWidget | None]]
_TAKES_FOCUS = Qt.FocusPolicy.TabFocus


class PaneWalk:
    """Knows the panes in their order; one that is hidden or has nothing to focus is passed over."""

    def __init__(self, panes: Panes) -> None:
        """Walk along what *panes* returns at the moment of walking."""
        self._panes = panes

    def go(self, step: int) -> None:
        """Move the focus to the next pane, or with -1 to the one before."""
        panes = [one for one in self._panes() if one is not None and _entry(one) is not None]
        if not panes:
            return
        focused = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if _holds(pane, focused)), -step)
        target = _entry(panes[(here + step) % len(panes)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _entry(pane: QWidget) -> QWidget | None:
    """Return what takes the focus in a pane: itself, its proxy, else the first child that can."""
    if not pane.isVisible() or not pane.isEnabled():
        return None
    inside = (_led_to(one) for one in (pane, *pane.findChildren(QWidget)))
    return next((one for one in inside if _can_focus(one)), None)


def _led_to(widget: QWidget) -> QWidget:
    """Return the widget that has the focus when *widget* is given it."""
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return widget


def _can_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    takes = policy.value & _TAKES_FOCUS.value
    return bool(takes) and widget.isVisible() and widget.isEnabled()
