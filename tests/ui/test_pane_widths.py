"""The panes at the left are drawn to another width, which the next window remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import OpenWindow
from ui.frame.actions import Page
from ui.kit.panes import Pane
from ui.main_window import MainWindow


def pane_of(window: MainWindow, name: str) -> Pane:
    window.show_page(Page.PLAN)
    QApplication.processEvents()
    area = window.content.area
    pane = area.plan_tab.parts_pane if name == "parts" else area.panes[0]
    assert isinstance(pane, Pane)
    return pane


def draw(pane: Pane, by: int) -> None:
    """Take hold of the edge by the mouse and draw it."""
    edge = QPoint(pane.width() - 2, pane.height() // 2)
    grip = pane.childAt(edge)
    assert grip is not None
    assert grip.cursor().shape() is Qt.CursorShape.SplitHCursor
    frame = pane.window().windowHandle()
    start = pane.mapTo(pane.window(), edge)
    end = QPoint(min(max(start.x() + by, 0), pane.window().width() - 1), start.y())
    left, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(frame, left, no_keys, start)
    QTest.mouseMove(frame, end)
    QTest.mouseRelease(frame, left, no_keys, end)
    QApplication.processEvents()


@pytest.mark.parametrize("name", ["list", "parts"])
def test_a_width_drawn_is_remembered(open_window: OpenWindow, data_path: Path, name: str) -> None:
    window = open_window(data_path)
    pane = pane_of(window, name)
    before = pane.width()
    draw(pane, 60)
    assert abs(pane.width() - before - 60) <= 4
    wider = pane.width()
    window.close()
    assert pane_of(open_window(data_path), name).width() == wider


def test_a_pane_leaves_room_for_the_page(window: MainWindow) -> None:
    pane = pane_of(window, "list")
    draw(pane, 1200)
    assert pane.width() < window.width() // 2
    draw(pane, -1200)
    assert pane.width() >= 100
