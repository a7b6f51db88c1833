import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.startup.qt_vietnamese import QtVietnamese
from ui.startup.qt_words import IN_CONTEXT, WORDS


@pytest.fixture
def vietnamese(dressed: QApplication) -> QApplication:
    return dressed


def menu_words(widget: QLineEdit | QPlainTextEdit) -> list[str]:
    menu = widget.createStandardContextMenu()
    assert menu is not None
    words = [one.text().partition("\t")[0] for one in menu.actions() if not one.isSeparator()]
    menu.deleteLater()
    return words


def test_buttons_speak_vietnamese(vietnamese: QApplication, qtbot: QtBot) -> None:
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Save | kinds.Cancel | kinds.Discard | kinds.Yes | kinds.No)
    qtbot.addWidget(box)
    words = {kind.name: box.button(kind).text() for kind in (kinds.Save, kinds.Cancel, kinds.Yes)}
    assert words == {"Save": "Lưu", "Cancel": "Hủy", "Yes": "&Có"}


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_right_click_menus_speak_vietnamese(
    vietnamese: QApplication, qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    assert menu_words(widget) == [
        "&Hoàn tác", "&Làm lại", "Cắ&t", "&Chép", "&Dán", "Xóa", "Chọn tất cả",
    ]  # fmt: skip


def test_qts_own_file_dialog_has_no_english_left(vietnamese: QApplication, qtbot: QtBot) -> None:
    dialog = QFileDialog(None, "Nhập kế hoạch")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    shown = {one.text() for one in dialog.findChildren(QLabel) if one.text()}
    shown |= {one.text() for one in dialog.findChildren(QPushButton)}
    shown |= {one.toolTip() for one in dialog.findChildren(QToolButton) if one.toolTip()}
    assert {"Tìm trong:", "&Tên tệp:", "Kiểu tệp:", "&Mở", "Hủy"} <= shown
    assert shown & WORDS.keys() == set()


def test_keys_keep_the_names_on_the_keyboard(vietnamese: QApplication) -> None:
    text = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Shift+Del").toString(text) == "Ctrl+Shift+Del"


def test_unknown_words_stay_as_they_are(vietnamese: QApplication) -> None:
    assert QCoreApplication.translate("Anything", "No such words") == "No such words"
    assert QtVietnamese().translate("QShortcut", "Delete") is None
    assert isinstance(QtVietnamese(), QTranslator)


def test_every_word_has_an_answer_and_keeps_its_place_holders() -> None:
    for source, words in (*WORDS.items(), *((key[1], one) for key, one in IN_CONTEXT.items())):
        assert words.strip()
        assert words.count("%1") == source.count("%1"), source
        assert words.count("&") <= 1
        assert words.endswith("…") == source.endswith("...") or "…" not in words


def test_no_two_buttons_of_a_box_share_a_letter() -> None:
    together = ("&Yes", "Yes to &All", "&No", "N&o to All", "&Cancel", "&Save", "&Help")
    letters = [WORDS[one].partition("&")[2][0].lower() for one in together]
    assert len(letters) == len(set(letters)), letters


def test_the_application_is_dressed_once_more_without_harm(
    vietnamese: QApplication, qtbot: QtBot
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert vietnamese.style().objectName() == "fusion"
    assert vietnamese.styleSheet() == ""
