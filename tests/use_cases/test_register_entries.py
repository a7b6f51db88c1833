"""The office's own entries of the legal register."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.legal_register import LegalDocument
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.legal_register import (
    mark_checked,
    open_register,
    remove_document,
    save_document,
    shipped_documents,
)

DECISION = LegalDocument(
    "", "Quyết định", "12/QĐ-UBND", date(2026, 12, 24), "UBND tỉnh Mẫu", "về việc ban hành Kế hoạch"
)


@pytest.fixture
def data_file(sample: Path) -> Iterator[SqliteDataFile]:
    data_file = SqliteDataFile(sample)
    yield data_file
    data_file.close()


def test_an_own_entry_is_found_changed_and_taken_out(data_file: SqliteDataFile) -> None:
    units = data_file.units_of_work()
    saved = save_document(units, replace(DECISION, subject="  về việc  ban hành Kế hoạch "))
    assert saved.id
    assert saved.subject == "về việc ban hành Kế hoạch"
    assert open_register(units).find("12/QĐ") == (saved,)
    changed = save_document(units, replace(saved, in_force_to=date(2027, 12, 31), note="Kiểm tra"))
    assert open_register(units).get("12/QĐ-UBND") == changed
    remove_document(units, saved.id)
    assert open_register(units).get("12/QĐ-UBND") is None
    assert open_register(units).documents == shipped_documents()


def test_a_shipped_entry_is_ticked_and_comes_forth_again(data_file: SqliteDataFile) -> None:
    units = data_file.units_of_work()
    shipped = open_register(units).get("118/2025/NĐ-CP")
    assert shipped
    assert shipped.needs_checking
    checked = mark_checked(units, shipped, date(2026, 7, 1))
    found = open_register(units).get("118/2025/NĐ-CP")
    assert found == checked
    assert (found.own, found.checked_on) == (True, date(2026, 7, 1))
    assert len(open_register(units).documents) == len(shipped_documents())
    remove_document(units, checked.id)
    assert open_register(units).get("118/2025/NĐ-CP") == shipped
    with pytest.raises(Refused):
        remove_document(units, shipped.id)


def test_what_names_no_document_or_one_twice_is_refused(data_file: SqliteDataFile) -> None:
    units = data_file.units_of_work()
    save_document(units, DECISION)
    for wrong in (
        DECISION,
        replace(DECISION, number="12/qđ-ubnd"),
        replace(DECISION, kind=" "),
        replace(DECISION, number="", subject=""),
    ):
        with pytest.raises(Refused):
            save_document(units, wrong)
    later = save_document(units, replace(DECISION, issued_on=date(2027, 12, 24)))
    assert open_register(units).get("12/QĐ-UBND") == later
