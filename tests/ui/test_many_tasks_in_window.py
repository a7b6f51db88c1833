"""Ten thousand tasks in the whole window: no single event takes 100 ms of the main thread."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tests.large_plan import large_plan, units
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.progress import Occurrence, Record, State, UnitRecord
from tthc_desktop.use_cases.occurrences import first_occurrences

ROOT = Path(__file__).resolve().parents[2]
ROWS = 10_400
MOST_MS = 100.0
# A machine that does other things at once may be in the way: the best of so many counts. Each
# is a process of its own, for what is used first must not be slow either.
TRIES = 3


def recorded_occurrences(plan: Plan) -> Iterator[Occurrence]:
    """Yield the occurrences of all tasks, something recorded for every twentieth."""
    leads = {row.task.id: row.task.lead_ids for row in plan.numbered_tasks()}
    states = (State.DONE, State.IN_PROGRESS, State.WAITING_DOCUMENT)
    for place, one in enumerate(first_occurrences(plan)):
        if place % 20:
            yield one
            continue
        record = Record(states[place // 20 % 3], 50, f"Đã làm việc thứ {place}.")
        if place % 40:
            yield replace(one, closing=record)
        else:
            lead = leads[one.task_id][0]
            yield replace(one, units=(UnitRecord(lead, record),))


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "du-lieu.tthc"
    data_file = SqliteDataFile(path)
    data_file.create()
    directory = units()
    plan = large_plan(ROWS, directory)
    with data_file.units_of_work().writing() as work:
        work.office.set_respondents(directory.respondents)
        work.plans.add(plan)
        work.progress.add(recorded_occurrences(plan))
        work.commit(Act("Thử", "plan", plan.id))
    data_file.close()
    return path


def timed(data: Path) -> dict[str, dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.timed_window", str(data)],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=800,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    found: dict[str, dict[str, object]] = json.loads(done.stdout)
    return found


@pytest.mark.timeout(2500)
def test_no_event_of_the_window_holds_the_main_thread(large_file: Path, tmp_path: Path) -> None:
    over: dict[str, dict[str, object]] | None = None
    for place in range(TRIES):
        folder = tmp_path / str(place)
        folder.mkdir()
        found = timed(Path(shutil.copy(large_file, folder / "du-lieu.tthc")))
        now = {name: one for name, one in found.items() if float(str(one["ms"])) > MOST_MS}
        over = now if over is None else {name: now[name] for name in over if name in now}
        if not over:
            break
    assert over == {}
