"""Names of the files that go to the units: the recipient knows what it is by the name."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from tthc_desktop.domain.periods import Period, parse_period
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.sheets.period_titles import period_in_file_name

_SUFFIX = ".xlsx"
_LONGEST = 150
# Linux counts bytes (255) and a Vietnamese letter has up to three; some are left to spare.
_MOST_BYTES = 240
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')


def sheet_file_name(progress: PlanProgress, unit_name: str | None, period: Period | None) -> str:
    """Return "Tiến độ quý II-2026 - Phòng ….xlsx", legal on Windows, NFC.

    At most 150 characters. Names of different units stay different: where letters had to
    be replaced or cut, or two units differ only in case, a mark made from the name follows.
    """
    start = f"{_subject(progress)} {_period_words(progress, period)}"
    if unit_name is None:
        return start + _SUFFIX
    name = unicodedata.normalize("NFC", unit_name)
    safe = _safe(name)
    mark = "" if safe == name and not _has_twin(progress, name) else f" ({_mark(name)})"
    kept = _cut(safe, start, mark)
    if kept != safe and not mark:
        mark = f" ({_mark(name)})"
        kept = _cut(safe, start, mark)
    return f"{start} - {kept}{mark}{_SUFFIX}"


def _subject(progress: PlanProgress) -> str:
    """Sheets of the year's two plans lie in one folder: the second one says that it is it."""
    if progress.plan.kind is PlanKind.COMMUNICATION:
        return "Tiến độ truyền thông"
    return "Tiến độ"


def _period_words(progress: PlanProgress, period: Period | None) -> str:
    shown = period or parse_period(str(progress.plan.year))
    return f"năm {progress.plan.year}" if shown is None else period_in_file_name(shown)


def _safe(name: str) -> str:
    return " ".join(_FORBIDDEN.sub("-", name).split()).strip(". ")


def _has_twin(progress: PlanProgress, name: str) -> bool:
    """Whether another unit's file would get the same name where case does not count."""
    others = {unicodedata.normalize("NFC", one.name) for one in progress.directory.respondents}
    folded = _safe(name).casefold()
    return any(_safe(one).casefold() == folded for one in others - {name})


def _mark(name: str) -> str:
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _cut(name: str, start: str, mark: str) -> str:
    """Return as much of the name as fits into the file name."""
    rest = f"{start} - {mark}{_SUFFIX}"
    name = name[: _LONGEST - len(rest)]
    while len((rest + name).encode("utf-8", "surrogatepass")) > _MOST_BYTES:
        name = name[:-1]
    return name.rstrip(" .")
