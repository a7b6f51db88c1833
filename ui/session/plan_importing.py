"""The worker's part of bringing a plan in: read it for review, then write it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from tthc_desktop.ports import DataFile
from ui.session.background import Job, Trouble

if TYPE_CHECKING:
    from tthc_desktop.use_cases.plan_reading import PlanReading

# A file of Word or text, or the text of the clipboard.
PlanSource = Path | str


def reading_job(
    data_file: DataFile,
    source: PlanSource,
    today: date,
    tell: Callable[[float], None],
    done: Callable[[PlanReading], None],
    failed: Callable[[Trouble], None],
) -> Job:
    """Return the job that reads *source*; it can be stopped and *tell* hears how far it is."""
    stopped = Event()

    def work() -> PlanReading:
        from tthc_desktop.reading.steps import Steps
        from tthc_desktop.use_cases.plan_reading import read_for_review

        steps = Steps(tell, stopped.is_set)
        return read_for_review(data_file, source, today=today, steps=steps)

    what = f"“{source.name}”" if isinstance(source, Path) else "bảng nhớ tạm"
    return Job(f"Đang đọc {what}…", work, done, failed, can_stop=True, stopped=stopped)
