"""Word files: what stands in the running text, and what beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reading.hostile_files import W, document, link, package, word_links, words
from tests.reading.written_xml import fonts, level, numbers, paragraph, part, run, style, w
from tthc_desktop.domain.text_run import Run
from tthc_desktop.errors import Refused
from tthc_desktop.reading.source import Source, SourceParagraph, SourceTable
from tthc_desktop.reading.word_source import read_word

ReadBody = Callable[..., Source]
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


@pytest.fixture
def body(tmp_path: Path) -> ReadBody:
    """Return a function that reads the XML of a body, with other parts by their kind."""

    def read_body(xml: str, **parts: str) -> Source:
        names = {kind: f"{kind}.xml" for kind in parts}
        links = [link(n, kind, name) for n, (kind, name) in enumerate(names.items())]
        held: dict[str, str | bytes] = {f"word/{names[kind]}": xml for kind, xml in parts.items()}
        held["word/_rels/document.xml.rels"] = word_links("".join(links))
        file = tmp_path / "a.docx"
        file.write_bytes(package(document(xml), held))
        return read_word(file)

    return read_body


def lines(source: Source) -> list[str]:
    return [item.shown_text for item in source.items if isinstance(item, SourceParagraph)]


def control(*content: str) -> str:
    return w("sdt", w("sdtPr"), w("sdtContent", *content))


def field(kind: str) -> str:
    return w("fldChar", fldCharType=kind)


CODE = w("r", field("begin"), w("instrText", "PAGE"), w("t", "mã"), field("separate"))
CHOICE = f"<mc:Choice>{run('một')}</mc:Choice><mc:Fallback>{run('một')}</mc:Fallback>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (w("ins", run("một ")) + w("del", w("r", w("delText", "x"))) + run("hai"), "một hai"),
        (w("moveFrom", run("x")) + w("moveTo", run("một")), "một"),
        (control(control(run("một"))), "một"),
        (w("hyperlink", run("dichvucong.gov.vn")), "dichvucong.gov.vn"),
        (w("fldSimple", run("12")), "12"),
        (CODE + run("7") + w("r", field("end"), w("t", " trang")), "7 trang"),
        (w("r", w("t", "một"), w("tab"), w("t", "hai"), w("br"), w("t", "ba")), "một hai ba"),
        (w("r", w("t", "cải"), w("noBreakHyphen"), w("t", "cách"), w("softHyphen")), "cải-cách"),
        (run("kê") + run("\u0301 hoạch"), "kế hoạch"),
        (run("kế hoạch", w("caps")), "KẾ HOẠCH"),
        (f"<mc:AlternateContent {COMPATIBLE}>{CHOICE}</mc:AlternateContent>", "một"),
    ],
)
def test_the_accepted_text_is_read(body: ReadBody, content: str, text: str) -> None:
    assert lines(body(paragraph(content))) == [text]


def test_formats_follow_from_run_style_and_paragraph_style(body: ReadBody) -> None:
    styles = part(
        "styles",
        style("a", w("name", val="A"), w("rPr", w("b"))),
        style("b", w("name", val="B"), w("basedOn", val="a"), w("pPr", w("jc", val="center"))),
        style("c", w("rPr", w("i")), kind="character"),
    )
    content = run("đậm ") + run("thường ", w("b", val=0)) + run("cả", w("rStyle", val="c"))
    item = body(paragraph(content, w("pStyle", val="b")), styles=styles).items[0]
    assert isinstance(item, SourceParagraph)
    assert item.runs == (Run("đậm ", bold=True), Run("thường "), Run("cả", bold=True, italic=True))
    assert (item.centred, item.style) == (True, "B")


def test_a_deleted_paragraph_mark_joins_two_paragraphs(body: ReadBody) -> None:
    first = paragraph(run("Văn phòng "), w("rPr", w("del")))
    assert lines(body(first + paragraph(run("thực hiện")))) == ["Văn phòng thực hiện"]
    assert lines(body(words("Một") + first)) == ["Một", "Văn phòng"]


def test_text_boxes_are_read_where_they_are_anchored(body: ReadBody) -> None:
    inner = BOX.format(words("bên trong"))
    box = w("p", run("trước") + BOX.format(words("trong khung") + paragraph(inner)))
    assert lines(body(box + words("sau"))) == ["trước", "trong khung", "bên trong", "sau"]


def test_what_stands_beside_the_text_is_listed(body: ReadBody) -> None:
    notes = part(
        "footnotes",
        w("footnote", words("chú giải"), id=2),
        w("footnote", words("không ai nhắc"), id=3),
    )
    mark = w("r", w("footnoteReference", id=2))
    content = run("có chú thích") + mark + run("ẩn", w("vanish"))
    source = body(paragraph(content), footnotes=notes, header=part("hdr", words("DỰ THẢO lần 2")))
    assert lines(source) == ["có chú thích"]
    assert source.not_understood == (
        "Chữ ẩn: ẩn",
        "Chú thích cuối trang: chú giải",
        "Đầu trang hoặc chân trang: DỰ THẢO lần 2",
    )


@pytest.mark.parametrize("text", ["2", "- 2 -", "Trang 2/5", "", "Page 2 of 5"])
def test_a_page_number_is_not_worth_a_word(body: ReadBody, text: str) -> None:
    source = body(words("một"), header=part("hdr", words(text)))
    assert source.not_understood == ()


def test_pictures_are_counted(body: ReadBody) -> None:
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    source = body(paragraph(run("một") + w("r", w("drawing", blip))))
    assert source.not_understood == ("1 hình ảnh hoặc nội dung nhúng",)


NUMBERING = part(
    "numbering",
    w("abstractNum",
      level(0, "%1.", "upperRoman"), level(1, "%2.", "decimal", w("pStyle", val="khoan"), start=3),
      level(2, "%3)", "lowerLetter"), level(3, "%1.%2.%4", "decimal", w("isLgl")),
      abstractNumId=0),
    w("abstractNum", level(0, "\uf0b7", "bullet"), abstractNumId=1),
    w("num", w("abstractNumId", val=0), numId=1),
    w("num", w("abstractNumId", val=1), numId=2),
    w("num", w("abstractNumId", val=0), w("lvlOverride", w("startOverride", val=1), ilvl=0),
      numId=3),
)  # fmt: skip


@pytest.mark.parametrize(
    ("places", "labels"),
    [
        ([(1, 0), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["I.", "II.", "3.", "4.", "III.", "3."]),
        ([(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2)], ["I.", "3.", "a)", "b)", "4.", "a)"]),
        ([(1, 0), (1, 3), (1, 3)], ["I.", "1.3.1", "1.3.2"]),
        ([(2, 0), (2, 0)], ["-", "-"]),
        ([(1, 0), (1, 0), (3, 0), (3, 0), (1, 0)], ["I.", "II.", "I.", "II.", "III."]),
        ([(0, 0), (9, 0)], ["", ""]),
    ],
)
def test_automatic_numbers_are_what_word_prints(
    body: ReadBody, places: list[tuple[int, int]], labels: list[str]
) -> None:
    xml = "".join(paragraph(run("x"), numbers(*place)) for place in places)
    assert lines(body(xml, numbering=NUMBERING)) == [f"{label} x".strip() for label in labels]


def test_a_style_brings_its_number(body: ReadBody) -> None:
    styles = part("styles", style("khoan", w("pPr", numbers(1))))
    chosen = w("pStyle", val="khoan")
    xml = paragraph(run("x"), chosen) + paragraph(run("y"), chosen, numbers(0))
    assert lines(body(xml, styles=styles, numbering=NUMBERING)) == ["3. x", "y"]


def cell(text: str, *properties: str) -> str:
    return w("tc", w("tcPr", *properties), words(text) if text else w("p"))


def test_cells_keep_their_places(body: ReadBody) -> None:
    rows = (
        w("tr", cell("a"), cell("b", w("gridSpan", val=2))),
        w("tr", cell("", w("vMerge")), cell("c"), control(cell("d"))),
        w("tr", w("trPr", w("gridBefore", val=2)), cell("e")),
        w("tr", w("trPr", w("del")), cell("bỏ")),
    )
    table = body(w("tbl", *rows)).items[0]
    assert isinstance(table, SourceTable)
    found = [[(one.text, one.span, one.continues, one.absent) for one in row] for row in table.rows]
    assert found == [
        [("a", 1, False, False), ("b", 2, False, False)],
        [("", 1, True, False), ("c", 1, False, False), ("d", 1, False, False)],
        [("", 2, False, True), ("e", 1, False, False)],
    ]


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times", ".VnArialH"])
def test_text_in_an_old_code_is_refused_with_what_to_do(body: ReadBody, font: str) -> None:
    with pytest.raises(Refused, match="Unikey") as refused:
        body(paragraph(run("KÕ ho¹ch kiÓm so¸t", fonts(font))))
    assert font in refused.value.message


def test_a_leftover_old_font_does_no_harm(body: ReadBody) -> None:
    look = fonts(".VnTime")
    assert lines(body(paragraph(run("Kế hoạch kiểm soát", look)))) == ["Kế hoạch kiểm soát"]
    assert lines(body(words("Kế hoạch kiểm soát thủ tục") + paragraph(run("STT", look))))


def test_a_file_of_the_strict_standard_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(package(document(words("Kế hoạch")).replace(W, STRICT)))
    assert lines(read_word(file)) == ["Kế hoạch"]


def test_a_file_in_utf16_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    file.write_bytes(package(document(words("Kế hoạch"), head).encode("utf-16")))
    assert lines(read_word(file)) == ["Kế hoạch"]
