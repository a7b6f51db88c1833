"""A report through the real data file: drafted, edited, checked, sent, frozen, corrected."""

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from db.data_file import SqliteDataFile
from tests.use_cases.typed_entries import entries, paste_rows, put_entry, remove_entry
from tthc_desktop.__main__ import program_for
from tthc_desktop.domain.progress import Occurrence, Record
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.registers import (
    ACTIVITIES,
    ACTIVITY_TARGETS,
    DIFFICULTIES,
    INDEX,
    PETITIONS,
    PROCEDURES,
)
from tthc_desktop.domain.reporting.report import Report, ReportKind, ReportState, Sending
from tthc_desktop.domain.reporting.sentences import Sentence
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.plan_check import check_file
from tthc_desktop.use_cases.reporting.register_figures import count_form
from tthc_desktop.use_cases.reporting.report_export import export_report
from tthc_desktop.use_cases.reporting.report_life import (
    ask_correction,
    receive_from_named,
    send_report,
    set_state,
)
from tthc_desktop.use_cases.reporting.report_text import (
    add_sentence,
    edit_sentence,
    report_text,
    take_offered,
)
from tthc_desktop.use_cases.reporting.report_view import view_report
from tthc_desktop.use_cases.reporting.reports import (
    accept_finding,
    check_report,
    create_report,
    open_report,
    set_cause,
    set_figure,
)

TODAY = date(2026, 6, 30)
SENDING = Sending("215", date(2026, 7, 1), date(2026, 7, 2), "Trục liên thông văn bản")
FIGURES = (
    ("Thương mại", 4, "1.150"), ("Thương mại", 5, "50"), ("Thương mại", 6, "30"),
    ("Thương mại", 8, "900"), ("Thương mại", 9, "280"), ("Thương mại", 10, "10"),
    ("Thương mại", 12, "40"), ("Lưu trú", 4, "20"), ("Lưu trú", 8, "20"),
)  # fmt: skip


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample)
    yield data_file.units_of_work()
    data_file.close()


def filled(units: UnitsOfWork, period: str = "2026-Q2") -> Report:
    report = create_report(units, ReportKind.CONTROL, period)
    for row, column, text in FIGURES:
        set_figure(units, report.id, "II.06a", row, column, text)
    return set_cause(units, report.id, "II.06a", "Thương mại", "Phải lấy ý kiến nhiều cơ quan")


def text_of(units: UnitsOfWork, report: Report) -> dict[str, Sentence]:
    return {one.key: one for one in report_text(units, report.id, today=TODAY)}


def export(units: UnitsOfWork, report: Report, to: Path) -> Path:
    painter = program_for(lambda: TODAY).new_painter
    export_report(units, report.id, to, today=TODAY, new_painter=painter, force=True)
    return to


def test_every_figure_of_the_forms_sentence_is_what_plain_sql_finds(
    units: UnitsOfWork, sample: Path
) -> None:
    report = filled(units)
    said = text_of(units, report)["II.06a.total"].text
    with sqlite3.connect(sample) as connection:
        cells = dict(
            connection.execute(
                "SELECT number, sum(value) FROM report_cell WHERE report_id = ? AND form = ? "
                "GROUP BY number",
                (report.id, "II.06a"),
            )
        )
    received = cells[4] + cells[5] + cells[6]
    done = cells[8] + cells[9] + cells[10]
    share = round((cells[8] + cells[9]) / done * 100, 1)
    online = round(cells[4] / (cells[4] + cells[5]) * 100, 1)
    words = [number_words(one) for one in (received, cells[4], cells[5], cells[6], done, cells[8],
                                           cells[9], cells[10])]  # fmt: skip
    assert said == (
        "Trong kỳ, tiếp nhận {} hồ sơ (trực tuyến {}, trực tiếp và bưu chính {}, kỳ trước chuyển "
        "qua {}); đã giải quyết {} hồ sơ, trong đó trước hạn {}, đúng hạn {}, quá hạn {} ".format(
            *words
        )
        + f"(tỷ lệ trước hạn và đúng hạn {number_words(share)}%); đang giải quyết 40 hồ sơ "
        f"(trong hạn {cells[12]}, quá hạn 0). Tỷ lệ hồ sơ trực tuyến trong số hồ sơ mới tiếp "
        f"nhận đạt {number_words(online)}%."
    )
    assert said.startswith("Trong kỳ, tiếp nhận 1.250 hồ sơ (trực tuyến 1.170")


def test_the_tasks_of_the_period_are_counted_as_plain_sql_counts_them(
    units: UnitsOfWork, sample: Path
) -> None:
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    said = text_of(units, report)["tasks.total"].text
    with units.reading() as work:
        plans = [one.id for one in work.plans.summaries()]
        closed = {
            occurrence.id: record.state
            for plan in plans
            for occurrence, record in _records(units, plan)
        }
    with sqlite3.connect(sample) as connection:
        rows = connection.execute(
            "SELECT id, due, period FROM occurrence WHERE (due BETWEEN '2026-04-01' AND "
            "'2026-06-30') OR due < '2026-04-01' OR (due IS NULL AND (period LIKE 'once%' OR "
            "period = '2026-Q2'))"
        ).fetchall()
    counted = [
        (place, due)
        for place, due, _ in rows
        if closed[place] not in ("no_case", "cancelled")
        and not (due and due < "2026-04-01" and closed[place] == "done")
    ]
    done = sum(closed[place] == "done" for place, _ in counted)
    overdue = sum(
        bool(due and due < TODAY.isoformat()) and closed[place] in ("not_started", "in_progress")
        for place, due in counted
    )
    assert f"có {len(counted)} lượt nhiệm vụ" in said
    assert (
        f"đã hoàn thành {done} (đạt {number_words(round(done / len(counted) * 100, 1))}%;" in said
    )
    assert f"Có {overdue} lượt quá hạn." in said


def _records(units: UnitsOfWork, plan_id: str) -> Iterator[tuple[Occurrence, Record]]:
    opened = open_plan(units, plan_id)
    for row in opened.leaves():
        for occurrence in opened.of_task(row.task):
            yield occurrence, opened.record(row.task, occurrence)


def test_what_the_person_wrote_stays_and_what_moved_is_offered(units: UnitsOfWork) -> None:
    report = filled(units)
    edit_sentence(units, report.id, "II.06a.total", "Kết quả tốt.", today=TODAY)
    add_sentence(units, report.id, "IV", "Đề nghị bổ sung biên chế.")
    kept = text_of(units, report)["II.06a.total"]
    assert (kept.text, kept.is_own, kept.offered) == ("Kết quả tốt.", True, None)
    set_figure(units, report.id, "II.06a", "Lưu trú", 4, "21")
    moved = text_of(units, report)["II.06a.total"]
    assert moved.text == "Kết quả tốt."
    assert moved.offered is not None
    assert "tiếp nhận 1.251 hồ sơ" in moved.offered
    assert ("II.06a cột 3", "1.250", "1.251") in [
        (then.name, then.value, now.value if now else "") for then, now in moved.changed
    ]
    sections = [one.section for one in report_text(units, report.id, today=TODAY)]
    assert "IV" in sections
    take_offered(units, report.id, "II.06a.total")
    again = text_of(units, report)["II.06a.total"]
    assert (again.text, again.is_own) == (moved.offered, False)


def test_an_empty_period_says_so_in_every_section(units: UnitsOfWork) -> None:
    report = create_report(units, ReportKind.CONTROL, "2031-Q1")
    sentences = report_text(units, report.id, today=date(2031, 4, 1))
    assert len(sentences) == 17
    assert all("không phát sinh" in one.text for one in sentences)


def test_the_report_is_laid_out_without_a_fault(units: UnitsOfWork, tmp_path: Path) -> None:
    report = filled(units)
    word = export(units, report, tmp_path / "bao-cao.docx")
    assert check_file(word, today=TODAY) == ()
    paragraphs = [one.text for one in docx.Document(str(word)).paragraphs]
    assert "BÁO CÁO" in paragraphs
    assert any(one.startswith("Kính gửi: Văn phòng UBND tỉnh") for one in paragraphs)
    pdf = export(units, report, tmp_path / "bao-cao.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    book = openpyxl.load_workbook(export(units, report, tmp_path / "bao-cao.xlsx"))
    form = book.worksheets[0]
    total = next(row for row in form.iter_rows() if row[1].value == "Tổng cộng")
    assert [cell.value for cell in total[2:6]] == [1250, 1170, 50, 30]


def test_a_failing_check_holds_the_report_back_until_a_reason_is_given(
    units: UnitsOfWork, tmp_path: Path
) -> None:
    report = filled(units)
    set_figure(units, report.id, "II.06a", "Lưu trú", 9, "7")
    (finding,) = check_report(units, report.id)
    assert (finding.rule, finding.where) == ("C4", "form II.06a row Lưu trú column 3")
    assert "lệch 7" in finding.message
    with pytest.raises(Refused, match="C4"):
        export(units, report, tmp_path / "a.docx")
    assert not (tmp_path / "a.docx").exists()
    with pytest.raises(Refused, match="lý do"):
        accept_finding(units, report.id, finding, " ")
    accept_finding(units, report.id, finding, "Cổng tính cả hồ sơ liên thông")
    assert export(units, report, tmp_path / "a.docx").exists()
    set_figure(units, report.id, "II.06a", "Lưu trú", 9, "8")
    with pytest.raises(Refused, match="C4"):
        export(units, report, tmp_path / "b.docx")


def test_a_sent_report_is_the_same_bytes_whatever_figures_become(
    units: UnitsOfWork, tmp_path: Path
) -> None:
    report = filled(units)
    send_report(units, report.id, SENDING, today=TODAY)
    before = digest(export(units, report, tmp_path / "truoc.docx"))
    values = {"raised_on": "1/6", "text": "Thiếu máy quét"}
    put_entry(units, DIFFICULTIES, values, today=TODAY)
    assert digest(export(units, report, tmp_path / "sau.docx")) == before
    with pytest.raises(Refused, match="bản sửa"):
        set_figure(units, report.id, "II.06a", "Lưu trú", 4, "99")
    again = ask_correction(units, report.id)
    assert (again.version, again.state) == (2, ReportState.DRAFT)
    set_figure(units, again.id, "II.06a", "Lưu trú", 4, "21")
    set_figure(units, again.id, "II.06a", "Lưu trú", 8, "21")
    assert open_report(units, report.id).state is ReportState.CORRECTION_ASKED
    assert digest(export(units, report, tmp_path / "cu.docx")) == before
    assert digest(export(units, again, tmp_path / "moi.docx")) != before
    words = [one.text for one in docx.Document(str(tmp_path / "sau.docx")).tables[0]._cells]
    assert any("Số: 215/BC-" in one for one in words)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_is_wrong_about_a_period_or_a_sending_is_refused(units: UnitsOfWork) -> None:
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    create_report(units, ReportKind.COMMUNICATION, "2026-Q2")
    for period in ("2026-Q2", "2026-Q5", ""):
        with pytest.raises(Refused):
            create_report(units, ReportKind.CONTROL, period)
    create_report(units, ReportKind.CONTROL, "2026-03-01..2026-04-15")
    with pytest.raises(Refused, match="chồng lên"):
        create_report(units, ReportKind.CONTROL, "2026-04-15..2026-05-15")
    create_report(units, ReportKind.CONTROL, "2026-04-16..2026-05-15")
    early = Sending("1", date(2026, 7, 2), date(2026, 7, 1))
    with pytest.raises(Refused, match="trước ngày ký"):
        send_report(units, report.id, early, today=TODAY)
    with pytest.raises(Refused, match="sau khi gửi"):
        set_state(units, report.id, ReportState.SENT)
    assert set_state(units, report.id, ReportState.WAITING).state is ReportState.WAITING


def test_the_next_quarter_carries_over_and_tells_what_moved(units: UnitsOfWork) -> None:
    filled(units, "2026-Q1")
    second = create_report(units, ReportKind.CONTROL, "2026-Q2")
    assert second.grid("II.06a").rows[0].typed() == {6: 40}
    for column, text in ((4, "1.300"), (5, "0"), (8, "1.340")):
        set_figure(units, second.id, "II.06a", "Thương mại", column, text)
    said = text_of(units, second)["II.06a.kỳ trước"].text
    assert said == (
        "So với kỳ trước, số hồ sơ mới tiếp nhận tăng 80 (6,6%), "
        "số hồ sơ đã giải quyết tăng 130 (10,7%)."
    )
    assert check_report(units, second.id) == ()
    set_figure(units, second.id, "II.06a", "Thương mại", 6, "41")
    assert [one.rule for one in check_report(units, second.id)] == ["C4", "C7"]


def test_units_owe_until_they_hand_in(units: UnitsOfWork) -> None:
    report = create_report(units, ReportKind.CONTROL, "2026-Q3")
    owing = dict(view_report(units, report.id).owing)
    assert owing["Văn phòng"] > 0
    receive_from_named(units, report.id, ["Văn phòng"], on=date(2026, 9, 15))
    later = dict(view_report(units, report.id).owing)
    assert later == {name: count for name, count in owing.items() if name != "Văn phòng"}


def test_what_is_pasted_into_a_register_feeds_the_report(units: UnitsOfWork) -> None:
    rows = [
        ["Ngày nhận", "Tóm tắt nội dung", "Người gửi", "Lĩnh vực", "Ngày trả lời"],
        ["2/4/2026", "Chậm trả kết quả", "Trần Thị Thử", "Lưu trú", "5/5/2026"],
        ["3/4/2026", "Hỏi thành phần hồ sơ", "Lê Văn Ví", "Thương mại", ""],
        ["4/4/2026", "Trả lời trước khi nhận", "", "Lưu trú", "1/4/2026"],
        ["hôm qua", "Ngày sai", "", "", ""],
    ]
    refused = paste_rows(units, PETITIONS, rows, today=TODAY)
    assert [one.split(":")[0] for one in refused] == ["Dòng 4", "Dòng 5"]
    _, found = entries(units, PETITIONS)
    assert found.summary == "Hỏi thành phần hồ sơ"
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    count_form(units, report.id, "II.05")
    assert check_report(units, report.id) == ()
    text = text_of(units, report)
    assert text["II.05.total"].text.startswith("Trong kỳ, Sở có 2 phản ánh, kiến nghị")
    assert "Có 2 phản ánh" in text["petitions.late"].text
    set_figure(units, report.id, "II.05", "Lưu trú", 13, "1")
    remove_entry(units, PETITIONS, found)
    counted = count_form(units, report.id, "II.05")
    row = counted.grid("II.05").row("Lưu trú")
    assert row
    assert row.typed()[13] == 1


def test_communication_index_procedures_and_difficulties_stand_in_the_text(
    units: UnitsOfWork,
) -> None:
    for register, values in (
        (ACTIVITIES, {"day": "2/4", "kind": "Tin, bài", "title": "Bài", "quantity": "6",
                      "unit": "tin"}),
        (ACTIVITY_TARGETS, {"year": "2026", "kind": "Tin, bài", "target": "24", "unit": "tin"}),
        (INDEX, {"period": "2026-Q2", "indicator": "2.1", "numerator": "95", "denominator": "100",
                 "portal_score": "18,5"}),
        (PROCEDURES, {"code": "1.001", "name": "Cấp giấy phép", "one_stop": "Có",
                      "process": "QĐ 12"}),
        (DIFFICULTIES, {"raised_on": "3/4", "text": "Máy quét hỏng", "division": "Văn phòng",
                        "answer": "Đã thay máy", "answered_on": "9/4"}),
    ):  # fmt: skip
        put_entry(units, register, values, today=TODAY)
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    count_form(units, report.id, "II.07b")
    texts = {key: one.text for key, one in text_of(units, report).items()}
    assert texts["activities.period"] == "Trong kỳ, Sở đã thực hiện: tin, bài 6 tin."
    assert "6/24 tin (25%)" in texts["activities.year"]
    assert "18,50 điểm trên 20 điểm tối đa" in texts["index.total"]
    assert texts["index.total"].endswith("đã có số liệu (tiến độ giải quyết 18,50).")
    assert "theo tử số và mẫu số là 19,00 điểm" in texts["index.2.1"]
    assert "là 1 TTHC (cấp tỉnh 1" in texts["II.07b.total"]
    assert any("Máy quét hỏng. Đã trả lời: Đã thay máy." in one for one in texts.values())
