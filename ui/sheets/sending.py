"""What is known before sheets are sent, and sending them; for the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tthc_desktop.domain.periods import parse_period
from tthc_desktop.domain.sheet_return import ReturnTerms
from tthc_desktop.ports import UnitsOfWork


@dataclass(frozen=True, slots=True)
class SendUnit:
    """A unit with rows in the period; `sent_at` and `answered_at` (ISO) are "" where not yet."""

    id: str
    name: str
    file_name: str
    sent_at: str = ""
    editions: int = 0
    answered_at: str = ""


@dataclass(frozen=True, slots=True)
class SendFacts:
    """Who gets a sheet of a period; `terms` is what usually stands in it of its return."""

    plan_id: str
    period: str
    units: tuple[SendUnit, ...]
    terms: ReturnTerms | None


@dataclass(frozen=True, slots=True)
class SendOrder:
    """Sheets of these units, written into a folder, and what they say of their return."""

    plan_id: str
    period: str
    units: tuple[SendUnit, ...]
    folder: Path
    terms: ReturnTerms

    @property
    def present(self) -> tuple[str, ...]:
        """The names of the files that lie in the folder already."""
        return tuple(one.file_name for one in self.units if (self.folder / one.file_name).exists())


def send_facts(units: UnitsOfWork, plan_id: str, period: str, today: date) -> SendFacts:
    """Return who gets a sheet of the period and what was sent before."""
    from tthc_desktop.sheets.progress_rows import sheet_file_name, units_of_period
    from tthc_desktop.use_cases.opening import open_plan
    from tthc_desktop.use_cases.sheet_answers import answers_of
    from tthc_desktop.use_cases.sheet_sending import usual_terms

    opened, chosen = open_plan(units, plan_id), parse_period(period) if period else None
    known = {one.unit_id: one for one in answers_of(units, plan_id, period, today=today).units}
    found = []
    for unit_id in units_of_period(opened, chosen):
        name = opened.directory.get(unit_id).name
        file_name = sheet_file_name(opened, name, chosen)
        one = known.get(unit_id)
        if one is None:
            found.append(SendUnit(unit_id, name, file_name))
        else:
            told = (one.sent_at, one.editions, one.answered_at)
            found.append(SendUnit(unit_id, name, file_name, *told))
    return SendFacts(plan_id, period, tuple(found), usual_terms(opened, chosen))


def send(units: UnitsOfWork, order: SendOrder, today: date) -> tuple[Path, ...]:
    """Write the sheets, all of them or none, as one act.

    A file that lies there already is replaced, as the person agreed.
    """
    from tthc_desktop.use_cases.sheet_export import export_sheet

    return export_sheet(
        units, order.plan_id, order.folder, today=today, force=True,
        period=order.period or None, each_division=True,
        only={one.id for one in order.units}, terms=order.terms,
    )  # fmt: skip
