"""A hand for the registers: opened by the menu, typed into by keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tests.ui.plan_life_hand import LONG, settle
from ui.main_window import MainWindow
from ui.registers.register_page import RegisterPage
from ui.registers.register_room import RegisterRoom
from ui.registers.sheet_grid import SheetGrid

_CONTROL = Qt.KeyboardModifier.ControlModifier


def open_register(window: MainWindow, qtbot: QtBot, key: str) -> RegisterPage:
    """Open a register by its entry in the menu and wait until it is read."""
    room = window.content.rooms.room(RegisterRoom)
    actions = window.actions_of_menu.registers
    action = {
        "petition": actions.petitions, "activity": actions.activities,
        "index_figure": actions.index, "procedure": actions.procedures,
    }[key]  # fmt: skip
    settle(window, qtbot)
    assert action.isEnabled()
    action.trigger()
    page = room.page(key)
    qtbot.waitUntil(lambda: page.book is not None, timeout=LONG)
    settle(window, qtbot)
    assert page.isVisible()
    return page


def back_to(window: MainWindow, qtbot: QtBot) -> None:
    """Let the window have the keys again after a dialog: this platform does not by itself."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)


def column(grid: SheetGrid, name: str) -> int:
    """Return the place of a column by its field, or by its heading."""
    return next(
        place
        for place, one in enumerate(grid.rows.sheet.columns)
        if name in (one.name, one.heading)
    )


def words(grid: SheetGrid, line: int, name: str) -> str:
    return grid.rows.cell(grid.rows.index(line, column(grid, name))).words


def column_words(grid: SheetGrid, name: str) -> list[str]:
    rows = grid.rows.rowCount() - (grid.rows.draft_line >= 0)
    return [words(grid, line, name) for line in range(rows)]


def editor(grid: SheetGrid) -> QLineEdit:
    found = grid.indexWidget(grid.currentIndex())
    assert isinstance(found, QLineEdit)
    return found


def type_in(grid: SheetGrid, line: int, name: str, text: str, key: Qt.Key) -> None:
    """Stand in a cell, type over it and leave it by a key; Vietnamese letters are set."""
    grid.setFocus()
    grid.go_to(line, column(grid, name))
    press(grid, Qt.Key.Key_F2)
    field = editor(grid)
    if text.isascii():
        field.selectAll()
        QTest.keyClicks(field, text) if text else press(field, Qt.Key.Key_Delete)
    else:
        field.setText(text)
    if (completer := field.completer()) is not None:
        completer.popup().hide()
    press(field, key)


def paste(grid: QWidget, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(grid, Qt.Key.Key_V, _CONTROL)


def undo(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Z, _CONTROL)


def redo(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Y, _CONTROL)
