"""Every word of the window is Vietnamese, every act has a key or a place, every widget a name."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAction, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.walk import KEYS
from ui.help.about import About
from ui.kit import theme
from ui.kit.app_button import AppButton
from ui.kit.empty_screen import EmptyScreen
from ui.kit.work_bar import WorkBar
from ui.main_window import MainWindow

OpenWindow = Callable[[Path], MainWindow]
# Words that are no Vietnamese and yet belong: names and the keys of the keyboard.
NAMES = {
    "TTHC", "Desktop", "Word", "Excel", "PDF", "UBND", "STMDV", "KH", "STT", "VT", "VP",
}  # fmt: skip
ENGLISH = re.compile(
    r"\b(the|file|open|save|cancel|close|copy|paste|undo|redo|cut|delete|select|all|help|about|"
    r"print|show|hide|details|yes|no|ok|apply|name|size|type|date|back|next|page|view|exit|quit|"
    r"tab|window|button|menu|scroll|left|right|up|down)\b",
    re.IGNORECASE,
)


def words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield widget.windowTitle()
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    if isinstance(widget, QAbstractItemView):
        for column in range(20):
            yield str(widget.model().headerData(column, Qt.Orientation.Horizontal) or "")


def english_in(words: str) -> list[str]:
    # A key has the name that stands on it.
    plain = KEYS.sub("", words.replace("&", ""))
    return [one for one in ENGLISH.findall(plain) if one not in NAMES]


def all_pages(window: MainWindow) -> Iterator[None]:
    for page in range(4):
        window.show_page(page)
        QApplication.processEvents()
        yield


def test_no_english_is_left(window: MainWindow) -> None:
    window.actions_of_menu.about.trigger()
    found = {
        words: english_in(words)
        for _ in all_pages(window)
        for widget in (window, *window.findChildren(QWidget))
        for words in words_of(widget)
    }
    assert len(found) > 50
    assert {words: english for words, english in found.items() if english} == {}


def test_every_widget_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    for _ in all_pages(window):
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            if isinstance(widget, QScrollBar) or widget.focusProxy():
                continue
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            parent = widget.parentWidget()
            named_by_view = parent is not None and bool(parent.accessibleName())
            assert name or named_by_view, widget


def test_no_letter_stands_twice_in_a_menu(window: MainWindow) -> None:
    bar = window.menuBar()
    lists = [one.actions() for one in (bar, *bar.findChildren(QMenu)) if one.actions()]
    assert len(lists) >= 4
    for actions in lists:
        letters = [
            one.text().partition("&")[2][:1].lower() for one in actions if not one.isSeparator()
        ]
        assert all(letters)
        assert len(letters) == len(set(letters))


def test_no_key_stands_for_two_acts(window: MainWindow) -> None:
    keys = [one.shortcut().toString() for one in window.actions() if not one.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+1", "Ctrl+4", "Ctrl+S", "F5", "F6", "F8", "F9", "F11"} <= set(keys)


def test_every_button_of_the_bars_is_in_a_menu_too(window: MainWindow) -> None:
    in_menus = {action for menu in window.findChildren(QMenu) for action in menu.actions()}
    buttons = window.bars.findChildren(AppButton)
    acts = [one.action for one in buttons if one.action]
    assert acts
    # A button that opens a menu of its own does nothing by itself.
    assert {one for one in acts if not isinstance(one.menu(), QMenu)} <= in_menus


def test_the_command_row_is_one_tab_stop_with_arrows_inside(
    window: MainWindow, qtbot: QtBot
) -> None:
    buttons = [one for one in window.bars.row.findChildren(AppButton) if one.isVisible()]
    stops = [one for one in buttons if one.focusPolicy() == Qt.FocusPolicy.TabFocus]
    assert stops == buttons[:1]
    buttons[0].setFocus()
    press(buttons[0], Qt.Key.Key_Right)
    assert buttons[1].hasFocus()
    press(buttons[1], Qt.Key.Key_Left)
    press(buttons[0], Qt.Key.Key_Left)
    assert buttons[-1].hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_what_does_not_fit_goes_behind_the_dots(window: MainWindow, qtbot: QtBot) -> None:
    row = window.bars.row
    assert row._main is not None
    first, *others = row._buttons
    kept = (row._main, row._more, first, *row._boxes)
    row.setFixedWidth(sum(one.sizeHint().width() + 8 for one in kept) + 20)
    QApplication.processEvents()
    shown = [one for one in row.findChildren(AppButton) if one.isVisible()]
    assert {*shown} == {first, row._more, row._main}
    click(row._more)
    menus = [one for one in row.findChildren(QMenu) if one.isVisible()]
    names = [[one.iconText() for one in menu.actions()] for menu in menus]
    assert names == [[one.text() for one in others]]
    menus[0].close()


@pytest.mark.parametrize(("width", "height"), [(1366, 690), (1092, 537), (910, 435)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_screen_fits_small_windows_and_large_text(
    dressed: QApplication,
    open_window: OpenWindow,
    data_path: Path,
    qtbot: QtBot,
    width: int,
    height: int,
    scale: float,
) -> None:
    theme.dress(dressed, text_scale=scale)
    window = open_window(data_path)
    window.resize(width, height)
    for _ in all_pages(window):
        assert (window.width(), window.height()) == (width, height)
        for button in visible(window, AppButton):
            inside = button.mapTo(window, button.rect().bottomRight())
            assert 0 <= inside.x() <= width
            assert inside.y() <= height
            assert button.width() >= button.sizeHint().width()
            assert button.height() >= QFontMetrics(button.font()).height()


def visible(window: QObject, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def test_the_work_bar_shows_only_what_takes_long(dressed: QApplication, qtbot: QtBot) -> None:
    bar = WorkBar()
    qtbot.addWidget(bar)
    bar.begin("Đang xuất…", can_stop=True)
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible, timeout=2000)
    (stop,) = bar.findChildren(AppButton)
    with qtbot.waitSignal(bar.stop_asked):
        click(stop)
    bar.end()
    assert not bar.isVisible()


def test_the_message_card_goes_by_itself_but_not_under_the_mouse(
    window: MainWindow, qtbot: QtBot
) -> None:
    card = window.content.card
    card._timer.setInterval(50)
    card.say("Đã xong")
    assert card.isVisible()
    assert card.geometry().right() < window.width()
    qtbot.waitUntil(card.isHidden)
    card.say("Đã xong")
    card.enterEvent(None)  # type: ignore[arg-type]
    qtbot.wait(120)
    assert card.isVisible()
    (close,) = card.findChildren(AppButton)
    click(close)
    assert card.isHidden()


def test_dialogs_close_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of_menu.about.trigger()
    (about,) = window.findChildren(About)
    press(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_the_empty_screen_says_what_is_missing(dressed: QApplication, qtbot: QtBot) -> None:
    screen = EmptyScreen()
    qtbot.addWidget(screen)
    ways = [("doc", QAction(words, screen)) for words in ("Nhập", "Mở mẫu")]
    screen.say("doc", "Chưa có kế hoạch", "Chọn một cách.", ways)
    screen.say("doc", "Chưa có nhiệm vụ", "Chọn một cách.", ways[:1])
    buttons = [one for one in screen.findChildren(AppButton) if not one.isHidden()]
    assert [one.text() for one in buttons] == ["Nhập"]
