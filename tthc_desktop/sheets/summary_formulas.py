"""The formulas of the summary: what each column counts, and over which cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tthc_desktop.domain.progress import LEFT_OUT, STATE_WORDS, State
from tthc_desktop.sheets.progress_rows import ProgressSheet
from tthc_desktop.sheets.progress_worksheet import column_range
from tthc_desktop.sheets.summary import CAN_BE_OVERDUE
from tthc_desktop.sheets.title_block import AS_OF_CELL
from tthc_desktop.sheets.unit_lines_worksheet import UnitLines


class Source(NamedTuple):
    """Where a row's formulas count: `key` chooses the lines, the others are ranges.

    `assigned` are the conditions of COUNTIFS for a line that has lead and timing.
    """

    key: str
    chosen: str
    state: str
    due: str
    done_on: str
    assigned: str


@dataclass(frozen=True, slots=True)
class SummaryColumn:
    """A column of counts; `number` stands under the heading, as in the office's forms."""

    heading: str
    number: str
    formula: Callable[[Source], str]
    width: float = 11


def _count(source: Source, *conditions: str) -> str:
    return f"COUNTIFS({','.join((source.key, *conditions))})"


def _of_states(*states: State) -> Callable[[Source], str]:
    def formula(source: Source) -> str:
        return "+".join(
            _count(source, f'{source.state},"{STATE_WORDS[state]}"') for state in states
        )

    return formula


def _done_late(source: Source) -> str:
    done = f'({source.state}="{STATE_WORDS[State.DONE]}")'
    late = f'({source.due}<>"")*({source.done_on}>{source.due})'
    return f"SUMPRODUCT(({source.chosen})*{done}*{late})"


def _overdue(source: Source) -> str:
    # Counted from the day in the sheet, not from TODAY(): the figures stay those of the day.
    day = f'{source.due},"<"&{AS_OF_CELL}'
    return "+".join(
        _count(source, f'{source.state},"{STATE_WORDS[one]}"', day, source.assigned)
        for one in CAN_BE_OVERDUE
    )


# In the order of Figures.
COUNT_COLUMNS = (
    SummaryColumn("Tổng số", "(3)=(4)+(6)+(7)\n+(8)+(9)+(10)", _count, 15),
    SummaryColumn("Hoàn thành", "(4)", _of_states(State.DONE)),
    SummaryColumn("Trong đó hoàn thành quá hạn", "(5)", _done_late, 13),
    SummaryColumn("Đang thực hiện", "(6)", _of_states(State.IN_PROGRESS)),
    SummaryColumn("Chưa thực hiện", "(7)", _of_states(State.NOT_STARTED)),
    SummaryColumn("Chờ văn bản", "(8)", _of_states(State.WAITING_DOCUMENT)),
    SummaryColumn("Tạm dừng", "(9)", _of_states(State.PAUSED)),
    SummaryColumn("Không phát sinh, hủy", "(10)", _of_states(*LEFT_OUT), 12),
    SummaryColumn("Quá hạn", "(11)", _overdue),
)


def count_unit(lines: UnitLines, row: int) -> Source:
    """Count the lines whose unit has the number in the row's first cell.

    By number, not by name: a name may be part of another one's or hold "*" or "?".
    """
    return Source(
        key=f"{lines.unit},$A{row}",
        chosen=f"{lines.unit}=$A{row}",
        state=lines.state,
        due=lines.due,
        done_on=lines.done_on,
        assigned=f"{lines.assigned},1",
    )


def count_rows(sheet: ProgressSheet) -> Source:
    """Count the rows of Tiến độ themselves, each once."""
    state, due, done_on, lead, timing = (
        column_range(sheet, heading).fixed
        for heading in ("Trạng thái", "Hạn", "Ngày hoàn thành", "Chủ trì", "Thời gian hoàn thành")
    )
    return Source(
        key=f'{state},"<>"',
        chosen=f'{state}<>""',
        state=state,
        due=due,
        done_on=done_on,
        assigned=f'{lead},"<>",{timing},"<>"',
    )
