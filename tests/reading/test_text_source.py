"""Text files: formatting signs, tables, lines that a page end has cut."""

from pathlib import Path

import pytest

from tthc_desktop.domain.text_run import Run
from tthc_desktop.errors import Refused
from tthc_desktop.reading.source import SourceParagraph, SourceTable
from tthc_desktop.reading.text_source import read_text, source_of_text


def texts(text: str) -> list[str]:
    items = source_of_text(text, "x.txt").items
    return [item.text for item in items if isinstance(item, SourceParagraph)]


def runs(text: str) -> tuple[Run, ...]:
    item = source_of_text(text, "x.txt").items[0]
    assert isinstance(item, SourceParagraph)
    return item.runs


def table(text: str) -> list[list[str]]:
    item = source_of_text(text, "x.txt").items[0]
    assert isinstance(item, SourceTable)
    return [[cell.text for cell in row] for row in item.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## **KẾ HOẠCH**", (Run("KẾ HOẠCH", bold=True),)),
        ("**3.** Trong quá trình", (Run("3.", bold=True), Run(" Trong quá trình"))),
        ("Lưu: VT. *Mai*", (Run("Lưu: VT. "), Run("Mai", italic=True))),
        ("***Nơi nhận:***", (Run("Nơi nhận:", bold=True, italic=True),)),
        ("_nghiêng_ và __đậm__", (Run("nghiêng", italic=True), Run(" và "), Run("đậm", bold=True))),
        ("<i>Kiểm soát</i> và <b>báo cáo</b>",
         (Run("Kiểm soát", italic=True), Run(" và "), Run("báo cáo", bold=True))),
        ("địa chỉ <https://dichvucong.gov.vn>.", (Run("địa chỉ https://dichvucong.gov.vn."),)),
        ("tệp ke_hoach_2026.docx", (Run("tệp ke_hoach_2026.docx"),)),
        ("5 * 3 = 15", (Run("5 * 3 = 15"),)),
        ("100% (*)", (Run("100% (*)"),)),
        (r"\*không nghiêng\*", (Run("*không nghiêng*"),)),
    ],
)  # fmt: skip
def test_signs_are_format_and_not_text(text: str, expected: tuple[Run, ...]) -> None:
    assert runs(text) == expected


def test_bold_goes_on_over_the_lines_of_a_block() -> None:
    lines = source_of_text("**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**", "x.txt").items
    assert [item.bold for item in lines if isinstance(item, SourceParagraph)] == [True, True]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n\f\n", "\n2\n", "\r\n\r\n"])
def test_a_line_in_lower_case_goes_on_from_one_without_end_mark(gap: str) -> None:
    assert texts(f"- Các cán bộ,{gap}công chức của Sở.") == ["- Các cán bộ, công chức của Sở."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Đã xong.", "sau đó"),
        ("Gồm:", "văn phòng"),
        ("(gồm cả hai.)", "sau đó"),
        ("Các phòng", "Văn phòng"),
        ("KẾ HOẠCH", "kiểm soát thủ tục"),
        ("Các việc sau", "a) rà soát"),
        ("Các việc sau", "- rà soát"),
        ("Các việc sau", "### rà soát"),
    ],
)
def test_any_other_line_is_a_paragraph(first: str, second: str) -> None:
    assert len(texts(f"{first}\n\n{second}")) == 2


def test_tables_are_lines_of_bars() -> None:
    rows = table("| STT | Nội dung |\n|:---|---|\n| 1. | Đọc *sách* |\n|2|a \\| b|")
    assert rows == [["STT", "Nội dung"], ["1.", "Đọc sách"], ["2", "a | b"]]


def test_a_table_ends_a_paragraph() -> None:
    assert texts("Gồm các\n| a | b |\nviệc sau") == ["Gồm các", "việc sau"]


def test_text_is_composed_and_clean() -> None:
    assert texts("Kê\u0301 hoa\u0323ch\u00a0\u200bnăm \u00ad2026") == ["Kế hoạch năm 2026"]


def test_a_mark_at_the_beginning_of_the_file_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeffKẾ HOẠCH".encode())
    assert [item.text for item in read_text(file).items if isinstance(item, SourceParagraph)] == [
        "KẾ HOẠCH"
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Kế hoạch".encode("utf-16"), "UTF-16"),
        ("Đăng tin".encode("cp1258"), "UTF-8"),
        (b"PK\x03\x04xxxx", "đổi đuôi"),
        (b"\x00\x01\x02", "không phải tệp văn bản"),
        (b"", "rỗng"),
        (b" \n ", "rỗng"),
        (b"x" * (1024 * 1024 + 1), "1 MB"),
    ],
)
def test_another_file_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    with pytest.raises(Refused, match=words):
        read_text(file)
