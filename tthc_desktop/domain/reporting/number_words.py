"""Figures as a report prints them: 1.234, 97,5%, tăng 12."""

from __future__ import annotations

from tthc_desktop.domain.reporting.entry_fields import number_words

NOTHING = "–"  # a share of nothing


def share_words(part: float, whole: float) -> str:
    """Return part ÷ whole in percent with one decimal, "–" where the whole is 0."""
    return percent_words(part / whole * 100) if whole else NOTHING


def percent_words(percent: float | None) -> str:
    """Return a percent with at most one decimal."""
    if percent is None:
        return NOTHING
    return number_words(round(percent + 1e-9, 1)) + "%"


def change_words(now: int, then: int) -> str:
    """Return how a figure moved: "tăng 12 (tăng 10,5%)", "giảm 3", "không thay đổi"."""
    if now == then:
        return "không thay đổi"
    word = "tăng" if now > then else "giảm"
    moved = f"{word} {number_words(abs(now - then))}"
    return f"{moved} ({share_words(abs(now - then), then)})" if then else moved
