"""A plan is looked at before it comes in; nothing is written until the person agrees."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QTreeWidget
from pytestqt.qtbot import QtBot

from db.data_file import SqliteDataFile
from tests.reading import typing_habits
from tests.reading.test_long_documents import long_document
from tests.ui.hand import click, press
from tthc_desktop.domain.plan import PlanKind, PlanState
from tthc_desktop.reading.steps import SILENT
from tthc_desktop.use_cases.opening import list_plans, open_plan
from tthc_desktop.use_cases.plan_reading import read_for_review
from ui.frame.actions import Page
from ui.import_review.follow_up_dialog import FollowUpDialog
from ui.import_review.review_dialog import ImportReview
from ui.main_window import MainWindow

OpenWindow = Callable[[Path], MainWindow]
_TEXT_ONLY = """KẾ HOẠCH

Truyền thông về cây xanh năm 2026

I. HÌNH THỨC TUYÊN TRUYỀN

- Đăng tin, bài trên Trang Thông tin điện tử của Sở.

- Niêm yết tại Bộ phận Một cửa.

II. TỔ CHỨC THỰC HIỆN

1. Văn phòng Sở có trách nhiệm theo dõi.
"""


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return typing_habits.saved(typing_habits.other_columns, tmp_path / "kế hoạch.docx")


def reviewed(window: MainWindow, qtbot: QtBot, source: Path | str) -> ImportReview:
    """Read a plan in the window and return the dialog that shows it."""
    window.content.session.read_plan(source)
    return shown(window, qtbot)


def shown(window: MainWindow, qtbot: QtBot) -> ImportReview:
    def is_shown() -> bool:
        return any(one.isVisible() for one in window.findChildren(ImportReview))

    qtbot.waitUntil(is_shown, timeout=20_000)
    return next(one for one in window.findChildren(ImportReview) if one.isVisible())


def lines_of(tree: QTreeWidget) -> list[str]:
    flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchContains
    return [
        " | ".join(filter(None, map(item.text, range(tree.columnCount()))))
        for item in tree.findItems("", flags)
    ]


def test_what_was_understood_stands_beside_what_was_not(
    window: MainWindow, qtbot: QtBot, word: Path, data_path: Path
) -> None:
    before = data_path.read_bytes()
    dialog = reviewed(window, qtbot, word)
    understood = lines_of(dialog.understood)
    assert "Số, ký hiệu | …/KH-SCVCX" in understood
    assert "III. | TỔ CHỨC THỰC HIỆN (2 mục)" in understood
    assert "Nơi nhận (3) | UBND tỉnh (báo cáo)" in understood
    assert "Chữ ký | KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Nguyễn Văn Thí Dụ" in understood
    assert dialog.tasks.topLevelItemCount() == 14
    assert "1.2 | Theo dõi việc xây dựng báo cáo định kỳ." in lines_of(dialog.tasks)[2]
    doubts = lines_of(dialog.doubts)
    assert any(one.startswith("Đơn vị mới sẽ thêm") for one in doubts)
    assert "Nhiệm vụ 3.1: Công việc chưa có đơn vị chủ trì và thời gian hoàn thành." in doubts
    assert any("cột “Sản phẩm”: Báo cáo" in one for one in doubts)
    assert dialog.choices.is_reference  # another agency's letterhead
    click(dialog.cancel)
    assert not dialog.isVisible()
    assert data_path.read_bytes() == before


def test_agreed_to_it_comes_in_as_the_person_chose(
    window: MainWindow, qtbot: QtBot, word: Path, data_path: Path
) -> None:
    dialog = reviewed(window, qtbot, word)
    dialog.choices.whose.setCurrentIndex(0)
    section = dialog.doubts.topLevelItem(0)
    assert section is not None
    ticked = section.child(0).text(0)
    section.child(0).setCheckState(0, Qt.CheckState.Checked)
    with qtbot.waitSignals(
        [window.content.session.plan_imported, window.content.session.plan_opened], timeout=20_000
    ):
        click(dialog.accept_button)
    opened = window.content.session.open_plan
    assert opened is not None
    assert (opened.plan.kind, opened.plan.year) == (PlanKind.CONTROL, 2026)
    assert opened.plan.state is PlanState.DRAFT
    units = SqliteDataFile(data_path).units_of_work()
    respondents = open_plan(units, opened.plan.id).directory.respondents
    new = [one for one in respondents if f"{one.name} (" in ticked]
    assert [one.confirmed for one in new] == [True]
    assert window.content.card.accessibleDescription() == "Đã nhập kế hoạch: 14 dòng nhiệm vụ"


def test_a_year_that_is_none_is_not_taken(window: MainWindow, qtbot: QtBot, word: Path) -> None:
    dialog = reviewed(window, qtbot, word)
    year = dialog.choices.findChildren(type(dialog.choices._year))[-1]
    year.selectAll()
    for key in (Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_2):
        press(year, key)
    assert not dialog.accept_button.isEnabled()
    press(year, Qt.Key.Key_7)
    assert dialog.accept_button.isEnabled()
    assert dialog.choice.year == 2027
    press(dialog, Qt.Key.Key_Escape)


def test_a_long_document_can_be_stopped_and_leaves_all_as_it_was(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, data_path: Path
) -> None:
    file = long_document(tmp_path)
    before = data_path.read_bytes()
    told: list[float] = []
    background = window.content.session._background
    background.told.connect(told.append)
    background.told.connect(lambda _: background.stop_current())
    with qtbot.waitSignal(background.ended, timeout=20_000):
        window.content.session.read_plan(file)
    assert told
    assert max(told) < 1
    assert not window.findChildren(ImportReview)
    assert data_path.read_bytes() == before


def test_a_file_dropped_on_the_window_is_read(
    window: MainWindow, qtbot: QtBot, word: Path, tmp_path: Path
) -> None:
    other = tmp_path / "ảnh.png"
    other.write_bytes(b"x")
    assert not _dropped(window, [other])
    assert not _dropped(window, [word, word])
    assert _dropped(window, [word])
    shown(window, qtbot).reject()


def _dropped(window: MainWindow, files: list[Path]) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    at, action, no_keys = (
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(at.toPoint(), action, mime, Qt.MouseButton.LeftButton, no_keys)
    QApplication.sendEvent(window, enter)
    drop = QDropEvent(at, action, mime, Qt.MouseButton.LeftButton, no_keys)
    QApplication.sendEvent(window, drop)
    return enter.isAccepted() and drop.isAccepted()


def test_the_clipboard_is_a_door_too(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(typing_habits.as_text())
    window.actions_of_menu.importing.paste_plan.trigger()
    dialog = shown(window, qtbot)
    assert dialog.tasks.topLevelItemCount() == 14
    dialog.reject()


def test_tasks_to_follow_are_proposed_chosen_and_taken_back(
    window: MainWindow, qtbot: QtBot, data_path: Path
) -> None:
    dialog = reviewed(window, qtbot, _TEXT_ONLY)
    session = window.content.session
    with qtbot.waitSignals([session.plan_imported, session.plan_opened], timeout=20_000):
        click(dialog.accept_button)
    window.actions_of_menu.importing.propose_follow_up.trigger()
    (offered,) = [one for one in window.findChildren(FollowUpDialog) if one.isVisible()]
    assert offered.add.text() == "Thêm 3 nhiệm vụ"
    second = offered.list.topLevelItem(1)
    assert second is not None
    second.setCheckState(0, Qt.CheckState.Unchecked)
    click(offered.add)
    assert followed(data_path) == [
        "Đăng tin, bài trên Trang Thông tin điện tử của Sở", "Theo dõi",
    ]  # fmt: skip
    session.editor.stack.undo()
    assert followed(data_path) == []
    session.editor.stack.redo()
    window.actions_of_menu.importing.propose_follow_up.trigger()
    (offered,) = [one for one in window.findChildren(FollowUpDialog) if one.isVisible()]
    assert offered.add.text() == "Thêm 1 nhiệm vụ"
    press(offered, Qt.Key.Key_Escape)


def followed(data_path: Path) -> list[str]:
    units = SqliteDataFile(data_path).units_of_work()
    (plan,) = [one for one in list_plans(units) if "cây xanh" in one.title]
    return [one.content for one in open_plan(units, plan.id).plan.follow_up]


def test_a_plan_with_a_table_is_told_to_have_its_tasks(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page(Page.PLAN)
    window.actions_of_menu.importing.propose_follow_up.trigger()
    assert "đã có bảng nhiệm vụ" in window.content.card.accessibleDescription()


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_it_fits_the_window(
    window: MainWindow, qtbot: QtBot, word: Path, tmp_path: Path, scale: float
) -> None:
    from ui.kit import theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.scale_text(application, scale)
    reading = read_for_review(
        SqliteDataFile(tmp_path / "không có.tthc"), word, today=date(2026, 11, 21), steps=SILENT
    )
    dialog = ImportReview(reading, window)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    assert dialog.accept_button.geometry().bottom() <= dialog.height()
    dialog.reject()
    dialog.deleteLater()
