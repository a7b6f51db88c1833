"""Difficulties as rows of a list: their words, and which of them are asked for."""

from __future__ import annotations

from datetime import date
from enum import Enum

from tthc_desktop.domain.reporting.difficulties import ToldDifficulty
from tthc_desktop.use_cases.difficulties import task_words
from tthc_desktop.vietnamese_text import fold

HEADINGS = (
    "Đơn vị nêu", "Khó khăn, vướng mắc", "Nhiệm vụ, kỳ", "Ngày nêu", "Trả lời", "Ngày trả lời",
)  # fmt: skip
WHO, TEXT, TASK, RAISED, ANSWER, ANSWERED = range(6)
_TASK_LETTERS = 72
OPEN = "Chưa trả lời"
CHANGED = "Đã đổi sau khi trả lời"


class Asked(Enum):
    """Which difficulties are asked for."""

    ALL = "Tất cả"
    OPEN = "Chưa trả lời"
    ANSWERED = "Đã trả lời"
    CHANGED = "Đã đổi sau khi trả lời"


def cells_of(told: ToldDifficulty) -> list[str]:
    """Return what a row says."""
    answer = told.answer or OPEN
    if told.is_changed:
        answer = f"{CHANGED}: {told.answer}"
    return [
        told.who, told.text, task_words(told, _TASK_LETTERS), _day(told.raised_on), answer,
        _day(told.answered_on),
    ]  # fmt: skip


def asked_for(
    found: tuple[ToldDifficulty, ...], asked: Asked, who: str, words: str
) -> tuple[ToldDifficulty, ...]:
    """Return those in a state, of a unit ("" for every one), that hold all words typed."""
    wanted = fold(words).split()
    return tuple(
        one
        for one in found
        if _is(one, asked)
        and (not who or one.who == who)
        and all(word in fold(" ".join((*cells_of(one), one.task))) for word in wanted)
    )


def count_words(found: tuple[ToldDifficulty, ...], shown: int) -> str:
    """Return how many there are, shown and still open: "12 khó khăn, vướng mắc · 3 chưa …"."""
    left = sum(not one.is_answered for one in found)
    total = f"{len(found)} khó khăn, vướng mắc"
    head = total if shown == len(found) else f"Đang hiện {shown} trong {total}"
    return f"{head} · {left} chưa trả lời" if left else f"{head} · đã trả lời hết"


def _is(one: ToldDifficulty, asked: Asked) -> bool:
    if asked is Asked.ANSWERED:
        return one.is_answered
    if asked is Asked.CHANGED:
        return one.is_changed
    return asked is Asked.ALL or not one.is_answered


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
