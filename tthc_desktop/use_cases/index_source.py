"""Entering the index 766 of a period leads that period of the tasks that follow it.

The first figure of a period: under way. A figure for every indicator that had one the period
before, or a person who says that the period is whole: done (decision 0007).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.progress import Occurrence, Record, State
from tthc_desktop.domain.reporting.index_scores import IndexFigure
from tthc_desktop.domain.reporting.period_words import period_in_sentence
from tthc_desktop.domain.reporting.registers import INDEX
from tthc_desktop.domain.reporting.windows import previous_period
from tthc_desktop.domain.task_sources import SourceKind
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.source_closing import (
    SUBJECT,
    WHOLE,
    Closed,
    SourceClosing,
    closed_record,
    is_open,
    lead_followers,
    with_closing,
)

_RUNNING = "Đang nhập số liệu Bộ chỉ số 766"
_OWN = re.compile(r"(Đang nhập|Đã nhập) số liệu Bộ chỉ số 766 .*")


def follow_index(
    work: UnitOfWork, periods: Iterable[str], today: date, only: tuple[str, ...] = ()
) -> tuple[SourceClosing, ...]:
    """Lead what follows the index to what its figures of *periods* say; no commit.

    A figure taken out leads back what the program itself recorded, never what a person did.
    """
    done: list[SourceClosing] = []
    for period in dict.fromkeys(periods):
        state, count = index_state(work, period)
        closed = _closed(period, state, count, today)
        words = f"Nhập số liệu Bộ chỉ số 766 {period_in_sentence(period)}"
        done += lead_followers(work, SourceKind.INDEX, "", period, closed, words, only)
    return tuple(done)


def close_index(units: UnitsOfWork, period: str, *, today: date) -> tuple[SourceClosing, ...]:
    """Close a period of the index as a person says so ("Chốt kỳ"), whatever is missing in it.

    Raises Refused where the period has no figure, or where nothing that follows is open.
    """
    with units.writing() as work:
        _, count = index_state(work, period)
        told = period_in_sentence(period)
        if not count:
            message = f"Sổ Bộ chỉ số 766 chưa có số liệu {told}. Hãy nhập số liệu trước. "
            raise Refused(f"{message}Chưa thay đổi gì.")
        given = Record(
            State.DONE, WHOLE, f"Đã chốt số liệu Bộ chỉ số 766 {told}: {count} chỉ tiêu",
            f"Số liệu đã chốt của Bộ chỉ số 766, {told}", done_on=today,
        )  # fmt: skip

        def closed(occurrence: Occurrence, shown: Record) -> Occurrence:
            if not is_open(shown):
                return occurrence
            is_own = _is_own(occurrence.closing, period)
            bare = replace(occurrence, closing=None) if is_own else occurrence
            told_before = replace(shown, result="") if is_own else shown
            return with_closing(occurrence, closed_record(bare, told_before, given))

        words = f"Chốt số liệu Bộ chỉ số 766 {told}"
        done = lead_followers(work, SourceKind.INDEX, "", period, closed, words)
        if not done:
            message = f"Không có nhiệm vụ nào theo dõi Bộ chỉ số 766 còn mở kỳ {told}. "
            raise Refused(f"{message}Chưa thay đổi gì.")
        work.commit(Act(words, SUBJECT, period))
    return done


def index_state(work: UnitOfWork, period: str) -> tuple[State | None, int]:
    """Return how far the index of a period is entered (None: no figure), and its indicators."""
    figures = work.entries.all(INDEX.key, IndexFigure)
    now = {one.indicator for one in figures if one.period == period}
    if not now:
        return None, 0
    earlier = previous_period(period)
    before = {one.indicator for one in figures if one.period == earlier}
    is_whole = bool(before) and before <= now
    return (State.DONE if is_whole else State.IN_PROGRESS), len(now)


def _closed(period: str, state: State | None, count: int, today: date) -> Closed:
    told = period_in_sentence(period)
    running = Record(State.IN_PROGRESS, result=f"{_RUNNING} {told}")
    done = _done(f"Đã nhập số liệu Bộ chỉ số 766 {told}: {count} chỉ tiêu", period, today)

    def closed(occurrence: Occurrence, shown: Record) -> Occurrence:
        is_own = _is_own(occurrence.closing, period)
        was = occurrence.closing.state if occurrence.closing else None
        if (is_own and was is state) or not (is_own or is_open(shown)):
            return occurrence
        if state is State.DONE:
            bare = replace(occurrence, closing=None) if is_own else occurrence
            told_before = replace(shown, result="") if is_own else shown
            return with_closing(occurrence, closed_record(bare, told_before, done))
        if is_own:
            return with_closing(occurrence, running if state else None)
        # What a person began, and what they said of it, needs no second word.
        is_untouched = shown.state is State.NOT_STARTED and not shown.result
        return with_closing(occurrence, running) if state and is_untouched else occurrence

    return closed


def _done(result: str, period: str, today: date) -> Record:
    return Record(State.DONE, WHOLE, result, _evidence(period), done_on=today)


def _evidence(period: str) -> str:
    return f"Sổ Bộ chỉ số 766, {period_in_sentence(period)}"


def _is_own(closing: Record | None, period: str) -> bool:
    """Whether the program recorded it from figures; what a person added keeps it from that."""
    if closing is None:
        return False
    rest = replace(closing, state=None, percent=None, done_on=None, result="", evidence="")
    if rest != Record():
        return False
    if closing.state is State.DONE:
        is_ours = not closing.result or bool(_OWN.fullmatch(closing.result))
        return is_ours and closing.evidence.endswith(_evidence(period))
    return bool(_OWN.fullmatch(closing.result)) and not closing.evidence
