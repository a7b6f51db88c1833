"""The head of page 1: agencies beside Quốc hiệu, number beside place and date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Flow, Paragraph, Role, Rule, SideBySide
from tthc_desktop.document.line_breaking import balanced_lines
from tthc_desktop.document.text_width import Measure, measure_of
from tthc_desktop.domain.date_words import month_digits
from tthc_desktop.domain.plan import PartialDate
from tthc_desktop.domain.text_run import plain_runs


@dataclass(frozen=True, slots=True)
class Head:
    """What a letterhead says; None and "" are blanks of a draft."""

    parent_agency: str
    agency: str
    number: str | None
    symbol: str
    place: str
    date: PartialDate


def lay_out_letterhead(head: Head) -> tuple[SideBySide, bool]:
    """Return the letterhead and whether it is in the profile 13/14/14 (else 12/13/13)."""
    large = not _fits(head, large=False) or _fits(head, large=True)
    widths = _column_widths(large=large)
    names = (tuple(_agencies(head, widths[0], large=large)), _motto(large=large))
    below = (
        (_plain(Role.DOCUMENT_NUMBER, number_line(head.number, head.symbol)),),
        (_plain(Role.PLACE_DATE, date_line(head.place, head.date)),),
    )
    return SideBySide(widths, (names, below)), large


def number_line(number: str | None, symbol: str) -> str:
    """Return "Số: 05/KH-…", with room for the number while there is none."""
    padded = number.zfill(2) if number and number.isdigit() else number
    return f"{nd30.NUMBER_LABEL}{padded or nd30.NUMBER_BLANK}/{symbol}"


def date_line(place: str, date: PartialDate) -> str:
    """Return "Thái Nguyên, ngày 05 tháng 02 năm 2026", with room for what is not known yet."""
    day = nd30.DAY_BLANK if date.day is None else f"{date.day:02}"
    month = nd30.DAY_BLANK if date.month is None else month_digits(date.month)
    year = nd30.DAY_BLANK if date.year is None else str(date.year)
    start = f"{place}, ngày" if place else "ngày"
    return f"{start} {day} tháng {month} năm {year}"


def rule_under(lines: tuple[str, ...], measure: Measure) -> Rule:
    """Return the short rule under words that are set in *lines*."""
    return Rule(nd30.RULE.short_ratio * measure(lines[-1]))


def role_measure(role: Role, *, large: bool = True) -> Measure:
    """Return a function that measures texts in the look of *role*."""
    look = nd30.style(role, large=large)
    return measure_of(look.size_pt, bold=look.bold, italic=look.italic)


def _fits(head: Head, *, large: bool) -> bool:
    left = _column_widths(large=large)[0]
    return all(
        role_measure(role, large=large)(name) <= left - room for role, name, room in _names(head)
    )


def _names(head: Head) -> tuple[tuple[Role, str, float], ...]:
    """Return the names in the left column, each with the room it leaves free."""
    beside = nd30.LETTERHEAD.first_line_room_mm
    if not head.parent_agency:
        return ((Role.AGENCY, head.agency, beside),)
    return (
        (Role.PARENT_AGENCY, head.parent_agency, beside),
        (Role.AGENCY, head.agency, nd30.LETTERHEAD.room_mm),
    )


def _agencies(head: Head, left_mm: float, *, large: bool) -> Iterator[Flow]:
    for role, name, room in _names(head):
        measure = role_measure(role, large=large)
        lines = balanced_lines(name, left_mm - room, measure)
        if lines:
            yield _plain(role, "\n".join(lines))
        if lines and role is Role.AGENCY:
            yield rule_under(lines, measure)


def _motto(*, large: bool) -> tuple[Flow, Flow, Flow]:
    motto = role_measure(Role.NATIONAL_MOTTO, large=large)(nd30.TIEU_NGU)
    return (
        _plain(Role.NATIONAL_NAME, nd30.QUOC_HIEU),
        _plain(Role.NATIONAL_MOTTO, nd30.TIEU_NGU),
        Rule(nd30.RULE.motto_ratio * motto),
    )


def _column_widths(*, large: bool) -> tuple[float, float]:
    widths = nd30.LETTERHEAD
    right = widths.right_large_mm if large else widths.right_small_mm
    return nd30.PORTRAIT.text_width_mm - right, right


def _plain(role: Role, text: str) -> Paragraph:
    return Paragraph(role, plain_runs(text))
