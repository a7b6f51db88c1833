"""Sổ phản ánh, kiến nghị: entries with their deadlines, where each stands, what comes next."""

from __future__ import annotations

from typing import Any

from tthc_desktop.domain.reporting.period_words import period_in_sentence
from tthc_desktop.domain.reporting.petition_steps import (
    PetitionStanding,
    led_on,
    petition_standing,
)
from tthc_desktop.domain.reporting.petitions import (
    Petition,
    petition_counts,
    petition_deadlines,
)
from tthc_desktop.domain.reporting.registers import PETITIONS
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from ui.registers.entry_sheet import EntrySheet, WorkedOut, day_words, field_columns
from ui.registers.register_sheet import (
    FactTable,
    Picks,
    Scope,
    SheetCell,
    SheetColumn,
    SheetFacts,
)

STANDING, DUE, NEXT = "Tình trạng", "Hạn", "Việc tiếp theo"
_OPEN, _ENDED = "open", "ended"
_CHANNELS = (
    "Văn bản trực tiếp", "Bưu chính", "Hệ thống thông tin PAKN (Cổng DVC quốc gia)",
    "Điện thoại", "Thư điện tử", "Phiếu lấy ý kiến", "UBND tỉnh chuyển đến",
)  # fmt: skip
_ORDER = (
    "about", "field", "procedure", "division", "state", "channel", "transferred_to",
    "transferred_on", "answered_on", "outcome", "answer_number", "published_on", "link",
    "satisfaction", "sender", "contact",
)  # fmt: skip
_SOON = "Còn {} ngày"


def petition_columns() -> tuple[SheetColumn, ...]:
    """Return the columns: what is due first, then what was written down."""
    own = field_columns(
        PETITIONS, number=96, summary=280, about=150, state=130, procedure=190, outcome=220
    )
    return (
        own["number"],
        own["received_on"],
        SheetColumn(STANDING, 148),
        SheetColumn(DUE, 96),
        SheetColumn(NEXT, 130),
        own["summary"],
        *(own[name] for name in _ORDER),
    )


class PetitionSheet(EntrySheet):
    """Rows are picked out by where they stand."""

    day_field = "received_on"

    def __init__(self) -> None:
        """Show the petitions."""
        super().__init__(PETITIONS, petition_columns(), PETITIONS.title)

    def picks(self, book: RegisterBook) -> Picks:
        """Return the states that can be looked for."""
        del book
        return Picks(
            "Mọi tình trạng",
            (
                (_OPEN, "Chưa xong"), (Shown.OVERDUE, "Quá hạn"), (Shown.SOON, "Sắp đến hạn"),
                (Shown.IN_TIME, "Trong hạn"), (_ENDED, "Đã xong"),
            ),
        )  # fmt: skip

    def offered(self, column: SheetColumn, book: RegisterBook) -> tuple[str, ...]:
        """Return units and channels where these are typed."""
        known = {"division": book.units, "channel": _CHANNELS}.get(column.name, ())
        return tuple(dict.fromkeys((*known, *super().offered(column, book))))

    def completed(self, before: Any, after: Any) -> Any:  # noqa: ANN401 - petitions
        """Return the petition with the state that its new days lead to."""
        return led_on(before, after)

    def worked_out(self, entry: Any, book: RegisterBook, scope: Scope) -> WorkedOut:  # noqa: ANN401
        """Return the standing, the last day of the next step, and that step."""
        del scope
        found = standing(entry, book)
        cells = {
            STANDING: SheetCell(standing_words(found), found.state, found.missing),
            DUE: SheetCell(day_words(found.due), value=found.due),
            NEXT: SheetCell(found.steps[0].value if found.steps else ""),
        }
        picks = {_OPEN if found.is_open else _ENDED, found.state.shown}
        return WorkedOut(cells, frozenset(picks))

    def facts(self, book: RegisterBook, scope: Scope) -> SheetFacts:
        """Count what stands where, and the period for form II.05."""
        held: tuple[Petition, ...] = book.of(PETITIONS)
        states = [standing(one, book) for one in held]
        late = sum(one.state.shown is Shown.OVERDUE for one in states)
        soon = sum(one.state.shown is Shown.SOON for one in states)
        is_open = sum(one.is_open for one in states)
        line = (
            f"{len(held)} phản ánh, kiến nghị · {is_open} chưa xong · {late} quá hạn · "
            f"{soon} sắp đến hạn"
        )
        window = book.window(scope.key)
        counts = petition_counts(held, window)
        rows = (
            ("Kỳ trước chuyển qua", str(counts["before"])),
            ("Tiếp nhận trong kỳ", str(counts["new"])),
            ("Trong đó: hành vi hành chính", str(counts["behaviour"])),
            ("Trong đó: quy định hành chính", str(counts["regulation"])),
            ("Đã xử lý", str(counts["handled_new"] + counts["handled_before"])),
            ("Đã công khai", str(counts["published"])),
        )
        note = f"Số liệu từ {window.start:%d/%m/%Y} đến {window.end:%d/%m/%Y}, dùng cho biểu II.05."
        return SheetFacts(
            line, (FactTable(f"Số liệu {period_in_sentence(scope.key)}", rows, note),)
        )


def deadline_table(one: Petition, book: RegisterBook) -> FactTable:
    """Return the last days of a petition."""
    found = petition_deadlines(one, book.working_days)
    rows = (
        ("Từ chối, 2 ngày làm việc", day_words(found.refuse_by)),
        ("Chuyển, 5 ngày làm việc", day_words(found.transfer_by)),
        ("Yêu cầu bổ sung, 5 ngày làm việc", day_words(found.ask_by)),
        ("Trả lời, 15 ngày làm việc", day_words(found.handle_by)),
        ("Công khai, 2 ngày làm việc", day_words(found.publish_by) or "sau khi trả lời"),
    )
    return FactTable("Hạn của mục đang chọn", rows, f"Tính từ ngày nhận {one.received_on:%d/%m/%Y}")


def standing(one: Petition, book: RegisterBook) -> PetitionStanding:
    """Return where a petition stands today."""
    return petition_standing(one, book.working_days, book.today)


def standing_words(found: PetitionStanding) -> str:
    """Return the words of a standing."""
    state = found.state
    if found.missing:
        return found.missing
    if state.shown is Shown.SOON:
        return _SOON.format(state.days) if state.days else "Đến hạn hôm nay"
    return {
        Shown.DONE: "Đã xử lý", Shown.DONE_LATE: "Xử lý quá hạn",
    }.get(state.shown, state.words)  # fmt: skip
