"""What was recorded in a period, brought together for the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.progress import LEFT_OUT, State
from tthc_desktop.domain.reporting.activities import ActivityLine
from tthc_desktop.domain.reporting.difficulties import ToldDifficulty
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.grids import Grid
from tthc_desktop.domain.reporting.index_scores import IndexScore
from tthc_desktop.domain.reporting.windows import ReportWindow


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """An occurrence of a task as the report tells it; `days_late` counts past its due day.

    `told` are the results of its units by their names, where several answer for it;
    `target` what the task was to reach and did, in words.
    """

    key: str
    number: str
    content: str
    lead: str
    period: str
    due: date | None
    state: State
    days_late: int = 0
    percent: float | None = None
    result: str = ""
    reason: str = ""
    difficulties: tuple[ToldDifficulty, ...] = ()
    done_on: date | None = None
    evidence: str = ""
    told: tuple[tuple[str, str], ...] = ()
    target: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it is finished."""
        return self.state is State.DONE

    @property
    def is_overdue(self) -> bool:
        """Whether its day is past and it is not finished, nor left out."""
        return self.days_late > 0 and not self.is_done and self.state not in LEFT_OUT


@dataclass(frozen=True, slots=True)
class FormFigures:
    """A form in this period, in the period before and in the same one of last year."""

    form: Form
    grid: Grid
    before: Grid | None = None
    last_year: Grid | None = None


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """All a report is drafted from. `period_words` like "quý II năm 2026"."""

    window: ReportWindow
    period_words: str
    progress: tuple[ProgressLine, ...] = ()
    coming: tuple[ProgressLine, ...] = ()
    forms: tuple[FormFigures, ...] = ()
    activities: tuple[ActivityLine, ...] = ()
    late_petitions: int = 0
    index: tuple[IndexScore, ...] = ()
    difficulties: tuple[ToldDifficulty, ...] = ()
