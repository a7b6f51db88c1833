"""What a merge needs at hand: the plans as they are now, the sheets as sent, what was merged."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record
from tthc_desktop.domain.sent_sheet import SentRow, SentSheet, SheetHead
from tthc_desktop.domain.sheet_merge import COORDINATING_FIELDS, FIELDS, Value, value_of
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.use_cases.opening import plan_progress

# Occurrence, unit (None: the Văn phòng's closing) and field: one cell of the office's own.
CellKey = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An occurrence as it is now in the office, and the record a sheet's row stands for.

    `fields` are those that may be written there now; `barrier` says why none may.
    """

    row: NumberedTask
    occurrence: Occurrence
    unit_id: str | None
    record: Record
    fields: tuple[str, ...]
    barrier: str = ""

    @property
    def own_record(self) -> Record:
        """The record as it is stored, without a state that only follows from the plan."""
        if self.unit_id is None:
            return self.occurrence.closing or Record()
        return self.occurrence.record_of(self.unit_id)


class OpenedSheet:
    """A sheet as sent, its rows by occurrence, and the values merged from it before."""

    def __init__(self, sent: SentSheet) -> None:
        """Index the rows."""
        self.head = sent.head
        self.rows = {one.occurrence_id: one for one in sent.rows if one.occurrence_id}
        self.groups = frozenset(one.content for one in sent.rows if not one.occurrence_id)
        self.seen: dict[CellKey, set[Value]] = defaultdict(set)
        self.answered_by: set[str] = set()

    def row(self, occurrence_id: str) -> SentRow | None:
        """Return the row of an occurrence as sent."""
        return self.rows.get(occurrence_id)


class MergeDesk:
    """Reads from one unit of work, each thing once.

    What earlier files of the same merge would write is laid over the office's values.
    """

    def __init__(self, work: UnitOfWork, known: dict[str, PlanProgress] | None = None) -> None:
        """Read nothing yet; of the plans in *known* only what is recorded is read anew."""
        self._work = work
        self._known = {} if known is None else known
        self._plans: dict[str, PlanProgress] = {}
        self._places: dict[str, dict[str, tuple[NumberedTask, Occurrence]]] = {}
        self._sheets: dict[str, OpenedSheet | None] = {}
        self._heads: tuple[SheetHead, ...] | None = None
        self._over: dict[CellKey, Value] = {}

    @property
    def directory(self) -> Directory:
        """All who answer."""
        return self._work.office.directory()

    def heads(self) -> tuple[SheetHead, ...]:
        """Return all sheets that were sent, the oldest first."""
        if self._heads is None:
            self._heads = self._work.sheets.heads()
        return self._heads

    def sheet(self, sheet_id: str) -> OpenedSheet | None:
        """Return a sheet as sent; None where this data file sent none of this id."""
        if sheet_id not in self._sheets:
            sent = self._work.sheets.get(sheet_id)
            self._sheets[sheet_id] = None if sent is None else self._with_answers(sent)
        return self._sheets[sheet_id]

    def _with_answers(self, sent: SentSheet) -> OpenedSheet:
        sheet = OpenedSheet(sent)
        for answer in self._work.sheets.answers([sent.head.id]):
            sheet.answered_by.add(answer.sha256)
            for cell in answer.cells:
                sheet.seen[cell.occurrence_id, cell.unit_id, cell.field].add(cell.new)
        return sheet

    def plan(self, plan_id: str) -> PlanProgress:
        """Return a plan with its progress as it is now."""
        if plan_id not in self._plans:
            opened = self._read(plan_id)
            self._plans[plan_id] = self._known[plan_id] = opened
            self._places[plan_id] = {
                one.id: (row, one) for row in opened.leaves() for one in opened.of_task(row.task)
            }
        return self._plans[plan_id]

    def _read(self, plan_id: str) -> PlanProgress:
        known = self._known.get(plan_id)
        if known is None:
            return plan_progress(self._work, plan_id)
        return replace(known, occurrences=self._work.progress.of_plan(plan_id))

    def occurrences(self, plan_id: str) -> dict[str, Occurrence]:
        """Return the occurrences of a plan by their ids."""
        self.plan(plan_id)
        return {one: occurrence for one, (_, occurrence) in self._places[plan_id].items()}

    def office_row(self, head: SheetHead, occurrence_id: str) -> OfficeRow | None:
        """Return what a row of a sheet stands for now; None where its task is gone."""
        opened = self.plan(head.plan_id)
        found = self._places[head.plan_id].get(occurrence_id)
        if found is None:
            return None
        row, occurrence = found
        if head.unit_id is None:
            return _of_all_units(opened, row, occurrence)
        return _of_unit(opened, row, occurrence, head.unit_id)

    def value(self, office: OfficeRow, field: str) -> Value:
        """Return the office's value, with what earlier files of this merge bring."""
        key = (office.occurrence.id, office.unit_id, field)
        return self._over[key] if key in self._over else value_of(office.record, field)

    def lay_over(self, key: CellKey, value: Value) -> None:
        """Count a value as written for the files that follow."""
        self._over[key] = value


def _of_unit(
    opened: PlanProgress, row: NumberedTask, occurrence: Occurrence, unit: str
) -> OfficeRow:
    record = opened.unit_record(row.task, occurrence, unit)
    if unit in opened.lead_units(row.task):
        return OfficeRow(row, occurrence, unit, record, FIELDS)
    if unit in opened.coordinating_units(row.task):
        return OfficeRow(row, occurrence, unit, record, COORDINATING_FIELDS)
    barrier = "Đơn vị không còn chủ trì hay phối hợp nhiệm vụ này"
    return OfficeRow(row, occurrence, unit, record, (), barrier)


def _of_all_units(opened: PlanProgress, row: NumberedTask, occurrence: Occurrence) -> OfficeRow:
    """Return the row of the sheet of all units: what is derived there cannot be written."""
    record = opened.record(row.task, occurrence)
    leading = opened.lead_units(row.task)
    if len(leading) > 1:
        barrier = "Nhiều đơn vị cùng trả lời dòng này nên số liệu được tổng hợp, không sửa được"
    elif leading and occurrence.closing is not None:
        barrier = "Văn phòng đã chốt kỳ này"
    else:
        return OfficeRow(row, occurrence, leading[0] if leading else None, record, FIELDS)
    return OfficeRow(row, occurrence, None, record, (), barrier)
