"""Danh mục thủ tục hành chính của Sở, with what form II.07b and the plan's tasks ask of it."""

from __future__ import annotations

from typing import Any

from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.procedures import (
    OnlineLevel,
    procedure_answers,
    procedure_counts,
)
from tthc_desktop.domain.reporting.registers import PROCEDURES
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from tthc_desktop.vietnamese_text import sort_key
from ui.registers.entry_sheet import EntrySheet, WorkedOut, field_columns
from ui.registers.register_sheet import (
    FactTable,
    Picks,
    Scope,
    SheetCell,
    SheetColumn,
    SheetFacts,
    SheetRow,
)

_ORDER = (
    "code", "name", "field", "level", "online", "one_stop", "independent_of_place", "process",
    "decision", "decided_on", "published_where", "published_on",
)  # fmt: skip
_IN_FORCE, _ENDED, _NO_PROCESS, _HIDDEN = "in_force", "ended", "no_process", "hidden"
_HELD = "Hiệu lực"


class ProcedureSheet(EntrySheet):
    """Rows are picked out by what is missing of them and how far they go online."""

    def __init__(self) -> None:
        """Show the procedures."""
        own = field_columns(PROCEDURES, code=110, name=320, decision=170, process=170, level=90)
        columns = (
            *(own[name] for name in _ORDER), SheetColumn(_HELD, 120), own["ended_on"],
        )  # fmt: skip
        super().__init__(PROCEDURES, columns, "Thủ tục hành chính của Sở")

    def rows(self, book: RegisterBook, scope: Scope) -> tuple[SheetRow, ...]:
        """Return the procedures by field and code: they have no day that orders them."""
        found = super().rows(book, scope)
        return tuple(
            sorted(found, key=lambda one: (sort_key(one.entry.field), sort_key(one.entry.code)))
        )

    def picks(self, book: RegisterBook) -> Picks:
        """Return what can be looked for."""
        del book
        return Picks(
            "Mọi TTHC",
            (
                (_IN_FORCE, "Còn hiệu lực"), (_ENDED, "Hết hiệu lực"),
                (_NO_PROCESS, "Chưa có quy trình nội bộ"), (_HIDDEN, "Chưa công khai"),
                (OnlineLevel.WHOLE, "Toàn trình"), (OnlineLevel.PARTLY, "Một phần"),
                (OnlineLevel.NONE, "Không trực tuyến"),
            ),
        )  # fmt: skip

    def worked_out(self, entry: Any, book: RegisterBook, scope: Scope) -> WorkedOut:  # noqa: ANN401
        """Return whether it is in force; what ended is found by that only."""
        del scope
        if not entry.is_in_force(book.today):
            is_ended = entry.ended_on is not None and entry.ended_on <= book.today
            words = "Đã bãi bỏ" if is_ended else "Chưa có hiệu lực"
            return WorkedOut({_HELD: SheetCell(words)}, frozenset({_ENDED}))
        found = {_IN_FORCE, entry.online}
        if not entry.process:
            found.add(_NO_PROCESS)
        if not entry.published_where and entry.published_on is None:
            found.add(_HIDDEN)
        return WorkedOut({_HELD: SheetCell("Còn hiệu lực")}, frozenset(found))

    def facts(self, book: RegisterBook, scope: Scope) -> SheetFacts:
        """Count for form II.07b, and for the tasks that ask about the list."""
        window, held = book.window(scope.key), book.of(PROCEDURES)
        counts, answers = procedure_counts(held, window), procedure_answers(held, window)
        total = answers.total
        percent = answers.online_percent
        online = f"{answers.online_whole + answers.online_partly}/{total}"
        if percent is not None:
            online += f" ({number_words(round(percent, 1))} %)"
        line = (
            f"{total} TTHC tính đến {window.end:%d/%m/%Y}: có quyết định công bố "
            f"{answers.has_decision} · công khai {answers.is_published} · quy trình nội bộ "
            f"{answers.has_process} · phi địa giới {answers.independent_of_place} · "
            f"trực tuyến {online}"
        )

        def pair(name: str) -> tuple[str, str, str]:
            own, commune = counts[f"{name}province"], counts[f"{name}commune"]
            return str(own + commune), str(own), str(commune)

        form = FactTable(
            "Biểu II.07b",
            (
                ("TTHC thuộc thẩm quyền", *pair("")),
                ("Theo cơ chế một cửa", *pair("one_stop_")),
                ("Quy trình nội bộ", *pair("process_")),
            ),
            headings=("", "Tổng", "Tỉnh", "Xã"),
        )
        tasks = FactTable(
            "Trả lời nhiệm vụ trong kế hoạch",
            (
                ("Công bố: TTHC công bố trong kỳ", str(answers.announced)),
                ("Công bố: đã có quyết định", f"{answers.has_decision}/{total}"),
                ("Công khai tại nơi giải quyết, trên cổng", f"{answers.is_published}/{total}"),
                ("Quy trình nội bộ", f"{answers.has_process}/{total}"),
                ("Không phụ thuộc địa giới", f"{answers.independent_of_place}/{total}"),
                ("Trực tuyến toàn trình", f"{answers.online_whole}/{total}"),
                ("Trực tuyến một phần", f"{answers.online_partly}/{total}"),
            ),
            f"Kỳ từ {window.start:%d/%m/%Y} đến {window.end:%d/%m/%Y}.",
        )
        return SheetFacts(line, (form, tasks))
