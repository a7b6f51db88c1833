"""The report's pictures on the screen: drawn, walked to, read aloud, copied, saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tests.ui.plan_life_hand import LONG, dialog, units_of
from tests.ui.report_hand import followed, made, open_period, room_of
from tests.ui.walk import faults_of, faults_of_menu, press_menu_key, right_click
from tthc_desktop.document.word_pages import pictures_of
from tthc_desktop.domain.reporting.pictures import (
    PictureBar,
    PictureKind,
    PicturePart,
    ReportPicture,
)
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.unit_states import PARTS
from ui.charts.charts_pane import ChartsPane
from ui.charts.picture_view import PictureView
from ui.kit import theme
from ui.kit.state_look import state_look
from ui.main_window import MainWindow
from ui.session.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
QUARTERS = ReportPicture(
    PictureKind.QUARTERS,
    "Tỷ lệ hồ sơ trực tuyến theo quý (%)",
    (
        PictureBar("I/26", "72,3", 72.3, 100.0),
        PictureBar("II/26", "80,4", 80.4, 100.0, is_current=True),
    ),
    "Biểu đồ: quý I năm 2026: 72,3%; quý II năm 2026: 80,4%.",
)
GROUPS = ReportPicture(
    PictureKind.GROUPS,
    "Điểm theo nhóm chỉ số",
    (PictureBar("Công khai, minh bạch", "9/18", 9.0, 18.0), PictureBar("Số hóa", "1", 1.0)),
    "Biểu đồ: điểm.",
)
UNITS = ReportPicture(
    PictureKind.UNITS,
    "Nhiệm vụ theo phòng",
    (
        PictureBar(
            "Văn phòng", "6", 6.0, parts=(PicturePart("Hoàn thành", 4), PicturePart("Quá hạn", 2))
        ),
        PictureBar("Phòng Thử", "1", 1.0, parts=(PicturePart("Hoàn thành", 1),)),
    ),
    "Biểu đồ: nhiệm vụ.",
)
WHITE = "#ffffff"


@pytest.fixture
def pane(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> ChartsPane:
    pane = ChartsPane(Settings(tmp_path))
    qtbot.addWidget(pane)
    pane.resize(620, 320)
    pane.show_pictures((QUARTERS, UNITS, GROUPS))
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def painted(view: PictureView) -> QImage:
    return view.grab().toImage()


def columns_of(image: QImage, colour: QColor) -> list[int]:
    """Return how many dots of a colour stand above each other, for each place from the left."""
    return [
        sum(image.pixelColor(x, y) == colour for y in range(image.height()))
        for x in range(image.width())
    ]


def test_the_current_column_is_filled_and_as_high_as_its_figure(pane: ChartsPane) -> None:
    image = painted(pane.views[0])
    filled = max(columns_of(image, theme.OURS.acc))
    light = max(columns_of(image, theme.OURS.tint))
    assert filled
    assert light / filled == pytest.approx(72.3 / 80.4, abs=0.03)
    # Only the last quarter is filled: at the left half there are outlines alone.
    assert max(columns_of(image, theme.OURS.acc)[: image.width() // 4]) <= light + 2


def test_parts_of_a_unit_are_as_wide_as_their_counts(pane: ChartsPane) -> None:
    image = painted(pane.views[1])
    done = state_look(_shown("Hoàn thành"), pane.palette()).colour
    rows = [
        sum(image.pixelColor(x, y) == done for x in range(image.width()))
        for y in range(image.height())
    ]
    whole = image.width() - 2 * 6
    # Four of six tasks, the number's white ground aside.
    assert whole * 4 / 6 - 40 < max(rows) <= whole * 4 / 6 + 2


def _shown(words: str) -> Shown:
    return dict(PARTS)[words][0]


def test_points_are_filled_within_what_there_could_be(pane: ChartsPane) -> None:
    image = painted(pane.views[2])

    def wide(colour: QColor, y: int) -> int:
        return sum(image.pixelColor(x, y) == colour for x in range(image.width()))

    rows = [
        (wide(theme.OURS.acc, y), wide(theme.OURS.tint, y)) for y in range(image.height())
    ]  # fmt: skip
    (filled, left) = next(one for one in rows if min(one) > 20)
    assert filled == pytest.approx(left, abs=4)  # 9 of 18
    # What could be reached at most is not known of the second: nothing is left of its bar.
    assert any(one[0] > 5 and not one[1] for one in rows)


def test_a_picture_is_walked_to_and_read_aloud(pane: ChartsPane) -> None:
    first, second, _ = pane.views
    first.setFocus()
    before = painted(second)
    press(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    assert painted(second) != before
    assert first.accessibleName() == QUARTERS.title
    assert first.accessibleDescription() == QUARTERS.alt
    assert faults_of(pane) == []


def test_a_picture_is_copied_by_menu_and_key(pane: ChartsPane, qtbot: QtBot) -> None:
    view = pane.views[0]
    for by_key in (True, False):
        menu = press_menu_key(view) if by_key else right_click(view, QPoint(20, 20))
        assert menu is not None
        assert faults_of_menu(menu) == []
        assert [one.text() for one in menu.actions()] == ["&Chép hình", "&Lưu hình PNG…"]
        menu.close()
    view.setFocus()
    with qtbot.waitSignal(pane.told) as told:
        press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [f"Đã chép hình “{QUARTERS.title}”"]
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1500
    assert image.pixelColor(1, 1).name() == WHITE


def test_a_picture_is_saved_as_png(pane: ChartsPane, qtbot: QtBot, tmp_path: Path) -> None:
    pane.views[1].save.trigger()
    (chooser,) = pane.findChildren(QFileDialog)
    target = tmp_path / "hinh.png"
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(target.name)
    with qtbot.waitSignal(pane.told) as told:
        chooser.accept()
    assert told.args == ["Đã lưu hình “hinh.png”"]
    assert QImage(str(target)).width() > 1500


def test_pictures_stand_beside_each_other_as_there_is_room(pane: ChartsPane, qtbot: QtBot) -> None:
    def across() -> int:
        return len({one.x() for one in pane.views})

    qtbot.waitUntil(lambda: across() == 2)
    pane.resize(300, 320)
    qtbot.waitUntil(lambda: across() == 1)
    pane.resize(900, 320)
    qtbot.waitUntil(lambda: across() == 3)


def test_without_figures_it_says_so(pane: ChartsPane) -> None:
    pane.show_pictures(())
    said = [one.text() for one in pane.findChildren(QLabel) if one.isVisible()]
    assert said == ["Chưa có số liệu để vẽ biểu đồ."]


def test_pictures_below_the_form_follow_its_figures(window: MainWindow, qtbot: QtBot) -> None:
    report = made(window, "2026-Q2")
    tab = open_period(window, qtbot, report.period)
    assert tab.pages is not None
    charts = tab.pages.form.charts
    (bar,) = charts.views[0].picture.bars
    assert (bar.label, bar.words) == ("II/26", "80,4")
    assert tab.pages.typing.type_figure("Dat dai", 5, "4")
    followed(window, qtbot)
    qtbot.waitUntil(lambda: charts.views[0].picture.bars[0].words == "78,9", timeout=LONG)
    # Xem trang in has the same pictures as the tab.
    source = room_of(window).files.source()
    assert source is not None
    told = [one.alt for one in pictures_of(source.read(units_of(window)))]
    assert told == [one.picture.alt for one in charts.views]
    charts.views[0].copy.trigger()
    assert faults_of(tab) == []
    charts.views[0].save.trigger()
    chooser = dialog(window, qtbot, QFileDialog)
    chooser.reject()
