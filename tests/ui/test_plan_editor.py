"""The plan is edited where it prints: real mouse and keys in the window, read from the file."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tests.ui.telex import type_vi, type_words
from tthc_desktop.domain.plan import Block, BlockKind, Plan
from tthc_desktop.domain.sections import block_numbers
from tthc_desktop.domain.style import Style
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.paragraph_style import style_of
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.pages.pieces import Text
from ui.plan.page_editor import PageEditor
from ui.plan.spots import TITLE, Spot, SpotKind

# The display of tests has no windows to raise and no keyboard to hold.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOVES = Qt.KeyboardModifier.AltModifier | SHIFT


@pytest.fixture
def pages(window: MainWindow) -> Iterator[PageEditor]:
    window.show_page(Page.PLAN)
    yield window.content.area.plan_tab.pages
    QGuiApplication.clipboard().clear()


def stored(window: MainWindow) -> Plan:
    """Return the plan as it stands in the data file."""
    file, opened = window.content.session.file, window.content.session.open_plan
    assert file is not None
    assert file.units is not None
    assert opened is not None
    return open_plan(file.units, opened.plan.id).plan


def block_with(window: MainWindow, words: str) -> Block:
    return next(one for one in stored(window).blocks if words in one.text)


def spot_of(block: Block) -> Spot:
    return Spot(SpotKind.BLOCK, block.id)


def place_on(pages: PageEditor, spot: Spot, line: int = 0, share: float = 0.5) -> QPoint:
    """Return where a line of a part is seen, after scrolling there."""
    assert pages.layout_now is not None
    pages.go_to(pages.layout_now.places[spot])
    found = pages.lines(spot)[line]
    rect = pages.seen(found.page, found.rect)
    return QPoint(round(rect.left() + share * rect.width()), round(rect.center().y()))


def click_on(pages: PageEditor, spot: Spot, line: int = 0, share: float = 0.5) -> None:
    at = place_on(pages, spot, line, share)
    QTest.mouseClick(
        pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )


def open_at_end(pages: PageEditor, spot: Spot) -> QWidget:
    click_on(pages, spot)
    press(pages.keys, Qt.Key.Key_End, SHIFT)
    pages.keys.stand_at(10_000)
    return pages.keys


def current_part(window: MainWindow) -> str:
    """Return the current part of the tree, which follows a moment after the page."""
    QApplication.processEvents()
    return window.content.area.plan_tab.parts.tree.currentItem().text(0)


def undo_words(window: MainWindow) -> str:
    return window.actions_of_menu.tasks.undo.text().replace("&", "")


def test_a_click_opens_what_is_there_and_typing_is_written_after_a_rest(
    window: MainWindow, pages: PageEditor, qtbot: QtBot
) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    click_on(pages, spot_of(block))
    assert pages.keys.hasFocus()
    assert pages.open_spot == spot_of(block)
    assert 10 < pages.keys.at < len(block.text) - 10
    pages.keys.stand_at(0)
    type_words(pages.keys, "Được duyệt ")
    assert block_with(window, "Kinh phí thực hiện").text == block.text
    assert pages.lines(spot_of(block))[0].text.line.text.startswith("Được duyệt Kinh phí")
    qtbot.waitUntil(lambda: undo_words(window) == "Hoàn tác: sửa đoạn", timeout=3000)
    assert block_with(window, "Kinh phí thực hiện").text == f"Được duyệt {block.text}"
    assert pages.keys.hasFocus()
    assert pages.keys.at == len("Được duyệt ")


def test_leaving_writes_at_once_and_one_undo_takes_a_visit_back(
    window: MainWindow, pages: PageEditor, qtbot: QtBot
) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    keys = open_at_end(pages, spot_of(block))
    type_vi(keys, " Moojt")
    qtbot.waitUntil(lambda: block_with(window, "Kinh phí thực hiện").text.endswith("Một"))
    type_vi(keys, " hai")
    click_on(pages, TITLE)
    assert block_with(window, "Kinh phí thực hiện").text.endswith("Một hai")
    assert window.content.session.editor.stack.count() == 1
    press(window, Qt.Key.Key_Z, CTRL)
    assert block_with(window, "Kinh phí thực hiện") == block
    press(window, Qt.Key.Key_Y, CTRL)
    assert block_with(window, "Kinh phí thực hiện").text.endswith("Một hai")


def test_undo_works_while_one_types(window: MainWindow, pages: PageEditor) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    keys = open_at_end(pages, spot_of(block))
    type_vi(keys, " mootj")
    click_on(pages, spot_of(block))
    pages.words_ready.emit(False)
    press(keys, Qt.Key.Key_Z, CTRL)
    assert block_with(window, "Kinh phí thực hiện") == block
    assert pages.open_spot == spot_of(block)
    assert "".join(one.text for one in pages.words) == block.text


def test_escape_gives_the_old_words_back(
    window: MainWindow, pages: PageEditor, qtbot: QtBot
) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    keys = open_at_end(pages, spot_of(block))
    type_vi(keys, " mootj")
    qtbot.waitUntil(lambda: block_with(window, "Kinh phí thực hiện").text.endswith("một"))
    type_vi(keys, " hai")
    press(keys, Qt.Key.Key_Escape)
    assert pages.open_spot is None
    assert pages.hasFocus()
    assert block_with(window, "Kinh phí thực hiện") == block
    assert pages.lines(spot_of(block))[-1].text.line.text.strip().endswith(block.text[-10:])


def test_enter_splits_and_backspace_joins(window: MainWindow, pages: PageEditor) -> None:
    block = block_with(window, "Giảm thời gian, chi phí tuân thủ")
    click_on(pages, spot_of(block))
    pages.keys.stand_at(len("Giảm thời gian,"))
    press(pages.keys, Qt.Key.Key_Return)
    first, second = block_with(window, "Giảm thời gian,"), block_with(window, "chi phí tuân thủ")
    assert (first.text, first.id) == ("- Giảm thời gian,", block.id)
    assert second.text.startswith("- chi phí tuân thủ")
    assert pages.open_spot == spot_of(second)
    assert pages.keys.at == 0
    press(pages.keys, Qt.Key.Key_Backspace)
    assert block_with(window, "Giảm thời gian,").text == block.text
    assert pages.keys.at == len("Giảm thời gian, ")
    assert undo_words(window) == "Hoàn tác: nối đoạn"


def test_enter_in_an_empty_line_of_a_list_leaves_the_list(
    window: MainWindow, pages: PageEditor
) -> None:
    block = block_with(window, "Giảm thời gian, chi phí tuân thủ")
    keys = open_at_end(pages, spot_of(block))
    press(keys, Qt.Key.Key_Return)
    spot = pages.open_spot
    assert spot is not None
    assert next(one for one in stored(window).blocks if one.id == spot.id).runs == ()
    press(keys, Qt.Key.Key_Return)
    left = next(one for one in stored(window).blocks if one.id == spot.id)
    assert left.kind is BlockKind.PARAGRAPH
    press(keys, Qt.Key.Key_Backspace)
    assert all(one.id != spot.id for one in stored(window).blocks)


def test_a_dash_typed_at_the_start_makes_a_dash_line(window: MainWindow, pages: PageEditor) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    keys = open_at_end(pages, spot_of(block))
    press(keys, Qt.Key.Key_Return)
    type_vi(keys, "- Tueet voiwf")
    click_on(pages, TITLE)
    assert block_with(window, "Tuê").kind is BlockKind.DASH


def test_arrows_go_over_lines_and_into_the_neighbour(window: MainWindow, pages: PageEditor) -> None:
    first = block_with(window, "Cụ thể hóa các nhiệm vụ")
    second = block_with(window, "Nâng cao chất lượng giải quyết")
    click_on(pages, spot_of(first))
    assert len(pages.lines(spot_of(first))) > 1
    column = pages.caret_rect().left()
    for _ in pages.lines(spot_of(first)):
        press(pages.keys, Qt.Key.Key_Down)
    assert pages.open_spot == spot_of(second)
    assert pages.caret_rect().left() == pytest.approx(column, abs=12)
    press(pages.keys, Qt.Key.Key_Up)
    assert pages.open_spot == spot_of(first)
    press(pages.keys, Qt.Key.Key_Home)
    press(pages.keys, Qt.Key.Key_End)
    assert pages.keys.at == len(first.text) - len("- ")
    press(pages.keys, Qt.Key.Key_Right)
    assert (pages.open_spot, pages.keys.at) == (spot_of(second), 0)
    press(pages.keys, Qt.Key.Key_Left)
    assert pages.open_spot == spot_of(first)


def test_tab_takes_a_line_down_and_back(window: MainWindow, pages: PageEditor) -> None:
    block = block_with(window, "Các phòng chuyên môn và Trung tâm")
    numbers = block_numbers(stored(window).blocks)
    click_on(pages, spot_of(block))
    pages.keys.stand_at(0)
    press(pages.keys, Qt.Key.Key_Tab)
    assert style_of(block_with(window, "Các phòng chuyên môn và Trung tâm")) is Style.POINT
    assert pages.lines(spot_of(block))[0].text.line.text.startswith("a) Các phòng")
    press(pages.keys, Qt.Key.Key_Backtab, SHIFT)
    assert block_numbers(stored(window).blocks) == numbers


def test_bold_by_key_over_the_selection(window: MainWindow, pages: PageEditor) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    click_on(pages, spot_of(block))
    pages.keys.stand_at(0)
    for _ in "Kinh phí":
        press(pages.keys, Qt.Key.Key_Right, SHIFT)
    press(pages.keys, Qt.Key.Key_B, CTRL)
    first, second = block_with(window, "Kinh phí thực hiện").runs
    assert (first.text, first.bold, second.bold) == ("Kinh phí", True, False)
    assert pages.keys.selection == (0, len("Kinh phí"))
    assert window.actions_of_menu.plan.bold.isChecked()
    press(pages.keys, Qt.Key.Key_B, CTRL)
    assert block_with(window, "Kinh phí thực hiện") == block
    pages.keys.stand_at(10_000)
    press(pages.keys, Qt.Key.Key_I, CTRL)
    type_vi(pages.keys, " xong")
    click_on(pages, TITLE)
    assert block_with(window, "Kinh phí thực hiện").runs[-1].italic


def test_sections_move_by_keys_and_in_the_tree(window: MainWindow, pages: PageEditor) -> None:
    tree = window.content.area.plan_tab.parts.tree
    heading = block_with(window, "KINH PHÍ THỰC HIỆN")
    click_on(pages, spot_of(heading))
    press(pages.keys, Qt.Key.Key_Up, MOVES)
    texts = [one.text for one in stored(window).blocks if one.kind is BlockKind.HEADING]
    assert texts.index("KINH PHÍ THỰC HIỆN") < texts.index("NỘI DUNG")
    assert pages.lines(spot_of(heading))[0].text.line.text.startswith("II. KINH PHÍ")
    assert current_part(window) == "II. KINH PHÍ THỰC HIỆN"
    press(tree, Qt.Key.Key_Down, MOVES)
    assert current_part(window) == "III. KINH PHÍ THỰC HIỆN"


def test_the_tree_adds_takes_out_and_opens(window: MainWindow, pages: PageEditor) -> None:
    tree = window.content.area.plan_tab.parts.tree
    before = stored(window)
    click_on(pages, spot_of(block_with(window, "KINH PHÍ THỰC HIỆN")))
    tree.setFocus()
    press(tree, Qt.Key.Key_N, CTRL)
    assert undo_words(window) == "Hoàn tác: thêm phần"
    type_words(pages.keys, "KHEN THƯỞNG")
    tree.setFocus()
    assert current_part(window) == "IV. KHEN THƯỞNG"
    press(tree, Qt.Key.Key_Return)
    assert pages.keys.hasFocus()
    tree.setFocus()
    press(tree, Qt.Key.Key_Minus, CTRL)
    assert undo_words(window) == "Hoàn tác: xóa phần IV"
    assert stored(window).blocks == before.blocks


def test_the_style_box_shows_and_changes_what_a_paragraph_is(
    window: MainWindow, pages: PageEditor
) -> None:
    box = window.actions_of_menu.plan.style
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    click_on(pages, spot_of(block))
    assert box.currentText() == "Lời văn"
    box.setFocus()
    press(box, Qt.Key.Key_Up)
    changed = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    assert style_of(changed) is Style.DASH
    assert undo_words(window) == "Hoàn tác: đổi thành gạch đầu dòng"


WORD_HTML = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!-- p.MsoNormal {font-size:20.0pt; color:red; font-family:"Comic Sans MS"} --></style>
</head><body lang=VI><!--StartFragment-->
<p class=MsoNormal><span style='font-size:20pt;color:red'>1. <b>Văn phòng</b>
<i>chủ trì</i>.<o:p></o:p></span></p>
<p class=MsoListParagraph><![if !supportLists]><span>-<span style='font:7.0pt "Times New Roman"'>
&nbsp;&nbsp; </span></span><![endif]>Gửi báo cáo;</p>
<table><tr><td><p>Một</p></td><td><p>Hai</p></td></tr></table>
<p class=MsoNormal>Hết. <img src="file:///etc/passwd"></p><!--EndFragment--></body></html>"""


def test_word_is_pasted_as_paragraphs_without_its_look(
    window: MainWindow, pages: PageEditor
) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    keys = open_at_end(pages, spot_of(block))
    press(keys, Qt.Key.Key_Return)
    data = QMimeData()
    data.setHtml(WORD_HTML)
    data.setText("khong dung")
    QGuiApplication.clipboard().setMimeData(data)
    press(keys, Qt.Key.Key_V, CTRL)
    blocks = stored(window).blocks
    first = blocks.index(block) + 1
    item, dash, table, last = blocks[first : first + 4]
    assert (style_of(item), item.text) == (Style.CLAUSE, "Văn phòng chủ trì.")
    assert [(one.text, one.bold, one.italic) for one in item.runs] == [
        ("Văn phòng", True, False), (" ", False, False), ("chủ trì", False, True),
        (".", False, False),
    ]  # fmt: skip
    assert (dash.kind, dash.text) == (BlockKind.DASH, "- Gửi báo cáo;")
    assert table.rows == (("Một", "Hai"),)
    assert (last.kind, last.text) == (BlockKind.PARAGRAPH, "Hết.")
    assert pages.open_spot == spot_of(last)
    assert undo_words(window) == "Hoàn tác: dán"
    press(window, Qt.Key.Key_Z, CTRL)
    assert len(stored(window).blocks) == len(blocks) - 3


def test_one_line_is_pasted_into_the_line(window: MainWindow, pages: PageEditor) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    click_on(pages, spot_of(block))
    pages.keys.stand_at(len("Kinh phí"))
    QGuiApplication.clipboard().setText(" và nhân lực")
    press(pages.keys, Qt.Key.Key_V, CTRL)
    assert block_with(window, "nhân lực").text.startswith("Kinh phí và nhân lực thực hiện")
    assert pages.keys.at == len("Kinh phí và nhân lực")


def test_the_menu_pastes_into_the_page_that_is_seen(window: MainWindow, pages: PageEditor) -> None:
    before = stored(window)
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    click_on(pages, spot_of(block))
    QGuiApplication.clipboard().setText("Chen")
    pages.keys.stand_at(0)
    window.actions_of_menu.tasks.paste.setEnabled(True)
    window.actions_of_menu.tasks.paste.trigger()
    after = stored(window)
    assert block_with(window, "ChenKinh phí").id == block.id
    assert after.annexes == before.annexes


def test_lines_of_plain_text_become_paragraphs(window: MainWindow, pages: PageEditor) -> None:
    block = block_with(window, "Kinh phí thực hiện Kế hoạch này")
    keys = open_at_end(pages, spot_of(block))
    QGuiApplication.clipboard().setText(" thêm.\r\n- Một;\r\n\r\n- Hai.\r\n")
    press(keys, Qt.Key.Key_V, CTRL)
    blocks = stored(window).blocks
    at = next(place for place, one in enumerate(blocks) if one.id == block.id)
    assert blocks[at].text == f"{block.text} thêm."
    assert [one.text for one in blocks[at + 1 : at + 3]] == ["- Một;", "- Hai."]
    assert pages.open_spot == spot_of(blocks[at + 2])


def test_the_title_is_typed_where_it_stands(window: MainWindow, pages: PageEditor) -> None:
    click_on(pages, TITLE, 1)
    pages.keys.stand_at(10_000)
    type_words(pages.keys, " của Sở")
    assert [one.text.line.text for one in pages.lines(TITLE)][-1].endswith("của Sở")
    press(pages.keys, Qt.Key.Key_Down)
    assert stored(window).title.endswith("năm 2026 của Sở")
    assert undo_words(window) == "Hoàn tác: sửa trích yếu"


def test_a_row_of_the_task_table_leads_to_its_task(
    window: MainWindow, pages: PageEditor, qtbot: QtBot
) -> None:
    assert pages.layout_now is not None
    spot = next(one for one in pages.layout_now.places if one.kind is SpotKind.TASKS)
    pages.go_to(pages.layout_now.places[spot])
    QApplication.processEvents()
    place = pages.layout_now.places[spot]
    count = next(n for n, page in enumerate(pages.live.pages) if place in page.anchors)
    texts = [one for one in pages.live.pages[count].marks if isinstance(one, Text)]
    number = next(one for one in texts if one.line.text.strip() == "1.2")
    cell = QRectF(number.left, number.top, 900, number.line.height)
    at = pages.seen(count, cell).center().toPoint()
    QTest.mouseClick(
        pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    table = window.content.area.task_tab.table
    assert table.isVisible()
    assert table.currentIndex().siblingAtColumn(0).data() == "1.2"
