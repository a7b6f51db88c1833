from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tests.ui.page_layouts import SENTENCE, document, table, words
from tthc_desktop.document.blocks import DocumentLayout, PageSection
from ui.pages.paginator import BlockPlace, Page, paginate
from ui.pages.painter import draw_page
from ui.plan.page_editor import PageEditor
from ui.plan.plan_parts import parts_of
from ui.plan.spots import SpotKind
from ui.session.open_plan import OpenPlan

LONG = document(*[words(SENTENCE * 9)] * 200)


@pytest.fixture
def view(dressed: QApplication, qtbot: QtBot) -> Iterator[PageEditor]:
    made = PageEditor()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    yield made
    made.live.clear()


def shown(view: PageEditor, qtbot: QtBot, layout: DocumentLayout) -> None:
    view.live.begin(layout, {})
    qtbot.waitUntil(lambda: view.is_complete)


def test_the_first_page_is_there_before_the_last(view: PageEditor, qtbot: QtBot) -> None:
    view.live.begin(LONG, {})
    assert view.page_count >= 1
    assert not view.is_complete
    assert view.facts == "Trang 1 / đang tính…"
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.facts == f"Trang 1 / {len(paginate(LONG).pages)}"


def test_keys_walk_through_the_pages(view: PageEditor, qtbot: QtBot) -> None:
    shown(view, qtbot, LONG)
    bar = view.verticalScrollBar()
    press(view, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < 600
    press(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert view.facts == f"Trang {view.page_count} / {view.page_count}"
    press(view, Qt.Key.Key_Up)
    assert bar.value() == bar.maximum() - bar.singleStep()
    press(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_one_can_go_to_a_block_that_is_not_set_yet(view: PageEditor, qtbot: QtBot) -> None:
    view.live.begin(LONG, {})
    view.go_to(BlockPlace(0, 199))
    qtbot.waitUntil(lambda: view.is_complete)
    top = next(
        view._tops[count] + page.anchors[BlockPlace(0, 199)] * view.zoom(page)
        for count, page in enumerate(view.live.pages)
        if BlockPlace(0, 199) in page.anchors
    )
    bar = view.verticalScrollBar()
    assert bar.value() == pytest.approx(min(top, bar.maximum()), abs=30)


def test_only_pages_one_sees_are_painted(
    view: PageEditor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(view, qtbot, LONG)
    painted: list[int] = []

    def counted(painter: QPainter, page: Page) -> None:
        painted.append(page.number)
        draw_page(painter, page)

    monkeypatch.setattr("ui.plan.page_desk.draw_page", counted)
    view.grab()
    assert set(painted) == {1}


def test_every_page_fits_the_width(view: PageEditor, qtbot: QtBot) -> None:
    both = DocumentLayout(
        (PageSection((words("A"),)), PageSection((table(3),), landscape=True)), ""
    )
    for width in (400, 700, 1600):
        view.resize(width, 600)
        shown(view, qtbot, both)
        for page in paginate(both).pages:
            assert page.width * view.zoom(page) <= view.viewport().width()


def test_a_wider_window_keeps_the_place(view: PageEditor, qtbot: QtBot) -> None:
    shown(view, qtbot, LONG)
    view.go_to(BlockPlace(0, 100))
    before = view.facts
    view.resize(500, 600)
    assert view.facts == before


def test_a_page_is_black_on_white(qapp: QApplication) -> None:
    (page,) = paginate(document(words("Kế hoạch."))).pages
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(210 / page.width, 297 / page.height)
    draw_page(painter, page)
    painter.end()
    dark = [
        (x, y) for x in range(210) for y in range(297) if image.pixelColor(x, y).lightness() < 128
    ]
    assert dark
    assert all(QRectF(30, 20, 165, 20).contains(x, y) for x, y in dark)


def test_the_parts_of_a_plan_lead_to_its_pages(
    view: PageEditor, qtbot: QtBot, control_plan: OpenPlan
) -> None:
    parts = parts_of(control_plan.plan)
    titles = [part.title for part in parts]
    assert titles[:3] == ["Đầu văn bản", "Trích yếu", "Căn cứ"]
    for wanted in ("Câu kết", "Nơi nhận", "Chữ ký", "Phụ lục: 28 dòng nhiệm vụ"):
        assert titles.count(wanted) <= 1
    progress = control_plan.progress
    sections = control_plan.layout.sections[1:]
    view.show_plan(control_plan.plan, progress.directory, sections, can_edit=True)
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.layout_now is not None
    anchors = {place for page in view.live.pages for place in page.anchors}
    assert {view.layout_now.places[part.spot] for part in parts} <= anchors


def test_what_is_edited_is_what_prints(
    view: PageEditor, qtbot: QtBot, control_plan: OpenPlan
) -> None:
    progress = control_plan.progress
    view.show_plan(control_plan.plan, progress.directory, (), can_edit=True)
    qtbot.waitUntil(lambda: view.is_complete)
    printed = paginate(control_plan.layout).pages
    assert [one.lines for one in view.live.pages] == [one.lines for one in printed]
    assert view.layout_now is not None
    for spot in view.layout_now.places:
        if spot.kind is SpotKind.BLOCK:
            view.open_paragraph(spot)
            qtbot.waitUntil(lambda: view.is_complete)
            assert [one.lines for one in view.live.pages] == [one.lines for one in printed]


def test_a_part_lies_below_the_one_it_belongs_to(control_plan: OpenPlan) -> None:
    depths = {part.title: part.depth for part in parts_of(control_plan.plan)}
    assert depths["I. MỤC ĐÍCH, YÊU CẦU"] == 0
    assert depths["1. Mục đích"] == 1
    assert depths["a) Công bố, công khai TTHC"] == 2
    assert next(deep for one, deep in depths.items() if one.startswith("- Cụ thể hóa")) == 2
