"""Blocks of figures, rows and the way back of a report, through the real data file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.reporting.report import Report, ReportKind, Sending
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.period_overview import report_periods
from tthc_desktop.use_cases.reporting.report_life import (
    receive_from_named,
    send_report,
)
from tthc_desktop.use_cases.reporting.report_rows import (
    FigureText,
    add_row,
    remove_rows,
    rename_row,
    set_figures,
)
from tthc_desktop.use_cases.reporting.report_undo import put_back, put_in, take_out
from tthc_desktop.use_cases.reporting.report_view import view_report
from tthc_desktop.use_cases.reporting.reports import create_report, open_report

FORM = "II.06a"
TODAY = date(2026, 6, 30)


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample)
    yield data_file.units_of_work()
    data_file.close()


@pytest.fixture
def report(units: UnitsOfWork) -> Report:
    return create_report(units, ReportKind.CONTROL, "2026-Q2")


def labels(report: Report) -> list[str]:
    return [one.label for one in report.grid(FORM).rows]


def test_a_block_is_written_whole_or_not_at_all(units: UnitsOfWork, report: Report) -> None:
    good = FigureText("Thương mại", 4, "1.150")
    with pytest.raises(Refused, match="không phải là số"):
        set_figures(units, report.id, FORM, [good, FigureText("Thương mại", 5, "x")])
    assert open_report(units, report.id) == report
    after = set_figures(units, report.id, FORM, [good, FigureText("Lưu trú", 5, "3")])
    assert labels(after) == ["Thương mại", "Lưu trú"]
    assert open_report(units, report.id).grid(FORM) == after.grid(FORM)


def test_what_a_formula_gives_is_not_kept_and_goes_on_following(
    units: UnitsOfWork, report: Report
) -> None:
    block = [FigureText("Thương mại", 3, "7"), FigureText("Thương mại", 4, "7")]
    after = set_figures(units, report.id, FORM, block)
    row = after.grid(FORM).row("Thương mại")
    assert row is not None
    assert row.typed() == {4: 7}
    other = set_figures(units, report.id, FORM, [FigureText("Thương mại", 3, "9")])
    row = other.grid(FORM).row("Thương mại")
    assert row is not None
    assert row.typed() == {3: 9, 4: 7}
    total = [FigureText("Tổng cộng", 4, "7"), FigureText("Tổng cộng", 5, "1")]
    typed = set_figures(units, report.id, FORM, total).grid(FORM).row("Tổng cộng")
    assert typed is not None
    assert typed.typed() == {5: 1}
    gone = set_figures(units, report.id, FORM, [FigureText("Tổng cộng", 5, "")])
    assert gone.grid(FORM).row("Tổng cộng") is None


def test_rows_are_added_named_and_taken_out(units: UnitsOfWork, report: Report) -> None:
    for name in ("Thương mại", "Lưu trú", "Chợ"):
        report = add_row(units, report.id, FORM, name)
    with pytest.raises(Refused, match="đã có dòng"):
        add_row(units, report.id, FORM, "thuong mai")
    with pytest.raises(Refused, match="đã có dòng"):
        rename_row(units, report.id, FORM, "Chợ", "Tổng cộng")
    with pytest.raises(Refused, match="chưa có tên"):
        rename_row(units, report.id, FORM, "Chợ", " ")
    renamed = rename_row(units, report.id, FORM, "Lưu trú", "Du lịch")
    assert labels(renamed) == ["Thương mại", "Du lịch", "Chợ"]
    with pytest.raises(Refused, match="không có dòng"):
        remove_rows(units, report.id, FORM, ["Chợ", "Không có"])
    assert labels(open_report(units, report.id)) == ["Thương mại", "Du lịch", "Chợ"]
    assert labels(remove_rows(units, report.id, FORM, ["Chợ", "Thương mại"])) == ["Du lịch"]


def test_a_version_is_put_back_only_while_nothing_came_between(
    units: UnitsOfWork, report: Report
) -> None:
    first = add_row(units, report.id, FORM, "Thương mại")
    second = add_row(units, report.id, FORM, "Lưu trú")
    with pytest.raises(Refused, match="thay đổi ở chỗ khác"):
        put_back(units, first, report, "Hoàn tác")
    put_back(units, second, first, "Hoàn tác")
    put_back(units, first, report, "Hoàn tác")
    assert open_report(units, report.id) == report
    put_back(units, report, first, "Làm lại")
    send = Sending("215", TODAY, TODAY)
    send_report(units, report.id, send, today=TODAY)
    with pytest.raises(Refused, match="đã gửi"):
        put_back(units, first, report, "Hoàn tác")


def test_a_report_that_was_made_is_taken_out_and_put_in_again(
    units: UnitsOfWork, report: Report
) -> None:
    take_out(units, report, "Hoàn tác")
    with pytest.raises(Refused, match="Không có báo cáo"):
        open_report(units, report.id)
    put_in(units, report, "Làm lại")
    assert open_report(units, report.id) == report
    with pytest.raises(Refused, match="đã có báo cáo"):
        put_in(units, report, "Làm lại")


def test_the_periods_of_a_year_stand_in_the_order_they_close(units: UnitsOfWork) -> None:
    create_report(units, ReportKind.CONTROL, "2026-05")
    create_report(units, ReportKind.COMMUNICATION, "2026-Q1", ReportCalendar(20, 1))
    found = report_periods(units, 2026)
    control = [one.window.period for one in found if one.kind is ReportKind.CONTROL]
    assert control == [
        "2026-Q1", "2026-05", "2026-Q2", "2026-H1", "2026-Q3", "2026-9M", "2026-Q4", "2026",
    ]  # fmt: skip
    other = [one for one in found if one.kind is ReportKind.COMMUNICATION]
    assert [one.window.period for one in other] == ["2026-Q1", "2026-H1", "2026"]
    assert other[0].window.due == date(2026, 3, 23)
    dues = {one.window.period: one.window.due for one in found}
    assert (dues["2026-Q2"], dues["2026-9M"]) == (date(2026, 6, 16), date(2026, 9, 16))
    assert [one.report is not None for one in found[:3]] == [False, True, False]


def test_units_are_ticked_off_by_their_names(units: UnitsOfWork, report: Report) -> None:
    before = view_report(units, report.id)
    assert {name for name, _ in before.owing} <= set(before.asked)
    name = before.owing[0][0]
    with pytest.raises(Refused, match="Không có đơn vị"):
        receive_from_named(units, report.id, ["Phòng Lạ"], on=TODAY)
    receive_from_named(units, report.id, [name], on=TODAY)
    after = view_report(units, report.id)
    assert after.owing == before.owing[1:]
    assert after.asked == before.asked
