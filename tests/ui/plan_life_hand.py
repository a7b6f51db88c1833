"""A hand for the dialogs of a plan's life."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from tthc_desktop.domain.plan import Plan, PlanKind
from tthc_desktop.ports import UnitsOfWork
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow

D = TypeVar("D", bound=QDialog)
LONG = 20_000


def shown(window: QWidget, kind: type[D]) -> list[D]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def dialog(window: QWidget, qtbot: QtBot, kind: type[D]) -> D:
    """Wait for the one dialog of a kind."""
    qtbot.waitUntil(lambda: len(shown(window, kind)) == 1, timeout=LONG)
    return shown(window, kind)[0]


def gone(window: QWidget, qtbot: QtBot, kind: type[D]) -> None:
    qtbot.waitUntil(lambda: not shown(window, kind), timeout=LONG)


def button(owner: QWidget, words: str) -> AppButton:
    (found,) = (one for one in owner.findChildren(AppButton) if one.text() == words)
    return found


def units_of(window: MainWindow) -> UnitsOfWork:
    file = window.content.session.file
    assert file is not None
    assert file.units is not None
    return file.units


def stored(window: MainWindow, plan_id: str) -> Plan:
    with units_of(window).reading() as work:
        return work.plans.get(plan_id)


def control_id(window: MainWindow) -> str:
    file = window.content.session.file
    assert file is not None
    return next(one.id for one in file.plans if one.kind is PlanKind.CONTROL)


def opened_id(window: MainWindow) -> str:
    opened = window.content.session.open_plan
    assert opened is not None
    return opened.plan.id


def open_control(window: MainWindow, qtbot: QtBot) -> str:
    """Open the control plan and return its id."""
    wanted = control_id(window)
    if opened_id(window) != wanted:
        with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
            window.content.session.select(wanted)
    return wanted


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the worker has nothing to do."""
    background = window.content._background
    qtbot.waitUntil(lambda: not background.is_busy, timeout=LONG)


def row_at(tree: QTreeWidget, place: int = 0) -> QTreeWidgetItem:
    """Return a row of a list."""
    found = tree.topLevelItem(place)
    assert found is not None
    return found
