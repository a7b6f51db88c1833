from dataclasses import replace

import pytest

from tthc_desktop.domain.plan import Plan, PlanKind, PlanState
from ui.session.export_formats import EXCEL, PDF, WORD, ExportFormat, proposed_name, safe_name
from ui.session.wording import state_and_number

PLAN = Plan("p", PlanKind.CONTROL, 2026, symbol="KH-SDTTG")
ISSUED = replace(PLAN, state=PlanState.ISSUED, number="05")


@pytest.mark.parametrize(
    ("plan", "form", "name"),
    [
        (PLAN, WORD, "Kế hoạch kiểm soát TTHC năm 2026.docx"),
        (ISSUED, PDF, "Kế hoạch kiểm soát TTHC năm 2026 05-KH-SDTTG.pdf"),
        (PLAN, EXCEL, "Phiếu tiến độ Kế hoạch kiểm soát TTHC năm 2026.xlsx"),
        (replace(PLAN, kind=PlanKind.COMMUNICATION), WORD, "Kế hoạch truyền thông năm 2026.docx"),
    ],
)
def test_a_name_is_offered(plan: Plan, form: ExportFormat, name: str) -> None:
    assert proposed_name(plan, form) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("12/KH-SDTTG", "12-KH-SDTTG"),
        ('Kế hoạch "mới": a<b>?*|', "Kế hoạch mới ab"),
        ("  Kế\nhoạch  năm. ", "Kế hoạch năm"),
        ("Kế hoạch", "Kế hoạch"),
        ("...", "Kế hoạch"),
        ("a" * 300, "a" * 150),
    ],
)
def test_names_are_safe_on_every_system(words: str, name: str) -> None:
    assert safe_name(words) == name


def test_a_plan_says_its_state_and_once_issued_its_number() -> None:
    assert state_and_number(PLAN) == "Dự thảo"
    assert state_and_number(ISSUED) == "Đã ban hành · 05/KH-SDTTG"
