"""L01 to L06: one habit of the page broken at a time."""

import pytest
from docx.oxml.ns import qn
from docx.shared import Twips

from tests.checking.broken_file import BrokenFile
from tests.checking.conftest import Break, Check


def letter_paper(file: BrokenFile) -> None:
    file.section().page_width = Twips(12240)


def wide_left(file: BrokenFile) -> None:
    file.section().left_margin = Twips(2100)


def narrow_right_of_annex(file: BrokenFile) -> None:
    file.section(3).right_margin = Twips(800)


def gutter(file: BrokenFile) -> None:
    file.section().gutter = Twips(400)


def arial(file: BrokenFile) -> None:
    file.letters("Mỗi phòng", font="Arial")


def high_font(file: BrokenFile) -> None:
    file.add_run_property("Mỗi phòng", "w:rFonts", hAnsi="Calibri")


def arial_in_table(file: BrokenFile) -> None:
    file.letters("Xây dựng", font="Arial")


def font_of_style(file: BrokenFile) -> None:
    file.document.styles["NĐ30 Lời văn"].font.name = "Arial"


def theme_font(file: BrokenFile) -> None:
    file.add_run_property("Mỗi phòng", "w:rFonts", asciiTheme="minorHAnsi")


def font_of_page_number(file: BrokenFile) -> None:
    for run in file.section().header.paragraphs[0].runs:
        run.font.name = "Calibri"


def red(file: BrokenFile) -> None:
    file.letters("Mỗi phòng", colour="FF0000")


def number_on_first_page(file: BrokenFile) -> None:
    file.drop_section_property("titlePg")


def no_number(file: BrokenFile) -> None:
    header = file.section().header.paragraphs[0]
    for run in list(header.runs):
        run._r.getparent().remove(run._r)


def number_left(file: BrokenFile) -> None:
    file.section().header.paragraphs[0].alignment = 0


def small_number(file: BrokenFile) -> None:
    for run in file.section().header.paragraphs[0].runs:
        run.font.size = Twips(240)


def italic_number(file: BrokenFile) -> None:
    for run in file.section().header.paragraphs[0].runs:
        run.italic = True


def number_in_footer(file: BrokenFile) -> None:
    footer = file.section().footer.paragraphs[0]
    for run in file.section().header.paragraphs[0].runs:
        footer._p.append(run._r)


def annex_counts_on(file: BrokenFile) -> None:
    file.drop_section_property("pgNumType", 2)


def annex_from_two(file: BrokenFile) -> None:
    file.section_property("pgNumType", 3).set(qn("w:start"), "2")


@pytest.mark.parametrize(
    ("rule", "severity", "act"),
    [
        ("L01", "error", letter_paper),
        ("L02", "error", wide_left),
        ("L02", "error", narrow_right_of_annex),
        ("L02", "error", gutter),
        ("L03", "error", arial),
        ("L03", "error", high_font),
        ("L03", "error", arial_in_table),
        ("L03", "error", font_of_style),
        ("L03", "error", font_of_page_number),
        ("L03", "warning", theme_font),
        ("L04", "error", red),
        ("L05", "error", number_on_first_page),
        ("L05", "error", no_number),
        ("L05", "error", number_left),
        ("L05", "error", small_number),
        ("L05", "error", italic_number),
        ("L05", "error", number_in_footer),
        ("L06", "error", annex_counts_on),
        ("L06", "error", annex_from_two),
    ],
)
def test_a_broken_habit_names_its_rule(check: Check, rule: str, severity: str, act: Break) -> None:
    found = check(act)
    assert {(one.rule, one.severity.value) for one in found} == {(rule, severity)}
    assert all(one.message and one.suggestion for one in found)
