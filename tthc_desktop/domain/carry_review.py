"""What a person looks at after a plan was carried over to another year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tthc_desktop.domain.date_words import short_date
from tthc_desktop.domain.legal_register import LegalRegister
from tthc_desktop.domain.obsolete_names import NameFinder
from tthc_desktop.domain.occurrences import plan_occurrences
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.periods import occurrence_period
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import LEFT_OUT, Occurrence, State
from tthc_desktop.domain.stale_citations import stale_citations
from tthc_desktop.domain.task import Assignment, NumberedTask
from tthc_desktop.domain.text_places import TextPlace, text_places
from tthc_desktop.domain.timing import DateClause, Schedule
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.domain.year_shift import YearShift, found_years

_CLOSED = (State.DONE, *LEFT_OUT)


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One thing to look at: where ("task 3.4"), the words it is about, why."""

    where: str
    quote: str
    reason: str


@dataclass(frozen=True)
class CarryReview:
    """A plan with its progress, the plan it was carried to, and what is known around both.

    `names` finds obsolete names as of the new year.
    """

    before: PlanProgress
    after: Plan
    register: LegalRegister
    names: NameFinder
    working_days: WorkingDays
    today: date

    def items(self) -> tuple[ReviewItem, ...]:
        """Return all there is to look at, each once: căn cứ, names, years, days, tasks."""
        found = chain(
            self._citations(),
            self._old_names(),
            self._left_years(),
            self._missing_days(),
            self._unassigned(),
            self._days_off(),
            self._unfinished(),
        )
        return tuple(dict.fromkeys(found))

    def _citations(self) -> Iterator[ReviewItem]:
        for one in stale_citations(text_places(self.after), self.register, self.after.year):
            yield ReviewItem(one.where, one.quote, one.reason)

    def _old_names(self) -> Iterator[ReviewItem]:
        places = [*text_places(self.after), *_unit_places(self.after, self.before.directory)]
        for place in dict.fromkeys(places):
            for quote, name in self.names.in_text(place.text):
                yield ReviewItem(place.where, quote, name.reason)

    def _left_years(self) -> Iterator[ReviewItem]:
        """Yield years that the move left alone, asked of the old text."""
        for place in text_places(self.before.plan):
            found = found_years(place.text, self.before.plan.year, timing=place.timing)
            for words in dict.fromkeys(one.words for one in found if not one.moves):
                reason = f"“{words}” không tự đổi theo năm {self.after.year}, cần xem lại."
                yield ReviewItem(place.where, words, reason)

    def _missing_days(self) -> Iterator[ReviewItem]:
        shift = YearShift(self.before.plan.year, self.after.year)
        for place in text_places(self.before.plan):
            for words in shift.missing_days(place.text, timing=place.timing):
                reason = f"Không có ngày {words}; đã ghi ngày cuối tháng, cần xem lại."
                yield ReviewItem(place.where, words, reason)

    def _unassigned(self) -> Iterator[ReviewItem]:
        for row in self._leaves():
            missing = [
                words
                for words, there in (
                    ("đơn vị chủ trì", row.task.lead),
                    ("thời gian hoàn thành", row.task.timing),
                )
                if not there
            ]
            if missing:
                yield _of_task(row, f"Chưa có {' và '.join(missing)}.")

    def _days_off(self) -> Iterator[ReviewItem]:
        for row in self._leaves():
            days = Schedule(
                tuple(one for one in row.task.schedule.clauses if isinstance(one, DateClause))
            )
            for one in plan_occurrences(days, self.after.year, self.working_days):
                if one.due and not self.working_days.is_working(one.due):
                    reason = f"Hạn ngày {short_date(one.due)} rơi vào ngày nghỉ."
                    yield ReviewItem(f"task {row.number}", row.task.timing, reason)

    def _unfinished(self) -> Iterator[ReviewItem]:
        year = self.before.plan.year
        now = {row.task.previous: row for row in self.after.numbered_tasks()}
        for row in self.before.leaves():
            counted = [one for one in self.before.of_task(row.task) if _has_begun(one, self.today)]
            open_ones = [
                one for one in counted if self.before.record(row.task, one).state not in _CLOSED
            ]
            if open_ones:
                often = f" {len(open_ones)}/{len(counted)} kỳ" if len(counted) > 1 else ""
                yield _of_task(now[row.task.id], f"Năm {year} chưa hoàn thành{often}.")

    def _leaves(self) -> Iterator[NumberedTask]:
        return (row for row in self.after.numbered_tasks() if not row.task.is_group)


def _of_task(row: NumberedTask, reason: str) -> ReviewItem:
    return ReviewItem(f"task {row.number}", row.task.content, reason)


def _has_begun(occurrence: Occurrence, today: date) -> bool:
    """Whether its period has begun; what has no period belongs to the whole year."""
    period = occurrence_period(occurrence.period)
    return period is None or period.start <= today


def _unit_places(plan: Plan, directory: Directory) -> Iterator[TextPlace]:
    """Yield the units' names as the task table prints them."""
    for row in plan.numbered_tasks():
        for one in (*row.task.lead, *row.task.coordinating):
            yield TextPlace(f"task {row.number}", _printed(one, directory))


def _printed(one: Assignment, directory: Directory) -> str:
    return one.words or directory.get(one.respondent_id).name
