"""What tasks follow: proposed, linked, closed by a report that is sent and by the index 766."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tests.use_cases.typed_entries import put_entry, remove_entry
from tthc_desktop.domain.progress import Occurrence, State
from tthc_desktop.domain.reporting.index_scores import IndexFigure
from tthc_desktop.domain.reporting.registers import INDEX
from tthc_desktop.domain.reporting.report import ReportKind, Sending
from tthc_desktop.domain.task_sources import SourceKind, TaskSource, propose_sources
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.editing import apply_edit
from tthc_desktop.use_cases.index_source import close_index
from tthc_desktop.use_cases.issuing import issue_plan
from tthc_desktop.use_cases.opening import list_plans, open_plan
from tthc_desktop.use_cases.progress_recording import Recording, record_progress
from tthc_desktop.use_cases.reporting.report_life import SentReport, ask_correction, send_report
from tthc_desktop.use_cases.reporting.reports import create_report
from tthc_desktop.use_cases.source_closing import take_back_closings
from tthc_desktop.use_cases.task_acts import delete_tasks, record
from tthc_desktop.use_cases.task_sources import (
    PlanSources,
    change_sources,
    plan_sources,
    take_back_sources,
)

TODAY = date(2026, 7, 1)
SENDING = Sending("215", date(2026, 6, 16), date(2026, 6, 17), "Trục liên thông văn bản")
WORDS = "Báo cáo số 215/BC-STMDV ngày 16/06/2026"


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample, lambda: datetime(2026, 7, 1, 8))
    yield data_file.units_of_work()
    data_file.close()


def control(units: UnitsOfWork) -> str:
    return next(one.id for one in list_plans(units) if one.kind == "control")


def sources(units: UnitsOfWork) -> PlanSources:
    return plan_sources(units, control(units), today=TODAY)


def linked(units: UnitsOfWork, number: str) -> TaskSource:
    """Link the task of a number as it is proposed."""
    found = next(one.source for one in sources(units).proposed if one.row.number == number)
    change_sources(units, control(units), (found,), today=TODAY)
    return found


def occurrence(units: UnitsOfWork, number: str, period: str) -> Occurrence:
    opened = open_plan(units, control(units))
    row = next(one for one in opened.leaves() if one.number == number)
    return next(one for one in opened.of_task(row.task) if one.period == period)


def forget(path: Path, units: UnitsOfWork, number: str, period: str) -> None:
    """Take out what the sample recorded, so that the period has not begun."""
    place = occurrence(units, number, period).id
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM unit_progress WHERE occurrence_id = ?", (place,))
        connection.execute("UPDATE occurrence SET closed = 0, state = NULL WHERE id = ?", (place,))


def sent(units: UnitsOfWork, period: str = "2026-Q2") -> SentReport:
    report = create_report(units, ReportKind.CONTROL, period)
    return send_report(units, report.id, SENDING, today=TODAY)


def test_words_of_tasks_propose_their_sources_and_nothing_is_linked(units: UnitsOfWork) -> None:
    found = sources(units)
    other = next(one.id for one in list_plans(units) if one.kind == "communication")
    assert found.linked == ()
    assert [(one.row.number, one.source.kind, one.source.reference) for one in found.proposed] == [
        ("1.5", SourceKind.INDEX, ""),
        ("1.6", SourceKind.PLAN, other),
        ("2.2", SourceKind.REPORT, "control"),
    ]
    proposed = plan_sources(units, other, today=TODAY).proposed
    assert [(one.row.number, one.source.reference) for one in proposed] == [("T10", "control")]


def test_a_report_that_is_sent_closes_the_period_of_what_follows(
    units: UnitsOfWork, sample: Path
) -> None:
    linked(units, "2.2")
    forget(sample, units, "2.2", "2026-Q2")
    done = sent(units)
    closed = occurrence(units, "2.2", "2026-Q2")
    assert closed.closing is not None
    assert (closed.closing.state, closed.closing.done_on) == (State.DONE, SENDING.sent_on)
    assert closed.closing.percent == 100
    assert closed.closing.evidence == WORDS
    assert closed.closing.result == "Đã gửi báo cáo quý II năm 2026"
    assert [one.words for one in closed.evidence] == [WORDS]
    assert occurrence(units, "2.2", "2026-Q3").closing is None
    with sqlite3.connect(sample) as connection:
        (told,) = connection.execute(
            "SELECT words FROM journal WHERE subject_id = ?", (closed.id,)
        ).fetchone()
    assert told == "Gửi báo cáo quý II năm 2026: nhiệm vụ 2.2, kỳ 2026-Q2"
    assert take_back_closings(units, done.closings) == 1
    assert occurrence(units, "2.2", "2026-Q2") == done.closings[0].before
    with pytest.raises(Refused, match="ghi lại sau đó"):
        take_back_closings(units, done.closings)


def test_what_a_person_recorded_is_never_overwritten(units: UnitsOfWork, sample: Path) -> None:
    linked(units, "2.2")
    plan = control(units)
    forget(sample, units, "2.2", "2026-Q2")
    said = Recording(State.PAUSED, result="Chờ hướng dẫn biểu mẫu mới")
    record_progress(units, plan, "2.2", said, today=TODAY, period="2026-Q2")
    before = occurrence(units, "2.2", "2026-Q2")
    assert sent(units).closings == ()
    assert occurrence(units, "2.2", "2026-Q2") == before


def test_words_told_while_it_was_under_way_stay(units: UnitsOfWork, sample: Path) -> None:
    linked(units, "2.2")
    forget(sample, units, "2.2", "2026-Q2")
    said = Recording(State.IN_PROGRESS, result="Đã có số liệu", evidence="Biểu tổng hợp")
    record_progress(units, control(units), "2.2", said, today=TODAY, period="2026-Q2")
    sent(units)
    opened = open_plan(units, control(units))
    row = next(one for one in opened.leaves() if one.number == "2.2")
    shown = opened.record(row.task, occurrence(units, "2.2", "2026-Q2"))
    assert (shown.state, shown.result) == (State.DONE, "Đã có số liệu")
    assert shown.evidence == f"Biểu tổng hợp; {WORDS}"


def test_a_correction_and_a_report_of_another_kind_close_nothing(
    units: UnitsOfWork, sample: Path
) -> None:
    linked(units, "2.2")
    forget(sample, units, "2.2", "2026-Q2")
    other = create_report(units, ReportKind.COMMUNICATION, "2026-Q2")
    assert send_report(units, other.id, SENDING, today=TODAY).closings == ()
    first = sent(units)
    take_back_closings(units, first.closings)
    again = ask_correction(units, first.report.id)
    assert send_report(units, again.id, SENDING, today=TODAY).closings == ()
    assert occurrence(units, "2.2", "2026-Q2").closing is None


def test_linked_after_the_report_was_sent_it_is_closed_at_once_and_unlinked_it_stays(
    units: UnitsOfWork, sample: Path
) -> None:
    forget(sample, units, "2.2", "2026-Q2")
    sent(units)
    bare = occurrence(units, "2.2", "2026-Q2")
    (found,) = [one.source for one in sources(units).proposed if one.row.number == "2.2"]
    done = change_sources(units, control(units), (found,), today=TODAY)
    closed = occurrence(units, "2.2", "2026-Q2")
    assert closed.closing is not None
    change_sources(units, control(units), (), (found,), today=TODAY)
    assert sources(units).linked == ()
    assert occurrence(units, "2.2", "2026-Q2") == closed
    take_back_sources(units, done)
    assert occurrence(units, "2.2", "2026-Q2") == bare


def test_a_task_that_comes_back_follows_what_it_followed(units: UnitsOfWork) -> None:
    source = linked(units, "2.2")
    opened = open_plan(units, control(units))
    edit = delete_tasks(opened, [source.task_id])
    without = apply_edit(units, opened, edit)
    assert sources(units).linked == ()
    apply_edit(units, without, edit.inverse(), undoing=True)
    assert sources(units).linked == (source,)


def figure(units: UnitsOfWork, period: str, indicator: str) -> IndexFigure:
    values = {"period": period, "indicator": indicator, "numerator": "9", "denominator": "10"}
    entry: IndexFigure = put_entry(units, INDEX, values, today=TODAY)
    return entry


def state_of(units: UnitsOfWork, period: str) -> State | None:
    closing = occurrence(units, "1.5", period).closing
    return closing.state if closing else None


def test_the_index_leads_its_task_by_what_is_entered(units: UnitsOfWork) -> None:
    linked(units, "1.5")
    for indicator in ("2.1", "5.2"):
        figure(units, "2026-08", indicator)
    # Nothing is known of July: a person says that August is whole.
    assert state_of(units, "2026-08") is State.IN_PROGRESS
    first = figure(units, "2026-09", "2.1")
    assert state_of(units, "2026-09") is State.IN_PROGRESS
    last = figure(units, "2026-09", "5.2")
    closing = occurrence(units, "1.5", "2026-09").closing
    assert closing is not None
    assert (closing.state, closing.done_on) == (State.DONE, TODAY)
    assert closing.result == "Đã nhập số liệu Bộ chỉ số 766 tháng 9 năm 2026: 2 chỉ tiêu"
    remove_entry(units, INDEX, last)
    assert state_of(units, "2026-09") is State.IN_PROGRESS
    remove_entry(units, INDEX, first)
    assert occurrence(units, "1.5", "2026-09").closing is None


def test_a_person_closes_a_month_of_the_index(units: UnitsOfWork) -> None:
    linked(units, "1.5")
    with pytest.raises(Refused, match="chưa có số liệu"):
        close_index(units, "2026-08", today=TODAY)
    entry = figure(units, "2026-08", "2.1")
    assert sources(units).index_periods == ("2026-08",)
    (done,) = close_index(units, "2026-08", today=TODAY)
    assert done.after.closing is not None
    assert done.after.closing.result.startswith("Đã chốt số liệu Bộ chỉ số 766 tháng 8")
    # What a person closed is not led by figures any more.
    remove_entry(units, INDEX, entry)
    assert state_of(units, "2026-08") is State.DONE
    with pytest.raises(Refused):
        close_index(units, "2026-08", today=TODAY)


def test_the_communication_plan_offers_its_state_to_its_task(
    units: UnitsOfWork, sample: Path
) -> None:
    forget(sample, units, "1.6", "once")
    source = linked(units, "1.6")
    # The task asks to make the plan: nothing to offer before it is issued.
    assert sources(units).offers == ()
    issue_plan(units, source.reference, "12", date(2026, 2, 20))
    (offer,) = sources(units).offers
    assert (offer.record.state, offer.record.done_on) == (State.DONE, date(2026, 2, 20))
    assert offer.record.result.startswith("Đã ban hành Kế hoạch số 12/KH-")
    opened = open_plan(units, control(units))
    edit = record(opened, offer.occurrence, None, offer.record)
    apply_edit(units, opened, edit)
    assert sources(units).offers == ()


def test_a_task_to_carry_the_plan_out_is_offered_the_share_of_its_tasks(
    units: UnitsOfWork,
) -> None:
    other = next(one.id for one in list_plans(units) if one.kind == "communication")
    opened = open_plan(units, control(units))
    task = next(one.task for one in opened.leaves() if one.number == "1.3")
    (link,) = (TaskSource(task.id, SourceKind.PLAN, other),)
    change_sources(units, opened.plan.id, (link,), today=TODAY)
    (offer,) = sources(units).offers
    assert offer.occurrence.period == "2026-Q3"
    share = open_plan(units, other)
    whole = sum(
        all(share.record(row.task, one).state is State.DONE for one in share.of_task(row.task))
        for row in share.leaves()
    )
    told = f"Đã thực hiện {whole}/10 nhiệm vụ của Kế hoạch truyền thông"
    assert (offer.record.state, offer.record.result) == (State.IN_PROGRESS, told)


def test_what_seed_001_asks_is_proposed(shared_folder: Path) -> None:
    from tthc_desktop.domain.office import Directory
    from tthc_desktop.domain.plan import PlanKind, PlanState, PlanSummary
    from tthc_desktop.reading.plan_reader import read_plan
    from tthc_desktop.use_cases.timing import with_timings_read

    file = next((shared_folder / "seeds").glob("001_*"))
    plan = with_timings_read(read_plan(file, today=TODAY, directory=Directory(())).plan)
    other = PlanSummary("t", PlanKind.COMMUNICATION, 2026, "", PlanState.DRAFT, None, "")
    found = [(one.row.number, one.source.kind) for one in propose_sources(plan, (), (other,))]
    assert found == [
        ("1.5", SourceKind.INDEX), ("1.6", SourceKind.PLAN), ("2.2", SourceKind.REPORT),
    ]  # fmt: skip
