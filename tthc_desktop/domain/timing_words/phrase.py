"""The rule `phrase`: reads the words of a timing and gives its schedule.

The grammar stands in docs/decisions/0006; every rule of it is a function of this package.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tthc_desktop.domain.timing import Clause, EmptyClause, Schedule, WordsClause
from tthc_desktop.domain.timing_words.amounts import is_rate, tells_amounts
from tthc_desktop.domain.timing_words.anchors import read_anchor
from tthc_desktop.domain.timing_words.bounds import read_bound
from tthc_desktop.domain.timing_words.conditions import (
    read_continuous,
    read_event,
    read_exception,
    read_external,
    read_relative,
    text_end,
)
from tthc_desktop.domain.timing_words.days import read_day
from tthc_desktop.domain.timing_words.items import (
    AnchorItem,
    DayItem,
    Entry,
    Found,
    Item,
    ListItem,
    RangeItem,
    RecurItem,
    SpanItem,
    UnreadItem,
)
from tthc_desktop.domain.timing_words.lists import read_listed
from tthc_desktop.domain.timing_words.neighbours import settled
from tthc_desktop.domain.timing_words.places import EACH
from tthc_desktop.domain.timing_words.recurrence import read_recurrence
from tthc_desktop.domain.timing_words.resolving import clauses_of
from tthc_desktop.domain.timing_words.spans import read_range, read_span
from tthc_desktop.domain.timing_words.tokens import Words

# What makes a task one of reporting: domain.md, section 6.2.
_REPORT = re.compile(r"báo cáo(?! viên)|tổng hợp kết quả|bộ chỉ số")
_BETWEEN = frozenset(', ; / : . - ( ) [ ] * • " “ ” và rồi với'.split())
_FILLERS = frozenset(
    "trong vào hoàn thành xong thực hiện thời gian hạn là đến hết tại của thì được ít nhất "
    "tối thiểu phải cần ngay".split()
)
# Left out where they begin what is not known: "có báo cáo", "trong đó", "các tháng 3, 6".
_LINKS = frozenset(("có", "đó", "các"))
# Words behind which stands how or what for: kept with the clause beside them.
_MANNERS = frozenset(
    "bằng qua trên để gửi về cho trình nhằm kèm cùng nộp báo tổng phối do xây tham tổ triển rà "
    "kiểm công lồng kết kịp đảm đúng sơ họp ban thông trực nếu không như dự khoảng đợt lần giai "
    "giờ cập duy".split()
)
# Of these the whole text up to the next clause says what it is about.
_TOPICS = frozenset("về để đối nhằm phục".split())
_CLOSERS = {"(": ")", "[": "]"}
_SIGNS = (";", "(", ":")
_LONGEST = 600


def read_timing(words: str, year: int, content: str = "") -> Schedule:
    """Return what *words* mean in the plan *year*; never raises.

    *content* says whether the task is one of reporting: then quarters and years follow the
    report calendar. What is not understood is a clause `unknown`.
    """
    return _read(unicodedata.normalize("NFC", words), year, is_report_task(content))


def is_report_task(content: str) -> bool:
    """Whether a task's words make it one of reporting (domain.md, section 6.2)."""
    return _REPORT.search(unicodedata.normalize("NFC", content).lower()) is not None


@lru_cache(maxsize=4096)
def _read(text: str, year: int, is_report: bool) -> Schedule:  # noqa: FBT001 - a cache's key
    words = Words(text[:_LONGEST])
    if not words.length:
        return Schedule((WordsClause("unknown", text) if text.strip() else EmptyClause(),))
    entries = settled(_Phrase(words, year).entries(), year)
    if not any(not isinstance(one.item, UnreadItem) for one in entries):
        return Schedule((_not_read(text, entries),))
    is_report = is_report or _REPORT.search(text.lower()) is not None
    return Schedule(clauses_of(entries, year, is_report=is_report))


def _not_read(text: str, entries: list[Entry]) -> Clause:
    reasons = [
        one.item.reason for one in entries if isinstance(one.item, UnreadItem) and one.item.reason
    ]
    return WordsClause("unknown", text.strip(), reason=" ".join(dict.fromkeys(reasons)))


class _Phrase:
    """One phrase while it is being read, from left to right."""

    def __init__(self, words: Words, year: int) -> None:
        self._words = words
        self._year = year
        keys = {one.key for one in words.tokens}
        self._cites = "số" in keys
        self._has_range = not keys.isdisjoint(("-", "đến", "từ", "sau"))
        self._entries: list[Entry] = []
        self._pending = ""

    def entries(self) -> list[Entry]:
        words, at, unread, behind = self._words, 0, -1, 0
        while at < words.length:
            found = self._item(at)
            if found is not None:
                self._keep_unread(unread, at)
                unread = -1
                self._add(found[0], {words.key(place) for place in range(behind, at)})
                at = behind = max(found[1], at + 1)
            elif unread < 0 and self._says_nothing(at):
                at += 1
            elif unread < 0 and self._is_enumerator(at, behind):
                at += 2
            elif unread < 0 and words.key(at) in _TOPICS:
                end = text_end(words, at, self._ends_topic)
                self._keep_manner(words.slice(at, end))
                at = end
            else:
                unread = at if unread < 0 else unread
                at += 1
        self._keep_unread(unread, words.length)
        if self._pending and self._entries:
            self._entries[-1].manner = self._joined(self._entries[-1].manner, self._pending)
        return self._entries

    def _add(self, item: object, signs: set[str]) -> None:
        """Keep what a rule found, with the sign that stands before it."""
        sign = next((one for one in _SIGNS if one in signs), "")
        items = item.items if isinstance(item, ListItem) else (item,)
        for one in items:
            assert isinstance(one, Item)  # noqa: S101 - rules find nothing else
            self._entries.append(Entry(one, sign, self._pending))
            self._pending = sign = ""

    @staticmethod
    def _joined(one: str, other: str) -> str:
        return "; ".join(part for part in (one, other) if part)

    def _keep_unread(self, start: int, end: int) -> None:
        """Keep words that no rule knows: as manner, or as what was not understood."""
        if start < 0:
            return
        words = self._words
        while (
            end > start
            and words.key(end - 1) in _BETWEEN | _FILLERS
            and not (words.key(end - 1) in _FILLERS and end == words.length)
            and not words.follows(end - 2, "kịp", "thời")
        ):
            end -= 1
        if end <= start:
            return
        text = words.slice(start, end)
        in_brackets = start > 0 and words.key(start - 1) in _CLOSERS
        has_number = any(words.number(at) >= 0 for at in range(start, end))
        is_manner = words.key(start) in _MANNERS or tells_amounts(words, start, end)
        if not has_number and not is_manner:
            is_manner = in_brackets or self._is_aside(start, end)
        if is_manner:
            self._keep_manner(text)
        else:
            self._entries.append(Entry(UnreadItem(text)))

    def _is_aside(self, start: int, end: int) -> bool:
        """Whether words say since when, or whose: "từ ngày ký đến …", "báo cáo của tỉnh"."""
        words = self._words
        if words.key(start) in ("từ", "kể") and end < words.length:
            return words.key(end - 1) != "từ"
        before = self._entries[-1].item if self._entries else None
        return words.key(start - 1) == "của" and isinstance(before, RecurItem | AnchorItem)

    def _keep_manner(self, text: str) -> None:
        """Keep how or what for with the clause before it, else with the first one."""
        if self._entries:
            before = self._entries[-1]
            before.manner = self._joined(before.manner, text)
        else:
            self._pending = self._joined(self._pending, text)

    def _item(self, at: int) -> Found:
        words, year = self._words, self._year
        previous = self._entries[-1].item if self._entries else None
        is_listed = words.key(at - 1) in (",", "và", "/", ";") and any(
            isinstance(one.item, RecurItem | AnchorItem) for one in self._entries
        )
        is_listed = is_listed or is_rate(words, at)
        return (
            read_relative(words, at, self._is_boundary)
            or read_exception(words, at, self._is_boundary)
            or self._event(at)
            or read_anchor(words, at, is_listed=self._is_day_list(at))
            or (read_recurrence(words, at) if words.key(at) == "theo" else None)
            or read_external(words, at, self._is_boundary)
            or (read_range(words, at, year) if self._has_range else None)
            or read_day(words, at, year)
            or read_recurrence(words, at, is_listed=is_listed)
            or read_continuous(words, at)
            or read_listed(words, at, year, previous)
            or read_span(words, at, year)
        )

    def _is_day_list(self, at: int) -> bool:
        """Whether a list of days without month goes on here: "ngày 10 và 25 tháng cuối quý"."""
        previous = self._entries[-1].item if self._entries else None
        is_lone = isinstance(previous, DayItem) and not previous.month
        return is_lone and self._words.key(at - 1) in (",", "và")

    def _says_nothing(self, at: int) -> bool:
        """Whether a word is left out, or only names what follows: "tuần từ 02/3 đến 06/3"."""
        words = self._words
        if words.key(at) in _BETWEEN | _FILLERS | _LINKS:
            return True
        is_week = words.follows(at, "tuần", "từ") or words.follows(at, "tuần", "(", "từ")
        return is_week or words.follows(at, "ngày", "cuối", "tháng")

    def _is_enumerator(self, at: int, behind: int) -> bool:
        """Whether "a)" or "1." stands here: at the beginning, or behind what was read."""
        words = self._words
        is_mark = len(words.key(at)) == 1 and words.key(at + 1) in (")", ".")
        is_free = all(words.key(place) in _BETWEEN for place in range(behind, at))
        return is_mark and is_free and words.number(at + 2) < 0 and bool(words.key(at + 2))

    def _event(self, at: int) -> Found:
        return read_event(self._words, at, self._is_boundary)

    def _ends_topic(self, at: int, separated: bool) -> bool:  # noqa: FBT001 - see Boundary
        """Whether what a text is about stops: "báo cáo định kỳ về TTHC hàng quý" says how often."""
        before = self._entries[-1].item if self._entries else None
        is_open = isinstance(before, RecurItem) and not before.every
        if is_open and self._words.key(at) in EACH and read_recurrence(self._words, at):
            return True
        return self._is_boundary(at, separated)

    def _is_boundary(self, at: int, separated: bool) -> bool:  # noqa: FBT001 - see Boundary
        """Whether a text stops here: a day with a bound, or after a sign any certain clause."""
        words, year = self._words, self._year
        if words.follows(at, "dự", "kiến"):
            at += 2
        bound = read_bound(words, at)
        if bound.is_strong:
            day = read_anchor(words, at) or read_day(words, at, year)
            if day is not None and self._names_a_day(day[0]):
                return True
            if bound.exclusive is not None and read_span(words, at, year) is not None:
                return True
        if words.key(at) == "từ" and self._is_range(at):
            return True
        return separated and self._begins_clause(at)

    @staticmethod
    def _names_a_day(item: object) -> bool:
        return isinstance(item, AnchorItem) or (isinstance(item, DayItem) and item.month > 0)

    def _is_range(self, at: int) -> bool:
        found = read_range(self._words, at, self._year)
        return found is not None and isinstance(found[0], RangeItem)

    def _begins_clause(self, at: int) -> bool:
        words, year = self._words, self._year
        key = words.key(at)
        is_anew = words.key(at - 1) == ";"
        if is_anew and key == "theo":
            return True
        if key in ("đột", "khi", "ngay") or (is_anew and key == "sau"):
            return read_event(words, at, lambda *_: True) is not None
        if read_continuous(words, at) is not None or read_anchor(words, at) is not None:
            return True
        if key in ("hàng", "mỗi", "định", "báo") and read_recurrence(words, at) is not None:
            return True
        if read_relative(words, at, lambda *_: True) is not None:
            return True
        return self._is_free_date(at, year)

    def _is_free_date(self, at: int, year: int) -> bool:
        """Whether a day or period stands here that is no part of a document's name."""
        words = self._words
        found = read_range(words, at, year) or read_day(words, at, year)
        found = found or read_span(words, at, year)
        if found is None or isinstance(found[0], UnreadItem):
            return False
        if self._cites and words.key(at - 1) != ";":
            return False
        is_year = isinstance(found[0], SpanItem) and found[0].unit == "year"
        if is_year and words.key(at - 1) != ";":
            return False
        return words.key(found[1]) != "của"
