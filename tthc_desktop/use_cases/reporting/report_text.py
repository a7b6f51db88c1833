"""The text of a report: drafted anew at every look, what the person wrote kept as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.reporting.drafting import draft
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.domain.reporting.sentences import (
    ADDED,
    Drafted,
    Edited,
    Sentence,
    joined,
)
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.reporting.report_data import outline
from tthc_desktop.use_cases.reporting.report_facts import period_facts
from tthc_desktop.use_cases.reporting.reports import change_report, found_report
from tthc_desktop.vietnamese_text import clean_text


def report_text(units: UnitsOfWork, report_id: str, *, today: date) -> tuple[Sentence, ...]:
    """Return the sentences of a report; `offered` says where figures moved under an edited one."""
    with units.reading() as work:
        return sentences_of(work, found_report(work, report_id), today)


def sentences_of(work: UnitOfWork, report: Report, today: date) -> tuple[Sentence, ...]:
    """Return the sentences of a report inside an open unit of work."""
    return joined(drafted_of(work, report, today), report.edited)


def edit_sentence(
    units: UnitsOfWork, report_id: str, key: str, text: str, *, today: date
) -> Report:  # fmt: skip
    """Make a sentence the person's: it stays as written when figures change.

    Empty text takes it out of the report. Raises Refused for a frozen report and a key that
    the report does not have.
    """
    with units.reading() as work:
        report = found_report(work, report_id)
        now = {one.key: one for one in drafted_of(work, report, today)}
    own = {one.key: one for one in report.edited}
    drafted, mine = now.get(key), own.get(key)
    if drafted is None and mine is None:
        raise Refused("Báo cáo không còn câu này. Hãy mở lại báo cáo. Chưa thay đổi gì.")
    said = clean_text(text)
    edited = (
        Edited(key, drafted.section, said, drafted.text, drafted.figures)
        if drafted
        else replace(own[key], text=said)
    )
    return _with_edited(units, report_id, edited, "Sửa một câu của báo cáo")


def add_sentence(units: UnitsOfWork, report_id: str, section: str, text: str) -> Report:
    """Add a paragraph of the person's own to a section; Refused for an unknown section."""

    def change(report: Report) -> Report:
        if section not in [one.key for one in outline(report.kind).sections]:
            raise Refused(f"Báo cáo không có mục “{section}”. Chưa thay đổi gì.")
        added = Edited(f"{ADDED}{new_id()}", section, clean_text(text))
        return replace(report, edited=(*report.edited, added))

    return change_report(units, report_id, "Thêm một đoạn vào báo cáo", change)


def take_offered(units: UnitsOfWork, report_id: str, key: str) -> Report:
    """Give a sentence back to the program: it is drafted from the figures again."""

    def change(report: Report) -> Report:
        return replace(report, edited=tuple(one for one in report.edited if one.key != key))

    return change_report(units, report_id, "Lấy lại câu chương trình soạn", change)


def _with_edited(units: UnitsOfWork, report_id: str, edited: Edited, words: str) -> Report:
    def change(report: Report) -> Report:
        others = [one for one in report.edited if one.key != edited.key]
        return replace(report, edited=(*others, edited))

    return change_report(units, report_id, words, change)


def drafted_of(work: UnitOfWork, report: Report, today: date) -> tuple[Drafted, ...]:
    """Return what the program would write now, inside an open unit of work."""
    return draft(outline(report.kind), period_facts(work, report, today))
