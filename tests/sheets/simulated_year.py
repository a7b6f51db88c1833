"""A year of sheets: sent, filled in at random, returned in any order, merged, compared."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from tests.sheets.returned_files import (
    FIRST,
    IDENTITY,
    copied_to_a_new_workbook,
    edit,
    move_column,
    place,
    put_table,
    table,
)
from tests.sheets.simulated_office import YEAR, Key, SimulatedOffice
from tthc_desktop.domain.progress import STATE_WORDS, State
from tthc_desktop.domain.sheet_identity import read_identity
from tthc_desktop.domain.sheet_merge import Value
from tthc_desktop.sheets.progress_columns import FIELD_OF
from tthc_desktop.use_cases.sheet_export import export_sheet
from tthc_desktop.use_cases.sheet_merge import apply_merge, propose_merge
from tthc_desktop.use_cases.sheet_proposals import MergeProposal

HEADING_OF = {name: heading for heading, name in FIELD_OF.items()}
_FEW = 10
_SYNONYMS = {State.DONE: "xong", State.NO_CASE: "không phát sinh", State.IN_PROGRESS: "đang làm"}


@dataclass
class Counts:
    """What was simulated and what differed from what was meant."""

    years: int = 0
    files: int = 0
    resaved: int = 0
    changes: int = 0
    conflicts: int = 0
    differences: list[str] = field(default_factory=list)


@dataclass
class _Returned:
    path: Path
    unit: str
    sent: dict[Key, Value]
    meant: dict[Key, Value] = field(default_factory=dict)


class SimulatedYear:
    """Four quarters of one office; everything random follows from the seed."""

    def __init__(self, folder: Path, seed: int, counts: Counts) -> None:
        """Make the office."""
        self._chance = random.Random(seed)
        self._folder = folder
        self._seed = seed
        self._counts = counts
        self._office = SimulatedOffice(folder, self._chance)

    def run(self, *, resave: bool) -> None:
        """Go through the year; with *resave* the last quarter passes through LibreOffice."""
        for quarter in range(1, 5):
            files = self._send(quarter)
            for one in files:
                self._fill(one)
            if resave and quarter == 4:
                self._resave(files)
            keys = [key for one in files for key in one.sent]
            both = [key for one in files for key in one.meant]
            often = self._chance.sample(keys, 12) + self._chance.sample(both, len(both) // 6)
            self._office.change(list(dict.fromkeys(often)))
            self._merge(files, quarter)
        self._counts.years += 1
        self._office.data_file.close()

    def _send(self, quarter: int) -> list[_Returned]:
        folder = self._folder / f"quy-{quarter}"
        folder.mkdir()
        paths = export_sheet(
            self._office.units, self._office.plan_id, folder, today=date(YEAR, 3 * quarter, 1),
            force=False, period=f"{YEAR}-Q{quarter}", each_division=True,
        )  # fmt: skip
        now = self._office.values()
        by_name = {one.name: one.id for one in self._office.members.respondents}
        files = []
        for path in paths:
            unit = next(by_name[name] for name in by_name if name in path.stem)
            files.append(_Returned(path, unit, {k: v for k, v in now.items() if k[1] == unit}))
        self._counts.files += len(files)
        return files

    def _fill(self, file: _Returned) -> None:
        habits = (self._sort, self._insert, self._delete, self._hide, self._move, self._spoil)

        def change(sheet: Worksheet) -> None:
            self._type(sheet, file)
            for habit in self._chance.sample(habits, self._chance.randrange(4)):
                habit(sheet, file)

        edit(file.path, change)
        if self._chance.random() < 0.2:
            to = file.path.with_name(f"Sổ {file.path.stem[-6:]}.xlsx")
            file.path = copied_to_a_new_workbook(file.path, to)

    def _type(self, sheet: Worksheet, file: _Returned) -> None:
        rows = self._rows(sheet)
        there = [key for key in file.sent if key[0] in rows]
        # A key that is not in the sheet (another quarter's) cannot be filled.
        file.sent = {key: file.sent[key] for key in there}
        for key in self._chance.sample(there, min(len(there), self._chance.randrange(1, 12))):
            value = self._office.value_for(key[2])
            if value == file.sent[key]:
                continue
            file.meant[key] = value
            cell = sheet.cell(rows[key[0]], place(sheet, HEADING_OF[key[2]]))
            cell.value = self._typed(value)  # type: ignore[assignment]
            if isinstance(cell.value, str):
                cell.data_type = "s"

    def _typed(self, value: Value) -> object:
        """Return a value the way somebody may type it."""
        otherwise = self._chance.random() < 0.4
        if isinstance(value, State):
            return _SYNONYMS.get(value, STATE_WORDS[value]) if otherwise else STATE_WORDS[value]
        if isinstance(value, float):
            return f"{value:g}%" if otherwise else value / 100
        if isinstance(value, date):
            day = datetime(value.year, value.month, value.day)
            return f"{value:%d/%m/%Y}" if otherwise else day
        return value

    @staticmethod
    def _rows(sheet: Worksheet) -> dict[str, int]:
        found: dict[str, int] = {}
        for row in sheet.iter_rows(min_row=FIRST):
            for cell in row:
                identity = read_identity(str(cell.value))
                if identity is not None and identity.occurrence_id:
                    found[identity.occurrence_id] = int(cell.row or 0)
        return found

    def _sort(self, sheet: Worksheet, _file: _Returned) -> None:
        rows = table(sheet)
        self._chance.shuffle(rows)
        looks = [(sheet.cell(FIRST, n).number_format) for n in range(1, IDENTITY + 1)]
        put_table(sheet, rows)
        for row in range(FIRST, FIRST + len(rows)):
            for column, look in enumerate(looks, start=1):
                if isinstance(sheet.cell(row, column).value, datetime):
                    sheet.cell(row, column).number_format = "dd/mm/yyyy"
                elif column == place(sheet, "%"):
                    sheet.cell(row, column).number_format = look

    def _insert(self, sheet: Worksheet, _file: _Returned) -> None:
        sheet.insert_rows(self._chance.randrange(FIRST, sheet.max_row))
        sheet.append(["99", "Việc mới phòng tự thêm"])

    def _delete(self, sheet: Worksheet, file: _Returned) -> None:
        meant = {key[0] for key in file.meant}
        free = [row for one, row in self._rows(sheet).items() if one not in meant]
        if free:
            sheet.delete_rows(self._chance.choice(free))

    def _hide(self, sheet: Worksheet, _file: _Returned) -> None:
        sheet.column_dimensions["E"].hidden = True
        sheet.row_dimensions[FIRST + 1].hidden = True

    def _move(self, sheet: Worksheet, _file: _Returned) -> None:
        move_column(sheet, self._chance.choice(list(HEADING_OF.values())), 3)

    def _spoil(self, sheet: Worksheet, file: _Returned) -> None:
        """Write what cannot be taken: a formula, nonsense, a cell nobody fills."""
        rows = self._rows(sheet)
        free = [key for key in file.sent if key not in file.meant and key[0] in rows]
        for key in self._chance.sample(free, min(2, len(free))):
            bad = {"state": "sắp xong", "percent": 1.5, "done_on": "hôm qua"}.get(key[2], "=1+1")
            sheet.cell(rows[key[0]], place(sheet, HEADING_OF[key[2]])).value = bad  # type: ignore[assignment]
        sheet.cell(self._chance.choice(list(rows.values())), place(sheet, "Chủ trì")).value = "Ai"

    def _resave(self, files: Iterable[_Returned]) -> None:
        """Pass the files through LibreOffice, all in one go."""
        target = self._folder / "luu-lai"
        # Made once for all years of a process: making it costs more than saving.
        profile = self._folder.parent / f"ho-so-{os.getpid()}"
        chosen = list(files)
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
                "--convert-to", "xlsx", "--outdir", str(target), *(str(one.path) for one in chosen),
            ],
            check=True, capture_output=True, timeout=280,
        )  # fmt: skip
        for one in chosen:
            one.path = target / one.path.name
        self._counts.resaved += len(chosen)

    def _merge(self, files: list[_Returned], quarter: int) -> None:
        expected = self._office.values()
        order = list(files)
        self._chance.shuffle(order)
        told: set[Key] = set()
        wanted: set[Key] = set()
        while order:
            batch = [order.pop() for _ in range(min(len(order), self._chance.randrange(1, 4)))]
            for one in batch:
                for key, value in one.meant.items():
                    if expected[key] == one.sent[key]:
                        expected[key] = value
                        self._counts.changes += 1
                    elif expected[key] != value:
                        wanted.add(key)
            told |= self._merged(propose_merge(self._office.units, [one.path for one in batch]))
        for one in self._chance.sample(files, 2):
            told |= self._merged(propose_merge(self._office.units, [one.path]))
        self._counts.conflicts += len(wanted)
        where = f"seed {self._seed}, quarter {quarter}"
        now = self._office.values()
        self._counts.differences += [
            f"{where}: {key} is {now[key]!r}, not {expected[key]!r}"
            for key in expected
            if now[key] != expected[key]
        ]
        self._counts.differences += [f"{where}: conflict {key}" for key in told ^ wanted]

    def _merged(self, proposal: MergeProposal) -> set[Key]:
        self._counts.differences += [one.refusal for one in proposal.files if one.refusal]
        apply_merge(self._office.units, proposal)
        return {
            (one.place.occurrence_id, one.place.unit_id or "", one.place.field)
            for file in proposal.files
            for one in file.conflicts
        }


def simulate(folder: Path, years: int) -> Counts:
    """Simulate *years* years, through LibreOffice where it is installed.

    Many are shared out among processes, a year at a time.
    """
    seeds = range(1, years + 1)
    if years <= _FEW:
        found = [_simulated(folder, seed) for seed in seeds]
    else:
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            found = list(pool.map(partial(_simulated, folder), seeds))
    return Counts(
        years=sum(one.years for one in found),
        files=sum(one.files for one in found),
        resaved=sum(one.resaved for one in found),
        changes=sum(one.changes for one in found),
        conflicts=sum(one.conflicts for one in found),
        differences=[words for one in found for words in one.differences],
    )


def _simulated(folder: Path, seed: int) -> Counts:
    counts = Counts()
    place_of_year = folder / f"nam-{seed}"
    place_of_year.mkdir()
    SimulatedYear(place_of_year, seed, counts).run(resave=shutil.which("soffice") is not None)
    shutil.rmtree(place_of_year)
    return counts
