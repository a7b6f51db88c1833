"""The Văn phòng's letters as LibreOffice sets them: so many pages, the signature not alone."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from db.data_file import SqliteDataFile
from tthc_desktop.document.office_document import lay_out_document
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.issuing import issue_plan
from tthc_desktop.use_cases.leader_note import export_leader_note
from tthc_desktop.use_cases.letter_parts import letter_signature, letter_signers, with_columns
from tthc_desktop.use_cases.opening import list_plans, open_office, open_plan
from tthc_desktop.use_cases.plan_check import check_file
from tthc_desktop.use_cases.plan_export import write_document
from tthc_desktop.use_cases.reminders import ReminderOrder, reminder_letter
from tthc_desktop.use_cases.unit_dues import UnitDues, unit_dues
from ui.pages.painter import QtPagePainter

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.soffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]
TODAY, UNTIL, ANSWER = date(2026, 7, 1), date(2026, 7, 31), date(2026, 7, 6)
ROWS = (1, 5, 6, 30)
CLOSING = "Khó khăn, vướng mắc (nếu có)"


@pytest.fixture
def units(data_path: Path) -> Iterator[UnitsOfWork]:
    file = SqliteDataFile(data_path)
    yield file.units_of_work()
    file.close()


def with_rows(dues: UnitDues, count: int) -> UnitDues:
    """Return what a unit owes in so many rows, the last one not late yet."""
    late = [
        replace(dues.late[at % len(dues.late)], number=f"4.{at}")
        for at in range(count - (count > 1))
    ]
    return replace(dues, late=late, soon=dues.soon[:1] if count > 1 else [])


def write_letters(units: UnitsOfWork, folder: Path) -> list[Path]:
    plan_id = next(one.id for one in list_plans(units) if one.kind is PlanKind.CONTROL)
    issue_plan(units, plan_id, "5", date(2026, 1, 22))
    opened, office = open_plan(units, plan_id), open_office(units)
    signature = letter_signature(letter_signers(office)[0])
    owing = unit_dues(opened, today=TODAY, until=UNTIL)
    most = max(owing, key=lambda one: len(one.late))
    order = ReminderOrder((most.unit.id,), UNTIL, ANSWER, signature)
    files = []
    for count in ROWS:
        letter = reminder_letter(opened.plan, office, with_rows(most, count), order, TODAY)
        files.append(folder / f"{count}.docx")
        layout = with_columns(lay_out_document(letter, opened.directory))
        write_document(layout, files[-1], QtPagePainter)
    note = folder / "note.docx"
    export_leader_note(
        units, plan_id, note, until=UNTIL, new_painter=QtPagePainter, today=TODAY, force=True
    )
    return [*files, note]


def test_letters_and_the_note_as_pages(
    units: UnitsOfWork, tmp_path: Path, qapp: QApplication
) -> None:
    files = write_letters(units, tmp_path)
    subprocess.run(
        [SOFFICE or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    pages = [PdfReader(tmp_path / f"{one.stem}.pdf").pages for one in files]
    assert [len(one) for one in pages] == [1, 1, 1, 3, 1]
    last = pages[ROWS.index(30)][-1].extract_text()
    assert CLOSING in last
    assert "chỉ đạo./." in last
    for file in files:
        assert check_file(file, today=TODAY) == ()
