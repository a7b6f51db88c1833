"""L19 to L23: one habit of the foot, the annexes or the tables broken at a time."""

import pytest
from docx.oxml.ns import qn

from tests.checking.broken_file import BrokenFile
from tests.checking.conftest import NOTE, Break, Check

HEADING, ITEM, ARCHIVE = "Nơi nhận", "- Lãnh đạo Sở", "- Lưu"
POWER, POSITION, NAME = "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu"


def words(start: str, text: str, place: int = 1) -> Break:
    return lambda file: file.write(start, text, place)


def letters(start: str, **look: float | bool) -> Break:
    return lambda file: file.letters(start, **look)  # type: ignore[arg-type]


def removed(start: str) -> Break:
    return lambda file: file.remove(start)


def no_labels(file: BrokenFile) -> None:
    file.remove("Phụ lục I")
    file.remove("Phụ lục II")


def no_annexes(file: BrokenFile) -> None:
    """Take everything behind the foot away, the annexes' sections with it."""
    body = file.document.element.body
    ends = [
        one
        for one in body.iterchildren()
        if one.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    ]
    for one in list(ends[0].itersiblings()):
        if one.tag != qn("w:sectPr"):
            body.remove(one)
    properties = ends[0].find(qn("w:pPr"))
    assert properties is not None
    main = properties.find(qn("w:sectPr"))
    assert main is not None
    body.replace(body[-1], main)


def wide_table(file: BrokenFile) -> None:
    table = file.ruled_table()
    width = table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}")
    assert width is not None
    width.set(qn("w:w"), "12000")


def wide_columns(file: BrokenFile) -> None:
    for column in file.ruled_table().iter(qn("w:gridCol")):
        column.set(qn("w:w"), "3000")


def no_repeated_heading(file: BrokenFile) -> None:
    mark = next(file.ruled_table(2).iter(qn("w:tblHeader")))
    parent = mark.getparent()
    assert parent is not None
    parent.remove(mark)


@pytest.mark.parametrize(
    ("rule", "severity", "where", "act"),
    [
        ("L19", "error", "recipients", removed(HEADING)),
        ("L19", "error", "recipients", letters(HEADING, size=13)),
        ("L19", "error", "recipients", letters(HEADING, bold=False)),
        ("L19", "error", "recipients", letters(HEADING, italic=False)),
        ("L19", "error", "recipients", words(HEADING, "Nơi nhận")),
        ("L19", "error", "recipients", letters(ITEM, size=12)),
        ("L19", "error", "recipients", letters(ITEM, italic=True)),
        ("L19", "error", "recipients", words(ITEM, "+ Lãnh đạo Sở;")),
        ("L19", "error", "recipients", words(ITEM, "- Lãnh đạo Sở,")),
        ("L19", "error", "recipients", words(ARCHIVE, "- Lưu: VT, VP")),
        ("L19", "error", "recipients", words(ARCHIVE, "- Lưu VT, VP.")),
        ("L19", "error", "recipients", words(ARCHIVE, "- Lưu: VP, VT.")),
        ("L19", "error", "recipients", removed(ARCHIVE)),
        ("L19", "warning", "recipients", words(ITEM, "- Như trên;")),
        ("L20", "error", "signature", words(POWER, "KT.GIÁM ĐỐC")),
        ("L20", "error", "signature", words(POWER, "KT GIÁM ĐỐC")),
        ("L20", "error", "signature", words(POSITION, "Phó Giám đốc")),
        ("L20", "error", "signature", letters(POSITION, bold=False)),
        ("L20", "error", "signature", removed(POSITION)),
        ("L20", "error", "signature", letters(NAME, bold=False)),
        ("L20", "error", "signature", words(NAME, "ThS. Nguyễn Văn Mẫu")),
        ("L20", "error", "signature", words(NAME, "PGS.TS Nguyễn Văn Mẫu")),
        ("L20", "error", "signature", words(POSITION, "GIÁM ĐỐC")),
        ("L20", "warning", "signature", words(POWER, "TM. SỞ")),
        ("L21", "error", "section II", no_annexes),
        ("L21", "error", "section II", no_labels),
        ("L21", "error", "annex 1", words("Phụ lục I", "PHỤ LỤC I")),
        ("L21", "error", "annex 2", words("Phụ lục II", "Phụ lục 2")),
        ("L21", "error", "annex 1", letters("Phụ lục I", size=13)),
        ("L22", "error", "annex 1", letters("(Kèm theo", italic=False)),
        ("L22", "error", "annex 1", words("(Kèm theo", NOTE.replace("05/KH", "06/KH"))),
        ("L22", "error", "annex 2", words("(Kèm theo", NOTE.replace("KH-S", "KH-SS"), 2)),
        ("L22", "error", "annex 1", words("(Kèm theo", NOTE.replace("ngày 20", "ngày 21"))),
        ("L22", "error", "annex 1", words("(Kèm theo", NOTE.replace("Sở Thương", "Sở Công"))),
        (
            "L22",
            "error",
            "annex 1",
            words("(Kèm theo", NOTE.replace("ngày 20 tháng 01 năm ", "ngày 20/01/")),
        ),
        ("L23", "warning", "table 3", wide_table),
        ("L23", "warning", "table 3", wide_columns),
        ("L23", "warning", "table 4", no_repeated_heading),
        ("L23", "warning", "table 3", letters("Xây dựng", size=10)),
    ],
)
def test_a_broken_habit_names_its_rule(
    check: Check, rule: str, severity: str, where: str, act: Break
) -> None:
    found = check(act)
    assert {(one.rule, one.severity.value) for one in found} == {(rule, severity)}
    assert found[0].where == where


@pytest.mark.parametrize(
    "act",
    [
        words(ARCHIVE, "- Lưu: VT, P.KTTH."),
        words(ARCHIVE, "- Lưu: VT, VP. PL.(300)"),
        words(ARCHIVE, "- Lưu: VT."),
        words(POWER, "GIÁM ĐỐC"),
        words("(Kèm theo", "(Kèm theo Kế hoạch số     /KH-STMDV ngày    tháng    năm 2026)"),
    ],
)
def test_what_the_decree_lets_stand_is_no_finding(check: Check, act: Break) -> None:
    assert check(act) == ()


def test_a_row_of_a_task_table_is_named_by_its_number(check: Check) -> None:
    (found,) = check(lambda file: file.letters("Xây dựng", colour="FF0000"))
    assert (found.rule, found.where) == ("L04", "task 1.1")
