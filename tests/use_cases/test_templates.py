"""Plans made from templates: layout, wording, units; a plan kept as a template."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tests.command_line import Tthc
from tests.use_cases.test_round_trip import again, content
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Respondent, RespondentKind
from tthc_desktop.domain.plan import Plan, PlanKind
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.plan_template import TemplateSummary
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.domain.timing import WordsClause
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.built_in_templates import BUILT_IN, built_in_template
from tthc_desktop.use_cases.legal_register import save_document, shipped_documents
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.plan_check import check_file
from tthc_desktop.use_cases.template_list import described_templates
from tthc_desktop.use_cases.templates import (
    new_plan_from,
    remove_template,
    rename_template,
    save_as_template,
)

TODAY = date(2026, 12, 20)


@pytest.fixture
def data_file(sample: Path) -> Iterator[SqliteDataFile]:
    data_file = SqliteDataFile(sample)
    yield data_file
    data_file.close()


def made(tthc: Tthc, template: str, year: int = 2027) -> str:
    kind = "control" if template == "control" else "communication"
    words = ("--kind", kind, "--template", template, "--year", year)
    plan_id: str = tthc.json("plan", "new", *words)["plan"]
    return plan_id


def texts(plan: Plan) -> str:
    rows = [row.task for row in plan.numbered_tasks()]
    return "\n".join(
        [
            plan.agency,
            plan.symbol,
            plan.title,
            *(one.text for one in plan.blocks),
            *plan.recipients,
            *(f"{one.title}\n{one.attached_to}" for one in plan.annexes),
            *(f"{one.content}\n{one.timing}" for one in rows),
        ]
    )


def own_templates(units: UnitsOfWork) -> list[TemplateSummary]:
    """Return the office's own as the window lists them: behind those that are shipped."""
    found = described_templates(units)
    assert tuple(one.summary.id for one in found[: len(BUILT_IN)]) == BUILT_IN
    own = found[len(BUILT_IN) :]
    assert [one for one in found if one.is_own] == list(own)
    return [one.summary for one in own]


@pytest.mark.parametrize("template", BUILT_IN)
@pytest.mark.parametrize("office", ["set", "not set"])
def test_the_word_file_of_a_new_plan_has_no_fault_and_comes_back_equal(
    tthc: Tthc,
    fresh: Tthc,
    office: str,
    template: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = tthc if office == "set" else fresh
    plan_id = made(line, template)
    assert again(line, plan_id, tmp_path, capsys) == content(line.data, plan_id)
    assert check_file(tmp_path / "ra.docx", today=date(2027, 1, 5)) == ()


@pytest.mark.parametrize("template", BUILT_IN)
def test_nothing_of_a_template_is_left_open(data_file: SqliteDataFile, template: str) -> None:
    opened = open_plan(data_file.units_of_work(), new_plan_from(data_file, template, 2027))
    written = texts(opened.plan)
    assert "{" not in written
    assert "|" not in written
    assert "2026" not in written
    assert "năm 2027" in opened.plan.title
    assert opened.plan.kind is built_in_template(template).content.kind
    for row in opened.leaves():
        assert row.task.lead
        assert row.task.timing
        assert opened.of_task(row.task)
        assert not any(
            isinstance(one, WordsClause) and one.kind == "unknown"
            for one in row.task.schedule.clauses
        )
        days = [one.due for one in opened.of_task(row.task) if one.due]
        assert all(day.year == 2027 for day in days)


@pytest.mark.parametrize("template", BUILT_IN)
def test_the_clauses_of_a_template_are_what_its_words_mean(
    data_file: SqliteDataFile, template: str
) -> None:
    plan = open_plan(data_file.units_of_work(), new_plan_from(data_file, template, 2027)).plan
    for row in plan.numbered_tasks():
        if not row.task.is_group:
            read = read_timing(row.task.timing, 2027, row.task.content)
            assert row.task.schedule.clauses == read.clauses


def test_the_office_and_its_units_are_filled_in(data_file: SqliteDataFile) -> None:
    units = data_file.units_of_work()
    known = {one.id for one in open_directory_of(data_file)}
    opened = open_plan(units, new_plan_from(data_file, "control", 2027))
    plan = opened.plan
    assert (plan.parent_agency, plan.agency) == ("UBND TỈNH SƠN HẢI", "SỞ THƯƠNG MẠI VÀ DỊCH VỤ")
    assert (plan.symbol, plan.place, plan.number) == ("KH-STMDV", "Sơn Hải", None)
    assert plan.signature.lines == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert plan.signature.name == "Nguyễn Văn Mẫu"
    assert plan.title.endswith("của Sở Thương mại và Dịch vụ năm 2027")
    assert plan.annexes[0].attached_to == (
        "(Kèm theo Kế hoạch số /KH-STMDV ngày tháng năm 2027 của Sở Thương mại và Dịch vụ)"
    )
    assert {one.id for one in opened.directory.respondents} == known
    leads = {one for row in opened.leaves() for one in row.task.lead_ids}
    assert leads <= known


def open_directory_of(data_file: SqliteDataFile) -> tuple[Respondent, ...]:
    with data_file.units_of_work().reading() as work:
        return work.office.directory().respondents


def test_the_province_s_plan_is_issued_by_the_province(tthc: Tthc) -> None:
    shown = tthc.json("plan", "show", made(tthc, "province"))
    assert (shown["parent_agency"], shown["agency"]) == ("", "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI")
    assert shown["symbol"] == "KH-UBND"
    assert shown["signature"]["lines"][0] == "TM. ỦY BAN NHÂN DÂN"
    assert shown["signature"]["name"] == ""
    headings = [one["heading"] for one in shown["sections"]]
    assert headings[2] == "TỔ CHỨC THỰC HIỆN"


def test_the_information_plan_has_goals_requirements_and_audience(tthc: Tthc) -> None:
    shown = tthc.json("plan", "show", made(tthc, "information"))
    first = shown["sections"][0]
    assert first["heading"] == "MỤC TIÊU, YÊU CẦU VÀ ĐỐI TƯỢNG"
    assert [one["heading"] for one in first["sections"]] == ["Mục tiêu", "Yêu cầu", "Đối tượng"]
    assert len(shown["follow_up"]) > 4


def test_bases_come_from_the_register_and_end_as_the_decree_says(
    data_file: SqliteDataFile,
) -> None:
    units = data_file.units_of_work()
    bases = bases_of(open_plan(units, new_plan_from(data_file, "communication", 2027)))
    assert bases[0] == (
        "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục "
        "hành chính;"
    )
    assert all(one.endswith(";") for one in bases[:-1])
    assert bases[-1].endswith("năm 2027.")
    # Replaced by an own entry, and one that is not in force and has nothing in its place.
    old = next(one for one in shipped_documents() if one.number == "63/2010/NĐ-CP")
    save_document(units, replace(old, in_force_to=date(2026, 6, 30), replaced_by="42/2022/NĐ-CP"))
    other = next(one for one in shipped_documents() if one.number == "118/2025/NĐ-CP")
    save_document(units, replace(other, in_force_to=date(2026, 6, 30)))
    later = bases_of(open_plan(units, new_plan_from(data_file, "communication", 2027)))
    assert not any("63/2010" in one or "118/2025" in one for one in later)
    assert "42/2022/NĐ-CP" in later[0]


def bases_of(opened: PlanProgress) -> list[str]:
    return [one.text for one in opened.plan.blocks if one.kind == "legal_basis"]


def test_a_new_file_gets_the_units_a_template_names(fresh: Tthc) -> None:
    made(fresh, "control")
    office = fresh.json("office", "show")
    assert office["divisions"] == ["Văn phòng"]
    assert office["groups"] == {"Các phòng, đơn vị thuộc Sở": [], "Các phòng chuyên môn": []}
    shown = fresh.json("plan", "show")
    assert (shown["agency"], shown["symbol"], shown["place"]) == ("SỞ …", "KH-S", "…")


def test_groups_that_are_made_have_the_units_their_name_tells(fresh: Tthc) -> None:
    fresh.json("office", "set", "agency=Sở Mẫu", "divisions=Văn phòng;Phòng Một;Trung tâm Hai")
    made(fresh, "control")
    groups = fresh.json("office", "show")["groups"]
    assert groups["Các phòng chuyên môn"] == ["Phòng Một"]
    assert groups["Các phòng, đơn vị thuộc Sở"] == ["Văn phòng", "Phòng Một", "Trung tâm Hai"]


def test_a_plan_kept_as_a_template_gives_the_plan_of_another_year(
    data_file: SqliteDataFile,
) -> None:
    units = data_file.units_of_work()
    with units.reading() as work:
        old = next(one for one in work.plans.summaries() if one.kind is PlanKind.CONTROL)
    saved = save_as_template(units, old.id, "  Mẫu  của Sở ", on=TODAY)
    assert (saved.name, saved.kind, saved.made_on) == ("Mẫu của Sở", PlanKind.CONTROL, TODAY)
    assert own_templates(units) == [saved]
    with units.reading() as work:
        template = work.templates.get(saved.id)
    assert template
    kept = texts(template.content)
    assert "{năm}" in template.content.title
    assert "{cơ quan}" in kept
    assert "Thương mại và Dịch vụ" not in kept
    assert template.content.signature.name == ""
    assert "Quyết định số 2746/QĐ-UBND ngày 26/12/2025 của Ủy ban nhân dân tỉnh Sơn Hải" in kept
    before = open_plan(units, old.id)
    after = open_plan(units, new_plan_from(data_file, "mẫu của sở", 2027))
    assert after.plan.title == before.plan.title.replace("2026", "2027")
    assert after.plan.signature == before.plan.signature
    assert texts(after.plan).splitlines()[0] == before.plan.agency
    assert "{" not in texts(after.plan)
    pairs = list(zip(rows(before), rows(after), strict=True))
    for was, now in pairs:
        assert now.task.content == was.task.content.replace("năm 2026", "năm 2027")
        assert now.task.timing == was.task.timing.replace("2026", "2027")
        assert now.task.lead == was.task.lead
        assert now.task.previous is None
        assert len(after.of_task(now.task)) == len(before.of_task(was.task))
    assert not any(one.is_recorded for row in rows(after) for one in after.of_task(row.task))


def rows(opened: PlanProgress) -> list[NumberedTask]:
    return list(opened.plan.numbered_tasks())


def test_a_template_serves_an_office_of_another_name_and_without_its_units(
    data_file: SqliteDataFile, fresh: Tthc
) -> None:
    units = data_file.units_of_work()
    with units.reading() as work:
        old = next(one for one in work.plans.summaries() if one.kind is PlanKind.CONTROL)
    saved = save_as_template(units, old.id, "Mẫu", on=TODAY)
    with units.reading() as work:
        template = work.templates.get(saved.id)
    assert template
    fresh.json("office", "set", "agency=SỞ KHOA HỌC VÀ CÔNG NGHỆ", "parent_agency=UBND TỈNH ABC")
    other = SqliteDataFile(fresh.data)
    with other.units_of_work().writing() as work:
        work.templates.put(template)
        work.commit(Act("Thử", "template", template.id))
    opened = open_plan(other.units_of_work(), new_plan_from(other, template.id, 2028))
    other.close()
    assert opened.plan.symbol == "KH-SKHCN"
    assert "Sở Khoa học và Công nghệ" in opened.plan.annexes[0].attached_to
    names = {one.name for one in opened.directory.respondents}
    assert "Phòng Pháp chế" in names
    assert not any(one.confirmed for one in opened.directory.respondents)


def test_another_agency_s_plan_as_a_template_brings_none_of_its_units(
    data_file: SqliteDataFile,
) -> None:
    units = data_file.units_of_work()
    with units.writing() as work:
        old = next(one for one in work.plans.summaries() if one.kind is PlanKind.CONTROL)
        theirs = [
            replace(one, kind=RespondentKind.OUTSIDE) for one in work.office.directory().respondents
        ]
        work.office.set_respondents(theirs)
        work.commit(Act("Thử", "office", "office"))
    saved = save_as_template(units, old.id, "Mẫu", on=TODAY)
    first = open_plan(units, new_plan_from(data_file, saved.id, 2027))
    second = open_plan(units, new_plan_from(data_file, saved.id, 2028))
    assert len(second.directory.respondents) == len(first.directory.respondents)
    outside = {one.id for one in theirs}
    for opened in (first, second):
        named = {one for row in opened.leaves() for one in row.task.lead_ids}
        assert named
        assert not named & outside


def test_templates_are_renamed_and_taken_out(data_file: SqliteDataFile) -> None:
    units = data_file.units_of_work()
    with units.reading() as work:
        plan_id = work.plans.summaries()[0].id
    saved = save_as_template(units, plan_id, "Mẫu một", on=TODAY)
    rename_template(units, saved.id, "Mẫu hai")
    for name in ("mau HAI", "", "control", built_in_template("control").name):
        with pytest.raises(Refused):
            save_as_template(units, plan_id, name, on=TODAY)
    assert [one.name for one in own_templates(units)] == ["Mẫu hai"]
    remove_template(units, saved.id)
    assert own_templates(units) == []
    for built_in in BUILT_IN:
        with pytest.raises(Refused):
            remove_template(units, built_in)


def test_a_wrong_call_makes_no_file(fresh: Tthc) -> None:
    start = ("plan", "new", "--kind", "control")
    assert fresh.run(*start, "--year", "1800") == 3
    assert fresh.run(*start, "--year", "2027", "--template", "không có") == 3
    assert fresh.run(*start) == 2
    assert fresh.run("plan", "new", "--kind", "other", "--year", "2027") == 2
    assert fresh.run("plan", "new", "--year", "2027") == 2
    assert not fresh.data.exists()
