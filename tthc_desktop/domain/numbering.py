"""Numbers of sections and tasks: always computed from the order, never stored."""

from __future__ import annotations

from enum import StrEnum

# Order of the Vietnamese alphabet as used for điểm: NĐ 30/2020, Phụ lục I, mục II.6.
_LETTERS = "a b c d đ e g h i k l m n o p q r s t u v x y".split()
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class Numbering(StrEnum):
    """How a heading or item is numbered: I., 1., a)."""

    ROMAN = "roman"
    ARABIC = "arabic"
    LETTER = "letter"


def roman(number: int) -> str:
    """Return *number* (at least 1) in Roman figures."""
    figures = ""
    for value, figure in _ROMAN:
        count, number = divmod(number, value)
        figures += figure * count
    return figures


def roman_value(figures: str) -> int | None:
    """Return the value of *figures* if they are a Roman number as written by `roman`."""
    values = dict(zip("MDCLXVI", (1000, 500, 100, 50, 10, 5, 1), strict=True))
    total = 0
    for figure, following in zip(figures, [*figures[1:], "I"], strict=False):
        if figure not in values:
            return None
        value = values[figure]
        total += -value if value < values.get(following, 0) else value
    return total if total and roman(total) == figures else None


def letter(number: int) -> str:
    """Return the letter of the *number*-th điểm (a, b, c, d, đ, …); past y it is doubled."""
    rounds, rest = divmod(number - 1, len(_LETTERS))
    return _LETTERS[rest] * (rounds + 1)


def letter_value(text: str) -> int | None:
    """Return the place of the letter *text* in the alphabet of điểm, from 1, else None."""
    return _LETTERS.index(text) + 1 if text in _LETTERS else None


def number_text(numbering: Numbering, number: int) -> str:
    """Return the number without dot or bracket: "I", "1", "a"."""
    if numbering is Numbering.ROMAN:
        return roman(number)
    if numbering is Numbering.LETTER:
        return letter(number)
    return str(number)


def printed_number(numbering: Numbering, number: str) -> str:
    """Return the number as it is printed: "I.", "1.", "a)"."""
    return f"{number})" if numbering is Numbering.LETTER else f"{number}."
