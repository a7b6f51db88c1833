"""Sheets made to hurt, from a good one: built at test time, like those of tests/reading."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MEGABYTE = 1024 * 1024
LAST = 1_048_576
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
Make = Callable[[bytes], bytes]


def with_part(content: bytes, name: str, part: bytes | Callable[[str], str]) -> bytes:
    """Return the file with one part replaced, or changed as text."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for one in source.namelist():
            held = source.read(one)
            if one == name:
                held = part if isinstance(part, bytes) else part(held.decode()).encode()
            archive.writestr(one, held)
    return target.getvalue()


def worksheet(rows: str, head: str = "", after: str = "") -> bytes:
    return f"{head}<worksheet {_MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>".encode()


def far_cell(content: bytes) -> bytes:
    far = f'<row r="{LAST}"><c r="XFD{LAST}"><v>1</v></c></row></sheetData>'
    return with_part(content, SHEET, lambda text: text.replace("</sheetData>", far))


def far_column(content: bytes) -> bytes:
    far = '<row r="900"><c r="XFD900"><v>1</v></c></row></sheetData>'
    return with_part(content, SHEET, lambda text: text.replace("</sheetData>", far))


def a_million_rows(content: bytes) -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, LAST + 1))
    return with_part(content, SHEET, worksheet(rows))


def a_million_empty_rows(content: bytes) -> bytes:
    return with_part(content, SHEET, worksheet("<row/>" * LAST))


def many_rows_below_the_limits(content: bytes) -> bytes:
    return with_part(content, SHEET, worksheet("<row><c><v>1</v></c></row>" * 110_000))


def one_endless_text(content: bytes) -> bytes:
    text = "a" * (100 * MEGABYTE)
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    return with_part(content, SHEET, worksheet(rows))


def endless_texts(content: bytes) -> bytes:
    texts = "<si><t>a</t></si>" * 500_000
    return with_part(content, TEXTS, f"<sst {_MAIN}>{texts}</sst>".encode())


def billion_laughs(content: bytes) -> bytes:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE x [<!ENTITY l0 "lol">{lines}]>'
    return with_part(content, SHEET, worksheet('<row><c t="str"><v>&l9;</v></c></row>', head))


def external_entity(content: bytes) -> bytes:
    head = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return with_part(content, SHEET, worksheet('<row><c t="str"><v>&a;</v></c></row>', head))


def deep(content: bytes) -> bytes:
    return with_part(content, SHEET, worksheet("<row>" * 30_000 + "</row>" * 30_000))


def text_out_of_reach(content: bytes) -> bytes:
    rows = '<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'
    return with_part(content, SHEET, worksheet(rows))


def number_that_is_none(content: bytes) -> bytes:
    return with_part(content, SHEET, worksheet('<row r="x"><c r="A1"><v>1</v></c></row>'))


def no_headings(content: bytes) -> bytes:
    return with_part(content, SHEET, worksheet("<row><c><v>1</v></c></row>"))


def macros(content: bytes) -> bytes:
    target = BytesIO(content)
    with ZipFile(target, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    return target.getvalue()


def huge_merges(content: bytes) -> bytes:
    merges = f'<mergeCells><mergeCell ref="A1:XFD{LAST}"/></mergeCells>'
    return with_part(
        content, SHEET, lambda text: text.replace("</sheetData>", f"</sheetData>{merges}")
    )


def huge_number(content: bytes) -> bytes:
    return with_part(content, SHEET, lambda text: text.replace("<v>1</v>", "<v>1e999</v>"))


def outside_link(content: bytes) -> bytes:
    link = (
        '<Relationship Id="r99" TargetMode="External" Target="http://192.0.2.1/a" Type="http://'
        'schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"/>'
    )
    return with_part(
        content, "xl/_rels/workbook.xml.rels",
        lambda text: text.replace("</Relationships>", f"{link}</Relationships>"),
    )  # fmt: skip


REFUSED: dict[str, Make] = {
    one.__name__: one
    for one in (
        far_cell, far_column, a_million_rows, a_million_empty_rows, many_rows_below_the_limits,
        one_endless_text, billion_laughs, external_entity, deep, text_out_of_reach,
        number_that_is_none, no_headings, macros,
    )
}  # fmt: skip
READ: dict[str, Make] = {one.__name__: one for one in (huge_merges, huge_number, outside_link)}
ANSWERED: dict[str, Make] = {one.__name__: one for one in (endless_texts,)}
