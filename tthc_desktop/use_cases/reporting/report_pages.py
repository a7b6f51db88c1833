"""A report as it is printed now, or as it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tthc_desktop.domain.agency_names import spelled_in
from tthc_desktop.domain.office import Office
from tthc_desktop.domain.office_names import symbol_of
from tthc_desktop.domain.plan import PartialDate, Signature
from tthc_desktop.domain.reporting.drafting import draft
from tthc_desktop.domain.reporting.facts import PeriodFacts
from tthc_desktop.domain.reporting.outline import Outline
from tthc_desktop.domain.reporting.printed import PrintedReport, PrintedSection
from tthc_desktop.domain.reporting.report import Report, Sending
from tthc_desktop.domain.reporting.sentences import Sentence, joined
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.use_cases.reporting.report_annexes import picture_annex, table_annexes
from tthc_desktop.use_cases.reporting.report_data import outline
from tthc_desktop.use_cases.reporting.report_facts import period_facts
from tthc_desktop.use_cases.reporting.report_pictures import report_pictures

_RECIPIENTS = ("Như trên", "Lãnh đạo Sở", "Các phòng, đơn vị thuộc Sở")
_ARCHIVE = "VT, VP"
_PLANS_READ = 4  # enough to see how the office spells names in a sentence


def printed_report(
    work: UnitOfWork, report: Report, today: date, sending: Sending | None = None
) -> PrintedReport:
    """Return what stands on the pages: of a sent report what was sent, else from records now.

    *sending* gives the number and the day of a report that is about to be sent.
    """
    if report.printed is not None:
        return report.printed
    kind_outline = outline(report.kind)
    facts = period_facts(work, report, today)
    sentences = joined(draft(kind_outline, facts), report.edited)
    office = work.office.office()
    words = _blanks(work, office, facts)
    annexes = tuple(table_annexes(facts, words))
    pictures = report_pictures(work, report, today)
    signed = sending.signed_on if sending else None
    return PrintedReport(
        parent_agency=office.printed_parent_agency,
        agency=office.printed_agency,
        number=sending.number if sending else None,
        symbol=f"BC-{office.agency_symbol or symbol_of(office.agency)}",
        place=office.place,
        date=PartialDate(signed.day if signed else None, (signed or today).month,
                         (signed or today).year),
        title=_filled(kind_outline.title, words),
        addressees=(words["nơi nhận"],),
        opening=(_filled(kind_outline.opening, words),),
        sections=tuple(_sections(kind_outline, sentences)),
        closing=_filled(kind_outline.closing, words),
        recipients=_RECIPIENTS,
        archive=_ARCHIVE,
        signature=_signature(office),
        annexes=annexes,
        picture_annex=picture_annex(pictures, len(annexes) + 1, words),
    )  # fmt: skip


def _blanks(work: UnitOfWork, office: Office, facts: PeriodFacts) -> dict[str, str]:
    plans = [work.plans.get(one.id) for one in work.plans.summaries()[:_PLANS_READ]]
    texts = [block.text for plan in plans for block in plan.blocks]
    texts += [name for plan in plans for name in plan.recipients]
    agency = spelled_in(office.agency, texts) or "Sở"
    parent = spelled_in(office.parent_agency, texts)
    if parent.isupper() or parent.startswith("Ubnd"):
        parent = f"UBND tỉnh {office.place}".strip()
    return {
        "kỳ": facts.period_words,
        "cơ quan": agency,
        "nơi nhận": f"Văn phòng {parent or 'UBND tỉnh'}",
        "từ": f"{facts.window.start:%d/%m/%Y}",
        "đến": f"{facts.window.end:%d/%m/%Y}",
    }


def _filled(text: str, words: dict[str, str]) -> str:
    for name, value in words.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _sections(
    kind_outline: Outline, sentences: tuple[Sentence, ...]
) -> Iterator[PrintedSection]:  # fmt: skip
    for section in kind_outline.sections:
        own = [one.text for one in sentences if one.section == section.key and one.text]
        paragraphs = tuple(line for text in own for line in text.split("\n") if line)
        yield PrintedSection(section.heading, section.level, paragraphs)


def _signature(office: Office) -> Signature:
    lines = [*office.signing_authority.split(" / "), office.signing_position]
    printed = tuple(line.strip().upper() for line in lines if line.strip())
    return Signature(printed or ("GIÁM ĐỐC",), office.signer)
