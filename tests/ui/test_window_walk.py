"""A walk through windows, menus and context menus: words, names, mnemonics, keys."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QMenu,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.actions import Page
from ui.app_button import AppButton
from ui.main_window import MainWindow

ENGLISH = re.compile(
    r"\b(the|file|open|save|cancel|close|copy|paste|undo|redo|cut|delete|select|help|about|"
    r"print|show|hide|details|yes|ok|apply|name|size|type|date|back|next|page|view|exit|quit|"
    r"window|button|scroll|left|right|up|down)\b",
    re.IGNORECASE,
)
KEYS = re.compile(r"Page (Up|Down)|Delete|Ctrl\+\S+|Alt\+\S+|Shift\+\S+|Enter|Esc")


def english(words: str) -> list[str]:
    return ENGLISH.findall(KEYS.sub("", words.replace("&", "")))


def dialogs_of(window: MainWindow) -> Iterator[QDialog]:
    """Open each dialog the menus lead to, one after the other."""
    actions = window.actions_of_menu
    for action in (actions.about, actions.shortcuts, actions.recent_messages, actions.restore):
        action.trigger()
        QApplication.processEvents()
        (shown,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
        yield shown
        shown.close()
        shown.deleteLater()
        QApplication.processEvents()


def nameless(window: QWidget) -> list[QWidget]:
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if isinstance(widget, QScrollBar | QHeaderView) or widget.focusProxy():
            continue
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        parent = widget.parentWidget()
        if not name and not (parent is not None and parent.accessibleName()):
            found.append(widget)
    return found


def words_in(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()


def test_dialogs_speak_vietnamese_and_have_names(window: MainWindow, qtbot: QtBot) -> None:
    seen = 0
    for dialog in dialogs_of(window):
        seen += 1
        assert {words for words in words_in(dialog) if english(words)} == set()
        assert nameless(dialog) == []
        assert dialog.windowTitle()
    assert seen == 4


@pytest.mark.parametrize("page", list(Page))
def test_pages_have_names_and_no_english(window: MainWindow, page: Page) -> None:
    window.show_page(page)
    QApplication.processEvents()
    assert nameless(window) == []
    assert {words for words in words_in(window) if english(words)} == set()


def menus_of(window: MainWindow) -> list[QMenu]:
    return [one for one in window.menuBar().findChildren(QMenu) if one.actions()]


def test_menus_speak_vietnamese_with_a_letter_each(window: MainWindow) -> None:
    for menu in menus_of(window):
        entries = [one for one in menu.actions() if not one.isSeparator()]
        assert [one.text() for one in entries if english(one.text())] == []
        letters = [one.text().partition("&")[2][:1].lower() for one in entries]
        assert all(letters), [one.text() for one in entries]
        assert len(letters) == len(set(letters)), [one.text() for one in entries]
        assert all(letter.isascii() for letter in letters)


def test_the_menu_bar_has_the_letters_of_the_visual_language(window: MainWindow) -> None:
    titles = [one.text() for one in window.menuBar().actions()]
    letters = [one.partition("&")[2][:1] for one in titles]
    assert "".join(one for one in "TCXKNBGP" if one.lower() in [x.lower() for x in letters]) == (
        "".join(letters).upper()
    )


def test_every_act_has_a_key_or_stands_in_a_menu(window: MainWindow) -> None:
    in_menus = {action for menu in menus_of(window) for action in menu.actions()}
    in_menus |= {action for menu in window.findChildren(QMenu) for action in menu.actions()}
    buttons = {one.action for one in window.findChildren(AppButton) if one.action is not None}
    # What stands on the empty screen is reached there, by Tab.
    begin = {window.actions_of_menu.open_sample, window.actions_of_menu.try_again}
    known = {one for one in window.findChildren(QAction) if one.text() and not one.isSeparator()}
    lost = [
        one.text()
        for one in known - in_menus - buttons - begin
        if one.shortcut().isEmpty() and one.parent() is window
    ]
    assert lost == []


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_context_menus_show_at_most_nine_known_acts(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page(Page.TASKS)
    table = window.content.area.task_tab.table
    table.setCurrentIndex(table.model().index(2, 1))
    QApplication.processEvents()
    place = table.visualRect(table.currentIndex()).center()
    shown: list[QMenu] = []
    for target, at in ((table.viewport(), place), (table, QPoint(20, 60))):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, target.mapToGlobal(at))
        QApplication.sendEvent(target, event)
        QApplication.processEvents()
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu)]
        shown = [one for one in shown if one.isVisible()]
        if shown:
            break
    for menu in shown:
        entries = [one for one in menu.actions() if not one.isSeparator()]
        assert 0 < len(entries) <= 9
        assert [one.text() for one in entries if english(one.text())] == []
        menu.close()
