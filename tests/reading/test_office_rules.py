"""Single habits of offices, each in a small Word file of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.reading.conftest import TODAY
from tests.reading.invented_plan import Shape, shape_of
from tests.reading.test_read_own_export import again, without_ids
from tthc_desktop.domain.office import Directory
from tthc_desktop.errors import Refused
from tthc_desktop.reading.plan_reader import ReadPlan, read_plan

HEAD = """UBND TỈNH SÔNG LAM
SỞ CÔNG VIÊN VÀ CÂY XANH
Số: 05/KH-SCVCX
Sông Lam, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2026
"""
BASE = "Căn cứ Nghị định số 12/2024/NĐ-CP ngày 05/02/2024 của Chính phủ về cây xanh;\n"
BODY = "I. MỤC ĐÍCH\n- Nâng cao chất lượng.\nII. TỔ CHỨC\n1. Văn phòng theo dõi.\n"
FOOT = "Nơi nhận:\n- UBND tỉnh;\n- Lãnh đạo Sở;\n- Lưu: VT, VP.\nGIÁM ĐỐC\nNguyễn Văn Thí Dụ\n"
ANNEX = "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 05/KH-SCVCX)\n"
TABLE = "| STT | Nội dung | Chủ trì | Phối hợp | Thời gian |\n"
WHOLE = HEAD + BASE + BODY + FOOT
Typed = Callable[[str], ReadPlan]


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """Return a function that types lines into Word and reads them.

    "^" centres a line, "**" makes it bold, "|" lines are rows of a table; "\\\\n" parts the
    paragraphs of a cell.
    """

    def typed_lines(text: str) -> ReadPlan:
        document = docx.Document()
        rows: list[list[str]] = []
        for line in [*text.splitlines(), ""]:
            if line.startswith("|"):
                rows.append([cell.strip() for cell in line.strip("|").split("|")])
                continue
            _table(document, rows)
            rows = []
            _line(document, line)
        file = tmp_path / "a.docx"
        document.save(str(file))
        return read_plan(file, today=TODAY, directory=Directory(()))

    return typed_lines


def _table(document: Document, rows: list[list[str]]) -> None:
    if not rows:
        return
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            first, *others = text.split("\\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)


def _line(document: Document, text: str) -> None:
    line = document.add_paragraph()
    if text.startswith("^"):
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        text = text[1:]
    line.add_run(text.removeprefix("**")).bold = text.startswith("**") or None


def rows_of(shape: Shape, place: int = 0) -> list[tuple[Any, ...]]:
    annexes = shape["annexes"]
    assert isinstance(annexes, list)
    rows: list[tuple[Any, ...]] = annexes[place][4]
    return rows


def messages(found: ReadPlan) -> str:
    return " ".join(one.message for one in found.warnings)


def test_parts_are_sections_however_they_are_labelled(typed: Typed) -> None:
    found = typed(
        HEAD + BASE + "^**PHẦN THỨ NHẤT\n^**MỤC ĐÍCH\nI. Mục tiêu\n- A.\n1. Một.\n"
        "Phần II. NỘI DUNG\nI. Việc\n- B.\n" + FOOT
    )
    assert shape_of(found)["sections"] == [
        ("I", "MỤC ĐÍCH", [], [("1", "Mục tiêu", ["- A."], [("1.1", "", ["Một."], [])])]),
        ("II", "NỘI DUNG", [], [("1", "Việc", ["- B."], [])]),
    ]
    assert "“PHẦN THỨ NHẤT” được đánh lại thành “I”" in messages(found)
    assert found.not_understood == ()


def test_numbers_below_numbers_keep_what_stands_above(typed: Typed) -> None:
    found = typed(
        HEAD + BASE + "1. MỤC ĐÍCH\n1.1. Mục tiêu\n- A.\n2. VIỆC\n2.1. Một\na) X.\n" + FOOT
    )
    assert shape_of(found)["sections"] == [
        ("1", "MỤC ĐÍCH", [], [("1.1", "Mục tiêu", ["- A."], [])]),
        ("2", "VIỆC", [], [("2.1", "Một", [], [("a", "", ["X."], [])])]),
    ]
    assert "đánh lại" not in messages(found)


@pytest.mark.parametrize(
    "body",
    [
        "^**PHẦN THỨ NHẤT\n^**MỤC ĐÍCH\nI. Mục tiêu\n- A.\n1. Một\n- B.\nPhần II. VIỆC\n- C.\n",
        "A. MỤC ĐÍCH\nI. Mục tiêu\n- A.\nB. NỘI DUNG\nI. Việc\n1. Một.\n",
        "1. MỤC ĐÍCH\n1.1. Mục tiêu\n- A.\n1.2. Yêu cầu\n1.2.1. Một\n- B.\n",
    ],
)
def test_sections_of_every_kind_come_back_from_our_file(
    typed: Typed, tmp_path: Path, body: str
) -> None:
    found = typed(HEAD + BASE + body + FOOT)
    back = again(found.plan, Directory(()), tmp_path)
    assert without_ids(back) == without_ids(found.plan)


def test_a_number_on_a_line_of_its_own_belongs_to_the_heading_below(typed: Typed) -> None:
    found = typed(HEAD + BASE + "**I\n**MỤC ĐÍCH\n- A.\n**II.\n**NỘI DUNG\n- B.\n" + FOOT)
    assert shape_of(found)["sections"] == [
        ("I", "MỤC ĐÍCH", ["- A."], []),
        ("II", "NỘI DUNG", ["- B."], []),
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [("05/01/2026", (5, 1, 2026)), ("      /01/2026", (None, 1, 2026)), ("5-1-2026", (5, 1, 2026))],
)
def test_a_date_may_be_written_in_figures(
    typed: Typed, written: str, day: tuple[int | None, ...]
) -> None:
    found = typed(WHOLE.replace("05 tháng 01 năm 2026", written))
    head = shape_of(found)["head"]
    assert isinstance(head, tuple)
    assert head[4:] == ("Sông Lam", day)
    assert found.not_understood == ()


@pytest.mark.parametrize(
    "line", ["^**Kế hoạch kiểm soát thủ tục hành chính năm 2026", "KẾ HOẠCH\n^**V/v cây xanh"]
)
def test_kind_and_title_in_other_ways(typed: Typed, line: str) -> None:
    found = typed(f"UBND TỈNH A\nSỞ B\n{line}\n{BASE}{BODY}{FOOT}")
    assert found.plan.title in {"Kiểm soát thủ tục hành chính năm 2026", "V/v cây xanh"}
    assert found.not_understood == ()


@pytest.mark.parametrize(
    ("foot", "archive"),
    [
        ("Nơi nhận: UBND tỉnh; Lãnh đạo Sở; Lưu: VT, VP.\nGIÁM ĐỐC\nNguyễn A\n", "VT, VP"),
        ("Nơi nhận:\n- UBND tỉnh;\n- Lãnh đạo Sở;\n- Lưu HC, VT.\nGIÁM ĐỐC\nNguyễn A\n", "HC, VT"),
    ],
)
def test_recipients_in_other_ways(typed: Typed, foot: str, archive: str) -> None:
    found = typed(HEAD + BASE + BODY + foot)
    assert shape_of(found)["foot"] == (
        ("UBND tỉnh", "Lãnh đạo Sở"), archive, None, ("GIÁM ĐỐC",), "Nguyễn A",
    )  # fmt: skip


def test_of_two_who_sign_one_is_kept_and_the_other_told(typed: Typed) -> None:
    signers = (
        "| SỞ TƯ PHÁP\\nGIÁM ĐỐC\\nTrần A | SỞ CÔNG VIÊN\\nGIÁM ĐỐC\\nNguyễn B |\n"
        "| Nơi nhận:\\n- UBND tỉnh;\\n- Lưu: VT. | |\n"
    )
    found = typed(HEAD + BASE + BODY + signers)
    assert found.plan.signature.name == "Nguyễn B"
    assert found.plan.recipients == ("UBND tỉnh",)
    assert found.not_understood == ("SỞ TƯ PHÁP", "GIÁM ĐỐC", "Trần A")
    assert "hai bên cùng ký" in messages(found)


def test_forms_with_a_number_are_annexes(typed: Typed) -> None:
    one = f"DANH MỤC\n(Kèm theo Kế hoạch số 05)\n{TABLE}| 1 | Việc | Văn phòng | | Quý I |\n"
    found = typed(f"{WHOLE}Biểu số 01\n{one}Biểu số 02\n{one}")
    assert [annex.label for annex in found.plan.annexes] == ["Biểu số 01", "Biểu số 02"]
    assert [annex.title for annex in found.plan.annexes] == ["DANH MỤC"] * 2


def test_who_leads_and_who_helps_in_one_cell(typed: Typed) -> None:
    found = typed(
        f"{WHOLE}{ANNEX}| TT | Nhiệm vụ | Đơn vị thực hiện | Thời hạn |\n"
        "| 1 | Một | Chủ trì: Văn phòng\\nPhối hợp: Các phòng | Quý I |\n"
        "| 2 | Hai | - Chủ trì: Văn phòng; - Phối hợp: Phòng A | Quý I |\n"
    )
    assert rows_of(shape_of(found)) == [
        ("1", "Một", ("Văn phòng",), ("Các phòng",), "Quý I"),
        ("2", "Hai", ("Văn phòng",), ("Phòng A",), "Quý I"),
    ]
    assert found.not_understood == ()


def test_ditto_means_what_stands_above(typed: Typed) -> None:
    found = typed(
        f"{WHOLE}{ANNEX}{TABLE}| 1 | Một | Văn phòng | Phòng A | Quý I |\n"
        "| 2 | Hai | nt | // | nt |\n"
    )
    assert rows_of(shape_of(found))[1] == ("2", "Hai", ("Văn phòng",), ("Phòng A",), "Quý I")


def test_rows_under_one_merged_number_are_rows(typed: Typed) -> None:
    found = typed(
        f"{WHOLE}{ANNEX}{TABLE}| 1 | Một | Văn phòng | | Quý I |\n| | Hai | Phòng A | | Quý II |\n"
    )
    assert [row[1] for row in rows_of(shape_of(found))] == ["Một", "Hai"]


def test_two_columns_of_content_are_one_content_or_a_group(typed: Typed) -> None:
    found = typed(
        f"{WHOLE}{ANNEX}| TT | Nhiệm vụ | Nội dung cụ thể | Đơn vị chủ trì | Thời hạn |\n"
        "| 1 | Nhóm | Một | Văn phòng | Quý I |\n| | | Hai | Phòng A | Quý II |\n"
        "| 2 | Ba | chi tiết | Văn phòng | Quý I |\n"
    )
    assert [row[:3] for row in rows_of(shape_of(found))] == [
        ("1", "Nhóm", ()),
        ("1.1", "Một", ("Văn phòng",)),
        ("1.2", "Hai", ("Phòng A",)),
        ("2", "Ba: chi tiết", ("Văn phòng",)),
    ]
    assert found.not_understood == ()


def test_of_two_columns_of_time_the_end_counts(typed: Typed) -> None:
    found = typed(
        f"{WHOLE}{ANNEX}| TT | Nhiệm vụ | Chủ trì | Thời gian bắt đầu | Thời gian hoàn thành |\n"
        "| 1 | Một | Văn phòng | Tháng 1 | Tháng 3 |\n"
    )
    assert rows_of(shape_of(found))[0][4] == "Tháng 3"
    assert found.not_understood == ("Công việc 1, cột “Thời gian bắt đầu”: Tháng 1",)


def test_a_list_of_tasks_may_name_nobody(typed: Typed) -> None:
    found = typed(
        f"{WHOLE}{ANNEX}| TT | Nhiệm vụ | Thời gian hoàn thành | Ghi chú |\n| 1 | Một | Quý I | |\n"
    )
    assert rows_of(shape_of(found)) == [("1", "Một", (), (), "Quý I")]


@pytest.mark.parametrize("head", ["", f"^**{ANNEX}".replace("\n", "\n^**", 1)])
def test_a_file_may_hold_the_table_alone(typed: Typed, head: str) -> None:
    found = typed(f"{head}{TABLE}| 1 | Một | Văn phòng | | Quý I |\n")
    assert rows_of(shape_of(found)) == [("1", "Một", ("Văn phòng",), (), "Quý I")]
    assert found.plan.title == ("DANH MỤC NHIỆM VỤ" if head else "Bảng công việc")
    assert "chỉ có bảng công việc" in messages(found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Báo cáo kết quả thực hiện kế hoạch năm 2026\nI. KẾT QUẢ\n" + TABLE, "văn bản khác"),
        ("Kính gửi: Các phòng\n" + TABLE, "một công văn"),
        ("V/v thực hiện kế hoạch\n" + TABLE, "một công văn"),
        ("^**BÁO CÁO\n^**Kết quả kế hoạch năm 2026\n" + TABLE, "một báo cáo"),
        ("DANH SÁCH\n| STT | Họ và tên | Đơn vị | Chức vụ |\n| 1 | A | VP | CV |\n", "khác"),
    ],
)
def test_other_documents_with_tables_are_told_apart(typed: Typed, text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        typed(f"UBND TỈNH A\nSỞ B\n{text}| 1 | Một | Văn phòng | | Quý I |\n")


_TCVN3 = (
    "KÕ ho¹ch\nKiÓm so¸t thñ tôc hµnh chÝnh n¨m 2006\nC¨n cø NghÞ ®Þnh cña ChÝnh phñ vÒ "
    "kiÓm so¸t thñ tôc hµnh chÝnh, n©ng cao chÊt l\u00adîng gi¶i quyÕt.\n"
)
_VNI = (
    "KEÁ HOAÏCH\nKieåm soaùt thuû tuïc haønh chính naêm 2006\nCaên cöù Nghò ñònh cuûa "
    "Chính phuû veà kieåm soaùt thuû tuïc haønh chính.\n"
)


@pytest.mark.parametrize(("text", "code"), [(_TCVN3, "TCVN3"), (_VNI, "VNI")])
def test_letters_from_before_unicode_are_told_without_their_font(
    typed: Typed, text: str, code: str
) -> None:
    with pytest.raises(Refused, match=f"bảng mã cũ {code}.*Unikey"):
        typed(text)


def test_words_of_other_tongues_are_no_legacy_letters(typed: Typed) -> None:
    with pytest.raises(Refused, match="không phải kế hoạch"):
        typed("Plan: café, naïve, résumé, 25 °C ± 1.\n" * 20)
