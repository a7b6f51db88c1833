"""The invented plan typed into Word in the habits of different offices."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.reading import invented_plan as plan
from tests.reading.word_lists import add_lists, number
from tthc_desktop.reading.plan_reader import ReadPlan

Write = Callable[[Document], None]
Typed = Callable[[Write], ReadPlan]
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_LAST_ROW_OF_FIRST_PIECE = 6


def saved(write: Write, path: Path) -> Path:
    document = docx.Document()
    write(document)
    document.save(str(path))
    return path


def plain(document: Document) -> None:
    """Letterhead and signature in invisible tables, numbers typed, one annex table."""
    _head_table(document)
    _title(document)
    _body(document)
    _foot_table(document)
    _annex(document)


def tabbed(document: Document) -> None:
    """Letterhead and foot pushed into place with tabs and blanks."""
    document.add_paragraph(f"{plan.PARENT}\t\t{plan.NATION}")
    line = document.add_paragraph()
    line.add_run(plan.AGENCY).bold = True
    line.add_run("          ")
    line.add_run(plan.MOTTO).bold = True
    document.add_paragraph("-------\t\t---------------")
    document.add_paragraph(f"{plan.NUMBER}\t\t{plan.PLACE_DATE}")
    _title(document)
    _body(document)
    document.add_paragraph(f"Nơi nhận:\t\t\t{plan.SIGNING[0]}")
    document.add_paragraph(f"- {plan.RECIPIENTS[0]};\t\t\t{plan.SIGNING[1]}")
    for recipient in plan.RECIPIENTS[1:]:
        document.add_paragraph(f"- {recipient};")
    document.add_paragraph(f"- Lưu: {plan.ARCHIVE}.\t\t\t\t{plan.SIGNER}")
    _annex(document)


def decomposed(document: Document) -> None:
    """Letters and their marks apart, cut into runs between the two; blanks of all kinds."""
    plain(document)
    for paragraph in _all_paragraphs(document):
        pieces = [(_odd(run.text), run.bold) for run in paragraph.runs]
        for run in list(paragraph.runs):
            paragraph._element.remove(run._element)
        for text, bold in pieces:
            for start in range(0, len(text), 7):
                paragraph.add_run(text[start : start + 7]).bold = bold


def _odd(text: str) -> str:
    words = unicodedata.normalize("NFD", text).split(" ")
    return "\u00a0".join(words[:2]) + "".join(f" \u200b{word}" for word in words[2:])


def torn(document: Document) -> None:
    """The table cut at every page, its header typed again, one row cut in two."""
    _head_table(document)
    _title(document)
    _body(document)
    _foot_table(document)
    _annex_heading(document)
    rows = [list(row) for row in plan.ROWS]
    cut = rows[_LAST_ROW_OF_FIRST_PIECE - 1]
    content, timing = cut[1].split("TTHC, "), cut[4].split(" hoặc ")
    first = [cut[0], f"{content[0]}TTHC,", cut[2], cut[3], timing[0]]
    second = ["", content[1], "", "", f"hoặc {timing[1]}"]
    pieces = (
        [*rows[: _LAST_ROW_OF_FIRST_PIECE - 1], first],
        [second, *rows[_LAST_ROW_OF_FIRST_PIECE:9]],
        rows[9:],
    )
    for piece in pieces:
        _fill(document, [plan.HEADINGS, *piece])
        document.add_paragraph()


def merged_groups(document: Document) -> None:
    """Group rows merged over the width, number and words in one cell; landscape annex."""
    _head_table(document)
    _title(document)
    _body(document)
    _foot_table(document)
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    _annex_heading(document)
    table = _fill(document, [plan.HEADINGS, *plan.ROWS])
    for row, texts in zip(table.rows[1:], plan.ROWS, strict=True):
        if texts[0].count(".") == 1 and not any(texts[2:]):
            _merge_group(row.cells, texts)


def _merge_group(cells: Sequence[_Cell], texts: tuple[str, ...]) -> None:
    is_top = texts[0].endswith(".")
    merged = cells[0 if is_top else 1].merge(cells[-1])
    for extra in merged.paragraphs[1:]:
        extra._element.getparent().remove(extra._element)
    merged.paragraphs[0].text = ""
    words = f"{texts[0]} {texts[1]}" if is_top else texts[1]
    merged.paragraphs[0].add_run(words).bold = True


def shared_leads(document: Document) -> None:
    """Cells of the same unit below each other merged into one."""
    plain(document)
    table = document.tables[-1]
    for first, last in ((2, 3), (9, 10)):
        for column in (2, 3):
            merged = table.cell(first, column).merge(table.cell(last, column))
            for extra in merged.paragraphs[1:]:
                extra._element.getparent().remove(extra._element)


def automatic(document: Document) -> None:
    """Sections, dash lines and STT numbered by Word; nothing of it is in the text."""
    _head_table(document)
    _title(document)
    add_lists(document)
    for text in (*plan.LEGAL_BASES, plan.OPENING):
        document.add_paragraph(text)
    for level, _, text in plan.BODY:
        if level:
            line = document.add_paragraph()
            line.add_run(text).bold = level == 1
            number(line, 1, level - 1)
        elif text.startswith("- "):
            number(document.add_paragraph(text.removeprefix("- ")), 2, 0)
        else:
            document.add_paragraph(text)
    document.add_paragraph(plan.CLOSING)
    _foot_table(document)
    _annex_heading(document)
    table = _fill(document, [plan.HEADINGS, *[("", *row[1:]) for row in plan.ROWS]])
    for row, texts in zip(table.rows[1:], plan.ROWS, strict=True):
        level = texts[0].rstrip(".").count(".")
        number(row.cells[0].paragraphs[0], 3, level)


def revised(document: Document) -> None:
    """Tracked changes and a comment: what counts is the accepted text."""
    plain(document)
    for paragraph in document.paragraphs:
        if paragraph.text == plan.CLOSING:
            _revise(paragraph)
        if paragraph.text == plan.LEGAL_BASES[0]:
            doomed = deepcopy(paragraph._element)
            paragraph._element.addprevious(doomed)
            _delete_whole(doomed)
    row = deepcopy(document.tables[-1].rows[1]._element)
    document.tables[-1].rows[1]._element.addprevious(row)
    properties = row.get_or_add_trPr()
    properties.append(parse_xml(f'<w:del {nsdecls("w")} w:id="900" w:author="x"/>'))


def controlled(document: Document) -> None:
    """Content controls around paragraphs, rows and words; fields and links in the text."""
    plain(document)
    body = document.element.body
    for element in list(body)[2:6]:
        _wrap(element)
    for row in document.tables[-1].rows[2:4]:
        _wrap(row._element)
    for paragraph in document.paragraphs[8:12]:
        for run in paragraph.runs:
            _wrap(run._element)
    paragraph = document.paragraphs[-4]
    field = parse_xml(
        f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"/><w:instrText> DATE x </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>'
    )
    paragraph._element.append(field)


def boxed(document: Document) -> None:
    """The letterhead in text boxes, as old templates have it."""
    texts = (plan.PARENT, plan.AGENCY, plan.NUMBER), (plan.NATION, plan.MOTTO, plan.PLACE_DATE)
    anchor = document.add_paragraph()
    for lines in texts:
        inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
        anchor._element.append(
            parse_xml(
                f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>'
                f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            )
        )
    _title(document)
    _body(document)
    _foot_table(document)
    _annex(document)


def other_columns(document: Document) -> None:
    """Other words for the columns, in another order, with columns of the office's own."""
    _head_table(document)
    _title(document)
    _body(document)
    _foot_table(document)
    _annex_heading(document)
    headings = ("TT", "Hạng mục công việc", "Hạn", "Đơn vị thực hiện", "Đơn vị phối hợp",
                "Sản phẩm", "Ghi chú")  # fmt: skip
    rows = [
        (row[0], row[1], row[4], row[2], row[3], "Báo cáo" if row[2] else "", "")
        for row in plan.ROWS
    ]
    _fill(document, [headings, *rows])


def two_row_header(document: Document) -> None:
    """A header of two rows: "Đơn vị thực hiện" above "Chủ trì" and "Phối hợp"."""
    _head_table(document)
    _title(document)
    _body(document)
    _foot_table(document)
    _annex_heading(document)
    top = ("STT", "Nội dung công việc", "Đơn vị thực hiện", "", "Thời gian hoàn thành")
    below = ("", "", "Chủ trì", "Phối hợp", "")
    counted = ("(1)", "(2)", "(3)", "(4)", "(5)")
    table = _fill(document, [top, below, counted, *plan.ROWS])
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1, 4):
        table.cell(0, column).merge(table.cell(1, column))


HABITS = {
    one.__name__: one
    for one in (plain, tabbed, decomposed, torn, merged_groups, shared_leads, automatic, revised,
                controlled, boxed)
}  # fmt: skip


def as_text() -> str:
    """Return the plan as a text file, cut at page ends as programs do that read scans."""
    cut = plan.OPENING.find("ban hành")
    lines = [
        plan.PARENT, plan.AGENCY, plan.NUMBER, plan.PLACE_DATE, "## KẾ HOẠCH", f"**{plan.TITLE}**",
        *plan.LEGAL_BASES, f"{plan.OPENING[:cut]}\n\n\f\n{plan.OPENING[cut:]}",
        *(_text_line(*line) for line in plan.BODY), plan.CLOSING, "***Nơi nhận:***",
        "\n".join([*(f"- {one};" for one in plan.RECIPIENTS), f"- Lưu: {plan.ARCHIVE}."]),
        f"**{plan.SIGNING[0]}\n{plan.SIGNING[1]}**", plan.SIGNER,
        plan.ANNEX_LABEL, plan.ANNEX_TITLE, plan.ATTACHED, _text_table(),
    ]  # fmt: skip
    return "\n\n".join(lines)


def _text_line(level: int, number: str, text: str) -> str:
    if not level:
        return text
    return f"{number}) {text}" if level == 3 else f"{number}. {text}"


def _text_table() -> str:
    rows = [plan.HEADINGS, ("---",) * 5, *plan.ROWS]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _head_table(document: Document) -> None:
    table = document.add_table(2, 2)
    _lines(table.cell(0, 0), (plan.PARENT, plan.AGENCY), bold=plan.AGENCY)
    _lines(table.cell(0, 1), (plan.NATION, plan.MOTTO), bold=plan.NATION)
    _lines(table.cell(1, 0), (plan.NUMBER,))
    _lines(table.cell(1, 1), (plan.PLACE_DATE,))


def _lines(cell: _Cell, texts: Iterable[str], bold: str = "") -> None:
    paragraph = cell.paragraphs[0]
    for place, text in enumerate(texts):
        paragraph = cell.add_paragraph() if place else paragraph
        paragraph.add_run(text).bold = text == bold


def _title(document: Document) -> None:
    half = len(plan.TITLE) // 2
    space = plan.TITLE.find(" ", half)
    title = document.add_paragraph()
    title.alignment = _CENTRE
    title.add_run("KẾ HOẠCH").bold = True
    subject = document.add_paragraph()
    subject.alignment = _CENTRE
    run = subject.add_run(plan.TITLE[:space])
    run.add_break()
    run.add_text(plan.TITLE[space + 1 :])
    run.bold = True
    document.add_paragraph("_______").alignment = _CENTRE


def _body(document: Document) -> None:
    for text in (*plan.LEGAL_BASES, plan.OPENING):
        document.add_paragraph(text)
    for line in plan.BODY:
        document.add_paragraph(_text_line(*line))
    document.add_paragraph(plan.CLOSING)


def _foot_table(document: Document) -> None:
    table = document.add_table(1, 2)
    left = ["Nơi nhận:", *(f"- {one};" for one in plan.RECIPIENTS), f"- Lưu: {plan.ARCHIVE}."]
    _lines(table.cell(0, 0), left)
    _lines(table.cell(0, 1), (*plan.SIGNING, "", "", plan.SIGNER))


def _annex(document: Document) -> None:
    document.add_section(WD_SECTION.NEW_PAGE)
    _annex_heading(document)
    _fill(document, [plan.HEADINGS, *plan.ROWS])


def _annex_heading(document: Document) -> None:
    for text in (plan.ANNEX_LABEL, plan.ANNEX_TITLE, plan.ATTACHED):
        line = document.add_paragraph()
        line.alignment = _CENTRE
        line.add_run(text).bold = text != plan.ATTACHED


def _fill(document: Document, rows: Sequence[Sequence[str]]) -> Table:
    table: Table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text)
    return table


def _all_paragraphs(document: Document) -> list[Paragraph]:
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]


def _revise(paragraph: Paragraph) -> None:
    """Turn the last run into an insertion beside a deletion, with a comment."""
    run = paragraph.runs[-1]._element
    wrapper = parse_xml(f'<w:ins {nsdecls("w")} w:id="901" w:author="x"/>')
    run.addprevious(wrapper)
    wrapper.append(run)
    wrapper.addnext(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="902" w:author="x">'
            "<w:r><w:delText>bỏ đi</w:delText></w:r></w:del>"
        )
    )
    paragraph._element.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:commentReference w:id="0"/></w:r>')
    )


def _delete_whole(element: object) -> None:
    """Mark a paragraph as deleted, its mark too."""
    paragraph = Paragraph(element, None)  # type: ignore[arg-type]
    for run in paragraph.runs:
        wrapper = parse_xml(f'<w:del {nsdecls("w")} w:id="903" w:author="x"/>')
        run._element.addprevious(wrapper)
        wrapper.append(run._element)
        for text in run._element.findall(qn("w:t")):
            text.tag = qn("w:delText")
    properties = paragraph._element.get_or_add_pPr()
    properties.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="904" w:author="x"/></w:rPr>'))


def _wrap(element: etree._Element) -> None:
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    element.addprevious(control)
    control[1].append(element)
