"""Edits of registers as the window makes them: written, taken back, refused; forms; Hôm nay."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tests.use_cases.typed_entries import entries, put_entry
from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.domain.reporting.petitions import Petition, PetitionState
from tthc_desktop.domain.reporting.registers import ACTIVITIES, INDEX, PETITIONS
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.form_list import confirm_form, list_forms
from tthc_desktop.use_cases.reporting.register_book import open_book
from tthc_desktop.use_cases.reporting.registers import apply_edit
from tthc_desktop.use_cases.reporting.report_data import office_forms
from tthc_desktop.use_cases.reporting.report_facts import period_facts
from tthc_desktop.use_cases.reporting.reports import create_report
from tthc_desktop.use_cases.today import DueSection, today_overview

TODAY = date(2026, 7, 1)
OLD = Petition("p1", date(2026, 4, 24), "Cũ", number="7", division="Văn phòng")


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample)
    yield data_file.units_of_work()
    data_file.close()


def rows_of(path: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT * FROM register_entry ORDER BY id").fetchall()


def test_edits_taken_back_leave_the_table_as_it_was(units: UnitsOfWork, sample: Path) -> None:
    put_entry(units, PETITIONS, {"received_on": "2/2", "summary": "Có sẵn"}, today=TODAY)
    (there,) = entries(units, PETITIONS)
    before = rows_of(sample)
    answered = replace(there, answered_on=date(2026, 2, 20))
    done = [
        EntryEdit(PETITIONS, "thêm dòng", (EntryChange(None, OLD),)),
        EntryEdit(PETITIONS, "sửa ngày trả lời", (EntryChange(there, answered),)),
        EntryEdit(PETITIONS, "xóa dòng", (EntryChange(answered),)),
    ]
    for edit in done:
        apply_edit(units, edit)
    assert entries(units, PETITIONS) == (OLD,)
    for edit in reversed(done):
        apply_edit(units, edit.inverse(), undoing=True)
    assert rows_of(sample) == before
    with sqlite3.connect(sample) as connection:
        said = connection.execute(
            "SELECT words FROM journal ORDER BY rowid DESC LIMIT 3"
        ).fetchall()
    assert [words.split(" (")[0] for (words,) in said] == [
        "Hoàn tác: Thêm dòng", "Hoàn tác: Sửa ngày trả lời", "Hoàn tác: Xóa dòng",
    ]  # fmt: skip


def test_an_entry_that_changed_meanwhile_is_not_written_over(units: UnitsOfWork) -> None:
    apply_edit(units, EntryEdit(PETITIONS, "thêm", (EntryChange(None, OLD),)))
    other = replace(OLD, summary="Nơi khác đã sửa")
    apply_edit(units, EntryEdit(PETITIONS, "sửa", (EntryChange(OLD, other),)))
    late = replace(OLD, summary="Sửa muộn")
    new = replace(OLD, id="p2")
    with pytest.raises(Refused, match="đã thay đổi ở nơi khác"):
        apply_edit(
            units, EntryEdit(PETITIONS, "sửa", (EntryChange(None, new), EntryChange(OLD, late)))
        )
    assert entries(units, PETITIONS) == (other,)


def test_the_book_follows_edits_as_the_file_does(units: UnitsOfWork) -> None:
    book = open_book(units, TODAY)
    assert book.units
    assert book.tasks[0].startswith("T1. Đăng tin, bài")
    edit = EntryEdit(PETITIONS, "thêm", (EntryChange(None, OLD),))
    apply_edit(units, edit)
    assert book.after(edit).of(PETITIONS) == open_book(units, TODAY).of(PETITIONS) == (OLD,)
    assert book.of(ACTIVITIES) == book.after(edit).of(ACTIVITIES)


def test_half_of_an_index_figure_can_be_kept(units: UnitsOfWork) -> None:
    values = {"period": "2026-06", "indicator": "2.1", "numerator": "95"}
    figure = put_entry(units, INDEX, values, today=TODAY)
    assert (figure.numerator, figure.denominator, figure.portal_score) == (95, None, None)
    assert entries(units, INDEX) == (figure,)


def test_a_form_the_office_compared_is_no_longer_to_be_compared(units: UnitsOfWork) -> None:
    forms, office = list_forms(units)
    unseen = [one.code for one in forms if not one.confirmed]
    assert unseen == ["II.05", "II.08"]
    assert office == frozenset()
    confirm_form(units, "ii.05", is_confirmed=True)
    assert list_forms(units)[1] == {"II.05"}
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    with units.reading() as work:
        notes = {one.form.code: one.form.note for one in period_facts(work, report, TODAY).forms}
        assert [one.code for one in office_forms(work) if not one.confirmed] == ["II.08"]
    assert not notes["II.05"]
    assert "cần đối chiếu" in notes["II.08"]
    confirm_form(units, "II.05", is_confirmed=False, undoing=True)
    with units.reading() as work:
        assert work.settings.get("forms_confirmed") is None
    with pytest.raises(Refused):
        confirm_form(units, "II.99", is_confirmed=True)


def test_open_petitions_stand_in_today_by_their_last_day(units: UnitsOfWork) -> None:
    """24/04 → 20/05 is past; 19/06 → 10/07 lies in this month; 30/06 new → 02/07 this week."""
    before = today_overview(units, TODAY)
    assert before.petitions == ()
    held = (
        OLD,
        replace(OLD, id="p2", received_on=date(2026, 6, 19), division=""),
        replace(OLD, id="p3", received_on=date(2026, 6, 30), state=PetitionState.NEW),
        replace(OLD, id="p4", state=PetitionState.PUBLISHED, answered_on=date(2026, 5, 5)),
    )
    changes = tuple(EntryChange(None, one) for one in held)
    apply_edit(units, EntryEdit(PETITIONS, "thêm", changes))
    after = today_overview(units, TODAY)
    found = {row.occurrence_id: (section, row) for section, row in after.petitions}
    assert {key: section for key, (section, _) in found.items()} == {
        "p1": DueSection.OVERDUE, "p2": DueSection.MONTH, "p3": DueSection.WEEK,
    }  # fmt: skip
    late = found["p1"][1]
    assert (late.due, late.period, late.lead) == (date(2026, 5, 20), "Trả lời", ("Văn phòng",))
    assert (late.state.shown, late.state.days, late.is_petition) == (Shown.OVERDUE, 42, True)
    assert found["p3"][1].period == "Tiếp nhận"
    assert after.overdue == before.overdue + 1
    assert late in after.section(DueSection.OVERDUE)
    # An edited plan is worked out anew without them being lost.
    assert after.with_plan(after.plans[0]).petitions == after.petitions
