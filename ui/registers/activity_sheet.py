"""Sổ hoạt động truyền thông, and the targets of the year with what is reached of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tthc_desktop.domain.reporting.activities import ActivityLine, activity_table
from tthc_desktop.domain.reporting.entry_edits import EntryChange
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.period_words import period_in_sentence
from tthc_desktop.domain.reporting.registers import ACTIVITIES, ACTIVITY_KINDS, ACTIVITY_TARGETS
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from tthc_desktop.vietnamese_text import clean_line, fold
from ui.registers.entry_sheet import EntrySheet, WorkedOut, field_columns
from ui.registers.register_sheet import (
    FactTable,
    Pasting,
    Picks,
    Scope,
    SheetCell,
    SheetColumn,
    SheetFacts,
    SheetRow,
)

REACHED, PERCENT = "Đã thực hiện", "Đạt (%)"
_UNITS = (
    "tin", "bài", "phóng sự", "video", "lượt phát", "hội nghị", "cuộc họp", "lớp", "cuộc thi",
    "pa nô", "tờ rơi", "bài đăng", "lượt người",
)  # fmt: skip
_YEAR = "year"


class ActivitySheet(EntrySheet):
    """Rows are picked out by their kind; the table of the report stands beside them."""

    day_field = "day"

    def __init__(self) -> None:
        """Show the activities."""
        own = field_columns(
            ACTIVITIES, kind=190, title=280, evidence=200, task=220, unit=90, quantity=84
        )
        super().__init__(ACTIVITIES, tuple(own.values()), "Hoạt động truyền thông")

    def picks(self, book: RegisterBook) -> Picks:
        """Return the kinds there are."""
        kinds = dict.fromkeys(one.kind for one in book.of(ACTIVITIES))
        return Picks("Mọi hình thức", tuple((fold(one), one) for one in kinds))

    def worked_out(self, entry: Any, book: RegisterBook, scope: Scope) -> WorkedOut:  # noqa: ANN401
        """Return the kind."""
        del book, scope
        return WorkedOut(picks=frozenset({fold(entry.kind)}))

    def offered(self, column: SheetColumn, book: RegisterBook) -> tuple[str, ...]:
        """Return the known kinds, units and tasks before what was typed."""
        known: Mapping[str, tuple[str, ...]] = {
            "kind": ACTIVITY_KINDS, "unit": _UNITS, "division": book.units, "task": book.tasks,
        }  # fmt: skip
        found = (*known.get(column.name, ()), *super().offered(column, book))
        return tuple(dict.fromkeys(found))

    def facts(self, book: RegisterBook, scope: Scope) -> SheetFacts:
        """Return the table of the report: in the period, since 15/12, the target, the share."""
        lines = reached(book, scope)
        window, year = book.window(scope.key), book.window(str(scope.year))
        rows = tuple(
            (
                f"{one.kind} ({one.unit})" if one.unit else one.kind,
                number_words(one.in_period), number_words(one.in_year),
                number_words(one.target) if one.target is not None else "–", _percent(one),
            )
            for one in lines
        )  # fmt: skip
        counted = sum(window.holds(one.day) for one in book.of(ACTIVITIES))
        with_target = [one for one in lines if one.target]
        enough = sum((one.percent or 0) >= 100 for one in with_target)
        line = f"{counted} hoạt động từ {window.start:%d/%m/%Y} đến {window.end:%d/%m/%Y}"
        if with_target:
            line += f" · đạt {enough}/{len(with_target)} chỉ tiêu năm {scope.year}"
        note = f"Lũy kế tính từ {year.start:%d/%m/%Y}."
        table = FactTable(
            f"Số liệu {period_in_sentence(scope.key)}",
            rows,
            note,
            ("Hình thức", "Trong kỳ", "Lũy kế", "Chỉ tiêu", "%"),
        )
        return SheetFacts(line, (table,))


class TargetSheet(EntrySheet):
    """The targets of the year that is looked at."""

    needs_period = False
    empty = "Chưa có chỉ tiêu của năm này. Gõ vào dòng cuối."

    def __init__(self) -> None:
        """Show the targets; the year is the page's."""
        own = field_columns(ACTIVITY_TARGETS, kind=320, unit=140)
        columns = (
            own["kind"], own["unit"], own["target"],
            SheetColumn(REACHED, 120, is_number=True), SheetColumn(PERCENT, 100, is_number=True),
        )  # fmt: skip
        super().__init__(ACTIVITY_TARGETS, columns, "Chỉ tiêu năm")
        self._lines: dict[tuple[str, str], ActivityLine] = {}

    def offered(self, column: SheetColumn, book: RegisterBook) -> tuple[str, ...]:
        """Return the known kinds and units before what was typed."""
        known = {"kind": ACTIVITY_KINDS, "unit": _UNITS}.get(column.name, ())
        return tuple(dict.fromkeys((*known, *super().offered(column, book))))

    def rows(self, book: RegisterBook, scope: Scope) -> tuple[SheetRow, ...]:
        """Return the targets of the year."""
        self._lines = {
            (fold(one.kind), fold(one.unit)): one for one in reached(book, scope)
        }  # fmt: skip
        return tuple(one for one in super().rows(book, scope) if one.entry.year == scope.year)

    def added(self, book: RegisterBook, scope: Scope, texts: Mapping[str, str]) -> EntryChange:
        """Return a new target of the year."""
        return super().added(book, scope, {**texts, _YEAR: str(scope.year)})

    def pasted(
        self, book: RegisterBook, scope: Scope, block: Sequence[Sequence[str]],
        row: SheetRow | None,
    ) -> Pasting:  # fmt: skip
        """Return targets of the year that is looked at, whatever year the rows name."""
        named = {fold(one.heading) for one in self.register.fields}
        has_headings = bool(block) and sum(fold(clean_line(one)) in named for one in block[0]) > 1
        order = [
            *(one.heading for one in self.columns if one.name),
            next(one.heading for one in self.register.fields if one.name == _YEAR),
        ]
        if not has_headings:
            width = len(order) - 1
            body = [[*one[:width], *[""] * (width - len(one)), str(scope.year)] for one in block]
            block = [order, *body]
        return super().pasted(book, scope, block, row)

    def worked_out(self, entry: Any, book: RegisterBook, scope: Scope) -> WorkedOut:  # noqa: ANN401
        """Return what is reached since 15/12 of the year, and the share of the target."""
        del book, scope
        line = self._lines.get((fold(entry.kind), fold(entry.unit)))
        if line is None:
            return WorkedOut()
        done = SheetCell(number_words(line.in_year), value=line.in_year)
        return WorkedOut({REACHED: done, PERCENT: SheetCell(_percent(line), value=line.percent)})

    def depends_on(self, book: RegisterBook) -> object:
        """Return something new each time: activities and period change what is reached."""
        del book
        return object()

    def facts(self, book: RegisterBook, scope: Scope) -> SheetFacts:
        """Return the same table as beside the activities."""
        return ActivitySheet().facts(book, scope)


def reached(book: RegisterBook, scope: Scope) -> tuple[ActivityLine, ...]:
    """Return the table of the report for a period."""
    return activity_table(
        book.of(ACTIVITIES),
        book.of(ACTIVITY_TARGETS),
        book.window(scope.key),
        book.window(str(scope.year)),
    )


def _percent(line: ActivityLine) -> str:
    return "–" if line.percent is None else number_words(round(line.percent, 1))
