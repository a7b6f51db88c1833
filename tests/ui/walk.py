"""What a walk through a window looks at: names, words, letters of menus, ways without a mouse."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QCompleter,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QScrollBar,
    QTreeWidget,
    QWidget,
)

from tests.ui.hand import press
from ui.kit.app_button import AppButton
from ui.kit.command_row import CommandRow

ENGLISH = re.compile(
    r"\b(the|file|open|save|cancel|close|copy|paste|undo|redo|cut|delete|select|help|about|"
    r"print|show|hide|details|yes|ok|apply|name|size|type|date|back|next|page|view|exit|quit|"
    r"window|button|scroll|left|right|up|down)\b",
    re.IGNORECASE,
)
KEYS = re.compile(r"Page (Up|Down)|Delete|Ctrl\+\S+|Alt\+\S+|Shift\+\S+|Enter|Esc")


def english(words: str) -> list[str]:
    return ENGLISH.findall(KEYS.sub("", words.replace("&", "")))


def name_of(widget: QWidget) -> str:
    # "or": some of Qt's own interfaces never say the name that was given.
    told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return told or widget.accessibleName()


def nameless(window: QWidget) -> list[str]:
    """Return what takes the keyboard without a name, in sight or not, lists of boxes too."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.focusProxy() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        owner = widget.parentWidget()
        # Qt's own parts of a field, such as the line of a spin box, are read as the field.
        spoken = _named_owner(widget) if _is_part(widget) else name_of(widget)
        if not spoken.strip():
            found.append(f"{type(widget).__name__} in {type(owner).__name__}")
    boxes = window.findChildren(QComboBox)
    return found + [f"list of {name_of(one)}" for one in boxes if not name_of(one.view()).strip()]


def _is_part(widget: QWidget) -> bool:
    owner = widget.parentWidget()
    return (
        isinstance(widget, QScrollBar | QHeaderView)
        or widget.objectName().startswith("qt_")
        or isinstance(owner, QComboBox | QAbstractSpinBox)
        or (owner is not None and owner.inherits("QComboBoxPrivateContainer"))
    )


def _named_owner(widget: QWidget) -> str:
    """Return the name of what a part belongs to: its nearest owner that has one."""
    one: QWidget | None = widget
    while one is not None and not name_of(one).strip():
        one = one.parentWidget()
    return name_of(one) if one is not None else ""


def words_in(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        yield widget.accessibleDescription()
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QTreeWidget):
            head = widget.headerItem()
            yield from (head.text(place) for place in range(head.columnCount()))


def faults_of(window: QWidget) -> list[str]:
    """Return all that is wrong with the names and the words of a window."""
    faults = nameless(window)
    faults += sorted({words for words in words_in(window) if english(words)})
    for completer in window.findChildren(QCompleter):
        if not name_of(completer.popup()):
            faults.append(f"popup of {completer.parent()}")
    return faults


def letter_of(words: str) -> str:
    return words.replace("&&", "").partition("&")[2][:1].lower()


def menu_below(action: QAction, owner: QWidget) -> QMenu | None:
    """Return the menu an action opens, not by its own word: PySide deletes what that returns."""
    if isinstance(owner, QMenu) and owner.parentWidget() is None:
        return None
    menus = owner.window().findChildren(QMenu)
    if isinstance(owner, QMenu) and (above := owner.parentWidget()) is not None:
        menus = above.window().findChildren(QMenu)
    return next((one for one in menus if one.menuAction() is action), None)


def faults_of_menu(
    menu: QMenu, *, all_have_letters: bool = True, is_ours: bool = True
) -> list[str]:
    """Return all that is wrong with a menu and those in it; Qt's own have no name, no letters."""
    entries = [one for one in menu.actions() if not one.isSeparator()]
    letters = [letter_of(one.text()) for one in entries]
    there = [one for one in letters if one]
    faults = [f"English: {one.text()}" for one in entries if english(one.text())]
    faults += [f"twice {one} in {menu.title()}" for one in there if there.count(one) > 1]
    faults += [f"letter {one}" for one in there if not one.isascii()]
    faults += [f"no words in {menu.title()}" for one in entries if not one.text().strip()]
    if not entries:
        faults.append(f"empty menu {menu.title()}")
    if is_ours and not (name_of(menu) or menu.title()).strip():
        faults.append(f"menu without a name: {[one.text() for one in entries]}")
    if is_ours and all_have_letters:
        faults += [
            f"no letter: {one.text()}"
            for one, letter in zip(entries, letters, strict=True)
            if not letter
        ]
    for entry in entries:
        if inner := menu_below(entry, menu):
            faults += faults_of_menu(inner, all_have_letters=all_have_letters, is_ours=is_ours)
    return faults


def open_menu() -> QMenu | None:
    QApplication.processEvents()
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def right_click(widget: QWidget, place: QPoint) -> QMenu | None:
    """Click as the window system does, which alone makes an event for a menu of it."""
    window = widget.window()
    at = widget.mapTo(window, place)
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at
    )
    return open_menu()


def press_menu_key(widget: QWidget) -> QMenu | None:
    """Ask for the menu of what has the keyboard, as the platform does by its menu key."""
    widget.setFocus()
    at = widget.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
    return open_menu()


def entries_below(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        yield action
        if inner := menu_below(action, menu):
            yield from entries_below(inner)


def menus_of_bar(window: QMainWindow) -> list[QMenu]:
    bar = window.menuBar()
    found = [menu_below(one, bar) for one in bar.actions()]
    return [one for one in found if one is not None]


def has_working_key(action: QAction) -> bool:
    """Whether the action has a key and stands on a widget where Qt listens for it."""
    listens = any(isinstance(one, QWidget) for one in action.associatedObjects())
    return not action.shortcut().isEmpty() and listens


def takes_focus_by_keys(button: AppButton) -> bool:
    """Whether Tab reaches the button, or Tab its row of commands and the arrows the button."""
    if button.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return True
    row = button.parentWidget()
    if not isinstance(row, CommandRow) or not button.isVisible():
        return False
    stops = row.findChildren(AppButton)
    (first,) = [one for one in stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in stops:
        focused = QApplication.focusWidget()
        if focused is button:
            return True
        if focused is not None:
            press(focused, Qt.Key.Key_Right)
    return False


def actions_with_words(owner: QObject) -> list[QAction]:
    found = owner.findChildren(QAction)
    return [one for one in found if one.text().strip() and not one.isSeparator()]
