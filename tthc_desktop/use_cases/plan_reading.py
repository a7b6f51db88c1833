"""What a person looks at before a plan comes in: what was read, and who it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.ports import DataFile
from tthc_desktop.use_cases.plan_import import read_plan_file, read_plan_text, seems_foreign

if TYPE_CHECKING:
    from tthc_desktop.reading.plan_reader import ReadPlan
    from tthc_desktop.reading.steps import Steps


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A plan as read from `source`, the names of those it assigns by id, and whose it seems."""

    source: str
    read: ReadPlan
    names: Mapping[str, str]
    seems_foreign: bool


def read_for_review(
    data_file: DataFile, source: Path | str, *, today: date, steps: Steps
) -> PlanReading:
    """Read a file, or a text from the clipboard; nothing is written.

    Raises what `read_plan_file` raises.
    """
    if isinstance(source, Path):
        read = read_plan_file(data_file, source, today=today, steps=steps)
    else:
        read = read_plan_text(data_file, source, today=today, steps=steps)
    names = {one.id: one.name for one in read.new_respondents}
    if data_file.exists():
        with data_file.units_of_work().reading() as work:
            names |= {one.id: one.name for one in work.office.directory().respondents}
    label = source.name if isinstance(source, Path) else "bảng nhớ tạm"
    return PlanReading(label, read, names, seems_foreign(data_file, read))
