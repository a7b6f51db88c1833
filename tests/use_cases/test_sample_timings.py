"""The sample brings its schedules; what its words say falls due on the same days."""

from pathlib import Path

from db.data_file import SqliteDataFile
from tthc_desktop.domain.occurrences import plan_occurrences
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.use_cases.opening import list_plans, open_plan
from tthc_desktop.use_cases.working_days import shipped_working_days


def test_the_words_of_the_sample_mean_its_schedules(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    units = data_file.units_of_work()
    days = shipped_working_days()
    for summary in list_plans(units):
        for row in open_plan(units, summary.id).leaves():
            task = row.task
            read = read_timing(task.timing, summary.year, task.content)
            assert set(plan_occurrences(read, summary.year, days)) == set(
                plan_occurrences(task.schedule, summary.year, days)
            ), (row.number, task.timing)
    data_file.close()
