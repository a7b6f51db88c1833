"""Word and Excel out, against a bare zip holding one string of the same rows."""

import tempfile
import zipfile
from datetime import date
from pathlib import Path

from tests.benchmark_ratio import cpu, ratio
from tests.large_plan import large_plan, units
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.document.word import write_word
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.sheets.progress_rows import progress_sheet
from tthc_desktop.sheets.progress_workbook import write_progress_sheet
from tthc_desktop.use_cases.occurrences import first_occurrences


def opened(rows: int) -> PlanProgress:
    directory = units()
    plan = large_plan(rows, directory)
    occurrences = {one.task_id: (one,) for one in first_occurrences(plan)}
    return PlanProgress(plan, directory, occurrences)


def bare_zip(progress: PlanProgress, to: Path) -> None:
    rows = "".join(
        f"<w:tr><w:tc><w:p><w:r><w:t>{row.number}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>"
        f"{row.task.content}</w:t></w:r></w:p></w:tc></w:tr>"
        for row in progress.plan.numbered_tasks()
    )
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:body><w:tbl>{rows}</w:tbl></w:body>")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plans = {rows: opened(rows) for rows in (35, 350, 1000, 3500)}

        def word(rows: int) -> None:
            progress = plans[rows]
            write_word(lay_out_plan(progress.plan, progress.directory), folder / "a.docx")

        def sheet(rows: int) -> None:
            write_progress_sheet(progress_sheet(plans[rows], date(2026, 7, 1)), folder / "a.xlsx")

        ratio("Word, 350 rows / 35 rows", lambda: word(35), lambda: word(350), 8, rounds=5)
        ratio("Word, 3,500 rows / 350 rows", lambda: word(350), lambda: word(3500), 12, rounds=3)
        ratio(
            "Excel, 1,000 rows / bare zip", lambda: bare_zip(plans[1000], folder / "b.zip"),
            lambda: sheet(1000), 400, rounds=3,
        )  # fmt: skip
        print(f"Word, 35 rows: {cpu(lambda: word(35)) * 1000:.0f} ms of CPU")
        print(f"Excel, 35 rows: {cpu(lambda: sheet(35)) * 1000:.0f} ms of CPU")


if __name__ == "__main__":
    main()
