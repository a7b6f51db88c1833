"""What the tab Báo cáo says: sentences of checks, states of periods, headings."""

from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.reporting.form_checks import Surroundings, check_grid
from tthc_desktop.domain.reporting.grids import FigureCell, Grid, GridRow
from tthc_desktop.domain.reporting.report import Report, ReportKind, ReportState, Sending
from tthc_desktop.domain.reporting.windows import ReportWindow
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.reporting.period_overview import ReportPeriod
from tthc_desktop.use_cases.reporting.report_data import find_form, forms
from tthc_desktop.use_cases.reporting.report_view import view_report
from tthc_desktop.use_cases.reporting.reports import create_report
from ui.reports.finding_words import column_name, finding_sentence, touched
from ui.reports.form_header import head_cells
from ui.reports.form_rows import NOT_COMPUTED, RefusedText, RowKind, form_rows
from ui.reports.period_words import frozen_words, period_state, report_title, window_words
from ui.reports.report_facts_words import answered, missing_words

FORM = find_form("II.06a")
Q2 = ReportWindow("2026-Q2", date(2026, 3, 15), date(2026, 6, 14), date(2026, 6, 16))


def grid_of(**rows: dict[int, int]) -> Grid:
    return Grid(
        "II.06a",
        tuple(
            GridRow(name, tuple(FigureCell(column, value) for column, value in cells.items()))
            for name, cells in rows.items()
        ),
    )


@pytest.mark.parametrize(
    ("code", "column", "words"),
    [
        ("II.06a", 3, "nhận giải quyết"),
        ("II.06a", 7, "đã giải quyết"),
        ("II.06a", 6, "từ kỳ trước"),
        ("II.05", 2, "tổng số"),
        ("II.05", 7, "đã xử lý"),
        ("II.07b", 3, "TTHC thuộc thẩm quyền giải quyết của địa phương"),
        ("II.08", 12, "thanh toán trực tuyến"),
    ],
)
def test_columns_are_named_as_in_a_sentence(code: str, column: int, words: str) -> None:
    assert column_name(find_form(code), column) == words


def test_every_column_of_every_form_has_a_name() -> None:
    for form in forms():
        for one in form.figure_columns():
            assert one.column is not None
            assert not column_name(form, one.column).startswith("cột")


def test_the_sentence_of_a_check_has_the_figures_and_the_difference() -> None:
    grid = grid_of(A={4: 2, 8: 2}, B={4: 71, 5: 19, 6: 6, 8: 61, 9: 26, 10: 1, 12: 7})
    found = [one for one in check_grid(FORM, grid) if one.rule == "C4"]
    (sentence,) = [finding_sentence(FORM, grid, one) for one in found]
    assert sentence == (
        "Dòng 2, kiểm tra C4: nhận giải quyết (3) 96 phải bằng đã giải quyết (7) 88 + đang giải "
        "quyết (11) 7 = 95. Lệch 1."
    )
    cells = touched(FORM, found[0])
    assert cells is not None
    assert (cells.row, cells.column, cells.columns) == ("B", 3, (3, 7, 11))


def test_the_sentences_of_the_other_checks_name_place_and_difference() -> None:
    form = find_form("II.07b")
    rows = (GridRow("Sở", (FigureCell(4, 5), FigureCell(8, 6), FigureCell(12, 9))),)
    grid = Grid("II.07b", rows)
    said = {one.rule: finding_sentence(form, grid, one) for one in check_grid(form, grid)}
    assert said["B1"].startswith("Dòng 1, kiểm tra B1: TTHC được thực hiện")
    assert said["B1"].endswith("Lệch 1.")
    assert "không được lớn hơn" in said["B1"]
    before = grid_of(A={4: 2, 8: 1, 12: 1})
    now = grid_of(A={6: 3, 12: 3})
    (finding,) = [one for one in check_grid(FORM, now, Surroundings(before)) if one.rule == "C7"]
    assert finding_sentence(FORM, now, finding) == (
        "Dòng 1, kiểm tra C7: số chuyển từ kỳ trước lệch 2 (cột 6 = 3; cột 11 kỳ trước = 1)."
    )


def test_nothing_is_computed_from_what_is_no_figure() -> None:
    grid = grid_of(A={4: 2, 8: 2}, B={4: 3, 8: 3})
    refused = {("a", 4): RefusedText("x", "không phải là số")}
    first, second, new, total = form_rows(FORM, grid, (), refused, can_edit=True)
    assert [one.kind for one in (first, second, new, total)] == [
        RowKind.BODY, RowKind.BODY, RowKind.NEW, RowKind.TOTAL,
    ]  # fmt: skip
    assert first.cells[3].words == NOT_COMPUTED
    assert first.cells[7].words == "2"
    assert second.cells[3].words == "3"
    assert (total.cells[3].words, total.cells[4].words) == (NOT_COMPUTED, NOT_COMPUTED)
    assert total.cells[7].words == "5"


def test_the_heading_of_every_form_covers_each_cell_once() -> None:
    for form in forms():
        cells = head_cells(form)
        depth = max(one.bottom for one in cells) + 1
        places = [
            (row, column)
            for one in cells
            for row in range(one.top, one.bottom + 1)
            for column in range(one.first, one.last + 1)
        ]
        columns = len(form.columns())
        assert sorted(places) == [(row, one) for row in range(depth) for one in range(columns)]


@pytest.mark.parametrize(
    ("state", "today", "shown", "words"),
    [
        (None, date(2026, 3, 1), Shown.NOT_STARTED, "Từ 15/3, hạn 16/6"),
        (None, date(2026, 5, 1), Shown.NOT_STARTED, "Hạn 16/6"),
        (None, date(2026, 6, 17), Shown.NOT_STARTED, "Chưa lập · hạn 16/6"),
        (ReportState.WAITING, date(2026, 6, 10), Shown.SOON, "Chờ phòng · hạn 16/6"),
        (ReportState.WAITING, date(2026, 6, 17), Shown.OVERDUE, "Chờ phòng · quá hạn 16/6"),
        (ReportState.SENT, date(2026, 6, 17), Shown.DONE, "Đã gửi 15/6"),
    ],
)
def test_a_period_says_where_its_report_stands(
    state: ReportState | None, today: date, shown: Shown, words: str
) -> None:
    report = None
    if state is not None:
        sending = Sending("9", date(2026, 6, 15), date(2026, 6, 15))
        kept = sending if state is ReportState.SENT else None
        report = Report("r", ReportKind.CONTROL, "2026-Q2", state=state, sending=kept)
    period = ReportPeriod(ReportKind.CONTROL, Q2, report)
    assert period_state(period, today) == (shown, words)


def test_titles_and_windows_are_short() -> None:
    control, communication = ReportKind.CONTROL, ReportKind.COMMUNICATION
    assert report_title(control, "2026-Q2") == "Báo cáo quý II/2026"
    assert report_title(control, "2026-06") == "Báo cáo tháng 6/2026"
    assert report_title(communication, "2026-H1") == "Báo cáo truyền thông 6 tháng đầu năm 2026"
    assert window_words(Q2) == "số liệu 15/3 – 14/6"
    first = ReportWindow("2026-Q1", date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 17))
    assert window_words(first) == "số liệu 15/12/2025 – 14/3/2026"


def test_the_band_of_a_frozen_report_says_what_can_be_done() -> None:
    sending = Sending("215", date(2026, 6, 15), date(2026, 6, 16))
    report = Report("r", ReportKind.CONTROL, "2026-Q2", state=ReportState.SENT, sending=sending)
    assert frozen_words(report) == (
        "Báo cáo đã gửi số 215 ngày 15/06/2026, gửi ngày 16/06/2026. Muốn đổi số liệu hay lời "
        "văn, lập bản sửa."
    )
    assert frozen_words(Report("r", ReportKind.CONTROL, "2026-Q2")) == ""


def test_a_year_without_a_plan_is_said(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    units = data_file.units_of_work()
    told = []
    for period in ("2026-Q3", "2031-Q1"):
        report = create_report(units, ReportKind.CONTROL, period)
        view = view_report(units, report.id)
        told.append((missing_words(view), answered(view)))
    data_file.close()
    assert told[0][0].startswith("Chưa có số liệu của ")
    assert told[1] == (
        "Chưa có kế hoạch năm 2031: báo cáo không có phần nhiệm vụ",
        "Chưa có kế hoạch năm 2031",
    )
