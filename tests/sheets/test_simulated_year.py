"""Sheets of whole years: every change that was meant arrives once, and no other."""

import os
from pathlib import Path

import pytest

from tests.sheets.simulated_year import simulate

QUICK = 3


@pytest.mark.sheets
def test_every_change_of_a_year_arrives_and_no_other(tmp_path: Path) -> None:
    years = int(os.environ.get("TTHC_SHEET_YEARS", QUICK))
    counts = simulate(tmp_path, years)
    report = os.environ.get("TTHC_SHEET_REPORT")
    if report:
        Path(report).write_text(
            f"{counts.years} years, {counts.files} sheets ({counts.resaved} saved again by "
            f"LibreOffice), {counts.changes} changes, {counts.conflicts} conflicts, "
            f"{len(counts.differences)} differences\n",
            encoding="utf-8",
        )
    assert counts.differences == []
    assert counts.years == years
    assert counts.changes > 20 * years
    assert counts.conflicts > years
