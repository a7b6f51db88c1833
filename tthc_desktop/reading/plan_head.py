"""The letterhead of a plan: agencies, number and symbol, place, date; kind and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.plan import PartialDate, PlanKind
from tthc_desktop.domain.text_run import Run, runs_text
from tthc_desktop.reading.findings import Findings
from tthc_desktop.reading.source import (
    SourceCell,
    SourceItem,
    SourceParagraph,
    cut_runs,
    has_letters,
    paragraph,
)
from tthc_desktop.reading.wording import MOTTO, NATIONAL_NAME
from tthc_desktop.vietnamese_text import fold

WHERE = "header"
_BLANK = r"[\d\s.…_]"
_NUMBER = re.compile(
    rf"\bSố\s*[:.]?\s*(?P<number>{_BLANK}*[a-zđ]?)\s*/\s*"
    r"(?P<symbol>[^\W\d_]+(?:\s*[-–]\s*[^\W_][\w&]*)*)",
    re.IGNORECASE,
)
_PLACE = r"^(?P<place>[^,\d()]*?)\s*,?\s*\bngày"
# Written out, or in figures: "ngày    /01/2026".
_PLACE_DATES = tuple(
    re.compile(_PLACE + rest, re.IGNORECASE)
    for rest in (
        rf"(?P<day>{_BLANK}*)tháng(?P<month>{_BLANK}*)năm(?P<year>{_BLANK}*)",
        rf"(?P<day>{_BLANK}*)[/-](?P<month>{_BLANK}*)[/-](?P<year>\s*\d{{4}}\s*)$",
    )
)
# A gap inside "Số:     /KH-…" or "ngày     tháng" is room to write, no column.
_OPEN = re.compile(r"\bSố\s*[:.]?\s*[\d.…_]*$|\bngày\b(?!.*\bnăm\b)|\bnăm$", re.IGNORECASE)
_OPEN_NUMBER = re.compile(r"^Số\s*[:.]?\s*[\d.…_]*[a-zđ]?\s*$", re.IGNORECASE)
_AGENCY = re.compile(
    r"^(?:so|ban|bo|cuc|chi cuc|tong cuc|ubnd|uy ban|hdnd|hoi dong|van phong|truong|trung tam"
    r"|phong|vien|bao|dai|cong an|thanh tra|kho bac|chi nhanh)\b"
)
_MARKS = re.compile(r"^\W*(?:du thao|mat|toi mat|tuyet mat|khan|thuong khan|hoa toc)\b")
# The patterns above look at every beginning of a line: a long one is no letterhead.
_LONGEST_LINE = 400
_YEAR = re.compile(r"\bnam (\d{4})\b")
_LAST_DAY, _LAST_MONTH, _YEAR_FIGURES = 31, 12, 4


@dataclass(frozen=True, slots=True)
class Head:
    """What the letterhead says; empty where it says nothing."""

    parent_agency: str = ""
    agency: str = ""
    number: str | None = None
    symbol: str = ""
    place: str = ""
    date: PartialDate = PartialDate()


@dataclass
class _Reading:
    findings: Findings
    agencies: list[SourceParagraph]
    number: str | None = None
    symbol: str = ""
    place: str = ""
    date: PartialDate = PartialDate()


def read_head(items: Iterable[SourceItem], findings: Findings) -> Head:
    """Return the letterhead; a line that is none of its parts is left."""
    reading = _Reading(findings, [])
    for line in _lines(items, findings):
        if len(line.text) > _LONGEST_LINE:
            findings.leave(line.text)
            continue
        rest = _take_place_date(reading, _take_number(reading, line.text))
        if rest == line.text:
            _take_line(reading, line)
        elif has_letters(rest):
            findings.leave(rest)
    parent, agency = _agencies(reading.agencies)
    return Head(parent, agency, reading.number, reading.symbol, reading.place, reading.date)


def _lines(items: Iterable[SourceItem], findings: Findings) -> Iterator[SourceParagraph]:
    """Yield the lines of the letterhead, Quốc hiệu and Tiêu ngữ taken out of them."""
    for item in items:
        for whole in _paragraphs(item):
            raw = whole.raw
            for known in (NATIONAL_NAME, MOTTO):
                raw = _without(raw, known, findings)
            for line in cut_runs(raw, "\n"):
                yield from (one for one in _columns(line) if has_letters(one.text))


def _columns(line: tuple[Run, ...]) -> Iterator[SourceParagraph]:
    """Yield the columns of a line, those joined that a blank to fill in has parted."""
    held: tuple[Run, ...] = ()
    for raw in cut_runs(line, "\t"):
        text = runs_text(held).rstrip()
        if held and not (len(text) <= _LONGEST_LINE and _OPEN.search(text)):
            yield paragraph(held)
            held = ()
        held = (*held, Run(" "), *raw) if held else raw
    if held:
        yield paragraph(held)


def _paragraphs(item: SourceItem) -> Iterator[SourceParagraph]:
    if isinstance(item, SourceParagraph):
        yield item
    else:
        for row in item.rows:
            yield from _row_paragraphs(row)


def _row_paragraphs(row: tuple[SourceCell, ...]) -> Iterator[SourceParagraph]:
    """Yield the paragraphs of a row; "Số:" and "/KH-…" in cells beside each other are one."""
    held = [one for cell in row for one in cell.paragraphs]
    for place, one in enumerate(held):
        before = held[place - 1].text if place else ""
        if one.text.startswith("/") and _OPEN_NUMBER.search(before):
            continue
        following = held[place + 1] if place + 1 < len(held) else None
        goes_on = following is not None and following.text.startswith("/")
        if following is not None and goes_on and _OPEN_NUMBER.search(one.text):
            yield paragraph((*one.raw, *following.raw))
        else:
            yield one


def _without(raw: tuple[Run, ...], known: re.Pattern[str], findings: Findings) -> tuple[Run, ...]:
    match = known.search(runs_text(raw))
    if match is None:
        return raw
    findings.skip(match[0])
    return (*_part(raw, 0, match.start()), Run("\n"), *_part(raw, match.end(), None))


def _part(raw: tuple[Run, ...], start: int, end: int | None) -> Iterator[Run]:
    place = 0
    for run in raw:
        stop = len(run.text) if end is None else max(0, end - place)
        piece = run.text[max(0, start - place) : stop]
        place += len(run.text)
        if piece:
            yield Run(piece, run.bold, run.italic)


def _take_place_date(reading: _Reading, text: str) -> str:
    match = next(filter(None, (pattern.match(text) for pattern in _PLACE_DATES)), None)
    if match is None:
        return text
    reading.place = match["place"].strip()
    reading.date = PartialDate(
        _figure(reading, match["day"], _LAST_DAY),
        _figure(reading, match["month"], _LAST_MONTH),
        _year(match["year"]),
    )
    reading.findings.skip("ngày tháng năm", match["day"], match["month"], match["year"])
    return text[match.end() :].strip()


def _figure(reading: _Reading, text: str, most: int) -> int | None:
    figures = re.sub(r"\D", "", text)
    if not figures:
        return None
    if 0 < int(figures) <= most:
        return int(figures)
    reading.findings.warn(WHERE, f"Ngày tháng “{figures}” không có thật; đã để trống.")
    return None


def _year(text: str) -> int | None:
    figures = re.sub(r"\D", "", text)
    return int(figures) if len(figures) == _YEAR_FIGURES else None


def _take_number(reading: _Reading, text: str) -> str:
    match = _NUMBER.search(text)
    if match is None:
        return text
    reading.number = re.sub(r"[\s.…_]", "", match["number"]) or None
    reading.symbol = re.sub(r"\s*[-–]\s*", "-", match["symbol"])
    reading.findings.skip("Số", match["number"])
    return f"{text[: match.start()]} {text[match.end() :]}".strip(" -–")


def _take_line(reading: _Reading, line: SourceParagraph) -> None:
    folded = fold(line.text)
    if not _MARKS.match(folded) and (line.text.isupper() or _AGENCY.match(folded)):
        reading.agencies.append(line)
    else:
        reading.findings.leave(line.text)


def _agencies(lines: list[SourceParagraph]) -> tuple[str, str]:
    """Return the superior and the issuing agency: told by bold type, else by their words."""
    bold = [bool(line.bold) for line in lines]
    if any(bold) and not all(bold):
        start = bold.index(True)
    else:
        starts = [place for place, line in enumerate(lines) if _AGENCY.match(fold(line.text))]
        start = starts[-1] if len(starts) > 1 else 0
    return _joined(lines[:start]), _joined(lines[start:])


def _joined(lines: list[SourceParagraph]) -> str:
    return " ".join(line.text for line in lines)


def kind_of(title: str) -> PlanKind:
    """Return the kind that the words of the title tell (commands.md, `plan import`)."""
    folded = fold(title)
    if "truyen thong" in folded or "tuyen truyen" in folded:
        return PlanKind.COMMUNICATION
    return PlanKind.CONTROL if "kiem soat" in folded else PlanKind.OTHER


def year_of(title: str, day: PartialDate, today: date) -> int:
    """Return the last "năm YYYY" of the title, else the year of the date, else today's."""
    years = _YEAR.findall(fold(title))
    return int(years[-1]) if years else day.year or today.year
