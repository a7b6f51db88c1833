"""The files of a sent report: the bytes that went out, whatever figures and program become."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.data_file import SqliteDataFile
from tests.use_cases.typed_entries import put_entry
from tthc_desktop.__main__ import program_for
from tthc_desktop.domain.reporting.registers import DIFFICULTIES
from tthc_desktop.domain.reporting.report import Report, ReportKind, Sending
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_export import ExportedReport, export_report
from tthc_desktop.use_cases.reporting.report_life import ask_correction, send_report
from tthc_desktop.use_cases.reporting.reports import create_report, set_figure

TODAY = date(2026, 7, 1)
SENDING = Sending("215", date(2026, 6, 16), date(2026, 6, 17))
FORM, ROW = "II.06a", "Lưu thông hàng hóa trong nước"
FILES = (".docx", ".pdf", ".xlsx")
PAINTER = program_for(lambda: TODAY).new_painter


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample)
    yield data_file.units_of_work()
    data_file.close()


def sent(units: UnitsOfWork, *, with_painter: bool = True) -> Report:
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    for column in (4, 8):
        set_figure(units, report.id, FORM, ROW, column, "12")
    painter = PAINTER if with_painter else None
    return send_report(units, report.id, SENDING, today=TODAY, new_painter=painter).report


def exported(units: UnitsOfWork, report: Report, to: Path) -> ExportedReport:
    return export_report(units, report.id, to, today=TODAY, new_painter=PAINTER, force=True)


def kept(data: Path, report: Report) -> dict[str, bytes]:
    with sqlite3.connect(data) as connection:
        rows = connection.execute(
            "SELECT suffix, content FROM report_file WHERE report_id = ?", (report.id,)
        )
        return dict(rows.fetchall())


def test_what_was_sent_is_exported_byte_for_byte(
    units: UnitsOfWork, sample: Path, tmp_path: Path
) -> None:
    report = sent(units)
    files = kept(sample, report)
    assert sorted(files) == sorted(FILES)
    values = {"raised_on": "1/6/2026", "text": "Thiếu máy quét"}
    put_entry(units, DIFFICULTIES, values, today=TODAY)
    # Even the pages kept beside them may be read otherwise by a later version.
    with sqlite3.connect(sample) as connection:
        changed = "UPDATE report SET content = replace(content, '215', '999')"
        connection.execute(changed)
    for suffix in FILES:
        done = exported(units, report, tmp_path / f"bao-cao{suffix.upper()}")
        assert done.file.read_bytes() == files[suffix]
        assert (done.pages is not None) == (suffix == ".pdf")
        assert done.pages is None or done.pages >= 3
    again = exported(units, report, tmp_path / "bao-cao.docx")
    assert again.file.read_bytes() == files[".docx"]


def test_a_correction_is_a_version_beside_it_with_its_own_files(
    units: UnitsOfWork, sample: Path, tmp_path: Path
) -> None:
    report = sent(units)
    files = kept(sample, report)
    version = ask_correction(units, report.id)
    assert kept(sample, version) == {}
    for column in (4, 8):
        set_figure(units, version.id, FORM, ROW, column, "13")
    second = Sending("240", date(2026, 6, 25), date(2026, 6, 25))
    send_report(units, version.id, second, today=TODAY, new_painter=PAINTER)
    assert kept(sample, report) == files
    for suffix in FILES:
        old = exported(units, report, tmp_path / f"cu{suffix}").file
        new = exported(units, version, tmp_path / f"moi{suffix}").file
        assert old.read_bytes() == files[suffix]
        assert new.read_bytes() == kept(sample, version)[suffix] != files[suffix]
    assert _total(tmp_path / "cu.xlsx") == 12
    assert _total(tmp_path / "moi.xlsx") == 13


def test_a_report_sent_before_files_were_kept_gives_its_pages_as_sent(
    units: UnitsOfWork, sample: Path, tmp_path: Path
) -> None:
    report = sent(units)
    word = kept(sample, report)[".docx"]
    with sqlite3.connect(sample) as connection:
        connection.execute("DELETE FROM report_file")
    assert exported(units, report, tmp_path / "a.docx").file.read_bytes() == word
    assert exported(units, report, tmp_path / "a.xlsx").file.exists()
    assert exported(units, report, tmp_path / "a.pdf").pages


def test_without_a_painter_no_pdf_is_kept(units: UnitsOfWork, sample: Path, tmp_path: Path) -> None:
    report = sent(units, with_painter=False)
    assert sorted(kept(sample, report)) == [".docx", ".xlsx"]
    assert exported(units, report, tmp_path / "a.pdf").pages


def test_a_kept_file_that_was_tampered_with_is_told_and_not_given(
    units: UnitsOfWork, sample: Path, tmp_path: Path
) -> None:
    report = sent(units)
    with sqlite3.connect(sample) as connection:
        connection.execute("UPDATE report_file SET content = x'00' WHERE suffix = '.docx'")
    with pytest.raises(StorageTrouble, match="không còn nguyên vẹn"):
        exported(units, report, tmp_path / "a.docx")
    assert list(tmp_path.glob("a.*")) == []


def _total(path: Path) -> object:
    sheet = load_workbook(path).worksheets[0]
    return next(row[2].value for row in sheet.iter_rows() if row[1].value == "Tổng cộng")
