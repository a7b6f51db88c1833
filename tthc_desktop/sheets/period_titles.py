"""Words of a period where it stands alone: in a title, in the name of a file."""

from __future__ import annotations

from tthc_desktop.domain.periods import Period, period_words

_HALVES = {"H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm"}


def period_title(period: Period) -> str:
    """Return the period with its year and days: Quý II năm 2026 (01/04/2026 - 30/06/2026)."""
    if ".." in period.key:
        return f"Từ ngày {_day(period, first=True)} đến ngày {_day(period, first=False)}"
    return f"{_with_year(period.key)} ({_day(period, first=True)} - {_day(period, first=False)})"


def period_in_file_name(period: Period) -> str:
    """Return the period for a file name: quý II-2026, tháng 5-2026, năm 2026."""
    year, _, part = period.key.partition("-")
    if ".." in period.key:
        return f"{period.start:%d.%m.%Y}-{period.end:%d.%m.%Y}"
    if part.startswith(("Q", "W")) or part.isdigit():
        words = period_words(period.key)
        return f"{words[0].lower()}{words[1:]}-{year}"
    words = _with_year(period.key)
    return f"{words[0].lower()}{words[1:]}"


def _with_year(key: str) -> str:
    year, _, part = key.partition("-")
    if not part:
        return f"Năm {year}"
    if part in _HALVES:
        return f"{_HALVES[part]} {year}"
    return f"{period_words(key)} năm {year}"


def _day(period: Period, *, first: bool) -> str:
    return f"{period.start if first else period.end:%d/%m/%Y}"
