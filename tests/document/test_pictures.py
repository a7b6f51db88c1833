"""Pictures in the Word file: in a line of text, no larger than the page, told in words."""

import io
import struct
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from tests.document.word_file import WordFile, child, text_of
from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import DocumentLayout, PageSection, Paragraph, Picture, Role
from tthc_desktop.document.picture_layout import fitted, lay_out_pictures
from tthc_desktop.document.word import check_word, write_word
from tthc_desktop.domain.reporting.pictures import PictureBar, PictureKind, ReportPicture
from tthc_desktop.domain.reporting.printed import PrintedPictures
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.reading.gate import open_office_file

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DAY = datetime(2026, 7, 1, tzinfo=UTC)
ALT = "Biểu đồ: Tỷ lệ hồ sơ trực tuyến theo quý (%). Quý II năm 2026: 80,4%."
EMUS_PER_MM = 36_000


def png(width: int = 4, height: int = 2) -> bytes:
    """Return a grey picture, made without any toolkit."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in parts)


def report_picture(title: str, alt: str = ALT) -> ReportPicture:
    bar = PictureBar("II/26", "80,4", 80.4, 100.0, is_current=True)
    return ReportPicture(PictureKind.QUARTERS, title, (bar,), alt)


def annex(*titles: str) -> DocumentLayout:
    pictures = tuple(report_picture(one) for one in titles)
    printed = PrintedPictures("Phụ lục III", "BIỂU ĐỒ", "(Kèm theo Báo cáo quý II)", pictures)

    def draw(picture: ReportPicture, width_mm: float) -> Picture:
        return Picture(png(), width_mm, 55.0, picture.alt)

    main = PageSection((Paragraph(Role.BODY, plain_runs("Lời văn.")),))
    return DocumentLayout((main, lay_out_pictures(printed, draw)), "Báo cáo")


@pytest.fixture
def word(tmp_path: Path) -> WordFile:
    path = tmp_path / "bao-cao.docx"
    write_word(annex("Hồ sơ trực tuyến", "Hồ sơ đúng hạn"), path, created=DAY)
    return WordFile(path)


def test_a_reopened_file_tells_what_each_picture_shows(word: WordFile) -> None:
    check_word(word.path)
    shapes = docx.Document(str(word.path)).inline_shapes
    assert len(shapes) == 2
    told = list(word.body.iter(f"{WP}docPr"))
    assert [one.get("descr") for one in told] == [ALT, ALT]
    assert [one.get("id") for one in told] == ["1", "2"]
    for shape in shapes:
        assert abs(shape.width / EMUS_PER_MM - nd30.PORTRAIT.text_width_mm) < 0.01
        assert abs(shape.height / EMUS_PER_MM - 55.0) < 0.01
    assert [word.parts[f"word/media/bieu-do-{one}.png"] for one in (1, 2)] == [png(), png()]


def test_a_picture_stands_with_its_caption_in_the_annex(word: WordFile) -> None:
    assert word.texts("PhuLuc") == ["Phụ lục III"]
    captions = ["Biểu đồ 1. Hồ sơ trực tuyến", "Biểu đồ 2. Hồ sơ đúng hạn"]
    assert word.texts("TenBieuDo") == captions
    for line in word.paragraphs("BieuDo"):
        following = line.getnext()
        assert following is not None
        assert text_of(following) in captions
    assert child(word.styles["ND30-BieuDo"], "pPr/keepNext") is not None
    assert len(word.sections()) == 2


def test_the_same_pictures_give_the_same_bytes(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("mot.docx", "hai.docx")]
    for file in files:
        write_word(annex("Hồ sơ trực tuyến"), file, created=DAY)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_our_own_gate_takes_the_file_in(word: WordFile) -> None:
    content = word.path.read_bytes()
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    open_office_file(word.path, "word")


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (165.0, 60.0, (165.0, 60.0)),
        (330.0, 60.0, (165.0, 30.0)),
        (165.0, 1000.0, (165.0 * 0.1799, 179.9)),
    ],
)
def test_nothing_is_larger_than_the_text_of_the_page(
    width: float, height: float, expected: tuple[float, float]
) -> None:
    found = fitted(Picture(b"", width, height, ""))
    assert (found.width_mm, found.height_mm) == pytest.approx(expected)
