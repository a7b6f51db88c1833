"""L07 to L15: one habit of the letterhead or the title broken at a time."""

import pytest
from docx.shared import Twips

from tests.checking.broken_file import BrokenFile
from tests.checking.conftest import TITLE, Break, Check

NAME, MOTTO = "CỘNG HÒA", "Độc lập"
PARENT, AGENCY, NUMBER, PLACE = "UBND TỈNH", "SỞ THƯƠNG MẠI", "Số:", "Sơn Hải, ngày"


def letters(start: str, **look: float | bool) -> Break:
    return lambda file: file.letters(start, **look)  # type: ignore[arg-type]


def words(start: str, text: str) -> Break:
    return lambda file: file.write(start, text)


def removed(start: str) -> Break:
    return lambda file: file.remove(start)


def aligned(start: str, alignment: str) -> Break:
    return lambda file: file.align(start, alignment)


def rule(start: str, indent: int) -> Break:
    return lambda file: file.set_rule_indent(start, indent)


def no_rule(start: str) -> Break:
    return lambda file: file.remove_rule(start)


def underlined_instead(file: BrokenFile) -> None:
    file.remove_rule(MOTTO)
    file.letters(MOTTO, underline=True)


def underscores_instead(file: BrokenFile) -> None:
    file.remove_rule(AGENCY)
    file.copy_after(AGENCY, "_________")


def narrow_cell(file: BrokenFile) -> None:
    file.document.tables[0].rows[0].cells[1].width = Twips(4500)


@pytest.mark.parametrize(
    ("rule_id", "severity", "act"),
    [
        ("L07", "error", words(NAME, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM")),
        ("L07", "error", letters(NAME, bold=False)),
        ("L07", "error", letters(NAME, italic=True)),
        ("L07", "error", letters(NAME, size=14)),
        ("L07", "error", aligned(NAME, "left")),
        ("L07", "error", removed(NAME)),
        ("L08", "error", words(MOTTO, "Độc lập – Tự do – Hạnh phúc")),
        ("L08", "error", words(MOTTO, "Độc lập - Tự do -  Hạnh phúc")),
        ("L08", "error", words(MOTTO, "Độc Lập - Tự Do - Hạnh Phúc")),
        ("L08", "error", letters(MOTTO, bold=False)),
        ("L08", "error", letters(MOTTO, size=12)),
        ("L08", "error", removed(MOTTO)),
        ("L09", "warning", letters(PLACE, size=13)),
        ("L09", "warning", letters(NAME, size=12)),
        ("L09", "warning", letters(MOTTO, size=13)),
        ("L10", "warning", rule(MOTTO, 1500)),
        ("L10", "warning", rule(AGENCY, 100)),
        ("L10", "warning", rule("Kiểm soát", 4000)),
        ("L10", "warning", no_rule(MOTTO)),
        ("L10", "warning", no_rule(AGENCY)),
        ("L10", "warning", no_rule("Kiểm soát")),
        ("L10", "error", underlined_instead),
        ("L10", "error", letters("Kiểm soát", underline=True)),
        ("L10", "warning", underscores_instead),
        ("L11", "error", letters(PARENT, bold=True)),
        ("L11", "error", letters(AGENCY, bold=False)),
        ("L11", "error", letters(AGENCY, size=14)),
        ("L11", "error", words(AGENCY, "Sở Thương mại và Dịch vụ")),
        ("L11", "error", words(PARENT, "UBND tỉnh Sơn Hải")),
        ("L12", "error", letters(NUMBER, size=14)),
        ("L12", "error", letters(NUMBER, bold=True)),
        ("L12", "error", letters(NUMBER, italic=True)),
        ("L12", "error", words(NUMBER, "Số: 5/KH-STMDV")),
        ("L12", "error", words(NUMBER, "Số 05/KH-STMDV")),
        ("L12", "error", words(NUMBER, "Số: 05/KH -STMDV")),
        ("L12", "error", words(NUMBER, "Số: 05/Kh-STMDV")),
        ("L12", "error", words(NUMBER, "Số: 05/STMDV-KH")),
        ("L13", "error", letters(PLACE, italic=False)),
        ("L13", "error", letters(PLACE, size=12)),
        ("L13", "error", words(PLACE, "Sơn Hải, ngày 20 tháng 1 năm 2026")),
        ("L13", "error", words(PLACE, "Sơn Hải ngày 20 tháng 01 năm 2026")),
        ("L13", "error", words(PLACE, "Sơn Hải, ngày 20/01/2026")),
        ("L14", "error", letters("KẾ HOẠCH", bold=False)),
        ("L14", "error", letters("KẾ HOẠCH", size=16)),
        ("L14", "error", aligned("KẾ HOẠCH", "left")),
        ("L14", "error", words("KẾ HOẠCH", "Kế hoạch")),
        ("L14", "error", words("KẾ HOẠCH", "CHƯƠNG TRÌNH")),
        ("L14", "error", words(NUMBER, "Số: 05/BC-STMDV")),
        ("L14", "error", words("KẾ HOẠCH", "BÁO CÁO")),
        ("L12", "error", removed(NUMBER)),
        ("L13", "error", removed(PLACE)),
        ("L14", "error", removed("KẾ HOẠCH")),
        ("L15", "error", removed("Kiểm soát")),
        ("L15", "error", letters("Kiểm soát", bold=False)),
        ("L15", "error", letters("Kiểm soát", italic=True)),
        ("L15", "error", aligned("Kiểm soát", "both")),
        ("L15", "error", words("Kiểm soát", TITLE.upper())),
        ("L15", "warning", words("Kiểm soát", f"{TITLE}.")),
    ],
)
def test_a_broken_habit_names_its_rule(
    check: Check, rule_id: str, severity: str, act: Break
) -> None:
    found = check(act)
    assert {(one.rule, one.severity.value) for one in found} == {(rule_id, severity)}
    assert {one.where for one in found} <= {"header", "title"}


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (NAME, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (NUMBER, "Số:        /KH-STMDV"),
        (NUMBER, "Số: …/KH-STMDV"),
        (NUMBER, "Số: 105/KH-STMDV"),
        (PLACE, "Sơn Hải, ngày      tháng 01 năm 2026"),
        (PLACE, "Sơn Hải, ngày … tháng … năm 2026"),
        (PLACE, "Sơn Hải, ngày       tháng      năm 2026"),
    ],
)
def test_what_the_decree_lets_stand_is_no_finding(check: Check, start: str, text: str) -> None:
    def write(file: BrokenFile) -> None:
        file.write(start, text)
        for place in (1, 2):
            file.write("(Kèm theo", "(Kèm theo Kế hoạch này)", place)

    assert check(write) == ()


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("ngày 05 tháng 02 năm 2026", True),
        ("ngày 5 tháng 02 năm 2026", False),
        ("ngày 05 tháng 3 năm 2026", True),
        ("ngày 05 tháng 03 năm 2026", False),
        ("ngày 31 tháng 4 năm 2026", False),
        ("ngày 29 tháng 02 năm 2026", False),
        ("ngày 29 tháng 02 năm 2028", True),
        ("ngày 10 tháng 13 năm 2026", False),
        ("ngày 00 tháng 12 năm 2026", False),
    ],
)
def test_days_and_months_are_written_as_the_decree_writes_them(
    check: Check, text: str, is_right: bool
) -> None:
    def write(file: BrokenFile) -> None:
        file.write(PLACE, f"Sơn Hải, {text}")
        for place in (1, 2):
            file.write("(Kèm theo", "(Kèm theo Kế hoạch này)", place)

    assert {one.rule for one in check(write)} == (set() if is_right else {"L13"})


def test_a_name_that_wraps_is_told(check: Check) -> None:
    assert {one.rule for one in check(narrow_cell)} >= {"L07"}
