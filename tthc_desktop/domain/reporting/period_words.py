"""A period inside a sentence: quý II năm 2026, 6 tháng đầu năm 2026."""

from __future__ import annotations

from tthc_desktop.domain.numbering import roman
from tthc_desktop.domain.periods import parse_period

_FIXED = {"H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm", "9M": "9 tháng năm", "": "năm"}


def period_in_sentence(period: str) -> str:
    """Return the words of a period key; the key itself where it is none."""
    found = parse_period(period)
    if found is None:
        return period
    if ".." in period:
        return f"từ ngày {found.start:%d/%m/%Y} đến ngày {found.end:%d/%m/%Y}"
    year, _, part = period.partition("-")
    if part in _FIXED:
        return f"{_FIXED[part]} {year}"
    if part.startswith("Q"):
        return f"quý {roman(int(part[1:]))} năm {year}"
    if part.startswith("W"):
        return f"tuần {int(part[1:])} năm {year}"
    return f"tháng {int(part)} năm {year}"
