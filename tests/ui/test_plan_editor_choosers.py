"""What is chosen rather than typed, the tree, and a plan that is only read."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from db.data_file import SqliteDataFile
from tests.ui.conftest import OpenWindow
from tests.ui.hand import click, press
from tests.ui.telex import type_vi
from tests.ui.test_plan_editor import (
    CTRL,
    block_with,
    click_on,
    current_part,
    place_on,
    spot_of,
    stored,
    undo_words,
)
from tests.ui.walk import faults_of, faults_of_menu, press_menu_key
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.plan import BlockKind, PlanState
from tthc_desktop.use_cases.opening import list_plans
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.plan.annex_dialog import AnnexDialog
from ui.plan.basis_dialog import BasisDialog
from ui.plan.head_dialog import HeadDialog
from ui.plan.page_editor import PageEditor
from ui.plan.recipients_dialog import RecipientsDialog
from ui.plan.signature_dialog import SignatureDialog
from ui.plan.spots import HEAD, RECIPIENTS, SIGNATURE, TITLE, Spot, SpotKind
from ui.plan.table_dialog import TableDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def pages(window: MainWindow) -> PageEditor:
    window.show_page(Page.PLAN)
    return window.content.area.plan_tab.pages


def shown(window: QWidget) -> QDialog:
    QApplication.processEvents()
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert faults_of(dialog) == []
    return dialog


def opened_by_enter(window: MainWindow, pages: PageEditor, spot: Spot) -> QDialog:
    pages.choose(spot, goes=True)
    pages.setFocus()
    press(pages, Qt.Key.Key_Return)
    return shown(window)


def test_the_letterhead_is_asked_for_by_a_click(window: MainWindow, pages: PageEditor) -> None:
    rect = pages.place_of(0)
    at = (rect.topLeft() + (rect.center() - rect.topLeft()) * 0.25).toPoint()
    QTest.mouseClick(
        pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    dialog = shown(window)
    assert isinstance(dialog, HeadDialog)
    dialog.place.setFocus()
    dialog.place.selectAll()
    type_vi(dialog.place, "Sown Laam")
    dialog.year.setText("26")
    click(dialog.main)
    assert dialog.isVisible()
    dialog.year.setText("2027")
    click(dialog.main)
    assert not dialog.isVisible()
    plan = stored(window)
    assert (plan.place, plan.date.year, plan.date.day, plan.number) == ("Sơn Lâm", 2027, None, None)
    assert undo_words(window) == "Hoàn tác: sửa đầu văn bản"


def test_recipients_come_from_the_usual_ones(window: MainWindow, pages: PageEditor) -> None:
    before = stored(window).recipients
    dialog = opened_by_enter(window, pages, RECIPIENTS)
    assert isinstance(dialog, RecipientsDialog)
    dialog.lines.setPlainText("\n".join((*before, "- Sở Nội vụ;")))
    dialog.usual.setCurrentRow(1)
    added = dialog.usual.currentItem().text()
    assert added not in before
    press(dialog.usual, Qt.Key.Key_Return)
    dialog.archive.setText("Lưu: VT, TCCB.")
    click(dialog.main)
    assert stored(window).recipients == (*before, "Sở Nội vụ", added)
    assert stored(window).archive == "VT, TCCB"


def test_a_signer_is_chosen_or_a_form_or_typed(window: MainWindow, pages: PageEditor) -> None:
    dialog = opened_by_enter(window, pages, SIGNATURE)
    assert isinstance(dialog, SignatureDialog)
    dialog.forms.setCurrentIndex(3)
    dialog.forms.activated.emit(3)
    assert dialog.lines.toPlainText() == "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"
    dialog.forms.activated.emit(5)
    assert dialog.lines.toPlainText().startswith("TL. GIÁM ĐỐC\nKT. CHÁNH VĂN PHÒNG")
    assert "quy chế" in dialog.note.text()
    if dialog.signers.count():
        dialog.signers.setCurrentRow(0)
        assert dialog.name.text()
    dialog.name.setText("Trần Văn Mẫu")
    click(dialog.main)
    assert stored(window).signature.name == "Trần Văn Mẫu"


def test_a_legal_basis_is_found_by_its_number(window: MainWindow, pages: PageEditor) -> None:
    first = stored(window).blocks_of(BlockKind.LEGAL_BASIS)[0]
    click_on(pages, spot_of(first))
    window.actions_of_menu.plan.add_basis.trigger()
    dialog = shown(window)
    assert isinstance(dialog, BasisDialog)
    type_vi(dialog.search, "63/2010")
    assert dialog.words.toPlainText().startswith("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010")
    assert "hiệu lực" in dialog.found.item(0).text()
    click(dialog.main)
    added = stored(window).blocks_of(BlockKind.LEGAL_BASIS)[1]
    assert added.text.startswith("Căn cứ Nghị định số 63/2010/NĐ-CP")
    assert undo_words(window) == "Hoàn tác: thêm căn cứ"


def test_an_unknown_legal_basis_is_typed(window: MainWindow, pages: PageEditor) -> None:
    window.actions_of_menu.plan.add_basis.trigger()
    dialog = shown(window)
    assert isinstance(dialog, BasisDialog)
    assert not dialog.main.isEnabled()
    type_vi(dialog.search, "Koong vawn 9999")
    assert "9999" in dialog.words.toPlainText()
    assert dialog.force.isVisible()
    click(dialog.main)
    assert "9999" in stored(window).blocks_of(BlockKind.LEGAL_BASIS)[-1].text


def test_annexes_are_added_dressed_and_taken_out(window: MainWindow, pages: PageEditor) -> None:
    actions = window.actions_of_menu.plan
    count = len(stored(window).annexes)
    actions.add_annex.trigger()
    newcomer = stored(window).annexes[-1]
    assert len(stored(window).annexes) == count + 1
    assert pages.open_spot == Spot(SpotKind.ANNEX_TITLE, newcomer.id)
    actions.annex.trigger()
    dialog = shown(window)
    assert isinstance(dialog, AnnexDialog)
    dialog.landscape.setChecked(True)
    click(dialog.main)
    assert stored(window).annexes[-1].landscape
    actions.remove_annex.trigger()
    assert len(stored(window).annexes) == count


def test_an_annex_with_tasks_stays(window: MainWindow, pages: PageEditor) -> None:
    annex = next(one for one in stored(window).annexes if one.tasks)
    pages.choose(Spot(SpotKind.TASKS, annex.id))
    window.actions_of_menu.plan.remove_annex.trigger()
    assert annex.id in [one.id for one in stored(window).annexes]
    assert "nhiệm vụ" in window.content.card.accessibleDescription()


def test_a_table_is_edited_in_a_grid(window: MainWindow, pages: PageEditor) -> None:
    from tthc_desktop.use_cases.paragraph_guess import Pasted, paste

    editing = window.content.area.plan_tab.editing
    assert editing is not None
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    rows = (("Một", "Hai"), ("Ba", "Bốn"))
    editing.do(paste(block.id, len(block.text), [Pasted(rows=rows)], ["bang"]))
    dialog = opened_by_enter(window, pages, Spot(SpotKind.TABLE, "bang"))
    assert isinstance(dialog, TableDialog)
    press(dialog.table, Qt.Key.Key_F2)
    dialog.table.rows.setData(dialog.table.rows.index(0, 1), "Hai  mới")
    click(dialog.main)
    table = next(one for one in stored(window).blocks if one.id == "bang")
    assert table.rows == (("Một", "Hai mới"), ("Ba", "Bốn"))


def test_the_menu_of_a_part(window: MainWindow, pages: PageEditor) -> None:
    click_on(pages, TITLE)
    menu = press_menu_key(pages.keys)
    assert menu is not None
    assert faults_of_menu(menu) == []
    assert 0 < len([one for one in menu.actions() if not one.isSeparator()]) <= 9
    menu.close()


def test_the_tree_follows_the_cursor_and_leads_to_the_page(
    window: MainWindow, pages: PageEditor
) -> None:
    tree = window.content.area.plan_tab.parts.tree
    heading = block_with(window, "KINH PHÍ THỰC HIỆN")
    click_on(pages, spot_of(heading))
    assert current_part(window) == "III. KINH PHÍ THỰC HIỆN"
    texts = [
        item.text(0)
        for place in range(tree.topLevelItemCount())
        if (item := tree.topLevelItem(place))
    ]
    assert texts[:3] == ["Đầu văn bản", "Trích yếu", "Căn cứ"]
    assert texts[-4:-1] == ["Câu kết", "Nơi nhận", "Chữ ký"]
    assert texts[-1].endswith("dòng nhiệm vụ")
    tree.setFocus()
    press(tree, Qt.Key.Key_Home)
    assert pages.current == HEAD
    # What the menu does now is not done to the paragraph that was open before.
    assert pages.open_spot is None
    assert not window.actions_of_menu.plan.remove_part.isEnabled()
    assert pages.verticalScrollBar().value() == 0


@pytest.fixture
def final_path(data_path: Path) -> Path:
    """Return the sample with its control plan issued."""
    file = SqliteDataFile(data_path)
    units = file.units_of_work()
    plan_id = next(one.id for one in list_plans(units) if "Kiểm soát" in one.title)
    with units.writing() as work:
        plan = work.plans.get(plan_id)
        day = replace(plan.date, day=5)
        work.plans.write_head(replace(plan, state=PlanState.ISSUED, number="5", date=day))
        work.commit(Act("Thử", "plan", plan_id))
    file.close()
    return data_path


def test_an_issued_plan_is_read_by_parts_and_never_typed_in(
    open_window: OpenWindow, final_path: Path, qtbot: QtBot
) -> None:
    window = open_window(final_path)
    pages = window.content.area.plan_tab.pages
    before = stored(window)
    assert before.state is PlanState.ISSUED
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    click_on(pages, spot_of(block))
    assert pages.current == spot_of(block)
    assert pages.open_spot is None
    assert not pages.keys.isVisible()
    pages.setFocus()
    press(pages, Qt.Key.Key_Down)
    assert pages.current != spot_of(block)
    press(pages, Qt.Key.Key_Return)
    assert pages.open_spot is None
    assert not any(one.isEnabled() for one in window.actions_of_menu.plan.all)
    press(window, Qt.Key.Key_B, CTRL)
    assert stored(window) == before


def test_what_was_left_is_in_the_file_at_once(window: MainWindow, pages: PageEditor) -> None:
    """A copy of the file as it lies there, as after a fall of the machine, has the words."""
    import shutil

    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    click_on(pages, spot_of(block))
    pages.keys.stand_at(10_000)
    type_vi(pages.keys, " ngay")
    click_on(pages, TITLE)
    file = window.content.session.file
    assert file is not None
    copy = Path(shutil.copy(file.data_file.path, file.data_file.path.with_name("ban-sao.tthc")))
    units = SqliteDataFile(copy).units_of_work()
    texts = []
    with units.reading() as work:
        for one in work.plans.summaries():
            texts += [each.text for each in work.plans.get(one.id).blocks]
    assert f"{block.text} ngay" in texts


def test_pages_stay_where_they_are_while_one_types(window: MainWindow, pages: PageEditor) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    at = place_on(pages, spot_of(block))
    QTest.mouseClick(
        pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    kept = pages.verticalScrollBar().value()
    count = pages.page_count
    type_vi(pages.keys, "abc")
    pages.words_ready.emit(False)
    QApplication.processEvents()
    assert pages.verticalScrollBar().value() == kept
    assert pages.page_count == count
