"""What falls due in the year by a schedule, in words that are read at once."""

from __future__ import annotations

from tthc_desktop.domain.occurrences import PlannedOccurrence
from tthc_desktop.domain.periods import ONCE, period_words

_MOST = 24


def due_words(occurrences: tuple[PlannedOccurrence, ...], year: int) -> str:
    """Return the days of *year* one behind the other, or why there are none."""
    dated = sorted(
        ((one.due, one.period) for one in occurrences if one.due), key=lambda pair: pair[0]
    )
    reviews = len(occurrences) - len(dated)
    if not dated:
        if reviews > 1:
            return f"Không có hạn. Mỗi quý xem lại một lần ({reviews} lần trong năm {year})."
        return f"Chưa có ngày đến hạn trong năm {year}: chờ văn bản, vụ việc hoặc chưa hiểu."
    told = [f"{day:%d/%m}" if day.year == year else f"{day:%d/%m/%Y}" for day, _ in dated[:_MOST]]
    named = [
        words if period.startswith(ONCE) else f"{words} ({period_words(period)})"
        for words, (_, period) in zip(told, dated, strict=False)
    ]
    more = f" và {len(dated) - _MOST} ngày nữa" if len(dated) > _MOST else ""
    beside = f" Ngoài ra có {reviews} kỳ không có hạn." if reviews else ""
    return f"{len(dated)} kỳ: {', '.join(named)}{more}.{beside}"
