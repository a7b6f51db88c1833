from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tests.ui.page_layouts import SENTENCE, document, table, words
from tthc_desktop.document.blocks import DocumentLayout, PageSection, Role
from ui.pages.paginator import BlockPlace, Page, paginate
from ui.pages.painter import draw_page
from ui.plan.page_view import PageView
from ui.plan.parts import parts_of
from ui.session.open_plan import OpenPlan

LONG = document(*[words(SENTENCE * 9)] * 200)


@pytest.fixture
def view(dressed: QApplication, qtbot: QtBot) -> Iterator[PageView]:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    yield made
    made.show_document(None)


def shown(view: PageView, qtbot: QtBot, layout: DocumentLayout) -> None:
    view.show_document(layout)
    qtbot.waitUntil(lambda: view.is_complete)


def test_the_first_page_is_there_before_the_last(view: PageView, qtbot: QtBot) -> None:
    view.show_document(LONG)
    assert view.page_count >= 1
    assert not view.is_complete
    assert view.facts == "Trang 1 / đang tính…"
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.facts == f"Trang 1 / {len(paginate(LONG).pages)}"


def test_keys_walk_through_the_pages(view: PageView, qtbot: QtBot) -> None:
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


def test_one_can_go_to_a_block_that_is_not_set_yet(view: PageView, qtbot: QtBot) -> None:
    view.show_document(LONG)
    view.go_to(BlockPlace(0, 199))
    qtbot.waitUntil(lambda: view.is_complete)
    top = next(
        view._top_of(count) + page.anchors[BlockPlace(0, 199)] * view._zoom(page)
        for count, page in enumerate(view._pages)
        if BlockPlace(0, 199) in page.anchors
    )
    bar = view.verticalScrollBar()
    assert bar.value() == pytest.approx(min(top, bar.maximum()), abs=20)


def test_only_pages_one_sees_are_painted(
    view: PageView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(view, qtbot, LONG)
    painted: list[int] = []

    def counted(painter: QPainter, page: Page) -> None:
        painted.append(page.number)
        draw_page(painter, page)

    monkeypatch.setattr("ui.plan.page_view.draw_page", counted)
    view.grab()
    assert set(painted) == {1}


def test_every_page_fits_the_width(view: PageView, qtbot: QtBot) -> None:
    both = DocumentLayout(
        (PageSection((words("A"),)), PageSection((table(3),), landscape=True)), ""
    )
    for width in (400, 700, 1600):
        view.resize(width, 600)
        shown(view, qtbot, both)
        for page in paginate(both).pages:
            assert page.width * view._zoom(page) <= view.viewport().width()


def test_a_wider_window_keeps_the_place(view: PageView, qtbot: QtBot) -> None:
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


def test_the_parts_of_a_plan_lead_to_its_pages(control_plan: OpenPlan) -> None:
    parts = parts_of(control_plan.layout)
    titles = [part.title for part in parts]
    assert titles[:4] == ["Đầu văn bản", "Trích yếu", "Căn cứ", "I. MỤC ĐÍCH, YÊU CẦU"]
    for wanted in ("Câu kết", "Nơi nhận", "Phụ lục", "Bảng: 28 dòng"):
        assert titles.count(wanted) <= 1
    assert "Nơi nhận" in titles
    anchors = {place for page in paginate(control_plan.layout).pages for place in page.anchors}
    assert {part.place for part in parts} <= anchors


def test_a_part_lies_below_the_one_it_belongs_to(qapp: object) -> None:
    layout = document(
        words("1. Khoản đứng một mình", Role.CLAUSE),
        words("I. MỤC", Role.SECTION),
        words("1. Khoản", Role.CLAUSE_TITLE),
        words("a) Điểm", Role.POINT),
        words("2. Khoản", Role.CLAUSE),
    )
    depths = [(part.title[0], part.depth) for part in parts_of(layout)]
    assert depths == [("1", 0), ("I", 0), ("1", 1), ("a", 2), ("2", 1)]
