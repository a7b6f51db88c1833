"""What reading a plan hands back."""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.domain.office import Respondent
from tthc_desktop.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something to look at; `where` is "task 3.4", "section II.1", "header", "table 2 row 5"."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan as read, the respondents it names that the office does not know, and doubts."""

    plan: Plan
    new_respondents: tuple[Respondent, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()
    not_understood: tuple[str, ...] = ()
