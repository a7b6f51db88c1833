"""Sheets made to hurt, and broken ones: an answer within two seconds and 300 MB."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.reading.hostile_files import REFUSED as HOSTILE_FILES
from tests.reading.mutants import SHEET_PARTS, mutants
from tests.sheets.hostile_sheets import ANSWERED, READ, REFUSED
from tthc_desktop.errors import Refused
from tthc_desktop.sheets.progress_workbook import write_progress_sheet
from tthc_desktop.sheets.returned_sheet import ReturnedSheet, read_returned_sheet

if TYPE_CHECKING:
    from tests.sheets.conftest import Maker
    from tthc_desktop.domain.plan_progress import PlanProgress

SECONDS = 2.0
MEGABYTES = 300
ROOT = Path(__file__).resolve().parents[2]
IN_A_CHILD = """
import re, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (1024 ** 3, 1024 ** 3))
from tthc_desktop.errors import Refused
from tthc_desktop.sheets.returned_sheet import read_returned_sheet
for file in sorted(Path(sys.argv[1]).iterdir()):
    Path("/proc/self/clear_refs").write_text("5")  # the peak counts anew for every file
    try:
        read_returned_sheet(file)
    except Refused:
        pass
    peak = re.search("VmHWM:\\s+([0-9]+)", Path("/proc/self/status").read_text())
    print(file.name, int(peak[1]) // 1024)
"""


@pytest.fixture
def good(make: Maker, year: PlanProgress) -> bytes:
    """Give a sheet that was sent."""
    path = make.folder / "gửi.xlsx"
    from tests.sheets.conftest import TODAY
    from tthc_desktop.sheets.progress_rows import progress_sheet

    sheet = replace(progress_sheet(year, TODAY, unit="nv"), version="phieu")
    write_progress_sheet(sheet, path)
    return path.read_bytes()


def read(content: bytes, folder: Path) -> ReturnedSheet:
    path = folder / "trả về.xlsx"
    path.write_bytes(content)
    return read_returned_sheet(path)


def test_the_good_one_is_read(good: bytes, tmp_path: Path) -> None:
    sheet = read(good, tmp_path)
    assert len(sheet.columns) == 15
    assert all(row.identity for row in sheet.rows)


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_sheet_is_refused_quickly(good: bytes, tmp_path: Path, name: str) -> None:
    content = REFUSED[name](good)
    start = time.process_time()
    with pytest.raises(Refused) as refused:
        read(content, tmp_path)
    assert time.process_time() - start < SECONDS
    assert "root:" not in refused.value.message


@pytest.mark.parametrize("name", READ)
def test_what_does_no_harm_is_read(good: bytes, tmp_path: Path, name: str) -> None:
    sheet = read(READ[name](good), tmp_path)
    assert len(sheet.rows) == len(read(good, tmp_path).rows)


@pytest.mark.parametrize("name", ANSWERED)
def test_a_strange_sheet_is_answered_quickly(good: bytes, tmp_path: Path, name: str) -> None:
    content = ANSWERED[name](good)
    start = time.process_time()
    with suppress(Refused):
        read(content, tmp_path)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_any_hostile_file_named_as_a_sheet_is_refused(tmp_path: Path, name: str) -> None:
    content = HOSTILE_FILES[name]()
    start = time.process_time()
    with pytest.raises(Refused):
        read(content, tmp_path)
    assert time.process_time() - start < SECONDS


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is asked of Linux")
def test_no_hostile_sheet_costs_much_memory(good: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "hại"
    folder.mkdir()
    for name, make in {**REFUSED, **READ, **ANSWERED}.items():
        (folder / f"{name}.xlsx").write_bytes(make(good))
    child = subprocess.run(
        [sys.executable, "-c", IN_A_CHILD, str(folder)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    used = {line.split()[0]: int(line.split()[1]) for line in child.stdout.splitlines()}
    assert len(used) == len(REFUSED) + len(READ) + len(ANSWERED)
    assert max(used.values()) < MEGABYTES, used


def broken_variants(good: bytes, count: int, folder: Path) -> tuple[int, int]:
    """Return how many variants were read and how many refused."""
    done = 0
    for mutant in mutants(good, count, targets=SHEET_PARTS):
        with suppress(Refused):
            read(mutant, folder)
            done += 1
    return done, count - done


def test_broken_variants_are_read_or_refused(good: bytes, tmp_path: Path) -> None:
    done, refused = broken_variants(good, 500, tmp_path)
    assert min(done, refused) > 100


@pytest.mark.long
@pytest.mark.timeout(900)
def test_ten_thousand_broken_variants(good: bytes, tmp_path: Path) -> None:
    done, refused = broken_variants(good, 10_000, tmp_path)
    assert min(done, refused) > 2_000
