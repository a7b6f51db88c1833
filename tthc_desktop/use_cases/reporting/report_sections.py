"""A report's text by the sections of its outline, as a screen shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.numbering import roman
from tthc_desktop.domain.reporting.outline import Outline
from tthc_desktop.domain.reporting.printed import PrintedReport
from tthc_desktop.domain.reporting.sentences import Sentence
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_data import outline
from tthc_desktop.use_cases.reporting.report_text import sentences_of
from tthc_desktop.use_cases.reporting.reports import found_report


@dataclass(frozen=True, slots=True)
class TextSection:
    """A section by its key ("I.6") with its printed number ("6.") and its sentences.

    One that only heads others (`is_heading`) takes no sentences.
    """

    key: str
    number: str
    heading: str
    level: int
    is_heading: bool
    sentences: tuple[Sentence, ...] = ()


def text_by_section(
    units: UnitsOfWork, report_id: str, *, today: date
) -> tuple[TextSection, ...]:  # fmt: skip
    """Return the text of a report; of a sent one what was sent. Refused for an unknown one."""
    with units.reading() as work:
        report = found_report(work, report_id)
        kind_outline = outline(report.kind)
        if report.printed is not None:
            return tuple(_sections(kind_outline, tuple(_printed(kind_outline, report.printed))))
        return tuple(_sections(kind_outline, sentences_of(work, report, today)))


def _printed(kind_outline: Outline, printed: PrintedReport) -> Iterator[Sentence]:
    """Yield what was sent as sentences of their sections, told by their headings."""
    keys = {one.heading: one.key for one in kind_outline.sections}
    for section in printed.sections:
        key = keys.get(section.heading, "")
        for place, text in enumerate(section.paragraphs):
            yield Sentence(f"{key}.{place}", key, text)


def _sections(kind_outline: Outline, sentences: tuple[Sentence, ...]) -> Iterator[TextSection]:
    counts = [0, 0]
    headed = {one.key.rpartition(".")[0] for one in kind_outline.sections}
    for one in kind_outline.sections:
        own = tuple(each for each in sentences if each.section == one.key)
        if one.level == 1:
            counts = [counts[0] + 1, 0]
            number = f"{roman(counts[0])}."
        else:
            counts[1] += 1
            number = f"{counts[1]}."
        yield TextSection(one.key, number, one.heading, one.level, one.key in headed, own)
