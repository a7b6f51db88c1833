"""From all sheets merged to a printed report: the guide's own steps, done by hand and counted."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QListView,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.hand import click
from tests.ui.plan_life_hand import LONG, settle
from tests.ui.preview_parts import OFFICE_PRINTER, FilePrinters
from tests.ui.report_hand import followed, newest
from tthc_desktop.domain.reporting.report import ReportState
from ui.main_window import MainWindow
from ui.preview.preview import Preview
from ui.reports.period_words import STEP_WORDS
from ui.reports.step_line import StepLine

GUIDE = Path(__file__).parents[2] / "docs" / "huong-dan-su-dung.md"
HEADING = "## Từ khi nhận đủ phiếu đến khi in báo cáo"
MOST_ACTS = 25
_STEP = re.compile(r"^\d+\. (?:Nhấn `(?P<keys>[^`]+)`|Nhấp \*\*(?P<words>.+?)\*\*)")
# As Excel puts a block on the clipboard, the columns of sums among them.
EXCEL = (
    "Công tác dân tộc\t18\t15\t2\t1\t16\t12\t4\t0\t2\t2\t0\n"
    "Tín ngưỡng, tôn giáo\t96\t71\t19\t6\t88\t61\t27\t0\t8\t8\t0\n"
)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Act(NamedTuple):
    keys: str | None
    words: str | None


def acts_of_guide() -> list[Act]:
    section = GUIDE.read_text(encoding="utf-8").split(HEADING)[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if re.match(r"\d+\. ", line)]
    found = [_STEP.match(line) for line in lines]
    assert all(found), lines
    return [Act(one["keys"], one["words"]) for one in found if one]


def press_keys(window: MainWindow, keys: str) -> None:
    """Press a key where a person's keys go: to what has the focus."""
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


def click_words(window: MainWindow, words: str) -> None:
    """Click what carries these words, wherever it is shown in the window."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled():
            place = place_of(widget, words)
            if place is not None:
                target = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
                click(target, place)
                return
    pytest.fail(f"nothing to click says “{words}”")


def place_of(widget: QWidget, words: str) -> QPoint | None:
    if isinstance(widget, StepLine):
        step = widget.next_step
        said = step is not None and STEP_WORDS[step] == words
        return widget.step_room(step).center().toPoint() if step and said else None
    if isinstance(widget, QAbstractButton):
        return widget.rect().center() if widget.text().replace("&", "") == words else None
    if isinstance(widget, QTabBar):
        names = [widget.tabText(place) for place in range(widget.count())]
        return widget.tabRect(names.index(words)).center() if words in names else None
    if isinstance(widget, QAbstractItemView):
        return place_in_view(widget, words)
    return None


def place_in_view(view: QAbstractItemView, words: str) -> QPoint | None:
    model = view.model()
    if model is None:
        return None
    top = QModelIndex()
    for row in range(model.rowCount(top)):
        for column in range(1 if isinstance(view, QListView) else 3):
            index = model.index(row, column)
            said = index.data() or index.data(Qt.ItemDataRole.AccessibleTextRole)
            if str(said).partition(", ")[0] == words and view.visualRect(index).isValid():
                return view.visualRect(index).center()
    return None


def test_the_guide_leads_from_the_merged_sheets_to_a_printed_report(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    settle(window, qtbot)
    paper = tmp_path / "giấy.pdf"
    printers = FilePrinters(paper)
    preview = window.content.rooms.room(Preview).acts
    preview._printers = printers
    QGuiApplication.clipboard().setText(EXCEL)
    acts = acts_of_guide()
    assert 8 <= len(acts) <= MOST_ACTS
    for act in acts:
        if act.keys:
            press_keys(window, act.keys)
        else:
            assert act.words
            click_words(window, act.words)
        followed(window, qtbot)
        if preview.is_open:
            qtbot.waitUntil(lambda: preview.page.setter.is_complete, timeout=LONG)
    report = newest(window, "2026-Q2")
    assert report is not None
    assert report.state is ReportState.CONSOLIDATED
    row = report.grid("II.06a").row("Tín ngưỡng, tôn giáo")
    assert row is not None
    assert row.typed() == {4: 71, 5: 19, 6: 6, 8: 61, 9: 27, 10: 0, 12: 8, 13: 0}
    qtbot.waitUntil(lambda: bool(printers.used), timeout=LONG)
    qtbot.waitUntil(lambda: not window.content._background.is_busy, timeout=LONG)
    printers.made.clear()
    assert printers.used == [OFFICE_PRINTER]
    assert len(PdfReader(paper).pages) >= 5
