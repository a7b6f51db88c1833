"""Names of the files: legal everywhere, never two alike for two units."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.sheets.progress_rows import sheet_file_name

if TYPE_CHECKING:
    from tests.sheets.conftest import Maker
    from tthc_desktop.domain.plan_progress import PlanProgress


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2026-Q2", "Tiến độ quý II-2026 - Phòng Nghiệp vụ.xlsx"),
        ("2026-05", "Tiến độ tháng 5-2026 - Phòng Nghiệp vụ.xlsx"),
        ("2026-W05", "Tiến độ tuần 5-2026 - Phòng Nghiệp vụ.xlsx"),
        ("2026-H1", "Tiến độ 6 tháng đầu năm 2026 - Phòng Nghiệp vụ.xlsx"),
        ("2026-H2", "Tiến độ 6 tháng cuối năm 2026 - Phòng Nghiệp vụ.xlsx"),
        ("2026-9M", "Tiến độ 9 tháng năm 2026 - Phòng Nghiệp vụ.xlsx"),
        ("2026", "Tiến độ năm 2026 - Phòng Nghiệp vụ.xlsx"),
        (
            "2026-03-01..2026-04-15",
            "Tiến độ 01.03.2026-15.04.2026 - Phòng Nghiệp vụ.xlsx",
        ),
    ],
)
def test_the_recipient_knows_what_it_is(
    make: Maker, year: PlanProgress, period: str, name: str
) -> None:
    assert sheet_file_name(year, "Phòng Nghiệp vụ", make.period(period)) == name


def test_without_period_it_is_the_plans_year_and_without_unit_all(year: PlanProgress) -> None:
    assert sheet_file_name(year, "Văn phòng", None) == "Tiến độ năm 2026 - Văn phòng.xlsx"
    assert sheet_file_name(year, None, None) == "Tiến độ năm 2026.xlsx"


def test_the_years_two_plans_can_lie_in_one_folder(year: PlanProgress) -> None:
    plan = replace(year.plan, kind=PlanKind.COMMUNICATION)
    name = sheet_file_name(replace(year, plan=plan), "Văn phòng", None)
    assert name == "Tiến độ truyền thông năm 2026 - Văn phòng.xlsx"


@pytest.mark.parametrize(
    "unit",
    [
        'Phòng A/B: "C" <D> |E|? *F\\',
        "Phòng A.\n",
        "CON",
        "...",
        " ",
        "\t",
        unicodedata.normalize("NFD", "Phòng Nghiệp vụ"),
        "Phòng Dân tộc thiểu số và miền núi, vùng đồng bào " * 10,
        "ộ" * 200,
        "🙂" * 120,
    ],
)
def test_any_name_gives_a_legal_file_name(year: PlanProgress, unit: str) -> None:
    name = sheet_file_name(year, unit, None)
    assert name.endswith(".xlsx")
    assert len(name) <= 150
    assert len(name.encode()) <= 255
    assert name == unicodedata.normalize("NFC", name)
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', name)
    assert not name.removesuffix(".xlsx").endswith((".", " "))


def test_different_units_have_different_files(year: PlanProgress) -> None:
    long = "Phòng Dân tộc thiểu số và miền núi, vùng đồng bào " * 10
    names = ["Phòng A/B", "Phòng A:B", "Phòng A-B", "PHÒNG A-B", "Phòng A-B.", long + "1", long]
    units = [Respondent(name, RespondentKind.DIVISION, name) for name in names]
    progress = replace(year, directory=Directory(tuple(units)))
    files = {sheet_file_name(progress, name, None).casefold() for name in names}
    assert len(files) == len(names)


def test_the_same_unit_has_the_same_file_however_it_was_typed(year: PlanProgress) -> None:
    decomposed = unicodedata.normalize("NFD", "Văn phòng")
    assert sheet_file_name(year, decomposed, None) == sheet_file_name(year, "Văn phòng", None)
