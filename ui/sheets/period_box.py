"""The box in which the period of a sheet is chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox

from tthc_desktop.domain.periods import period_words, periods_of_year
from tthc_desktop.domain.timing import Frequency
from ui.details.entry_fields import field_height
from ui.kit.text_fields import name_choices

WHOLE_YEAR = ""
_ORDER: tuple[Frequency, ...] = ("quarter", "half", "nine_months", "month")
_CLOSING_DAY = 14


class PeriodBox(QComboBox):
    """Quarters first: they are what is asked for most; the whole year last."""

    def __init__(self, year: int, key: str) -> None:
        """Offer the periods of *year*, *key* chosen."""
        super().__init__()
        name_choices(self, "Kỳ")
        self.setMinimumHeight(field_height())
        self._year = year
        for frequency in _ORDER:
            for one in periods_of_year(frequency, year):
                self.addItem(period_name(one.key, year), one.key)
        self.addItem(period_name(WHOLE_YEAR, year), WHOLE_YEAR)
        self.setMaxVisibleItems(self.count())
        self.setCurrentIndex(max(0, self.findData(key)))

    @property
    def key(self) -> str:
        """The chosen period's key, "" for the whole year."""
        return str(self.currentData())

    @property
    def words(self) -> str:
        """The chosen period as it stands within a sentence: "quý II/2026"."""
        return period_in_sentence(self.key, self._year)


def period_name(key: str, year: int) -> str:
    """Return a period with its year: "Quý II/2026", "Cả năm 2026"."""
    if key in (WHOLE_YEAR, str(year)):
        return f"Cả năm {year}"
    words = period_words(key)
    return words if ".." in key or "-W" in key else f"{words}/{year}"


def period_in_sentence(key: str, year: int) -> str:
    """Return a period within a sentence: "quý II/2026"."""
    words = period_name(key, year)
    return f"{words[:1].lower()}{words[1:]}"


def usual_period(year: int, today: date) -> str:
    """Return the quarter whose sheets go out or come back these days, in a plan of *year*.

    Until a month after its closing day a quarter is still being collected.
    """
    quarters = tuple(periods_of_year("quarter", year))
    if today.year < year:
        return quarters[0].key
    for one in quarters:
        if today <= date(one.end.year, one.end.month, one.end.day) or _is_collected(one.end, today):
            return one.key
    return quarters[-1].key


def _is_collected(end: date, today: date) -> bool:
    """Whether the month after a quarter's closing day has not passed yet."""
    closing = end.replace(day=_CLOSING_DAY)
    return 0 <= (today - closing).days <= (end - closing).days + _CLOSING_DAY
