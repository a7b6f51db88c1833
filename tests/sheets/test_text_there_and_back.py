"""Text that looks like something else goes out, is saved again, and comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.data_file import SqliteDataFile
from tests.command_line import Tthc
from tests.sheets import libreoffice
from tests.sheets.conftest import TODAY
from tests.sheets.merging import Sent
from tests.sheets.returned_files import edit, put
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.sheets.progress_columns import FIELD_OF
from tthc_desktop.sheets.text_cells import put_text
from tthc_desktop.use_cases.progress_recording import Recording, record_progress
from tthc_desktop.use_cases.sheet_merge import propose_merge

UNIT = "Phòng Du lịch, Lưu trú"
OWN = "2.1.1"
# The longest text of a cell, with the letters Excel counts twice.
LONGEST = "Đã rà soát 🙂 " * 2_340 + "hết"
TEXTS = [
    "_x0041_",
    "mã _x000D_ và _x005F_x0041_ trong tên tệp _x00e9_",
    "_x_ _x41_ _X0041_ _x0041",
    "=1+1",
    "=HYPERLINK(A1)",
    "'nháy đầu",
    "''hai nháy",
    "+84 912 345 678",
    "-5",
    "@tên",
    "0012",
    "1e5",
    "1,5",
    "100%",
    "25/01/2026",
    "2026-01-25",
    "TRUE",
    "#REF!",
    "dòng một\ndòng hai\n\ndòng bốn",
    "<b>&amp;</b> & ]]>",
    "{=SUM(A1:A2)}",
    LONGEST,
]
FIELDS = ("result", "evidence", "reason", "difficulty", "note")
HEADINGS = tuple(
    next(heading for heading, field in FIELD_OF.items() if field == name) for name in FIELDS
)
BATCHES = [TEXTS[first : first + len(FIELDS)] for first in range(0, len(TEXTS), len(FIELDS))]


@pytest.fixture
def sent(tthc: Tthc, tmp_path: Path) -> Sent:
    folder = tmp_path / "phiếu"
    folder.mkdir()
    return Sent(tthc, folder)


@contextmanager
def units_of(sent: Sent) -> Iterator[UnitsOfWork]:
    data = SqliteDataFile(sent.tthc.data)
    try:
        yield data.units_of_work()
    finally:
        data.close()


def says_nothing(sent: Sent, file: Path) -> bool:
    with units_of(sent) as units:
        (found,) = propose_merge(units, [file]).files
    return (found.changes, found.conflicts, found.likely, found.refused) == ((), (), (), ())


def hold(sent: Sent, texts: Sequence[str]) -> Path:
    """Record a text in each column of words; give the sheet sent then."""
    words = dict(zip(FIELDS, texts, strict=False))
    period = sent.period_of(OWN)
    with units_of(sent) as units:
        said = Recording(**words)  # type: ignore[arg-type]
        record_progress(units, sent.plan, OWN, said, today=TODAY, period=period, division=UNIT)
    sent.send()
    held = sent.stored(OWN, UNIT)
    assert {name: held[name] for name in words} == words
    return sent.files[UNIT]


@pytest.mark.parametrize("texts", BATCHES, ids=range(len(BATCHES)))
def test_it_says_nothing_untouched_and_saved_by_a_script(sent: Sent, texts: list[str]) -> None:
    file = hold(sent, texts)
    assert says_nothing(sent, file)
    assert says_nothing(sent, edit(file, lambda _: None))


@pytest.mark.parametrize("texts", BATCHES, ids=range(len(BATCHES)))
def test_what_a_unit_writes_arrives_as_written(sent: Sent, texts: list[str]) -> None:
    file = sent.files[UNIT]
    workbook = load_workbook(file)
    sheet = workbook["Tiến độ"]
    assert isinstance(sheet, Worksheet)
    for heading, text in zip(HEADINGS, texts, strict=False):
        # As Excel keeps it: text behind an apostrophe, with codes for what looks like one.
        put_text(sheet[put(sheet, OWN, heading, "")], text, None, "")
    workbook.save(file)
    sent.merge(file)
    held = sent.stored(OWN, UNIT)
    assert [held[name] for name in FIELDS[: len(texts)]] == texts
    assert says_nothing(sent, file)


@pytest.mark.soffice
@pytest.mark.skipif(libreoffice.IS_MISSING, reason="soffice is not installed")
def test_it_says_nothing_saved_by_libreoffice(sent: Sent) -> None:
    files = []
    for place, texts in enumerate(BATCHES):
        # LibreOffice itself loses the first part of "_x005F_x0041_" where it stands in a cell.
        held = hold(sent, [one.replace("_x005F_", "") for one in texts])
        files.append(held.rename(held.with_name(f"{place}.xlsx")))
    for file in libreoffice.convert_all(files, "xlsx"):
        assert (file.name, says_nothing(sent, file)) == (file.name, True)


def test_excel_is_told_that_it_is_no_code(sent: Sent) -> None:
    file = hold(sent, ["_x0041_"] * len(FIELDS))
    with ZipFile(file) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count(">_x005F_x0041_<") == 5
    assert ">_x0041_<" not in sheet
