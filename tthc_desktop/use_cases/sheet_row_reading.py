"""One row of a returned sheet, cell by cell, against what was sent and what the office has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.progress import State
from tthc_desktop.domain.sent_sheet import SentRow
from tthc_desktop.domain.sheet_merge import (
    CellChange,
    CellConflict,
    CellPlace,
    CellRefusal,
    Outcome,
    RefusalKind,
    Value,
    three_way,
)
from tthc_desktop.sheets.progress_columns import FIELD_OF, HEADINGS
from tthc_desktop.sheets.returned_sheet import ReturnedRow, ReturnedSheet
from tthc_desktop.sheets.returned_values import RawValue, fixed_text, read_value, shown_text
from tthc_desktop.use_cases.merge_desk import MergeDesk, OfficeRow, OpenedSheet

_EMPTY: tuple[Value, ...] = (None, "")
_ROW_START = HEADINGS[0]
_SAY_NOTHING = (*_EMPTY, State.NOT_STARTED)


@dataclass
class RowFindings:
    """What rows bring, gathered."""

    changes: list[CellChange] = field(default_factory=list)
    conflicts: list[CellConflict] = field(default_factory=list)
    refused: list[CellRefusal] = field(default_factory=list)

    @property
    def places(self) -> tuple[CellPlace, ...]:
        """Where something was changed."""
        changed = [one.place for one in self.changes]
        return (*changed, *(one.place for one in self.conflicts))


@dataclass(frozen=True, slots=True)
class _Read:
    cell: str
    value: Value


class RowReader:
    """Reads rows of one returned sheet that belong to one sheet as sent."""

    def __init__(self, desk: MergeDesk, returned: ReturnedSheet, sheet: OpenedSheet) -> None:
        """Keep what the rows are compared with."""
        self._desk = desk
        self._returned = returned
        self._sheet = sheet
        self._present = [
            (heading, FIELD_OF.get(heading, "")) for heading in HEADINGS
            if heading in returned.columns
        ]  # fmt: skip
        self._year = desk.plan(sheet.head.plan_id).plan.year

    def read(self, rows: Sequence[ReturnedRow], sent: SentRow) -> RowFindings:
        """Return what the rows of one occurrence bring; several are copies of one another."""
        found = RowFindings()
        office = self._desk.office_row(self._sheet.head, sent.occurrence_id)
        if office is None:
            message = (
                f"Nhiệm vụ {sent.number} không còn trong kế hoạch nên dòng này không được nhận."
            )
            found.refused.append(self._row_refusal(rows[0], sent, message, RefusalKind.GONE_ROW))
            return found
        for row in rows:
            found.refused.extend(self._fixed(row, sent))
        if any(self._is_emptied(row, sent) for row in rows):
            message = (
                "Các ô đơn vị điền ở dòng này đều bị xóa trống. Số liệu tại Sở được giữ nguyên; "
                "cần xóa thì sửa trong chương trình."
            )
            found.refused.append(self._row_refusal(rows[0], sent, message, RefusalKind.VALUE))
            return found
        for heading, name in self._present:
            # Most cells came back as they were sent.
            if name in sent.fields and not _all_untouched(rows, heading, sent.fields[name]):
                self._field(rows, sent, office, heading, found)
        return found

    def _field(
        self,
        rows: Sequence[ReturnedRow],
        sent: SentRow,
        office: OfficeRow,
        heading: str,
        found: RowFindings,
    ) -> None:
        name = FIELD_OF[heading]
        was = sent.fields[name]
        read: list[_Read] = []
        for row in rows:
            cell = row.cell(heading)
            if not cell.is_formula and _is_untouched(cell.value, was):
                continue
            value = self._value(row, sent, heading, found)
            if value is not None and value.value != was:
                read.append(value)
        if not read:
            return
        place = CellPlace(
            read[0].cell, sent.occurrence_id, office.unit_id, office.row.number, sent.period, name
        )
        if len({one.value for one in read}) > 1:
            cells = ", ".join(one.cell for one in read)
            message = (
                f"Các ô {cells} cùng là một ô của nhiệm vụ {sent.number} mà ghi khác nhau. "
                "Hãy giữ lại một giá trị."
            )
            found.refused.append(self._refusal(rows[-1], sent, heading, message))
            return
        if name not in office.fields:
            barrier = office.barrier or "Đơn vị phối hợp không ghi cột này"
            message = f"{barrier}. Giá trị tại Sở được giữ nguyên."
            found.refused.append(self._refusal(rows[0], sent, heading, message))
            return
        self._compare(place, was, read[0].value, office, found)

    def _compare(
        self, place: CellPlace, was: Value, returned: Value, office: OfficeRow, found: RowFindings
    ) -> None:
        now = self._desk.value(office, place.field)
        seen = self._sheet.seen.get((place.occurrence_id, place.unit_id, place.field), ())
        match three_way(was, returned, now, seen):
            case Outcome.CHANGE:
                found.changes.append(CellChange(place, was, now, returned))
            case Outcome.CONFLICT:
                found.conflicts.append(CellConflict(place, was, returned, now))

    def _value(
        self, row: ReturnedRow, sent: SentRow, heading: str, found: RowFindings
    ) -> _Read | None:
        """Return the value of a cell to fill; None where it is refused, which is told."""
        cell = row.cell(heading)
        trouble = ""
        if cell.is_covered:
            trouble = "Ô này bị gộp vào ô khác nên không còn giá trị riêng. Hãy bỏ gộp ô, ghi lại."
        elif cell.is_formula:
            cached = shown_text(cell.value)
            told = f"giá trị lưu trong tệp là “{cached}”" if cached else "công thức chưa có giá trị"
            trouble = f"Ô chứa công thức, chương trình không tính công thức ({told}). Ghi giá trị."
        elif cell.is_error:
            trouble = f"Ô báo lỗi “{cell.value}”. Hãy ghi lại giá trị."
        else:
            read = read_value(FIELD_OF[heading], cell.value, self._year)
            trouble = read.trouble
            if not trouble and FIELD_OF[heading] == "state" and read.value is None:
                if sent.fields["state"] in _SAY_NOTHING:
                    return None
                trouble = "Ô trạng thái bị xóa trống. Hãy chọn một trạng thái trong danh sách."
            if not trouble:
                return _Read(self._returned.address(row, heading), _plain(read.value, heading))
        found.refused.append(
            self._refusal(row, sent, heading, f"{trouble} Giá trị tại Sở được giữ nguyên.")
        )
        return None

    def _fixed(self, row: ReturnedRow, sent: SentRow) -> Iterator[CellRefusal]:
        """Yield the cells that were changed and are not the unit's to fill."""
        for heading, name in self._present:
            if name in sent.fields:
                continue
            cell = row.cells.get(heading)
            value = cell.value if cell else None
            was = sent.fixed.get(heading, "")
            # Most cells came back as they are kept; only the others are looked at closely.
            if (value or "") != was and fixed_text(value) != was:
                message = (
                    f"Cột “{heading}” không phải ô đơn vị điền ở dòng này; nội dung đã sửa không "
                    "được nhận, giá trị tại Sở được giữ nguyên."
                )
                yield self._refusal(row, sent, heading, message, RefusalKind.FIXED)

    def _is_emptied(self, row: ReturnedRow, sent: SentRow) -> bool:
        """Whether all that was filled came back empty: a row wiped out, not values cleared."""
        filled = [name for name, value in sent.fields.items() if value not in _SAY_NOTHING]
        headings = [heading for heading, name in FIELD_OF.items() if name in sent.fields]
        if len(filled) <= 1 or any(one not in self._returned.columns for one in headings):
            return False
        return all(
            row.cell(one).value in _EMPTY and not row.cell(one).is_formula for one in headings
        )

    def _refusal(
        self,
        row: ReturnedRow,
        sent: SentRow,
        heading: str,
        message: str,
        kind: RefusalKind = RefusalKind.VALUE,
    ) -> CellRefusal:
        cell = self._returned.address(row, heading)
        return CellRefusal(cell, message, kind, sent.number, heading, row.text(heading))

    def _row_refusal(
        self, row: ReturnedRow, sent: SentRow, message: str, kind: RefusalKind
    ) -> CellRefusal:
        cell = self._returned.address(row, _ROW_START)
        return CellRefusal(cell, message, kind, sent.number, returned=row.text(HEADINGS[1]))


def _all_untouched(rows: Sequence[ReturnedRow], heading: str, was: Value) -> bool:
    for row in rows:
        cell = row.cells.get(heading)
        if cell is None:
            if was not in _EMPTY:
                return False
        elif cell.is_formula or not _is_untouched(cell.value, was):
            return False
    return True


def _is_untouched(raw: RawValue, was: Value) -> bool:
    """Whether a cell plainly holds what it held; False where it has to be looked at closely."""
    if raw is None:
        return was in _EMPTY
    return isinstance(raw, str) and type(was) is str and raw == was


def _plain(value: Value, heading: str) -> Value:
    """Return an empty text as the office keeps it; other fields are None where empty."""
    is_text = FIELD_OF[heading] not in {"state", "percent", "done_on"}
    return (value or "") if is_text else value


def same_period(row: ReturnedRow, sent: SentRow) -> bool:
    """Whether a row stands for the period of *sent*, as far as it tells one."""
    value = row.cell("Kỳ").value
    if value is None or value == sent.fixed.get("Kỳ"):
        return True
    words = row.text("Kỳ")
    return not words or words == period_words(sent.period)
