import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.ui.page_layouts import SENTENCE, document, signature, table, words
from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import DocumentLayout, PageSection, Role
from ui.pages.paginator import paginate
from ui.pages.painter import QtPagePainter, Stopped
from ui.session.open_plan import OpenPlan

ROOT = Path(__file__).resolve().parents[2]
_WITHOUT_APPLICATION = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tests.ui.page_layouts import document, words
from ui.pages.painter import QtPagePainter
assert QCoreApplication.instance() is None
print(QtPagePainter().write_pdf(document(words("Kế hoạch.")), Path(sys.argv[1])))
application = QCoreApplication.instance()
print(application.metaObject().className())
QtPagePainter().write_pdf(document(words("Kế hoạch.")), Path(sys.argv[1]))
assert QCoreApplication.instance() is application
"""


@pytest.fixture
def painter(qapp: object) -> QtPagePainter:
    return QtPagePainter()


def read(path: Path) -> PdfReader:
    return PdfReader(path)


def plain(text: str) -> str:
    return " ".join(text.split())


def test_it_returns_the_number_of_pages(painter: QtPagePainter, tmp_path: Path) -> None:
    pages = painter.write_pdf(document(*[words(SENTENCE * 9)] * 12), tmp_path / "k.pdf")
    assert pages == len(read(tmp_path / "k.pdf").pages) > 1


def test_pages_are_a4_upright_or_on_their_side(painter: QtPagePainter, tmp_path: Path) -> None:
    sections = PageSection((words("A"),)), PageSection((words("B"),), landscape=True)
    painter.write_pdf(DocumentLayout(sections, ""), tmp_path / "k.pdf")
    first, second = (page.mediabox for page in read(tmp_path / "k.pdf").pages)
    # A4 is 595.28 x 841.89 points; Qt writes whole ones.
    assert (first.width, first.height) == (595, 842)
    assert (second.width, second.height) == (842, 595)


def test_a_plan_on_its_side_from_the_first_page(painter: QtPagePainter, tmp_path: Path) -> None:
    painter.write_pdf(document(words("A"), landscape=True), tmp_path / "k.pdf")
    (page,) = read(tmp_path / "k.pdf").pages
    assert (page.mediabox.width, page.mediabox.height) == (842, 595)


def test_words_are_found_in_the_order_they_are_read(painter: QtPagePainter, tmp_path: Path) -> None:
    layout = document(
        words("Căn cứ Nghị định số 63/2010/NĐ-CP;", Role.LEGAL_BASIS),
        words("I. MỤC ĐÍCH, YÊU CẦU", Role.SECTION),
        words(SENTENCE),
        table(2),
        signature(),
    )
    painter.write_pdf(layout, tmp_path / "k.pdf")
    text = plain(read(tmp_path / "k.pdf").pages[0].extract_text())
    wanted = (
        "Căn cứ Nghị định số 63/2010/NĐ-CP; I. MỤC ĐÍCH, YÊU CẦU Tiếp tục tổ chức thực hiện",
        "STT Nội dung Chủ trì 1 Tiếp tục",
        "Văn phòng 2 Tiếp tục",
        "Nơi nhận: - Lưu: VT. GIÁM ĐỐC Nguyễn Văn A",
    )
    places = [text.find(one) for one in wanted]
    assert -1 not in places
    assert places == sorted(places)


def test_every_letter_and_blank_can_be_searched(painter: QtPagePainter, tmp_path: Path) -> None:
    letters = "ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳỷỹỵ đĐ ƠƯ"
    painter.write_pdf(
        document(
            words(f"{letters} {letters.upper()}"),
            words(f"Số: {nd30.NUMBER_BLANK}/KH-STMDV", Role.DOCUMENT_NUMBER),
            words("office file flow"),
        ),
        tmp_path / "k.pdf",
    )
    text = read(tmp_path / "k.pdf").pages[0].extract_text()
    assert f"{letters} {letters.upper()}" in plain(text)
    assert f"Số: {nd30.NUMBER_BLANK}/KH-STMDV" in text
    assert "office file flow" in text
    assert "\t" not in text


def test_page_numbers_stand_from_the_second_page(painter: QtPagePainter, tmp_path: Path) -> None:
    painter.write_pdf(document(*[words(SENTENCE * 9)] * 20), tmp_path / "k.pdf")
    first, *others = (page.extract_text() for page in read(tmp_path / "k.pdf").pages)
    assert first.startswith("Tiếp tục")
    assert [page.split("\n")[0] for page in others] == [str(n + 2) for n in range(len(others))]


def test_title_and_fonts_are_in_the_file(painter: QtPagePainter, tmp_path: Path) -> None:
    painter.write_pdf(document(words("Kế hoạch."), signature()), tmp_path / "k.pdf")
    reader = read(tmp_path / "k.pdf")
    assert reader.metadata is not None
    assert reader.metadata.title == "Kế hoạch thử"
    fonts = [
        font.get_object()
        for font in reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    for font in fonts:
        assert (
            font["/BaseFont"].endswith(
                ("LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-BoldItalic")
            )
            or "TimesNewRoman" in font["/BaseFont"]
        )
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert "/FontFile2" in descriptor


def test_screen_and_pdf_have_the_same_lines(
    painter: QtPagePainter, control_plan: OpenPlan, tmp_path: Path
) -> None:
    painter.write_pdf(control_plan.layout, tmp_path / "k.pdf")
    printed = [plain(page.extract_text()) for page in read(tmp_path / "k.pdf").pages]
    shown = [plain(" ".join(page.lines)) for page in paginate(control_plan.layout).pages]
    assert printed == shown


def test_one_can_stop_it_and_nothing_is_written(qapp: object, tmp_path: Path) -> None:
    asked = count()
    painter = QtPagePainter(lambda: next(asked) >= 2)
    with pytest.raises(Stopped):
        painter.write_pdf(document(*[words(SENTENCE * 9)] * 60), tmp_path / "k.pdf")
    assert next(asked) == 3
    assert not (tmp_path / "k.pdf").exists()


def test_a_folder_that_is_not_there_is_told_as_such(painter: QtPagePainter, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        painter.write_pdf(document(words("A")), tmp_path / "none" / "k.pdf")


def test_without_display_and_application_it_makes_its_own_once(tmp_path: Path) -> None:
    hidden = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_APPLICATION, str(tmp_path / "k.pdf")],
        check=False,
        cwd=ROOT,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\nQApplication\n", "")
