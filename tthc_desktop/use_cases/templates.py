"""Templates: a plan made from one, a plan kept as one ("Lưu thành mẫu")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tthc_desktop.domain.agency_names import agency_in_sentence
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Office
from tthc_desktop.domain.office_words import office_words
from tthc_desktop.domain.plan_template import PlanTemplate, TemplateSummary, template_content
from tthc_desktop.errors import Refused
from tthc_desktop.ports import DataFile, UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.built_in_templates import BUILT_IN, built_in_template
from tthc_desktop.use_cases.due_renewal import add_first_occurrences
from tthc_desktop.use_cases.opening import find_plan_id
from tthc_desktop.use_cases.plan_from_template import known_agencies, plan_from_template
from tthc_desktop.use_cases.plan_year import checked_year
from tthc_desktop.vietnamese_text import clean_line, fold


def new_plan_from(data_file: DataFile, template: str, year: int) -> str:
    """Make a draft of *year* from a template and return its id.

    *template* is one of `BUILT_IN`, or the id or name of one of the office's own. The data
    file is made if it is missing. Names, place and signer come from the office, those who
    lead and co-ordinate from its directory; a unit it lacks is added, unconfirmed. Raises
    Refused for an unknown template or a year that is none.
    """
    year = checked_year(year)
    if template not in BUILT_IN and not data_file.exists():
        raise Refused(_unknown(template))
    if not data_file.exists():
        data_file.create()
    with data_file.units_of_work().writing() as work:
        found = _find(work, template)
        filled = plan_from_template(work, found.content, year)
        if filled.newcomers:
            present = work.office.directory().respondents
            work.office.set_respondents((*present, *filled.newcomers))
        work.plans.add(filled.plan)
        add_first_occurrences(work, filled.plan)
        work.commit(
            Act(
                words=f"Tạo kế hoạch năm {year} từ mẫu",
                subject="plan",
                subject_id=filled.plan.id,
                plan_id=filled.plan.id,
                after={"title": filled.plan.title, "template": found.name},
            )
        )
    return filled.plan.id


def save_as_template(
    units: UnitsOfWork, plan_id: str | None, name: str, *, on: date
) -> TemplateSummary:
    """Keep a plan's present content as a template called *name*.

    Year and names of the office become placeholders; number, date, signature and progress
    are not taken. Raises Refused for no name, one that another template bears, or an unknown
    plan.
    """
    name = clean_line(name)
    with units.writing() as work:
        _check_name(work, name)
        plan = work.plans.get(find_plan_id(work, plan_id))
        office = work.office.office()
        own = Office(
            parent_agency=plan.parent_agency or office.parent_agency,
            agency=plan.agency or office.agency,
            agency_symbol=plan.symbol.removeprefix("KH-"),
        )
        words = office_words(own, (agency_in_sentence(plan), *known_agencies()))
        content = template_content(plan, words, work.office.directory())
        template = PlanTemplate(new_id(), name, content, on)
        work.templates.put(template)
        work.commit(_act("Lưu kế hoạch thành mẫu", template.summary))
    return template.summary


def rename_template(units: UnitsOfWork, template_id: str, name: str) -> None:
    """Give one of the office's own templates another name; Refused as `save_as_template`."""
    name = clean_line(name)
    with units.writing() as work:
        template = _own(work, template_id)
        _check_name(work, name, but=template_id)
        work.templates.put(replace(template, name=name))
        work.commit(_act("Đổi tên mẫu", template.summary, after=name))


def remove_template(units: UnitsOfWork, template_id: str) -> None:
    """Take one of the office's own templates out; Refused for any other."""
    with units.writing() as work:
        template = _own(work, template_id)
        work.templates.remove(template_id)
        work.commit(_act("Xóa mẫu", template.summary))


def _find(work: UnitOfWork, wanted: str) -> PlanTemplate:
    if wanted in BUILT_IN:
        return built_in_template(wanted)
    for one in work.templates.summaries():
        if wanted == one.id or fold(clean_line(wanted)) == fold(one.name):
            return _own(work, one.id)
    raise Refused(_unknown(wanted))


def _own(work: UnitOfWork, template_id: str) -> PlanTemplate:
    template = work.templates.get(template_id)
    if template is None:
        raise Refused("Chỉ sửa, xóa được mẫu do cơ quan lưu. Chưa thay đổi gì.")
    return template


def _unknown(template: str) -> str:
    return f"Không có mẫu “{template}”. Các mẫu có sẵn: {', '.join(BUILT_IN)}. Chưa tạo gì."


def _check_name(work: UnitOfWork, name: str, but: str = "") -> None:
    if not name:
        raise Refused("Mẫu chưa có tên. Hãy đặt tên cho mẫu. Chưa lưu gì.")
    built_in = (built_in_template(one).summary for one in BUILT_IN)
    for one in (*built_in, *work.templates.summaries()):
        if one.id != but and fold(name) in (fold(one.name), one.id):
            raise Refused(f"Đã có mẫu tên “{one.name}”. Hãy đặt tên khác. Chưa lưu gì.")


def _act(words: str, template: TemplateSummary, after: str | None = None) -> Act:
    return Act(
        words,
        "template",
        template.id,
        before={"name": template.name} if after else None,
        after={"name": after or template.name},
    )
