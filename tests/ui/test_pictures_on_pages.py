"""Pictures on our pages: as high as in Word, with their captions, in the PDF too."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from db.data_file import SqliteDataFile
from tests.ui.page_layouts import LEFT, TEXT_WIDTH, document, lines, texts, words
from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import DocumentLayout, LayoutBlock, Role
from tthc_desktop.document.word import write_word
from tthc_desktop.domain.reporting.pictures import PictureBar, PictureKind, ReportPicture
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.use_cases.plan_check import check_file
from tthc_desktop.use_cases.reporting.report_export import export_report, report_layout
from tthc_desktop.use_cases.reporting.reports import create_report, set_figure
from ui.charts.paper_picture import draw_picture, new_page_painter
from ui.kit import theme
from ui.pages.paginator import paginate
from ui.pages.pieces import Image

pytestmark = pytest.mark.usefixtures("dressed")
TODAY = date(2026, 6, 30)
SOFFICE = shutil.which("soffice")


def quarters(alt: str = "Biểu đồ: thử.") -> ReportPicture:
    figures = (("I/26", "72,3", 72.3), ("II/26", "80,4", 80.4))
    bars = tuple(PictureBar(*one, 100.0, is_current=one[0] == "II/26") for one in figures)
    return ReportPicture(PictureKind.QUARTERS, "Hồ sơ trực tuyến (%)", bars, alt)


def pictured(height: int, count: int = 1) -> DocumentLayout:
    """Return pictures with captions below so many lines."""
    blocks: list[LayoutBlock] = [lines(height)]
    for number in range(count):
        picture = draw_picture(quarters(), nd30.PORTRAIT.text_width_mm)
        caption = words(f"Biểu đồ {number}. Hồ sơ", Role.PICTURE_CAPTION)
        blocks += [picture, caption]
    return document(*blocks)


def images(layout: DocumentLayout) -> list[list[Image]]:
    pages = paginate(layout).pages
    return [[one for one in page.marks if isinstance(one, Image)] for page in pages]


def test_a_picture_stands_inside_the_text_with_its_caption_below() -> None:
    layout = pictured(3)
    (page,) = paginate(layout).pages
    ((image,),) = images(layout)
    assert image.left == pytest.approx(LEFT)
    assert image.width == pytest.approx(TEXT_WIDTH)
    caption = next(one for one in texts(page) if one.line.text.startswith("Biểu đồ"))
    assert image.top + image.height <= caption.top
    third = next(one for one in texts(page) if one.line.text.startswith("dòng 3"))
    assert third.top + third.line.height < image.top


def test_a_picture_is_never_cut_nor_left_by_its_caption() -> None:
    for height in range(20, 60, 4):
        layout = pictured(height)
        found = [
            (bool(pictures), any(one.line.text.startswith("Biểu đồ") for one in texts(page)))
            for page, pictures in zip(paginate(layout).pages, images(layout), strict=True)
        ]
        assert (True, True) in found
        assert {one for one in found if one[0] != one[1]} == set()


def test_the_same_values_give_the_same_picture_whatever_the_screen(
    dressed: QApplication,
) -> None:
    first = draw_picture(quarters(), 165.0)
    theme.scale_text(dressed, 2.0)
    assert draw_picture(quarters(), 165.0) == first
    assert first.alt == "Biểu đồ: thử."
    image = QImage.fromData(first.png)
    assert image.width() / image.height() == pytest.approx(165.0 / first.height_mm, rel=0.01)
    # The current quarter is filled in the accent.
    seen = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert theme.OURS.acc.name() in seen
    assert QColor("white").name() in seen


def test_a_report_has_its_pictures_in_word_and_pdf_or_none_at_all(
    sample: Path, tmp_path: Path
) -> None:
    file = SqliteDataFile(sample)
    units = file.units_of_work()
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    for column, text in ((4, "80"), (5, "15"), (8, "95")):
        set_figure(units, report.id, "II.06a", "Thương mại", column, text)
    word, pdf, bare = (tmp_path / name for name in ("bc.docx", "bc.pdf", "khong.docx"))
    for to in (word, pdf):
        done = export_report(
            units, report.id, to, today=TODAY, new_painter=new_page_painter, force=True
        )
        assert not done.lacks_pictures
    assert check_file(word, today=TODAY) == ()
    titles = [text for page in PdfReader(pdf).pages for text in page.extract_text().splitlines()]
    assert any("BIỂU ĐỒ" in one for one in titles)
    assert sum(len(page.images) for page in PdfReader(pdf).pages) == 3
    layout = report_layout(units, report.id, today=TODAY, new_painter=new_page_painter)
    assert sum(map(len, images(layout))) == 3

    def without_qt() -> object:
        raise ImportError("libEGL")

    lacking = export_report(
        units, report.id, bare, today=TODAY, new_painter=without_qt, force=True  # type: ignore[arg-type]
    )  # fmt: skip
    assert lacking.lacks_pictures
    assert "Phụ lục IV" not in bare.read_bytes().decode("latin-1")
    empty = create_report(units, ReportKind.CONTROL, "2031-Q1")
    pages = report_layout(
        units, empty.id, today=date(2031, 4, 1), new_painter=new_page_painter
    )  # fmt: skip
    assert images(pages) == [[]] * len(paginate(pages).pages)
    file.close()


@pytest.mark.soffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_pages_with_pictures_are_those_of_the_word_file(tmp_path: Path) -> None:
    layouts = {f"{height}": pictured(height, 3) for height in range(1, 45, 6)}
    for name, layout in layouts.items():
        write_word(layout, tmp_path / f"{name}.docx")
    subprocess.run(
        [SOFFICE or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path,
         *(tmp_path / f"{name}.docx" for name in layouts)],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    for name, layout in layouts.items():
        read = PdfReader(tmp_path / f"{name}.pdf").pages
        # LibreOffice keeps a picture that comes again once; captions stand by theirs.
        theirs = [page.extract_text().count("Biểu đồ") for page in read]
        assert [len(one) for one in images(layout)] == theirs
