"""The gate: what is let in, what is refused with which words."""

from pathlib import Path

import pytest

from tests.reading import hostile_files as hostile
from tthc_desktop.errors import Refused
from tthc_desktop.reading.gate import OfficeKind, open_office_file, read_bytes
from tthc_desktop.reading.limits import LIMITS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def test_a_word_file_is_let_in_with_its_parts(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(hostile.package())
    package = open_office_file(file, "word")
    assert package.main_part == "word/document.xml"
    assert package.part("word/document.xml") == hostile.document(hostile.PLAN).encode()
    assert package.part("word/nothing.xml") is None
    assert package.xml("word/nothing.xml") is None


def test_what_was_checked_is_what_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(hostile.package())
    package = open_office_file(file, "word")
    file.write_bytes(b"replaced")
    assert package.stream().read() == hostile.package()
    assert package.part("word/document.xml") == hostile.document(hostile.PLAN).encode()


def test_a_template_of_word_is_let_in(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(
        hostile.package(main=hostile.WORD_TYPE.replace("document.main", "template.main"))
    )
    assert open_office_file(file, "word").main_part


def test_a_workbook_is_let_in_as_excel_only(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(hostile.workbook())
    assert open_office_file(file, "excel").main_part
    with pytest.raises(Refused, match="bảng tính Excel"):
        open_office_file(file, "word")


def test_a_deep_workbook_is_refused_before_a_library_sees_it(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    deep = "<a>" * 30_000 + "</a>" * 30_000
    file.write_bytes(hostile.package(parts={"xl/deep.xml": deep}, main=hostile.EXCEL_TYPE))
    with pytest.raises(Refused):
        open_office_file(file, "excel")


def test_a_workbook_of_too_many_tags_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    parts: dict[str, str | bytes] = {f"xl/s{n}.xml": f"<r>{'<c/>' * 600_000}</r>" for n in range(4)}
    file.write_bytes(hostile.package(parts=parts, main=hostile.EXCEL_TYPE))
    with pytest.raises(Refused, match="quá dài"):
        open_office_file(file, "excel")


def test_links_to_the_outside_are_left_out(tmp_path: Path) -> None:
    outside = hostile.link(1, "header", "http://127.0.0.1:9/x").replace(
        "/>", ' TargetMode="External"/>'
    )
    links = hostile.word_links(outside + hostile.link(2, "styles", "styles.xml"))
    file = tmp_path / "a.docx"
    file.write_bytes(hostile.package(parts={"word/_rels/document.xml.rels": links}))
    package = open_office_file(file, "word")
    found = package.relationships(package.main_part)
    assert [(one.kind, one.target) for one in found.values()] == [("styles", "word/styles.xml")]


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", "word", "rỗng"),
        (b"Dummy Word content", "word", ".txt"),
        ("Kế hoạch kiểm soát thủ tục hành chính".encode(), "excel", "tệp văn bản thường"),
        (b"<html><body>Danh s\xc3\xa1ch</body></html>", "word", "trang HTML"),
        (b'<table width="100%"><tr><td>x</td></tr></table>', "word", "trang HTML"),
        (b"{\\rtf1\\ansi Ke hoach}", "word", "RTF"),
        (b"%PDF-1.7 x", "word", "PDF"),
        (OLE + "WordDocument".encode("utf-16-le"), "word", "đời cũ (.doc)"),
        (OLE + "Workbook".encode("utf-16-le"), "excel", "đời cũ (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "word", "mật khẩu"),
        (OLE, "word", "đời cũ"),
        (bytes(range(256)) * 20, "word", "đã hỏng"),
    ],
)
def test_what_is_no_office_file_is_called_by_its_name(
    tmp_path: Path, content: bytes, kind: OfficeKind, words: str
) -> None:
    file = tmp_path / "tệp.docx"
    file.write_bytes(content)
    with pytest.raises(Refused) as refused:
        open_office_file(file, kind)
    assert words in refused.value.message
    assert "tệp.docx" in refused.value.message
    assert refused.value.message.endswith(".")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (hostile.encrypted, "mật khẩu"),
        (hostile.macro_part, "macro"),
        (hostile.macro_type, "macro"),
        (hostile.external_entity, "DTD"),
        (hostile.zip_of_something, "tệp nén"),
        (hostile.cut_off, "hỏng"),
        (hostile.many_parts, "quá nhiều phần"),
        (hostile.small_bomb, "nén bất thường"),
        (hostile.huge_part, "quá lớn"),
    ],
)
def test_the_reason_is_told(tmp_path: Path, make: hostile.Make, words: str) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(make())
    with pytest.raises(Refused, match=words):
        open_office_file(file, "word")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Không có tệp"):
        open_office_file(tmp_path / "a.docx", "word")
    with pytest.raises(Refused, match="thư mục"):
        open_office_file(tmp_path, "word")


def test_a_file_above_the_limit_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with file.open("wb") as target:
        target.truncate(LIMITS.file_bytes + 1)
    with pytest.raises(Refused, match="20 MB"):
        read_bytes(file, LIMITS.file_bytes)
