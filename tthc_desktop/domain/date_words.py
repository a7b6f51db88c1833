"""Dates in the words of a document."""

from __future__ import annotations

from datetime import date

# Months that are written with a leading nought: NĐ 30/2020, Phụ lục I, mục II.4.
PADDED_MONTHS = (1, 2)


def month_digits(month: int) -> str:
    """Return "02" for February and "6" for June."""
    return f"{month:02}" if month in PADDED_MONTHS else str(month)


def long_date(day: date) -> str:
    """Return "05 tháng 02 năm 2026"."""
    return f"{day.day:02} tháng {month_digits(day.month)} năm {day.year}"


def short_date(day: date) -> str:
    """Return "08/6/2010", padded as in `long_date`."""
    return f"{day.day:02}/{month_digits(day.month)}/{day.year}"
