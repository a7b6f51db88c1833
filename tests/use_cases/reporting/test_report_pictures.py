"""The figures of a report's pictures beside what plain SQL finds; frozen once it is sent."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tests.use_cases.typed_entries import put_entry
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.pictures import PictureKind, ReportPicture
from tthc_desktop.domain.reporting.registers import INDEX
from tthc_desktop.domain.reporting.report import ReportKind, Sending
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_life import send_report
from tthc_desktop.use_cases.reporting.report_pictures import pictures_for
from tthc_desktop.use_cases.reporting.reports import create_report, set_figure

TODAY = date(2026, 6, 30)
SENDING = Sending("215", date(2026, 7, 1), date(2026, 7, 2))
# Trực tuyến, trực tiếp, trước hạn, quá hạn of the quarters; the fourth of 2025 has no report.
QUARTERS = {
    "2025-Q1": ("1", "1", "1", "1"),
    "2025-Q2": ("58", "42", "90", "10"),
    "2025-Q3": ("634", "366", "950", "50"),
    "2026-Q1": ("723", "277", "990", "10"),
    "2026-Q2": ("804", "196", "1000", "0"),
}
# A task counts for each unit that leads it, a group's for each member.
UNITS = """
    WITH leads AS (
      SELECT lead.task_id, coalesce(member.member_id, lead.respondent_id) AS unit
      FROM task_respondent AS lead LEFT JOIN group_member AS member
      ON member.group_id = lead.respondent_id
      WHERE lead.role = 'lead' AND lead.task_id NOT IN
        (SELECT parent_id FROM task WHERE parent_id IS NOT NULL)
    )
    SELECT name, count(*), sum(EXISTS (
      SELECT 1 FROM occurrence LEFT JOIN unit_progress AS told
      ON told.occurrence_id = occurrence.id AND told.respondent_id = leads.unit
      WHERE occurrence.task_id = leads.task_id AND occurrence.due < '2026-06-30'
        AND coalesce(occurrence.state, told.state, 'not_started')
          IN ('not_started', 'in_progress')
    )) FROM leads JOIN respondent ON respondent.id = unit GROUP BY unit
"""


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample)
    yield data_file.units_of_work()
    data_file.close()


@pytest.fixture
def report_id(units: UnitsOfWork) -> str:
    made = {}
    for period, figures in QUARTERS.items():
        made[period] = create_report(units, ReportKind.CONTROL, period).id
        for column, text in zip((4, 5, 8, 10), figures, strict=True):
            set_figure(units, made[period], "II.06a", "Thương mại", column, text)
    return made["2026-Q2"]


def of_kind(pictures: tuple[ReportPicture, ...], kind: PictureKind) -> list[ReportPicture]:
    return [one for one in pictures if one.kind is kind]


def pictures(units: UnitsOfWork, report_id: str, kind: PictureKind) -> list[ReportPicture]:
    return of_kind(pictures_for(units, report_id, today=TODAY), kind)


def test_shares_by_quarter_are_what_plain_sql_finds(
    units: UnitsOfWork, report_id: str, sample: Path
) -> None:
    online, in_time = pictures(units, report_id, PictureKind.QUARTERS)
    with sqlite3.connect(sample) as connection:
        rows = connection.execute(
            "SELECT period, number, sum(value) FROM report_cell JOIN report ON report.id = "
            "report_id WHERE form = 'II.06a' GROUP BY period, number"
        ).fetchall()
    cells = {(period, number): value for period, number, value in rows}
    for picture, part, whole in ((online, (4,), (4, 5)), (in_time, (8, 9), (8, 9, 10))):
        shares = {
            period: sum(cells.get((period, one), 0) for one in part)
            / sum(cells.get((period, one), 0) for one in whole)
            for period in QUARTERS
        }
        words = [
            number_words(round(shares[period] * 100, 1), 1)
            for period in ("2025-Q2", "2025-Q3", "2026-Q1", "2026-Q2")
        ]
        # Five quarters up to the report's own; the one without a report stands empty.
        assert [one.words for one in picture.bars] == [*words[:2], "–", *words[2:]]
        labels = ["II/25", "III/25", "IV/25", "I/26", "II/26"]
        assert [one.label for one in picture.bars] == labels
        assert [one.is_current for one in picture.bars] == [False] * 4 + [True]
        assert all(word in picture.alt for word in words)
    assert online.title == "Tỷ lệ hồ sơ trực tuyến theo quý (%)"
    assert "quý II năm 2026: 80,4%" in online.alt


def test_tasks_of_each_unit_are_what_plain_sql_counts(
    units: UnitsOfWork, report_id: str, sample: Path
) -> None:
    (picture,) = pictures(units, report_id, PictureKind.UNITS)
    with sqlite3.connect(sample) as connection:
        rows = connection.execute(UNITS).fetchall()
    shown = {
        one.label: (one.words, {part.words: part.count for part in one.parts})
        for one in picture.bars
    }
    assert len(shown) == len(rows)
    overdue = 0
    for name, total, late in rows:
        words, parts = shown[name]
        assert (words, parts["Quá hạn"]) == (str(total), late)
        assert sum(parts.values()) == total
        assert f"{name}: {total} (" in picture.alt
        overdue += late
    assert overdue


def test_points_of_a_group_stand_against_what_it_gives_at_most(
    units: UnitsOfWork, report_id: str, sample: Path
) -> None:
    assert pictures(units, report_id, PictureKind.GROUPS) == []
    for indicator, reached, score in (("1.1", "50", ""), ("1.2", "100", ""), ("2.1", "95", "18,5"),
                                      ("3.2", "10", "1")):  # fmt: skip
        values = {"period": "2026-Q2", "indicator": indicator, "numerator": reached,
                  "denominator": "100", "portal_score": score}  # fmt: skip
        put_entry(units, INDEX, values, today=TODAY)
    (picture,) = pictures(units, report_id, PictureKind.GROUPS)
    with sqlite3.connect(sample) as connection:
        count, rate = connection.execute(
            "SELECT count(*), sum(content ->> 'numerator') FROM register_entry "
            "WHERE register = ? AND (content ->> 'indicator') IN ('1.1', '1.2')",
            (INDEX.key,),
        ).fetchone()
    assert (count, rate) == (2, 150)
    # Công khai gives 6 for 1.1 and 4 for 1.2, 18 in all; 3.2 has no maximum that is known.
    assert [(one.label, one.words) for one in picture.bars] == [
        ("Công khai, minh bạch", "7,00/18"),
        ("Tiến độ giải quyết", "18,50/20"),
        ("Dịch vụ công trực tuyến", "1,00"),
    ]
    assert "Công khai, minh bạch: 7,00/18 điểm" in picture.alt


def test_a_period_without_figures_has_no_picture_of_them(units: UnitsOfWork) -> None:
    empty = create_report(units, ReportKind.CONTROL, "2031-Q1")
    assert pictures_for(units, empty.id, today=date(2031, 4, 1)) == ()
    month = create_report(units, ReportKind.COMMUNICATION, "2026-06")
    kinds = [one.kind for one in pictures_for(units, month.id, today=TODAY)]
    assert kinds == [PictureKind.UNITS]


def test_a_longer_period_shows_the_quarters_up_to_its_last(
    units: UnitsOfWork, report_id: str
) -> None:
    half = create_report(units, ReportKind.CONTROL, "2026-H1")
    online, _ = pictures(units, half.id, PictureKind.QUARTERS)
    assert online.bars == pictures(units, report_id, PictureKind.QUARTERS)[0].bars


def test_what_was_sent_stays_when_figures_move(units: UnitsOfWork, report_id: str) -> None:
    send_report(units, report_id, SENDING, today=TODAY)
    before = pictures_for(units, report_id, today=TODAY)
    values = {"period": "2026-Q2", "indicator": "1.1", "numerator": "1", "denominator": "2"}
    put_entry(units, INDEX, values, today=TODAY)
    assert pictures_for(units, report_id, today=date(2026, 12, 1)) == before
    quarters, units_kind = PictureKind.QUARTERS, PictureKind.UNITS
    assert [one.kind for one in before] == [quarters, units_kind, quarters]
