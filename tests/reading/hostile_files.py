"""Files made to hurt a reader, built at test time: nobody keeps a zip bomb in a repository."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MEGABYTE = 1024 * 1024
Make = Callable[[], bytes]

CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
)
RELATIONSHIPS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def document(body: str, head: str = "") -> str:
    return f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_links(links: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


PLAN = words("KẾ HOẠCH") + words("Kiểm soát thủ tục hành chính năm 2026") + words("I. MỤC ĐÍCH")


def package(
    body: str | bytes | None = None,
    parts: dict[str, str | bytes] | None = None,
    *,
    main: str = WORD_TYPE,
    method: int = ZIP_STORED,
) -> bytes:
    """Return a Word file with this document.xml and more parts (None: the plain plan).

    Stored, not squeezed: what is too large must be found by its size, not by its ratio.
    """
    held: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES.replace("{main}", main),
        "_rels/.rels": RELATIONSHIPS,
        "word/document.xml": document(PLAN) if body is None else body,
        **(parts or {}),
    }
    target = BytesIO()
    with ZipFile(target, "w", method) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return target.getvalue()


def liar_header() -> bytes:
    """A document.xml of 200 MB whose headers say 1,000 bytes."""
    content = package(b" " * (200 * MEGABYTE), method=ZIP_DEFLATED)
    real = struct.pack("<L", 200 * MEGABYTE)
    return content.replace(real, struct.pack("<L", 1000))


def huge_part() -> bytes:
    return package(b" " * (100 * MEGABYTE), method=ZIP_DEFLATED)


def many_huge_parts() -> bytes:
    # Random enough to stay under the ratio: only the sum is too large.
    block = bytes(range(256)) * 16
    noise = b"".join(zlib.compress(block[place:]) for place in range(4096))[: 7 * MEGABYTE]
    filling = noise * (7 * MEGABYTE // len(noise) + 1)
    return package(
        parts={f"word/media/{n}.bin": filling[: 7 * MEGABYTE] for n in range(9)},
        method=ZIP_DEFLATED,
    )


def small_bomb() -> bytes:
    return package(parts={"word/media/zero.bin": bytes(2 * MEGABYTE)}, method=ZIP_DEFLATED)


def many_parts() -> bytes:
    return package(parts={f"a/{n}": b"" for n in range(30_000)})


def deep_tables() -> bytes:
    depth = 30_000
    return package(document("<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth))


def tables_within_the_parser() -> bytes:
    depth = 80
    return package(document("<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth))


def boxes_in_boxes() -> bytes:
    depth = 60
    start = "<w:p><w:r><w:pict><w:txbxContent>"
    end = "</w:txbxContent></w:pict></w:r></w:p>"
    return package(document(PLAN + start * depth + words("x") + end * depth))


def wrappers_in_wrappers() -> bytes:
    runs = "<w:r><w:t>a</w:t></w:r>" * 60_000
    return package(document(PLAN + "<w:p>" + "<w:ins>" * 200 + runs + "</w:ins>" * 200 + "</w:p>"))


def billion_laughs() -> bytes:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    dtd = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{lines}]>'
    return package(document(words("&l9;"), dtd))


def external_entity() -> bytes:
    dtd = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return package(document(words("&secret;"), dtd))


def dtd_in_utf16() -> bytes:
    dtd = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]>'
    return package(document(words("&a;"), dtd).encode("utf-16"))


def dtd_in_utf7() -> bytes:
    head = b'<?xml version="1.0" encoding="UTF-7"?>'
    return package(head + b"+ADwAIQ-DOCTYPE x>" + document(PLAN).encode())


def ebcdic() -> bytes:
    return package(
        document(PLAN, '<?xml version="1.0" encoding="cp500"?>').encode("cp500", "replace")
    )


def dtd_in_another_part() -> bytes:
    return package(parts={"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'})


def same_name_twice() -> bytes:
    content = package(parts={"word/documenu.xml": document(words("B"))})
    return content.replace(b"word/documenu.xml", b"word/document.xml")


def overlapping_entries() -> bytes:
    """Two entries that name the same bytes: a quine of a bomb would have thousands."""
    content = bytearray(package(parts={"word/media/a.bin": b"x" * 1000}))
    first = content.index(b"PK\x01\x02")
    places = [first]
    while (place := content.find(b"PK\x01\x02", places[-1] + 4)) > 0:
        places.append(place)
    content[places[-1] + 42 : places[-1] + 46] = content[places[-2] + 42 : places[-2] + 46]
    return bytes(content)


def encrypted() -> bytes:
    content = bytearray(package())
    place = content.index(b"PK\x01\x02")
    content[place + 8] |= 1
    return bytes(content)


def squeezed_another_way() -> bytes:
    return package(method=ZIP_LZMA)


def cut_off() -> bytes:
    content = package()
    return content[: len(content) // 2]


def macro_part() -> bytes:
    return package(parts={"word/vbaProject.bin": b"macro"})


def macro_type() -> bytes:
    return package(main="application/vnd.ms-word.document.macroEnabled.main+xml")


def workbook() -> bytes:
    return package(main=EXCEL_TYPE)


def no_main_part() -> bytes:
    return package(parts={"_rels/.rels": word_links("")})


def zip_of_something() -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "x")
    return target.getvalue()


def many_tags() -> bytes:
    return package(document("<w:p/>" * 1_300_000))


def tags_just_below() -> bytes:
    return package(document("<w:p/>" * 690_000))


def many_attributes() -> bytes:
    names = " ".join(f'a{n:x}=""' for n in range(500_000))
    return package(document(f"<w:p {names}/>"))


def many_paragraphs() -> bytes:
    return package(document(PLAN + words("Văn phòng thực hiện.") * 60_000))


def many_signing_lines() -> bytes:
    return package(document(PLAN + words("GIÁM ĐỐC") * 8_000 + words("1. Mục đích")))


def one_endless_line() -> bytes:
    return package(document(words("Sở " * 1_000_000) + PLAN))


def endless_letterhead() -> bytes:
    return package(document(words("ngày Số " * 100_000) + PLAN))


def one_endless_word() -> bytes:
    return package(document(PLAN + words("a" * 7 * MEGABYTE)))


def many_runs() -> bytes:
    return package(document(PLAN + "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 60_000 + "</w:p>"))


def wide_cells() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr><w:p/></w:tc>'
    return package(document(PLAN + f"<w:tbl>{f'<w:tr>{cell * 50}</w:tr>' * 240}</w:tbl>"))


def styles_in_a_ring() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}">'
        f'<w:basedOn w:val="s{(n + 1) % 999}"/></w:style>'
        for n in range(999)
    )
    styled = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr></w:p>'
    return package(
        document(PLAN + styled * 12_000),
        {
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
            "word/_rels/document.xml.rels": word_links(link(1, "styles", "styles.xml")),
        },
    )


def endless_numbers() -> bytes:
    text = f'<w:lvlText w:val="{"%1" * 500_000}"/>'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="999999999999"/>{text}</w:lvl>'
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return package(
        document(PLAN + f"{numbered}<w:r><w:t>Mục</w:t></w:r></w:p>" * 6_000),
        {
            "word/numbering.xml": numbering,
            "word/_rels/document.xml.rels": word_links(link(1, "numbering", "numbering.xml")),
        },
    )


def one_header_a_thousand_times() -> bytes:
    links = "".join(link(n, "header", "header1.xml") for n in range(30_000))
    header = f'<w:hdr xmlns:w="{W}">{words("Trang") * 3_000}</w:hdr>'
    return package(
        parts={"word/header1.xml": header, "word/_rels/document.xml.rels": word_links(links)}
    )


def many_headers() -> bytes:
    header = f'<w:hdr xmlns:w="{W}">{words("Sở Dân tộc") * 20_000}</w:hdr>'
    links = "".join(link(n, "header", f"header{n}.xml") for n in range(30))
    parts: dict[str, str | bytes] = {f"word/header{n}.xml": header for n in range(30)}
    return package(parts={**parts, "word/_rels/document.xml.rels": word_links(links)})


def _task_table(rows: str) -> bytes:
    headings = ("STT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian")
    return package(document(PLAN + f"<w:tbl>{_row(*headings)}{rows}</w:tbl>"))


def _row(*texts: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{words(text)}</w:tc>' for text in texts)}</w:tr>"


def many_units() -> bytes:
    rows = (_row(str(n), "Việc", f"Phòng {n}", f"Ban {n}, {n}", "") for n in range(1_800))
    return _task_table("".join(rows))


def many_pieces_of_a_row() -> bytes:
    return _task_table(_row("1", "Việc", "", "", "") + _row("", "và việc", "phòng", "", "") * 2_400)


def many_kinds_of_numbers() -> bytes:
    rows = (_row(chr(0x4E00 + n), "Việc", "A", "B", "C") for n in range(1_800))
    return _task_table("".join(rows))


def many_commas() -> bytes:
    return _task_table(_row("1", "Việc", "A", "A, " * 300 + "B", "") + _row("2", "X", "A", "B", ""))


REFUSED: dict[str, Make] = {
    one.__name__: one
    for one in (
        liar_header, huge_part, many_huge_parts, small_bomb, many_parts, deep_tables,
        tables_within_the_parser, boxes_in_boxes, billion_laughs, external_entity, dtd_in_utf16,
        dtd_in_utf7, ebcdic, dtd_in_another_part, same_name_twice, overlapping_entries, encrypted,
        squeezed_another_way, cut_off, macro_part, macro_type, workbook, no_main_part,
        zip_of_something, many_tags, many_attributes, many_paragraphs, one_endless_line,
        one_endless_word,
    )
}  # fmt: skip
ANSWERED: dict[str, Make] = {
    one.__name__: one
    for one in (
        tags_just_below, wrappers_in_wrappers, many_signing_lines, endless_letterhead, many_runs,
        wide_cells, styles_in_a_ring, endless_numbers, one_header_a_thousand_times, many_headers,
        many_units, many_pieces_of_a_row, many_kinds_of_numbers, many_commas,
    )
}  # fmt: skip
