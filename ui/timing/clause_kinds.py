"""The kinds of clause a person can choose, in the office's words."""

from __future__ import annotations

from enum import Enum

from tthc_desktop.domain.timing import (
    Clause,
    ContinuousClause,
    DateClause,
    EmptyClause,
    PeriodClause,
    RecurringClause,
    RelativeClause,
    Schedule,
    WordsClause,
)
from tthc_desktop.domain.timing_words.writing import words_of


class ClauseKind(Enum):
    """What a clause says of time; the value is shown."""

    DATE = "Một ngày"
    PERIOD = "Trong một khoảng thời gian"
    RECURRING = "Định kỳ"
    CONTINUOUS = "Thường xuyên"
    EXTERNAL = "Theo văn bản, kế hoạch của cấp trên"
    EVENT = "Khi phát sinh"
    RELATIVE = "Trong thời hạn kể từ một việc"
    UNKNOWN = "Chưa hiểu"


def kind_of(clause: Clause) -> ClauseKind:
    """Return the kind of a clause; nothing written counts as not understood."""
    match clause:
        case DateClause():
            return ClauseKind.DATE
        case PeriodClause():
            return ClauseKind.PERIOD
        case RecurringClause():
            return ClauseKind.RECURRING
        case ContinuousClause():
            return ClauseKind.CONTINUOUS
        case RelativeClause():
            return ClauseKind.RELATIVE
        case WordsClause(kind="external"):
            return ClauseKind.EXTERNAL
        case WordsClause(kind="event"):
            return ClauseKind.EVENT
        case _:
            return ClauseKind.UNKNOWN


def clause_words(clause: Clause, content: str) -> str:
    """Return a clause in words for a list."""
    if isinstance(clause, EmptyClause):
        return "(Chưa có thời gian)"
    words = words_of(Schedule((clause,)), content)
    if kind_of(clause) is ClauseKind.UNKNOWN:
        return f"Chưa hiểu: “{words}”"
    return words or kind_of(clause).value
