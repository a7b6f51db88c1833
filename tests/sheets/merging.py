"""The office of the sample with sheets sent to its units, as tests of merging need it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.command_line import Tthc

DAY = ("--today", "2026-06-30")


class Sent:
    """Sheets of quarter II of the control plan, each in a file of its unit's name."""

    def __init__(self, tthc: Tthc, folder: Path) -> None:
        self.tthc = tthc
        self.folder = folder
        self.plan = tthc.plan_id("control")
        self.files: dict[str, Path] = {}
        self.send()

    def send(self) -> None:
        """Send a sheet to each unit (again)."""
        call = ("sheet", "export", "--plan", self.plan, "--period", "2026-Q2", "--each-division")
        files = self.tthc.json(*call, "--to", self.folder, "--force", *DAY)["files"]
        self.files = {Path(one).stem.partition(" - ")[2]: Path(one) for one in files}

    def merge(self, *arguments: object, code: int = 0) -> dict[str, Any]:
        document: dict[str, Any] = self.tthc.json("sheet", "merge", *arguments, *DAY, code=code)
        return document

    def record(self, number: str, division: str, *values: str) -> None:
        """Record progress in the office."""
        call = ("task", "record", "--plan", self.plan, "--number", number)
        periods = ("--period", self.period_of(number))
        code = self.tthc.run(*call, *periods, "--division", division, *values, *DAY)
        assert code in {0, 1}, self.tthc.err

    def period_of(self, number: str) -> str:
        """Return the period of a task that stands in the sheets of quarter II."""
        periods = [one["period"] for one in self.task(number)["occurrences"]]
        return "2026-Q2" if "2026-Q2" in periods else str(periods[0])

    def task(self, number: str) -> dict[str, Any]:
        rows = self.tthc.json("task", "list", "--plan", self.plan)
        found: dict[str, Any] = next(one for one in rows if one["number"] == number)
        return found

    def stored(self, number: str, division: str) -> dict[str, Any]:
        """Return what a unit has recorded for a task, in the period of the sheets."""
        period = self.period_of(number)
        occurrence = next(
            one for one in self.task(number)["occurrences"] if one["period"] == period
        )
        units: list[dict[str, Any]] = occurrence["units"]
        return next(one for one in units if one["division"] == division)
