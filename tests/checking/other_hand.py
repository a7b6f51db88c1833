"""Documents by another hand: python-docx's own template, direct formatting, no style of ours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor, Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph

BOTH, CENTRE, LEFT = (
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
)
DECISION = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Nghị định số 150/2025/NĐ-CP ngày 12 tháng 6 năm 2025 của Chính phủ;",
    "Theo đề nghị của Chánh Văn phòng Sở.",
)


@dataclass(frozen=True)
class Hand:
    """A size profile: Quốc hiệu, Tiêu ngữ, text, and the width of the left column."""

    small: bool = False

    @property
    def name_size(self) -> float:
        return 12 if self.small else 13

    @property
    def text_size(self) -> float:
        return 13 if self.small else 14


def words(
    paragraph: Paragraph,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = CENTRE,
) -> Paragraph:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = "Times New Roman", Pt(size)
    run.font.bold, run.font.italic = bold, italic
    run.font.color.rgb = RGBColor(0, 0, 0)
    form = paragraph.paragraph_format
    form.alignment, form.space_before, form.space_after = align, Pt(0), Pt(0)
    form.line_spacing = 1.0
    return paragraph


def body(document: Document, text: str, hand: Hand, **look: bool) -> Paragraph:
    paragraph = words(document.add_paragraph(), text, hand.text_size, align=BOTH, **look)
    form = paragraph.paragraph_format
    form.first_line_indent, form.space_after, form.line_spacing = Twips(567), Pt(6), 1.15
    return paragraph


def line_below(cell: _Cell | Document, width: int, length: int) -> None:
    """Draw a line: the lower border of an empty paragraph."""
    paragraph = words(cell.add_paragraph(), "", 4)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().insert(0, borders)
    side = Twips((width - length) // 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side


def set_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.different_first_page_header_footer = True


def number_pages(section: Section, size: float) -> None:
    paragraph = words(section.header.paragraphs[0], "", size)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE \\* MERGEFORMAT ")
    run = paragraph.add_run("2")
    run.font.name, run.font.size = "Times New Roman", Pt(size)
    field.append(run._r)
    paragraph._p.append(field)


def letterhead(document: Document, hand: Hand, kind: str, agency: str, length: int) -> None:
    """Write the head: one row of two cells, the number below the agency in the same cell."""
    table = document.add_table(1, 2)
    table.autofit = False
    left, right = table.rows[0].cells
    left.width, right.width = Twips(3400), Twips(5671)
    size, bigger = hand.name_size, hand.name_size + 1
    words(left.paragraphs[0], "UBND TỈNH SƠN HẢI", size)
    words(left.add_paragraph(), agency, size, bold=True)
    line_below(left, 3400 - 216, length)
    words(left.add_paragraph(), f"Số: 12/{kind}-SYT", 13)
    name = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    words(right.paragraphs[0], name, size, bold=True)
    words(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", bigger, bold=True)
    line_below(right, 5671 - 216, 3183 if hand.small else 3428)
    date = "Sơn Hải, ngày 09 tháng 3 năm 2026"
    words(right.add_paragraph(), date, bigger, italic=True)


def foot(document: Document, hand: Hand, *items: str) -> None:
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    words(left.paragraphs[0], "Nơi nhận:", 12, bold=True, italic=True, align=LEFT)
    for item in (*items, "- Lưu: VT, TCCB."):
        words(left.add_paragraph(), item, 11, align=LEFT)
    words(right.paragraphs[0], "GIÁM ĐỐC", hand.text_size, bold=True)
    for _ in range(4):
        words(right.add_paragraph(), "", hand.text_size)
    words(right.add_paragraph(), "Trần Thị Ví Dụ", hand.text_size, bold=True)


def write_plan(path: Path, hand: Hand) -> None:
    document = docx.Document()
    section = document.sections[0]
    set_page(section)
    number_pages(section, hand.text_size)
    letterhead(document, hand, "KH", "SỞ Y TẾ", 450)
    words(document.add_paragraph(), "KẾ HOẠCH", hand.text_size, bold=True)
    words(document.add_paragraph(), "Khám sức khỏe năm 2026", hand.text_size, bold=True)
    line_below(document, 9071, 1300)
    body(document, "Căn cứ Luật Khám bệnh, chữa bệnh ngày 09 tháng 01 năm 2023.", hand, italic=True)
    body(document, "Sở Y tế ban hành Kế hoạch như sau:", hand)
    body(document, "I. MỤC ĐÍCH", hand, bold=True)
    body(document, "1. Chăm sóc sức khỏe cho công chức, viên chức và người lao động.", hand)
    body(document, "2. Phát hiện sớm bệnh tật.", hand)
    body(document, "II. TỔ CHỨC THỰC HIỆN", hand, bold=True)
    body(
        document,
        "- Văn phòng Sở chủ trì, phối hợp với các phòng (danh sách tại Phụ lục kèm theo).",
        hand,
    )
    body(document, "Trên đây là Kế hoạch của Sở Y tế./.", hand)
    foot(document, hand, "- Như Điều 3 Kế hoạch trước;", "- Các phòng thuộc Sở;")
    annex = document.add_section(WD_SECTION.NEW_PAGE)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    annex._sectPr.insert(4, start)
    words(document.add_paragraph(), "Phụ lục", 14, bold=True)
    words(document.add_paragraph(), "DANH SÁCH", hand.text_size, bold=True)
    note = "(Kèm theo Kế hoạch số 12/KH-SYT ngày 09 tháng 3 năm 2026 của Sở Y tế)"
    words(document.add_paragraph(), note, hand.text_size, italic=True)
    document.save(str(path))


def write_decision(path: Path, hand: Hand) -> None:
    """Write a Quyết định: căn cứ under the issuing authority's line, articles, no mục."""
    document = docx.Document()
    set_page(document.sections[0])
    number_pages(document.sections[0], hand.text_size)
    letterhead(document, hand, "QĐ", "SỞ Y TẾ", 450)
    size = hand.text_size
    words(document.add_paragraph(), "QUYẾT ĐỊNH", size, bold=True)
    words(document.add_paragraph(), "Về việc thành lập Tổ công tác", size, bold=True)
    line_below(document, 9071, 1500)
    words(document.add_paragraph(), "GIÁM ĐỐC SỞ Y TẾ", size, bold=True)
    for text in DECISION:
        body(document, text, hand, italic=True)
    words(document.add_paragraph(), "QUYẾT ĐỊNH:", size, bold=True)
    article = body(document, "Điều 1. ", hand, bold=True)
    article.add_run("Thành lập Tổ công tác gồm các ông, bà sau:").font.size = Pt(size)
    article.runs[-1].font.name = "Times New Roman"
    body(document, "1. Chánh Văn phòng Sở, Tổ trưởng;", hand)
    body(document, "2. Trưởng phòng Tổ chức cán bộ, Tổ phó.", hand)
    body(document, "Điều 2. Nhiệm vụ của Tổ công tác", hand, bold=True)
    body(document, "1. Rà soát thủ tục hành chính.", hand)
    body(document, "2. Báo cáo Giám đốc Sở./.", hand)
    foot(document, hand, "- Như Điều 2;")
    document.save(str(path))
