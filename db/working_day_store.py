"""The office's own working days in the data file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, delete, extract, insert, select

from db.tables import WorkingDayRow, WorkingYearRow
from tthc_desktop.domain.working_days import CalendarDay, DayKind


class SqlWorkingDayStore:
    """The office's entries and the years it confirmed, as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def days(self) -> tuple[CalendarDay, ...]:
        """Return the office's own entries in the order of their days."""
        rows = self._connection.execute(
            select(WorkingDayRow.day, WorkingDayRow.kind, WorkingDayRow.name).order_by(
                WorkingDayRow.day
            )
        ).all()
        return tuple(CalendarDay(day, DayKind(kind), name) for day, kind, name in rows)

    def set_year(self, year: int, days: Iterable[CalendarDay]) -> None:
        """Replace the office's own entries of a year."""
        self._connection.execute(
            delete(WorkingDayRow).where(extract("year", WorkingDayRow.day) == year)
        )
        rows = [{"day": one.day, "kind": one.kind.value, "name": one.name} for one in days]
        if rows:
            self._connection.execute(insert(WorkingDayRow), rows)

    def confirmed_on(self, year: int) -> date | None:
        """Return when the office confirmed the table of a year, None where it has not."""
        found: date | None = self._connection.execute(
            select(WorkingYearRow.confirmed_on).where(WorkingYearRow.year == year)
        ).scalar()
        return found

    def confirm(self, year: int, on: date | None) -> None:
        """Keep that the office confirmed a year, or (None) that it has not."""
        self._connection.execute(delete(WorkingYearRow).where(WorkingYearRow.year == year))
        if on is not None:
            self._connection.execute(insert(WorkingYearRow).values(year=year, confirmed_on=on))
