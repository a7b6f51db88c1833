"""Reports in the data file."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select, update

from db import value_codec
from db.report_tables import ReportCellRow, ReportLineRow, ReportRow
from tthc_desktop.domain.reporting.grids import CellSource, FigureCell, Grid, GridRow
from tthc_desktop.domain.reporting.report import Report, ReportKind, ReportState


class SqlReportStore:
    """All versions of all reports as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def all(self) -> tuple[Report, ...]:
        """Return all versions by kind, period and version, with their figures."""
        rows = self._connection.execute(
            select(ReportRow.content, ReportRow.id).order_by(
                ReportRow.kind, ReportRow.period, ReportRow.version
            )
        ).all()
        return tuple(self._whole(content, report_id) for content, report_id in rows)

    def get(self, report_id: str) -> Report | None:
        """Return a report, None where there is none of this id."""
        content = self._connection.execute(
            select(ReportRow.content).where(ReportRow.id == report_id)
        ).scalar()
        return self._whole(content, report_id) if content else None

    def newest(self, kind: ReportKind, period: str) -> Report | None:
        """Return the last version of a kind in a period."""
        found = self._connection.execute(
            select(ReportRow.content, ReportRow.id)
            .where(ReportRow.kind == kind.value, ReportRow.period == period)
            .order_by(ReportRow.version.desc())
        ).first()
        return self._whole(*found) if found else None

    def put(self, report: Report) -> None:
        """Write a report; one of the same id is replaced, the files it was sent as stay."""
        values = {
            "kind": report.kind.value,
            "period": report.period,
            "version": report.version,
            "state": ReportState(report.state).value,
            # What stands in columns and tables of its own is not kept a second time.
            "content": value_codec.as_json(replace(report, grids=())),
        }
        # Changed where it stands: its kept files would go with the row.
        changed = self._connection.execute(
            update(ReportRow).where(ReportRow.id == report.id).values(**values)
        )
        if not changed.rowcount:
            self._connection.execute(insert(ReportRow).values(id=report.id, **values))
        self._remove_figures(report.id)
        for grid in report.grids:
            self._put_grid(report.id, grid)

    def remove(self, report_id: str) -> None:
        """Take a version out with its figures and files."""
        self._remove_figures(report_id)
        self._connection.execute(delete(ReportRow).where(ReportRow.id == report_id))

    def _remove_figures(self, report_id: str) -> None:
        for table in (ReportCellRow, ReportLineRow):
            self._connection.execute(delete(table).where(table.report_id == report_id))

    def _put_grid(self, report_id: str, grid: Grid) -> None:
        for position, row in enumerate(grid.rows):
            place = {"report_id": report_id, "form": grid.form, "position": position}
            self._connection.execute(
                insert(ReportLineRow).values(**place, label=row.label, cause=row.cause)
            )
            cells = [
                {**place, "number": one.column, "value": one.value, "source": one.source.value}
                for one in row.cells
            ]
            if cells:
                self._connection.execute(insert(ReportCellRow), cells)

    def _whole(self, content: object, report_id: str) -> Report:
        report: Report = value_codec.from_json(Report, content)
        return replace(report, grids=self._grids(report_id))

    def _grids(self, report_id: str) -> tuple[Grid, ...]:
        lines = self._connection.execute(
            select(
                ReportLineRow.form, ReportLineRow.position, ReportLineRow.label, ReportLineRow.cause
            )
            .where(ReportLineRow.report_id == report_id)
            .order_by(ReportLineRow.form, ReportLineRow.position)
        ).all()
        cells: dict[tuple[str, int], list[FigureCell]] = {}
        found = self._connection.execute(
            select(
                ReportCellRow.form, ReportCellRow.position, ReportCellRow.number,
                ReportCellRow.value, ReportCellRow.source,
            )
            .where(ReportCellRow.report_id == report_id)
            .order_by(ReportCellRow.number)
        )  # fmt: skip
        for form, position, number, value, source in found:
            cell = FigureCell(number, value, CellSource(source))
            cells.setdefault((form, position), []).append(cell)
        rows: dict[str, list[GridRow]] = {}
        for form, position, label, cause in lines:
            row = GridRow(label, tuple(cells.get((form, position), ())), cause)
            rows.setdefault(form, []).append(row)
        return tuple(Grid(form, tuple(own)) for form, own in rows.items())
