"""Moving the words of a plan to another year; what is cited stays as it was issued."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tthc_desktop.domain.citation_spans import citation_spans, is_cited
from tthc_desktop.domain.text_changes import TextChange, changed_text
from tthc_desktop.domain.timing import (
    Clause,
    DateClause,
    PeriodClause,
    RelativeClause,
    Schedule,
    WordsClause,
)

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# What makes four figures a year: "năm 2026", "25/01/2026", "25-01-2026", "Quý I-2026".
_YEAR_LEAD = re.compile(
    r"(?:\b(?:năm|kế hoạch)\s+|/\s*|\b\d{1,2}[.-]\d{1,2}[.-]"
    r"|\b(?:quý|tháng)\s+(?:[IVX]+|\d{1,2})\s*[-.,]?\s*)$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d{4}\s*[-–]\s*\d{4}")
_DOCUMENT_NUMBER = re.compile(r"\s*/\s*\w")
_LEAP_DAY = re.compile(
    r"\b(?P<day>29)(?:\s*[/.-]\s*|\s+tháng\s+)0?2"
    r"(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4})\b"
)
_LOOK_BACK = 30  # letters before a year; more would cost time on a long line
YearWords = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class FoundYear:
    """A year in a text that is no part of a citation; `words` as they stand around it."""

    start: int
    end: int
    year: int
    words: str
    moves: bool


def found_years(text: str, year: int, *, timing: bool = False) -> Iterator[FoundYear]:
    """Yield the years next to the plan's own that *text* names outside citations.

    The plan's own moves, in a timing the following one too; years that stand in a range
    ("2025 - 2026") or have nothing beside them that makes them years do not.
    """
    spans = citation_spans(text)
    ranges = [(one.start(), one.end()) for one in _RANGE.finditer(text)]
    for match in _YEAR.finditer(text):
        value = int(match[0])
        if abs(value - year) > 1 or is_cited(spans, match.start()):
            continue
        if _DOCUMENT_NUMBER.match(text, match.end()):
            continue
        around = next((one for one in ranges if one[0] <= match.start() < one[1]), None)
        if around:
            words = text[around[0] : around[1]]
            yield FoundYear(match.start(), match.end(), value, words, moves=False)
            continue
        look = max(0, match.start() - _LOOK_BACK)
        lead = _YEAR_LEAD.search(text[look : match.start()])
        start = look + lead.start() if lead else match.start()
        moves = (value == year and bool(lead or timing)) or (value == year + 1 and timing)
        if lead or value == year:
            words = text[start : match.end()]
            yield FoundYear(match.start(), match.end(), value, words, moves=moves)


def year_changes(
    text: str, year: int, words: YearWords, *, timing: bool = False
) -> tuple[TextChange, ...]:
    """Return the changes that put *words* in the place of every year that moves."""
    return tuple(
        TextChange(one.start, one.end, words(one.year))
        for one in found_years(text, year, timing=timing)
        if one.moves
    )


def existing_days(text: str) -> str:
    """Return *text* with the last of February for every 29/02 of a year that has none."""
    return changed_text(text, (_last_day(one) for one in _missing_leap_days(text)))


def _missing_leap_days(text: str) -> tuple[re.Match[str], ...]:
    spans = citation_spans(text)
    return tuple(
        one
        for one in _LEAP_DAY.finditer(text)
        if not isleap(int(one["year"])) and not is_cited(spans, one.start())
    )


def _last_day(missing: re.Match[str]) -> TextChange:
    return TextChange(missing.start("day"), missing.end("day"), "28")


@dataclass(frozen=True, slots=True)
class YearShift:
    """From a plan's year to another."""

    year: int
    to: int

    def words(self, year: int) -> str:
        """Return the year that *year* becomes."""
        return str(year + self.to - self.year)

    def text_changes(self, text: str, *, timing: bool = False) -> tuple[TextChange, ...]:
        """Return the changes of a text; a day that the new year lacks becomes the last there is."""
        years = year_changes(text, self.year, self.words, timing=timing)
        return (*years, *(_last_day(one) for one in self._missing(text, years)))

    def missing_days(self, text: str, *, timing: bool = False) -> tuple[str, ...]:
        """Return the days of *text* that the new year lacks ("29/02/2029")."""
        years = year_changes(text, self.year, self.words, timing=timing)
        return tuple(one[0] for one in self._missing(text, years))

    @staticmethod
    def _missing(text: str, years: tuple[TextChange, ...]) -> Iterator[re.Match[str]]:
        # Years have four figures before and after, so that no place in the text moves.
        moved = {one.start for one in years}
        for one in _missing_leap_days(changed_text(text, years)):
            if one.start("year") in moved:
                yield one

    def text(self, text: str, *, timing: bool = False) -> str:
        """Return *text* in the new year."""
        return changed_text(text, self.text_changes(text, timing=timing))

    def schedule(self, schedule: Schedule) -> Schedule:
        """Return what the moved words mean: the same clauses, in the new year."""
        return replace(schedule, clauses=tuple(self._clause(one) for one in schedule.clauses))

    def _clause(self, clause: Clause) -> Clause:
        if isinstance(clause, DateClause):
            return replace(clause, day=self._day(clause.day))
        if isinstance(clause, PeriodClause):
            if clause.kind == "range" or clause.start.year != clause.end.year:
                return clause
            end = _last_of_month(self._day(clause.end), clause.end)
            return replace(clause, start=self._day(clause.start), end=end)
        if isinstance(clause, WordsClause):
            return replace(clause, text=self.text(clause.text, timing=True))
        if isinstance(clause, RelativeClause):
            return replace(clause, start=self.text(clause.start, timing=True))
        return clause

    def _day(self, day: date) -> date:
        year = day.year + self.to - self.year
        return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _last_of_month(day: date, before: date) -> date:
    """Return the last of *day*'s month where *before* was the last of its own."""
    if before.day == monthrange(before.year, before.month)[1]:
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day
