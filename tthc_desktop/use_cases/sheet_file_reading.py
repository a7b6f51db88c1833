"""One returned file against the sheets that were sent: its rows told, then read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.sent_sheet import SentRow
from tthc_desktop.domain.sheet_likeness import LEAST_LIKENESS, likeness
from tthc_desktop.domain.sheet_merge import CellPlace, CellRefusal, RefusalKind
from tthc_desktop.errors import Refused
from tthc_desktop.sheets.progress_columns import FIELD_OF, HEADINGS
from tthc_desktop.sheets.returned_sheet import ReturnedRow, ReturnedSheet
from tthc_desktop.use_cases.merge_desk import MergeDesk, OpenedSheet
from tthc_desktop.use_cases.sheet_cleared import refuse_lost_columns
from tthc_desktop.use_cases.sheet_proposals import FileProposal, LikelyRow
from tthc_desktop.use_cases.sheet_row_reading import RowFindings, RowReader, same_period
from tthc_desktop.use_cases.sheet_telling import sheet_by_words
from tthc_desktop.vietnamese_text import clean_line, fold

_NUMBER, _CONTENT = HEADINGS[:2]
_TIMING = "Thời gian hoàn thành"
_READ_ONLY = (PlanState.CLOSED, PlanState.REFERENCE)
# Telling rows by their words compares each with all others; more of them are no sheet of ours.
_MOST_TOLD_BY_WORDS = 1_000


class FileReader:
    """Reads one file; its findings are gathered row by row."""

    def __init__(self, desk: MergeDesk, returned: ReturnedSheet, plan_id: str | None) -> None:
        """Keep the file; *plan_id* is the only plan whose sheets are taken, None for any."""
        self._desk = desk
        self._returned = returned
        self._plan_id = plan_id
        self._found = RowFindings()
        self._likely: list[LikelyRow] = []
        self._rows: dict[tuple[str, str], list[ReturnedRow]] = defaultdict(list)
        self._untold: list[ReturnedRow] = []

    def proposal(self) -> FileProposal:
        """Return what the file would change; Refused where it is no sheet of this data file."""
        main = self._main_sheet()
        self._plan_id = main.head.plan_id  # a file is one plan's; other rows are told
        for row in self._returned.rows:
            self._sort(row)
        self._tell_missing_columns(main)
        self._tell_doubled_columns()
        sheet_of: dict[CellPlace, str] = {}
        told: list[SentRow] = []
        for (sheet_id, occurrence_id), rows in self._rows.items():
            sheet = self._known(sheet_id)
            sent = sheet.row(occurrence_id) if sheet else None
            if sheet is None or sent is None:
                continue
            found = RowReader(self._desk, self._returned, sheet).read(rows, sent)
            sheet_of |= dict.fromkeys(found.places, sheet_id)
            told.append(sent)
            self._gather(found)
        refuse_lost_columns(self._found, told)
        self._tell_by_words(main)
        ids = Counter(sheet_id for sheet_id, _ in self._rows)
        others = [one for one, _ in ids.most_common() if one != main.head.id]
        return replace(
            self._head(main),
            sheet_ids=(main.head.id, *others),
            changes=tuple(self._found.changes),
            conflicts=tuple(self._found.conflicts),
            likely=tuple(self._likely),
            refused=tuple(self._found.refused),
            sheet_of=sheet_of,
        )

    def _main_sheet(self) -> OpenedSheet:
        told = [row.identity.sheet_id for row in self._returned.rows if row.identity]
        if not told:
            sheet = sheet_by_words(self._desk, self._returned, self._plan_id)
        else:
            known = Counter(one for one in told if self._desk.sheet(one) is not None)
            found = known.most_common(1)
            sheet = self._desk.sheet(found[0][0]) if found else None
        if sheet is None:
            raise Refused(self._unknown())
        self._refuse_plan(sheet)
        return sheet

    def _unknown(self) -> str:
        title = next((one for one in self._returned.above if "năm" in one.casefold()), "")
        of = f" (“{title}”)" if title else ""
        return (
            f"Tệp “{self._returned.path.name}”{of} không phải phiếu mà tệp dữ liệu này đã gửi đi: "
            "phiếu của kế hoạch khác, năm khác hoặc kế hoạch đã xóa. Chưa ghi gì."
        )

    def _refuse_plan(self, sheet: OpenedSheet) -> None:
        plan = self._desk.plan(sheet.head.plan_id).plan
        name = self._returned.path.name
        if self._plan_id is not None and plan.id != self._plan_id:
            message = (
                f"Tệp “{name}” là phiếu của kế hoạch khác: {plan.title} (năm {plan.year}). "
                "Hãy mở kế hoạch đó rồi nhận phiếu. Chưa ghi gì."
            )
            raise Refused(message)
        if plan.state in _READ_ONLY:
            message = (
                f"Tệp “{name}” là phiếu của kế hoạch năm {plan.year} đã đóng, chỉ để đọc, nên "
                "không nhận được. Chưa ghi gì."
            )
            raise Refused(message)

    def _known(self, sheet_id: str) -> OpenedSheet | None:
        """Return a sheet whose rows may be taken: sent by us, of a plan that may be written."""
        sheet = self._desk.sheet(sheet_id)
        if sheet is None:
            return None
        if self._plan_id is not None and sheet.head.plan_id != self._plan_id:
            return None
        is_open = self._desk.plan(sheet.head.plan_id).plan.state not in _READ_ONLY
        return sheet if is_open else None

    def _sort(self, row: ReturnedRow) -> None:
        """Put a row to those told by identity, or to those nobody knows yet."""
        if row.identity is None:
            if self._is_written(row):
                self._untold.append(row)
            return
        sheet = self._known(row.identity.sheet_id)
        if sheet is None:
            message = (
                "Dòng này thuộc một phiếu khác mà tệp dữ liệu này không gửi đi hoặc không nhận "
                "được. Giá trị tại Sở được giữ nguyên."
            )
            self._refuse_row(row, message, RefusalKind.GONE_ROW)
            return
        if not row.identity.occurrence_id:
            self._sort_group(row, sheet)
            return
        sent = sheet.row(row.identity.occurrence_id)
        if sent is None or not _fits(row, sent, sheet):
            self._untold.append(row)
            return
        self._rows[sheet.head.id, sent.occurrence_id].append(row)

    def _sort_group(self, row: ReturnedRow, sheet: OpenedSheet) -> None:
        content = row.text(_CONTENT)
        if content and content not in sheet.groups:
            self._untold.append(row)
            return
        for heading in FIELD_OF:
            if row.text(heading):
                message = "Dòng nhóm việc không ghi kết quả; nội dung này không được nhận."
                cell = self._returned.address(row, heading)
                self._found.refused.append(
                    CellRefusal(cell, message, RefusalKind.FIXED, "", heading, row.text(heading))
                )

    @staticmethod
    def _is_written(row: ReturnedRow) -> bool:
        return bool(row.text(_CONTENT)) or any(row.text(heading) for heading in FIELD_OF)

    def _tell_by_words(self, main: OpenedSheet) -> None:
        free = [
            one for one in main.rows.values() if (main.head.id, one.occurrence_id) not in self._rows
        ]
        groups = {fold(one) for one in main.groups}
        for place, row in enumerate(self._untold):
            content = row.text(_CONTENT)
            if fold(content) in groups and not row.text("Kỳ"):
                continue
            best = _best(row, free) if place < _MOST_TOLD_BY_WORDS else None
            if best is None:
                self._refuse_new(row)
                continue
            score, sent = best
            free.remove(sent)
            found = RowReader(self._desk, self._returned, main).read([row], sent)
            cell = self._returned.address(row, _NUMBER)
            self._likely.append(
                LikelyRow(
                    cell, sent.number, sent.content, score, main.head.id,
                    tuple(found.changes), tuple(found.conflicts),
                )
            )  # fmt: skip
            self._found.refused.extend(
                one for one in found.refused if one.kind is not RefusalKind.FIXED
            )

    def _refuse_new(self, row: ReturnedRow) -> None:
        message = (
            f"Dòng {row.number} là dòng mới, không có trong phiếu đã gửi nên không được nhận. "
            "Nếu là nhiệm vụ mới, hãy thêm vào kế hoạch."
        )
        self._refuse_row(row, message, RefusalKind.NEW_ROW)

    def _refuse_row(self, row: ReturnedRow, message: str, kind: RefusalKind) -> None:
        cell, timing = self._returned.address(row, _NUMBER), row.text(_TIMING)
        told = (row.text(_NUMBER), "", row.text(_CONTENT), timing)
        self._found.refused.append(CellRefusal(cell, message, kind, *told))

    def _tell_missing_columns(self, main: OpenedSheet) -> None:
        wanted = {name for row in main.rows.values() for name in row.fields}
        missing = [
            heading
            for heading, name in FIELD_OF.items()
            if name in wanted and heading not in self._returned.columns
        ]
        if missing:
            names = ", ".join(f"“{one}”" for one in missing)
            message = (
                f"Dòng đầu cột không có {names}; các cột đó không được nhận, giá trị tại Sở được "
                "giữ nguyên. Hãy giữ nguyên tên cột."
            )
            cell = f"A{self._returned.heading_row}"
            self._found.refused.append(CellRefusal(cell, message, RefusalKind.FIXED))

    def _tell_doubled_columns(self) -> None:
        for cell, heading in self._returned.doubled:
            read = self._returned.columns[heading]
            message = (
                f"Có hai cột “{heading}”; chỉ cột {read} được đọc. Hãy ghi vào một cột, bỏ cột kia."
            )
            self._found.refused.append(CellRefusal(cell, message, RefusalKind.FIXED))

    def _gather(self, found: RowFindings) -> None:
        self._found.changes.extend(found.changes)
        self._found.conflicts.extend(found.conflicts)
        self._found.refused.extend(found.refused)

    def _head(self, main: OpenedSheet) -> FileProposal:
        head = main.head
        key = (head.plan_id, head.unit_id, head.period)
        same = [
            one.id for one in self._desk.heads() if (one.plan_id, one.unit_id, one.period) == key
        ]
        return FileProposal(
            self._returned.path,
            self._returned.sha256,
            head.unit_id,
            self._desk.directory.get(head.unit_id).name if head.unit_id else None,
            head.plan_id,
            head.period,
            head.sent_at,
            edition=same.index(head.id) + 1,
            is_newest=same[-1] == head.id,
            is_known=self._returned.sha256 in main.answered_by,
        )


def _fits(row: ReturnedRow, sent: SentRow, sheet: OpenedSheet) -> bool:
    """Whether a row's words are those of its identity, or a person's change of them.

    Sorting some of the columns leaves the identity behind: the row then has the words of
    another row of the sheet, or it is a copy with a task of its own.
    """
    if row.cell(_CONTENT).value == sent.content and same_period(row, sent):
        return True
    content = row.text(_CONTENT)
    if not content or fold(content) == fold(clean_line(sent.content)):
        if same_period(row, sent):
            return True
        return not any(
            fold(one.content) == fold(sent.content) and same_period(row, one)
            for one in sheet.rows.values()
        )
    if any(fold(clean_line(one.content)) == fold(content) for one in sheet.rows.values()):
        return False
    return likeness(content, sent.content, same_period=True) >= LEAST_LIKENESS


def _best(row: ReturnedRow, free: Iterable[SentRow]) -> tuple[float, SentRow] | None:
    content = row.text(_CONTENT)
    scored = list(_scored(row, content, free)) if content else []
    best = max(scored, key=lambda one: one[0], default=None)
    return best if best is not None and best[0] >= LEAST_LIKENESS else None


def _scored(
    row: ReturnedRow, content: str, free: Iterable[SentRow]
) -> Iterator[tuple[float, SentRow]]:
    for one in free:
        score = likeness(content, clean_line(one.content), same_period=same_period(row, one))
        yield score, one
        if score == 1:
            return
