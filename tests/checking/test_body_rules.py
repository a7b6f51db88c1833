"""L16 to L18, L24, L25: one habit of nội dung broken at a time."""

from collections.abc import Callable

import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from tests.checking.broken_file import BrokenFile
from tests.checking.conftest import Break, Check

BASIS, WEAK_BASIS = "Căn cứ Nghị định", "Thực hiện Quyết định"
BODY, DASH, CLAUSE, POINT = "Mỗi phòng", "- Nâng cao", "2. Văn phòng Sở", "c) Đôn đốc"


def changed(start: str, change: Callable[[str], str]) -> Break:
    return lambda file: file.write(start, change(file.paragraph(start).text))


def words(start: str, text: str) -> Break:
    return lambda file: file.write(start, text)


def letters(start: str, **look: float | bool) -> Break:
    return lambda file: file.letters(start, **look)  # type: ignore[arg-type]


def joined(file: BrokenFile) -> None:
    text = file.paragraph("Căn cứ Luật").text
    file.write("Căn cứ Luật", f"{text} Nghị định số 5/2025/NĐ-CP ngày 01 tháng 7 năm 2025;")


def small_exact(file: BrokenFile) -> None:
    form = file.paragraph(BODY).paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(14)


def tall_exact(file: BrokenFile) -> None:
    form = file.paragraph(BODY).paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(26)


def spaced(start: str, **spacing: float) -> Break:
    return lambda file: file.spacing(start, **spacing)


def aligned(start: str, alignment: str) -> Break:
    return lambda file: file.align(start, alignment)


def indented(start: str, twips: int) -> Break:
    return lambda file: file.indent(start, twips)


@pytest.mark.parametrize(
    ("rule", "severity", "where", "act"),
    [
        ("L16", "error", "legal_bases", letters(BASIS, italic=False)),
        ("L16", "error", "legal_bases", changed(BASIS, lambda text: f"{text[:-1]}.")),
        ("L16", "error", "legal_bases", changed(BASIS, lambda text: text[:-1])),
        ("L16", "error", "legal_bases", joined),
        ("L16", "warning", "legal_bases", letters(WEAK_BASIS, italic=False)),
        ("L16", "warning", "legal_bases", changed(WEAK_BASIS, lambda text: f"{text[:-1]};")),
        ("L17", "error", "section I.2", aligned(BODY, "left")),
        ("L17", "error", "section I.2", aligned(BODY, "center")),
        ("L17", "error", "section I.1", aligned(DASH, "left")),
        ("L17", "error", "section I.2", indented(BODY, 0)),
        ("L17", "error", "section I.2", indented(BODY, 400)),
        ("L17", "error", "section III.2", indented(CLAUSE, 1000)),
        ("L17", "error", "section I.2", spaced(BODY, before=3)),
        ("L17", "error", "section III.1.c", spaced(POINT, before=0)),
        ("L17", "error", "legal_bases", spaced("Căn cứ Luật", before=0)),
        ("L17", "error", "section I.2", spaced(BODY, line=0.9)),
        ("L17", "error", "section I.2", spaced(BODY, line=1.6)),
        ("L17", "error", "section I.2", small_exact),
        ("L17", "error", "section I.2", tall_exact),
        ("L17", "error", "section I.2", letters(BODY, size=12)),
        ("L17", "warning", "section I.2", letters(BODY, size=13)),
        ("L18", "error", "section I", words("I. MỤC ĐÍCH", "I. Mục đích, yêu cầu")),
        ("L18", "error", "section II", letters("II. NỘI DUNG", bold=False)),
        ("L18", "error", "section I.1", letters("1. Mục đích", bold=False)),
        ("L18", "error", "section III", words("II. NỘI DUNG", "III. NỘI DUNG")),
        ("L18", "error", "section I.3", words("2. Yêu cầu", "3. Yêu cầu")),
        ("L18", "error", "section III.1.e", words("đ) Tuyên truyền", "e) Tuyên truyền.")),
        ("L18", "error", "section III.1.b", words("a) Gửi báo cáo", "b) Gửi báo cáo;")),
        ("L24", "info", "closing", words("Trên đây", "Trên đây là Kế hoạch của Sở.")),
        ("L25", "info", "section I.2", changed(BODY, lambda text: f"\t{text}")),
        ("L25", "info", "section I.2", words(BODY, "Mỗi  phòng cử một công chức.")),
        ("L25", "info", "section I.2", words(BODY, "Mỗi\u00a0phòng cử một công chức.")),
        ("L25", "info", "section I.2", words(BODY, "Mỗi phòng cử\u200b một công chức.")),
        ("L25", "info", "section I.2", words(BODY, "Mỗi phòng cu\u031b\u0309 một công chức.")),
    ],
)
def test_a_broken_habit_names_its_rule(
    check: Check, rule: str, severity: str, where: str, act: Break
) -> None:
    found = check(act)
    assert [(one.rule, one.severity.value) for one in found[:1]] == [(rule, severity)]
    assert {one.rule for one in found} == {rule}
    assert found[0].where == where
    assert 0 < len(found[0].quote) <= 161


@pytest.mark.parametrize(
    "act",
    [
        indented(BODY, 567),
        spaced(BODY, line=1.5),
        spaced(BODY, before=18),
        changed(BASIS, lambda text: text.replace("được", "đã được")),
        words(BODY, "Theo Kế hoạch ban hành kèm theo Quyết định số 5/QĐ-UBND."),
        letters("1. Các phòng", bold=False),
    ],
)
def test_what_the_decree_lets_stand_is_no_finding(check: Check, act: Break) -> None:
    assert check(act) == ()


def test_one_fault_in_many_paragraphs_is_told_twenty_times_at_most(check: Check) -> None:
    def every_font(file: BrokenFile) -> None:
        for one in file.paragraphs(""):
            for run in one.runs:
                run.font.name = "Arial"

    found = check(every_font)
    assert len(found) == 20
    assert {one.rule for one in found} == {"L03"}
    assert "chỗ khác như vậy" in found[-1].message
