"""Vietnamese keyboards take letters back and write others; every kind of field bears it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tests.ui.telex import telex_of, type_vi, type_words, written
from ui.first_start.rows_model import RowsModel
from ui.first_start.rows_table import RowsTable
from ui.kit.choice_list import ChoiceList
from ui.kit.text_fields import editable_combo, line_edit, text_of

UI = Path(__file__).resolve().parents[2] / "ui"
WORDS = (
    "Văn phòng",
    "Sở Dân tộc và Tôn giáo",
    "Ủy ban nhân dân",
    "được giải quyết đúng hạn",
    "Nguyễn Thị Hoài",
)
POPUP = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    # A field listens to its suggestions from the moment the keyboard comes to it.
    qtbot.waitUntil((widget.focusProxy() or widget).hasFocus)


@pytest.mark.parametrize("words", WORDS)
def test_the_replayed_keys_are_those_of_telex(words: str) -> None:
    assert " ".join(written(one) for one in telex_of(words).split(" ")) == words


def test_tones_stand_where_they_are_read() -> None:
    keys = {"hoaf": "hòa", "toans": "toán", "quyf": "quỳ", "thuees": "thuế", "ddaats": "đất"}
    assert {one: written(one) for one in keys} == keys


@POPUP
@pytest.mark.parametrize("words", WORDS)
def test_every_kind_of_field_takes_it(dressed: QApplication, qtbot: QtBot, words: str) -> None:
    offered = ("Văn phòng", "Vaăn", "Sở Dân tộc", "Ủy ban", "Nguyễn Thị Hoài Thu")
    fields = (
        line_edit("Một"),
        line_edit("Hai", suggestions=offered),
        editable_combo("Ba", offered),
    )
    for field in fields:
        shown(qtbot, field)
        type_words(field, words)
        assert text_of(field) == words
        if popup := QApplication.activePopupWidget():
            popup.close()
    text = QPlainTextEdit()
    shown(qtbot, text)
    type_words(text, words)
    assert text.toPlainText() == words


@POPUP
def test_a_cell_takes_it_when_typed_over(dressed: QApplication, qtbot: QtBot) -> None:
    table = RowsTable(
        "Danh sách", RowsModel(("Tên", "Tên cũ"), ("", "")), {0: ("Văn phòng",)}, (1, 1)
    )
    shown(qtbot, table)
    table.setCurrentIndex(table.rows.index(0, 0))
    type_vi(table, "DDaats ddai")
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Đất đai"
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.cells for one in table.rows.rows] == [["Đất đai", ""]])
    assert table.currentIndex().row() == 1


@POPUP
def test_suggestions_are_found_without_marks(dressed: QApplication, qtbot: QtBot) -> None:
    field = line_edit("Cơ quan", suggestions=("UBND tỉnh Thái Nguyên", "UBND tỉnh Đắk Lắk"))
    shown(qtbot, field)
    type_vi(field, "dak")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert field.text() == "UBND tỉnh Đắk Lắk"


def test_long_lists_are_searched_by_a_field(dressed: QApplication, qtbot: QtBot) -> None:
    choices = ChoiceList("Đơn vị")
    shown(qtbot, choices)
    names = ("Dân tộc", "Đất đai", "Văn phòng")
    choices.set_entries(((one, one) for one in names), ("Văn phòng",))
    type_vi(choices.search, "ddaats")
    assert [not choices.view.item(row).isHidden() for row in range(3)] == [False, True, False]
    press(choices.search, Qt.Key.Key_Return)
    press(choices.view, Qt.Key.Key_Space)
    assert choices.ticked == ("Đất đai", "Văn phòng")


def test_what_keyboards_leave_behind_is_cleaned(dressed: QApplication) -> None:
    assert text_of(line_edit("Tên", " Sở\u202f \u200cNô\u0323i vụ ")) == "Sở Nội vụ"


def test_only_the_factory_makes_fields_that_complete() -> None:
    spoiling = re.compile(r"setEditable\(True\)|InlineCompletion")
    found = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        if spoiling.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"kit/text_fields.py"}


def test_nothing_listens_to_plain_backspace() -> None:
    found = [
        path.name
        for path in UI.rglob("*.py")
        if "Key_Backspace" in path.read_text(encoding="utf-8")
    ]
    assert found == []


def test_the_default_editable_box_would_spoil_it(dressed: QApplication, qtbot: QtBot) -> None:
    combo = QComboBox()
    combo.setEditable(True)
    combo.addItems(["Văn phòng Sở", "Vaăn"])
    shown(qtbot, combo)
    type_vi(combo, "Vawn phongf")
    assert combo.currentText() != "Văn phòng"
