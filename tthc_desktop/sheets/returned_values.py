"""What a person wrote into a cell, as a value of its field: never guessed, never evaluated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from tthc_desktop.domain.lenient_date import read_day
from tthc_desktop.domain.progress import STATE_WORDS, State
from tthc_desktop.domain.sheet_merge import Value
from tthc_desktop.vietnamese_text import clean_line, clean_text, fold

# A value as it stands in a worksheet, the cached one of a formula among them.
RawValue = str | float | bool | datetime | None

# Words for a state that mean nothing else, folded; all others are refused.
_SYNONYMS: dict[State, tuple[str, ...]] = {
    State.DONE: ("xong", "da xong", "da hoan thanh", "hoan tat", "da hoan tat"),
    State.IN_PROGRESS: ("dang lam", "dang trien khai"),
    State.NOT_STARTED: ("chua lam", "chua trien khai", "chua bat dau"),
    State.WAITING_DOCUMENT: ("cho van ban cap tren",),
    State.PAUSED: ("tam ngung",),
    State.NO_CASE: ("khong co phat sinh", "chua phat sinh"),
    State.CANCELLED: ("huy bo", "da huy"),
}
_STATES = {fold(words): state for state, words in STATE_WORDS.items()} | {
    word: state for state, words in _SYNONYMS.items() for word in words
}
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*(%?)")
_WHOLE = 100.0
_LEAST_WRITTEN_OUT = 10
_PLACES = 6
_YEARS_AROUND = 1
_CHOOSE = ", ".join(STATE_WORDS.values())


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A value, or the sentence that says what is wrong with what was written."""

    value: Value = None
    trouble: str = ""


def read_value(field: str, raw: RawValue, year: int) -> ReadValue:
    """Return what *raw* means as a value of *field* in a plan of *year*."""
    if isinstance(raw, bool):
        return ReadValue(trouble=f"“{'TRUE' if raw else 'FALSE'}” không phải là {_KINDS[field]}.")
    if field == "state":
        return _state(raw)
    if field == "percent":
        return _percent(raw)
    if field == "done_on":
        return _day(raw, year)
    return ReadValue(shown_text(raw))


def shown_text(raw: RawValue) -> str:
    """Return a raw value as a person sees it in the cell: 12, 12,5, 28/05/2026."""
    if raw is None:
        return ""
    if isinstance(raw, datetime):
        return f"{raw:%d/%m/%Y}"
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    return clean_text(raw) if isinstance(raw, str) else f"{raw:.12g}".replace(".", ",")


def fixed_text(value: str | float | date | None) -> str:
    """Return a cell that nobody fills as it is compared: dates by their day, blanks folded."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, str):
        return clean_line(value)
    return f"{value:.12g}"


def _state(raw: RawValue) -> ReadValue:
    words = clean_line(shown_text(raw)).rstrip(".")
    if not words:
        return ReadValue()
    found = _STATES.get(fold(words))
    if found is None:
        return ReadValue(trouble=f"“{words}” không phải là trạng thái. Chọn một trong: {_CHOOSE}.")
    return ReadValue(found)


def _percent(raw: RawValue) -> ReadValue:
    if isinstance(raw, datetime):
        return ReadValue(trouble=f"“{shown_text(raw)}” là ngày, không phải tỷ lệ %.")
    if isinstance(raw, str):
        return _typed_percent(clean_line(raw))
    return ReadValue() if raw is None else _fraction(raw, shown_text(raw))


def _typed_percent(words: str) -> ReadValue:
    if not words:
        return ReadValue()
    found = _NUMBER.fullmatch(words)
    if not found:
        return ReadValue(trouble=f"“{words}” không phải là tỷ lệ %. Ghi một số như 50%.")
    number = float(found[1].replace(",", "."))
    if found[2]:
        return _whole_percent(number, words)
    if number == 1:
        return ReadValue(trouble=f"“{words}” là 1 % hay 100 %? Hãy ghi rõ dấu %.")
    return _fraction(number, words)


def _fraction(number: float, words: str) -> ReadValue:
    """Read a number without "%": up to 1 a fraction, whole numbers and from 10 on percents."""
    if 0 <= number <= 1:
        return _whole_percent(number * _WHOLE, words)
    if number == int(number) or number >= _LEAST_WRITTEN_OUT:
        return _whole_percent(number, words)
    hundredfold = f"{number * _WHOLE:.12g}".replace(".", ",")
    return ReadValue(trouble=f"“{words}” là {hundredfold} % hay {words} %? Hãy ghi rõ dấu %.")


def _whole_percent(number: float, words: str) -> ReadValue:
    if not 0 <= number <= _WHOLE:
        return ReadValue(trouble=f"Tỷ lệ “{words}” nằm ngoài khoảng từ 0 đến 100 %.")
    return ReadValue(round(number, _PLACES))


def _day(raw: RawValue, year: int) -> ReadValue:
    if isinstance(raw, datetime):
        return _near(raw.date(), year)
    if raw is None:
        return ReadValue()
    read = read_day(shown_text(raw), year)
    if read.trouble:
        return ReadValue(trouble=f"{read.trouble} Phải là ngày.")
    return ReadValue() if read.day is None else _near(read.day, year)


def _near(day: date, year: int) -> ReadValue:
    if abs(day.year - year) > _YEARS_AROUND:
        return ReadValue(trouble=f"Ngày {day:%d/%m/%Y} không thuộc năm {year} của kế hoạch.")
    return ReadValue(day)


_KINDS = {
    "state": "trạng thái",
    "percent": "tỷ lệ %",
    "done_on": "ngày",
    "result": "kết quả",
    "evidence": "minh chứng",
    "reason": "lý do chậm",
    "difficulty": "khó khăn, vướng mắc",
    "note": "ghi chú",
}
