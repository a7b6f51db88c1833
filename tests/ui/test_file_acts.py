from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.hand import click
from tests.ui.opened_places import OpenedPlaces
from ui.import_review.review_dialog import ImportReview
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow

OpenWindow = Callable[[Path], MainWindow]
_PLAN = """UBND TỈNH SƠN HẢI
SỞ THƯƠNG MẠI VÀ DỊCH VỤ

KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2027

Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính;

I. MỤC ĐÍCH
1. Mục đích
- Nâng cao chất lượng giải quyết thủ tục hành chính.
"""


def dialog_of(window: MainWindow) -> QFileDialog:
    """Return the file dialog that is open."""
    found = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def accept(qtbot: QtBot, dialog: QFileDialog, path: Path) -> None:
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(str(path))
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() in ("&Mở", "&Lưu"))
    click(button)


def box(qtbot: QtBot) -> QMessageBox:
    def shown() -> list[QMessageBox]:
        return [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QMessageBox) and one.isVisible()
        ]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def choose(found: QMessageBox, words: str) -> None:
    button = next(one for one in found.buttons() if one.text() == words)
    click(button)


@pytest.mark.parametrize(
    ("act", "name", "start", "words"),
    [
        (0, "Kế hoạch kiểm soát TTHC năm 2026.docx", b"PK", "Đã xuất kế hoạch ra Word"),
        (1, "Kế hoạch kiểm soát TTHC năm 2026.pdf", b"%PDF", "Đã xuất kế hoạch ra PDF"),
        (
            2,
            "Phiếu tiến độ Kế hoạch kiểm soát TTHC năm 2026.xlsx",
            b"PK",
            "Đã xuất phiếu tiến độ ra Excel",
        ),
    ],
)
def test_an_export_offers_a_name_writes_and_says_so(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    opened_places: OpenedPlaces,
    act: int,
    name: str,
    start: bytes,
    words: str,
) -> None:
    focused = window.focusWidget()
    window.actions_of_menu.exports[act].trigger()
    dialog = dialog_of(window)
    assert [Path(one).name for one in dialog.selectedFiles()] == [name]
    target = tmp_path / name
    with qtbot.waitSignal(window.content.session.file_exported, timeout=20_000):
        accept(qtbot, dialog, target)
    assert target.read_bytes().startswith(start)
    assert window.content.card.isVisible()
    assert window.content.card.accessibleDescription() == words
    assert window.focusWidget() is focused
    for link in window.content.card.findChildren(AppButton):
        if link.text().startswith("Mở"):
            click(link)
    assert opened_places.places == [str(target), str(tmp_path)]


def test_the_next_export_begins_in_the_same_folder(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Kế hoạch đã xuất"
    folder.mkdir()
    window.actions_of_menu.export_word.trigger()
    with qtbot.waitSignal(window.content.session.file_exported, timeout=20_000):
        accept(qtbot, dialog_of(window), folder / "a.docx")
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    window.actions_of_menu.export_pdf.trigger()
    assert Path(dialog_of(window).directory().absolutePath()) == folder
    dialog_of(window).reject()


def test_an_existing_file_is_replaced_once_the_dialog_has_asked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "cũ.docx"
    target.write_text("cũ", encoding="utf-8")
    window.actions_of_menu.export_word.trigger()
    dialog = dialog_of(window)

    def agree() -> None:
        found = box(qtbot)
        assert "Thay tệp cũ?" in found.text()
        choose(found, "&Có")

    # The question is modal: it is answered from inside.
    from PySide6.QtCore import QTimer

    QTimer.singleShot(100, agree)
    with qtbot.waitSignal(window.content.session.file_exported, timeout=20_000):
        accept(qtbot, dialog, target)
    assert target.read_bytes().startswith(b"PK")


def test_another_suffix_never_replaces_a_file_unasked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf.docx").write_text("của tôi", encoding="utf-8")
    window.actions_of_menu.export_word.trigger()
    with qtbot.waitSignal(window.content.session.file_exported, timeout=20_000):
        accept(qtbot, dialog_of(window), tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf.docx").read_text(encoding="utf-8") == "của tôi"
    assert (tmp_path / "a.pdf (2).docx").exists()


def test_an_export_that_fails_says_why_and_offers_another_name(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "thư mục" / "a.docx"
    target.parent.mkdir()
    window.actions_of_menu.export_word.trigger()
    dialog = dialog_of(window)
    dialog.setDirectory(str(target.parent))
    with qtbot.waitSignal(window.content.session.act_refused, timeout=10_000):
        dialog.fileSelected.emit(str(tmp_path / "mất rồi" / "a.docx"))
    dialog.reject()
    found = box(qtbot)
    assert found.text() == "Chưa xuất được kế hoạch ra Word"
    assert "Chưa ghi gì" in found.informativeText()
    assert {one.text() for one in found.buttons()} == {"Lưu tên khác…", "Thử lại", "Đóng"}
    choose(found, "Lưu tên khác…")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)))
    dialog_of(window).reject()


def test_an_import_into_an_empty_office_opens_the_plan(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "moi.tthc")
    file = tmp_path / "kế hoạch.txt"
    file.write_text(_PLAN, encoding="utf-8")
    window.actions_of_menu.import_plan.trigger()
    with qtbot.waitSignal(window.content.session.plan_read, timeout=20_000):
        accept(qtbot, dialog_of(window), file)
    (review,) = window.findChildren(ImportReview)
    assert not review.choices.is_reference
    with qtbot.waitSignals(
        [window.content.session.plan_imported, window.content.session.plan_opened], timeout=20_000
    ):
        click(review.accept_button)
    assert window.windowTitle().startswith("Kế hoạch kiểm soát TTHC năm 2027")
    assert window.content.area.isVisible()


def test_a_file_that_is_no_plan_is_refused_and_nothing_changes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, data_path: Path
) -> None:
    file = tmp_path / "hỏng.docx"
    file.write_bytes(b"khong phai Word")
    before = data_path.read_bytes()
    window.actions_of_menu.import_plan.trigger()
    with qtbot.waitSignal(window.content.session.act_refused, timeout=20_000):
        accept(qtbot, dialog_of(window), file)
    found = box(qtbot)
    assert found.text() == "Chưa nhập được kế hoạch"
    assert found.informativeText()
    choose(found, "Đóng")
    assert data_path.read_bytes() == before
    assert window.content.area.isVisible()
