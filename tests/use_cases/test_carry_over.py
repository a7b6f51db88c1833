"""A plan carried to another year: what moves, what stays, what a person must look at."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.data_file import SqliteDataFile
from tests.command_line import Tthc
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import DatedName, Office
from tthc_desktop.domain.plan import PlanState
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.carry_over import carry_over
from tthc_desktop.use_cases.opening import list_plans, open_plan

TODAY = date(2026, 12, 20)
PLAN = """UBND TỈNH MẪU

SỞ MẪU

Số: 05/KH-SM

Mẫu, ngày 20 tháng 01 năm 2026

KẾ HOẠCH

Kiểm soát thủ tục hành chính của Sở Mẫu năm 2026.

Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa;

Căn cứ Quyết định số 12/QĐ-UBND ngày 25/12/2025 của UBND tỉnh Mẫu về ban hành Kế hoạch kiểm soát \
TTHC năm 2026. Sở Mẫu ban hành Kế hoạch kiểm soát TTHC năm 2026 như sau:

I. MỤC ĐÍCH

1. Giữ vững kết quả so với năm 2025; hoàn thành trong Quý I/2026.

II. TỔ CHỨC THỰC HIỆN

1. Văn phòng báo cáo lãnh đạo Ban theo Quyết định số 12/QĐ-UBND.

Trên đây là Kế hoạch năm 2026./.

Nơi nhận:

- UBND tỉnh (báo cáo);
- Lưu: VT, VP.

GIÁM ĐỐC

Nguyễn Văn Mẫu

Phụ lục

NỘI DUNG CỦA BAN DÂN TỘC NĂM 2026

(Kèm theo Kế hoạch số 05/KH-SM ngày 20 tháng 01 năm 2026 của Sở Mẫu)

| STT | Nội dung công việc | Chủ trì | Phối hợp | Thời gian hoàn thành |
|---|---|---|---|---|
| 1 | Chỉ đạo | | | |
| 1.1 | Xây dựng kế hoạch năm 2026 | Văn phòng | Các phòng thuộc Sở | Trước ngày 25/01/2026 |
| 1.2 | Thực hiện Quyết định số 766/QĐ-TTg ngày 23/06/2022 của Thủ tướng Chính phủ | | | |
| 1.3 | Chuẩn bị năm 2027 | Văn phòng | | 2025 - 2026 |
"""


@pytest.fixture
def imported(fresh: Tthc, tmp_path: Path) -> Tthc:
    file = tmp_path / "Kế hoạch.txt"
    file.write_text(PLAN, encoding="utf-8")
    assert fresh.run("plan", "import", file) in (0, 1), fresh.err
    return fresh


def tasks_of(shown: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for annex in shown["annexes"] for one in annex["tasks"]]


def test_the_year_moves_and_what_is_cited_stays(imported: Tthc) -> None:
    done = imported.json("plan", "carry-over", "--year", "2027", "--today", "2026-12-20", code=1)
    shown = imported.json("plan", "show", done["plan"])
    assert (shown["year"], shown["state"], shown["number"]) == (2027, "draft", None)
    assert (shown["place"], shown["date"]) == ("Mẫu", {"day": None, "month": None, "year": 2027})
    assert shown["title"] == "Kiểm soát thủ tục hành chính của Sở Mẫu năm 2027."
    assert shown["legal_bases"][1]["text"] == (
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 25/12/2025 của UBND tỉnh Mẫu về ban hành Kế hoạch "
        "kiểm soát TTHC năm 2026. Sở Mẫu ban hành Kế hoạch kiểm soát TTHC năm 2027 như sau:"
    )
    (item,) = shown["sections"][0]["sections"]
    assert item["paragraphs"] == ["Giữ vững kết quả so với năm 2025; hoàn thành trong Quý I/2027."]
    (annex,) = shown["annexes"]
    assert annex["title"] == "NỘI DUNG CỦA BAN DÂN TỘC NĂM 2027"
    assert annex["attached_to"] == "(Kèm theo Kế hoạch số /KH-SM ngày tháng năm 2027 của Sở Mẫu)"
    tasks = {one["number"]: one for one in tasks_of(shown)}
    assert tasks["1.1"]["timing"] == "Trước ngày 25/01/2027"
    assert "ngày 23/06/2022" in tasks["1.2"]["content"]
    assert shown["signature"] == {"lines": ["GIÁM ĐỐC"], "name": "Nguyễn Văn Mẫu"}


def test_each_task_knows_the_one_it_comes_from_and_nothing_else_is_shared(imported: Tthc) -> None:
    (before,) = imported.json("plan", "list")
    old = imported.json("plan", "show", before["id"])
    assert imported.run("task", "record", "--number", "1.1", "--state", "done") in (0, 1)
    done = imported.json("plan", "carry-over", before["id"], "--year", "2027", code=1)
    new = imported.json("plan", "show", done["plan"])
    assert [one["previous"] for one in tasks_of(new)] == [one["id"] for one in tasks_of(old)]
    assert not {one["id"] for one in tasks_of(new)} & {one["id"] for one in tasks_of(old)}
    assert imported.json("plan", "show", before["id"]) == old
    listed = imported.json("task", "list", "--plan", done["plan"])
    leaves = [one for one in listed if not one["group"]]
    assert all(one["occurrences"] for one in leaves)
    states = {period["state"] for one in leaves for period in one["occurrences"]}
    assert states == {"not_started"}


def test_all_that_must_be_looked_at_is_told_with_its_place(imported: Tthc) -> None:
    imported.run("task", "record", "--number", "1.1", "--state", "done")
    done = imported.json("plan", "carry-over", "--year", "2027", "--today", "2026-12-20", code=1)
    told = [(one["where"], one["quote"], one["reason"]) for one in done["to_review"]]
    unled = tasks_of(imported.json("plan", "show", done["plan"]))[2]["content"]
    assert [one[:2] for one in told] == [
        ("legal_bases", "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ"),
        ("legal_bases", "Quyết định số 12/QĐ-UBND ngày 25/12/2025 của UBND tỉnh Mẫu"),
        ("section II.1", "Quyết định số 12/QĐ-UBND"),
        ("section II.1", "lãnh đạo Ban"),
        ("annex", "BAN DÂN TỘC"),
        ("section I.1", "năm 2025"),
        ("task 1.3", "năm 2027"),
        ("task 1.3", "2025 - 2026"),
        ("task 1.2", unled),
        ("task 1.1", "Trước ngày 25/01/2027"),
        ("task 1.2", unled),
        ("task 1.3", "Chuẩn bị năm 2027"),
    ]
    assert "thay bằng Nghị định số 118/2025/NĐ-CP" in told[0][2]
    assert told[1][2] == "Văn bản của năm 2026, cần thay bằng văn bản của năm 2027."
    assert told[-4][2] == "Chưa có đơn vị chủ trì và thời gian hoàn thành."
    assert told[-3][2] == "Hạn ngày 24/01/2027 rơi vào ngày nghỉ."
    assert told[-1][2] == "Năm 2026 chưa hoàn thành."


def test_schedules_make_the_occurrences_of_the_new_year(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    units = data_file.units_of_work()
    old = next(one for one in list_plans(units) if one.kind == "control")
    done = carry_over(units, old.id, 2027, today=TODAY)
    before, after = open_plan(units, old.id), open_plan(units, done.plan_id)
    data_file.close()
    pairs = list(zip(before.leaves(), after.leaves(), strict=True))
    assert len(pairs) > 15
    for was, now in pairs:
        old_ones, new_ones = before.of_task(was.task), after.of_task(now.task)
        assert [one.period.replace("2026", "2027") for one in old_ones] == [
            one.period for one in new_ones
        ]
        assert all(one.due is None or one.due.year == 2027 for one in new_ones)
        assert not any(one.is_recorded for one in new_ones)
        assert now.task.lead == was.task.lead
        assert now.task.target is None or now.task.target.actual is None
    days_off = [one for one in done.to_review if "ngày nghỉ" in one.reason]
    assert ("task 3.5", "Trước ngày 20/5/2027") not in [(one.where, one.quote) for one in days_off]


def test_a_due_day_on_a_day_off_is_told(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    units = data_file.units_of_work()
    old = next(one for one in list_plans(units) if one.kind == "control")
    # Trước ngày 23/01/2028: the 22nd is a Saturday.
    done = carry_over(units, old.id, 2028, today=TODAY)
    data_file.close()
    told = [one for one in done.to_review if "rơi vào ngày nghỉ" in one.reason]
    assert ("task 1.1", "Trước ngày 23/01/2028") in [(one.where, one.quote) for one in told]


def test_unfinished_is_asked_as_of_the_day(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    units = data_file.units_of_work()
    old = next(one for one in list_plans(units) if one.kind == "control")

    def unfinished(today: date) -> set[str]:
        done = carry_over(units, old.id, 2027, today=today)
        return {one.where for one in done.to_review if "chưa hoàn thành" in one.reason}

    early, late = unfinished(date(2026, 3, 31)), unfinished(TODAY)
    data_file.close()
    assert early < late
    assert "task 1.1" not in late


def test_former_names_of_the_office_and_of_its_units_are_told(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    units = data_file.units_of_work()
    with units.writing() as work:
        office = work.office.office()
        former = DatedName("Sở Thương mại và Dịch vụ", None, date(2026, 11, 30))
        work.office.set_office(replace(office, agency="SỞ MỚI", former_agency_names=(former,)))
        respondents = list(work.office.directory().respondents)
        unit = next(one for one in respondents if one.name == "Phòng Pháp chế")
        named = replace(
            unit, name="Phòng Mới", former_names=(DatedName(unit.name, None, date(2026, 11, 30)),)
        )
        respondents[respondents.index(unit)] = named
        work.office.set_respondents(respondents)
        work.commit(Act("Thử", "office", "office"))
    old = next(one for one in list_plans(units) if one.kind == "communication")
    told = carry_over(units, old.id, 2027, today=TODAY).to_review
    data_file.close()
    found = {(one.where, one.quote) for one in told if one.reason.startswith("Tên gọi cũ")}
    assert {
        ("header", "SỞ THƯƠNG MẠI VÀ DỊCH VỤ"),
        ("opening", "Sở Thương mại và Dịch vụ"),
        ("closing", "Sở Thương mại và Dịch vụ"),
    } <= found


def test_an_issued_plan_is_carried_from_its_present_content(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    units = data_file.units_of_work()
    old = next(one for one in list_plans(units) if one.kind == "control")
    with units.writing() as work:
        plan = work.plans.get(old.id)
        work.plans.write_head(replace(plan, state=PlanState.ISSUED, number="05"))
        work.commit(Act("Thử", "plan", old.id, old.id))
    after = open_plan(units, carry_over(units, old.id, 2027, today=TODAY).plan_id).plan
    data_file.close()
    assert (after.state, after.number) == (PlanState.DRAFT, None)


def test_what_cannot_be_carried_is_refused_and_nothing_is_made(
    imported: Tthc, tmp_path: Path
) -> None:
    for year in ("2026", "1800", "99999"):
        assert imported.run("plan", "carry-over", "--year", year) == 3
    assert imported.run("plan", "carry-over", "--year", "sau") == 3
    assert imported.run("plan", "carry-over") == 2
    assert imported.run("plan", "carry-over", "không-có", "--year", "2027") == 3
    assert len(imported.json("plan", "list")) == 1
    other = tmp_path / "khác.txt"
    other.write_text(PLAN, encoding="utf-8")
    imported.run("plan", "import", other, "--reference")
    reference = next(
        one["id"] for one in imported.json("plan", "list") if one["state"] == "reference"
    )
    assert imported.run("plan", "carry-over", reference, "--year", "2027") == 3
    data_file = SqliteDataFile(imported.data)
    with pytest.raises(Refused, match="cơ quan khác"):
        carry_over(data_file.units_of_work(), reference, 2027, today=TODAY)
    data_file.close()


def test_an_empty_office_is_no_trouble(fresh: Tthc, tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch.txt"
    file.write_text(PLAN.replace("UBND TỈNH MẪU\n\nSỞ MẪU\n", ""), encoding="utf-8")
    fresh.run("plan", "import", file)
    data_file = SqliteDataFile(fresh.data)
    with data_file.units_of_work().reading() as work:
        assert work.office.office() == Office()
    data_file.close()
    assert fresh.run("plan", "carry-over", "--year", "2027") == 1
