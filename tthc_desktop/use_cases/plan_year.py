"""The year of a plan that is about to be made."""

from __future__ import annotations

from tthc_desktop.errors import Refused

_FIRST_YEAR, _LAST_YEAR = 2000, 2200


def checked_year(year: int) -> int:
    """Return *year*; Refused where no plan can be of it."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        message = f"Năm {year} nằm ngoài {_FIRST_YEAR}–{_LAST_YEAR}. Chưa tạo gì."
        raise Refused(message)
    return year
