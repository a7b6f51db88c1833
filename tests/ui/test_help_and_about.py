import re
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from tests.ui.hand import click, press
from tests.ui.telex import type_words
from tests.ui.test_window_words import english_in
from tthc_desktop import VERSION
from ui.help.about import About
from ui.help.help_pages import FIRST_START, PAGE_HEADINGS, anchor_of, headings_of, help_text
from ui.help.help_window import HelpWindow
from ui.help.licences import components
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = {"MIT", "BSD-3-Clause", "PSF-2.0", "LGPL-3.0", "public domain"}
# What each package says of itself, as it is found in its own records.
SAID = {
    "MIT": {"MIT"},
    "BSD-3-Clause": {"BSD-3-Clause"},
    "PSF-2.0": {"PSF-2.0", "PSFL"},
    "LGPL-3.0": {"LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"},
}


def locked() -> dict[str, str]:
    lock = (ROOT / "build" / "locks" / "runtime.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^\s\\;]+)", lock, re.MULTILINE))


def test_every_package_of_the_lock_is_named_with_its_licence() -> None:
    of_package = {package: one for one in components() for package in one.packages}
    assert set(of_package) == set(locked())
    for package, component in of_package.items():
        told = metadata.metadata(package)
        names = [name for name in ("License-Expression", "License") if name in told]
        own = told[names[0]]
        assert component.licence in ALLOWED
        assert own in SAID[component.licence], package
        assert metadata.version(package) == locked()[package]


def test_every_licence_is_there_in_full() -> None:
    for one in components():
        assert len(one.text) > 200, one.name
    texts = {one.name: one.text for one in components()}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["LGPL phiên bản 3"]
    assert "có thể thay bằng bản khác" in texts["Qt, PySide6, Shiboken6"]
    assert "ngoại lệ" in texts["PyInstaller (phần khởi động)"]


def test_about_names_versions_and_copies_them(dressed: QApplication, qtbot: QtBot) -> None:
    about = About()
    qtbot.addWidget(about)
    about.show()
    row = next(i for i in range(about.list.count()) if "SQLAlchemy" in about.list.item(i).text())
    about.list.setFocus()
    about.list.setCurrentRow(row)
    assert "SQLAlchemy authors" in about.text.toPlainText()
    copy = next(one for one in about.findChildren(AppButton) if one.text() == "Chép phiên bản")
    click(copy)
    told = QGuiApplication.clipboard().text()
    assert VERSION in told
    assert f"lxml {locked()['lxml']}" in told


def test_every_page_has_its_section() -> None:
    words = [one.words for one in headings_of(help_text())]
    assert {*PAGE_HEADINGS, FIRST_START} <= set(words)
    anchors = [anchor_of(one) for one in words]
    assert len(anchors) == len(set(anchors))
    assert len(resources.text("help/huong-dan-su-dung.md").splitlines()) > 100


def test_the_help_is_vietnamese() -> None:
    words = set(english_in(re.sub(r"[A-Za-z]+[+.][A-Za-z+-]+|\*\*.*?\*\*|F\d+", "", help_text())))
    assert {one.lower() for one in words} <= {"tab", "page", "up", "down"}


@pytest.mark.parametrize("page", range(4))
def test_the_key_opens_the_section_of_the_page(window: MainWindow, qtbot: QtBot, page: int) -> None:
    window.show_page(page)
    press(window, Qt.Key.Key_F1)
    (shown,) = window.findChildren(HelpWindow)
    assert shown.isVisible()
    assert shown.headings.currentItem().text().strip() == PAGE_HEADINGS[page]
    assert shown.text.textCursor().block().text() == PAGE_HEADINGS[page]


def test_the_help_is_searched_without_marks(dressed: QApplication, qtbot: QtBot) -> None:
    shown = HelpWindow()
    qtbot.addWidget(shown)
    shown.show()
    type_words(shown.search, "sao lưu")
    places = []
    for _ in range(2):
        cursor = shown.text.textCursor()
        assert cursor.selectedText().lower() == "sao lưu"
        places.append(cursor.selectionStart())
        press(shown.search, Qt.Key.Key_Return)
    assert places[0] < places[1]
    shown.search.setText("khôngcóđâu")
    assert shown.found.text() == "Không tìm thấy"
    shown.search.clear()
    assert shown.found.text() == ""


def test_a_heading_leads_to_its_section(dressed: QApplication, qtbot: QtBot) -> None:
    shown = HelpWindow()
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    shown.show()
    row = next(
        i for i in range(shown.headings.count()) if "Phím tắt" in shown.headings.item(i).text()
    )
    click(
        shown.headings.viewport(), shown.headings.visualItemRect(shown.headings.item(row)).center()
    )
    assert shown.text.textCursor().block().text() == "Phím tắt"
    assert shown.text.verticalScrollBar().value() > 0
    shown.text.moveCursor(QTextCursor.MoveOperation.Start)
    press(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
