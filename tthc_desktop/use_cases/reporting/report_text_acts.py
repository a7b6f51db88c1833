"""Acts on a report's text as the window asks for them: words for undo, and what is done.

An act is made where the sentence is known and done where the file is; each is one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.domain.reporting.sentences import Drafted, Edited, Sentence
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_text import (
    add_sentence,
    drafted_of,
    edit_sentence,
    report_text,
    take_offered,
)
from tthc_desktop.use_cases.reporting.reports import change_report, found_report

_Doing = Callable[[UnitsOfWork, str, date], Report]


@dataclass(frozen=True, slots=True)
class ReportTextAct:
    """`words` name it in the menu; `do(units, report_id, today)` writes it, Refused if frozen."""

    words: str
    do: _Doing


def writing(key: str, text: str) -> ReportTextAct:
    """Make a sentence the person's; empty text takes it out."""
    words = "Sửa một câu của báo cáo" if text.strip() else "Bỏ một câu của báo cáo"
    return ReportTextAct(words, partial(_write, key, text))


def adding(section: str, text: str) -> ReportTextAct:
    """Add a paragraph of the person's own to a section."""
    return ReportTextAct(
        "Thêm một đoạn vào báo cáo",
        lambda units, report_id, _today: add_sentence(units, report_id, section, text),
    )


def giving_back(key: str) -> ReportTextAct:
    """Let the program draft a sentence again; one the person added is taken out."""
    return ReportTextAct(
        "Lấy lại câu chương trình soạn",
        lambda units, report_id, _today: take_offered(units, report_id, key),
    )


def keeping(key: str) -> ReportTextAct:
    """Keep the person's words though figures moved; nothing is offered until they move again."""
    return ReportTextAct("Giữ câu đã sửa", partial(_keep, key))


def updating(keys: Iterable[str]) -> ReportTextAct:
    """Bring sentences up to the figures of now, all of them in one act."""
    wanted = tuple(keys)
    return ReportTextAct("Cập nhật lời văn theo số liệu", partial(_update, wanted))


def _write(key: str, text: str, units: UnitsOfWork, report_id: str, today: date) -> Report:
    return edit_sentence(units, report_id, key, text, today=today)


def _keep(key: str, units: UnitsOfWork, report_id: str, today: date) -> Report:
    def kept(edited: Edited, _sentence: Sentence, now: Drafted | None) -> Edited:
        # The figures stay those that stand in the words: what moves later is told from them.
        return replace(edited, drafted=now.text if now else "")

    return _change(units, report_id, today, "Giữ câu đã sửa", (key,), kept)


def _update(keys: tuple[str, ...], units: UnitsOfWork, report_id: str, today: date) -> Report:
    def updated(edited: Edited, sentence: Sentence, now: Drafted | None) -> Edited | None:
        if now is None or sentence.updated is None:
            return None
        return Edited(edited.key, now.section, sentence.updated, now.text, now.figures)

    return _change(units, report_id, today, "Cập nhật lời văn theo số liệu", keys, updated)


def _change(
    units: UnitsOfWork,
    report_id: str,
    today: date,
    words: str,
    keys: tuple[str, ...],
    written: Callable[[Edited, Sentence, Drafted | None], Edited | None],
) -> Report:
    """Write sentences anew beside the figures of now; None gives one back to the program."""
    sentences = {one.key: one for one in report_text(units, report_id, today=today)}
    with units.reading() as work:
        now = {one.key: one for one in drafted_of(work, found_report(work, report_id), today)}

    def again(one: Edited) -> Edited | None:
        if one.key not in keys or one.key not in sentences:
            return one
        return written(one, sentences[one.key], now.get(one.key))

    def change(report: Report) -> Report:
        changed = (again(one) for one in report.edited)
        return replace(report, edited=tuple(one for one in changed if one is not None))

    return change_report(units, report_id, words, change)
