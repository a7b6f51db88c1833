"""PAKN deadlines, the index, communication, TTHC: registers as values."""

from datetime import date

import pytest

from tthc_desktop.domain.reporting.activities import Activity, ActivityTarget, activity_table
from tthc_desktop.domain.reporting.entry_fields import entry_from_texts, entry_texts, number_words
from tthc_desktop.domain.reporting.index_scores import (
    IndexFigure,
    IndicatorLimit,
    group_scores,
    index_scores,
    rank_of,
    score_of,
    with_limits,
)
from tthc_desktop.domain.reporting.petitions import (
    Petition,
    PetitionAbout,
    PetitionState,
    is_petition_late,
    petition_counts,
    petition_deadlines,
)
from tthc_desktop.domain.reporting.procedures import Procedure, ProcedureLevel, procedure_counts
from tthc_desktop.domain.reporting.registers import ACTIVITIES, INDEX, PETITIONS, REGISTERS
from tthc_desktop.domain.reporting.windows import report_window
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.reporting.report_data import shipped_indicators
from tthc_desktop.use_cases.working_days import shipped_working_days

DAYS = shipped_working_days()
Q2 = report_window("2026-Q2", DAYS)


@pytest.mark.parametrize(
    ("received", "refuse", "ask", "handle"),
    [
        ("2026-02-12", "2026-02-23", "2026-02-26", "2026-03-12"),
        ("2026-04-24", "2026-04-29", "2026-05-06", "2026-05-20"),
        ("2026-08-28", "2026-09-04", "2026-09-09", "2026-09-23"),
    ],
)
def test_a_petition_has_two_five_and_fifteen_working_days(
    received: str, refuse: str, ask: str, handle: str
) -> None:
    one = Petition("p", date.fromisoformat(received), "Nội dung")
    found = petition_deadlines(one, DAYS)
    days = (found.refuse_by, found.ask_by, found.transfer_by, found.handle_by)
    assert [day.isoformat() for day in days] == [refuse, ask, ask, handle]
    assert found.publish_by is None
    last = date.fromisoformat(handle)
    assert not is_petition_late(one, DAYS, last)
    assert is_petition_late(one, DAYS, DAYS.add(last, 1))


def test_publication_is_due_two_working_days_after_the_answer() -> None:
    one = Petition("p", date(2026, 4, 20), "Nội dung", answered_on=date(2026, 4, 24))
    # 25 to 27/04 are a weekend and Giỗ Tổ Hùng Vương with its day in lieu.
    assert petition_deadlines(one, DAYS).publish_by == DAYS.add(date(2026, 4, 24), 2)


def test_petitions_count_by_content_and_by_time() -> None:
    held = (
        Petition("a", date(2026, 3, 2), "cũ", answered_on=date(2026, 3, 20)),
        Petition("b", date(2026, 4, 2), "mới", about=PetitionAbout.BEHAVIOUR),
        Petition("c", date(2026, 5, 2), "mới", answered_on=date(2026, 5, 20),
                 published_on=date(2026, 5, 21)),
        Petition("d", date(2026, 1, 2), "xong kỳ trước", answered_on=date(2026, 2, 2)),
        Petition("e", date(2026, 6, 15), "kỳ sau"),
        Petition("f", date(2026, 4, 3), "chuyển", state=PetitionState.TRANSFERRED,
                 transferred_on=date(2026, 4, 6)),
    )  # fmt: skip
    counts = petition_counts(held, Q2)
    assert counts["regulation"] == counts["before"] + counts["new"] - counts["behaviour"] == 3
    assert (counts["before"], counts["new"], counts["behaviour"]) == (1, 3, 1)
    assert (counts["handled_regulation"], counts["handled_before"], counts["handled_new"]) == (
        3, 1, 2,
    )  # fmt: skip
    assert counts["published"] == 1


def test_a_petition_answered_before_it_came_is_refused() -> None:
    values = {"received_on": "05/05", "summary": "x", "answered_on": "04/05"}
    with pytest.raises(Refused, match="Dòng 3: Ngày trả lời trước ngày nhận"):
        entry_from_texts(PETITIONS, values, year=2026, entry_id="p", place="Dòng 3: ")


@pytest.mark.parametrize(
    ("rate", "maximum", "threshold", "score"),
    [
        (40, 12, 50, 9.60),
        (80, 2, 80, 2.00),
        (65.5, 20, None, 13.10),
        (104, 6, None, 6.00),
        (33, 6, 90, 2.20),
    ],
)
def test_scores_follow_the_rule_of_the_index(
    rate: float, maximum: float, threshold: float | None, score: float
) -> None:
    assert score_of(rate, maximum, threshold) == score


def test_a_portal_score_that_differs_is_flagged_and_the_one_before_stands_beside() -> None:
    figures = (
        IndexFigure("a", "2026-06", "2.1", 90, 100, 17.9),
        IndexFigure("b", "2026-05", "2.1", 80, 100),
        IndexFigure("c", "2026-06", "4.2", 0, 0),
        IndexFigure("d", "2026-06", "1.1", 1, 2),
    )
    indicators = with_limits(shipped_indicators(), (IndicatorLimit("l", "1.1", 5.0),))
    scores = {one.indicator.code: one for one in index_scores(
        indicators, figures, "2026-06", "2026-05")}  # fmt: skip
    assert (scores["2.1"].score, scores["2.1"].before, scores["2.1"].differs) == (18, 16, True)
    assert scores["4.2"].score is None
    assert scores["1.1"].score == 2.5
    assert group_scores(scores.values()) == {
        "Công khai, minh bạch": 2.5, "Tiến độ giải quyết": 17.9, "Số hóa hồ sơ": 0,
    }  # fmt: skip
    assert [rank_of(one) for one in (90, 89.99, 70, 50, 3)] == [
        "Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu",
    ]  # fmt: skip


def test_the_maxima_that_are_known_make_their_groups() -> None:
    sums: dict[str, float] = {}
    for one in shipped_indicators():
        sums[one.group] = sums.get(one.group, 0) + (one.maximum or 0)
    assert sums == {
        "Công khai, minh bạch": 18, "Tiến độ giải quyết": 20, "Dịch vụ công trực tuyến": 12,
        "Thanh toán trực tuyến": 10, "Số hóa hồ sơ": 22, "Mức độ hài lòng": 18,
    }  # fmt: skip


def test_communication_is_counted_since_15_december_against_its_target() -> None:
    year = report_window("2026", DAYS)
    held = (
        Activity("a", date(2025, 12, 14), "Tin, bài", "trước kỳ", 9, "tin"),
        Activity("b", date(2025, 12, 15), "Tin, bài", "đầu năm", 4, "tin"),
        Activity("c", date(2026, 3, 15), "tin, bài", "trong kỳ", 6, "Tin", evidence="link"),
        Activity("d", date(2026, 6, 15), "Tin, bài", "kỳ sau", 5, "tin"),
    )
    targets = (
        ActivityTarget("t", 2026, "Tin, bài", 20, "tin"),
        ActivityTarget("u", 2026, "Tập huấn", 2, "lớp"),
        ActivityTarget("v", 2025, "Cuộc thi", 1, "cuộc"),
    )
    training, news = activity_table(held, targets, Q2, year)
    assert (training.kind, training.in_year, training.percent) == ("Tập huấn", 0, 0)
    assert (news.in_period, news.in_year, news.target, news.percent) == (6, 10, 20, 50)
    assert news.evidence == "link"


def test_procedures_in_force_are_counted_for_the_form() -> None:
    held = (
        Procedure("a", "1", "A", process="QĐ 1"),
        Procedure("b", "2", "B", one_stop=False, level=ProcedureLevel.COMMUNE),
        Procedure("c", "3", "C", ended_on=date(2026, 6, 14)),
        Procedure("d", "4", "D", decided_on=date(2026, 6, 15)),
    )
    counts = procedure_counts(held, Q2)
    assert (counts["province"], counts["commune"], counts["one_stop_province"]) == (1, 1, 1)
    assert counts["process_province"] == 1


def test_typed_cells_become_an_entry_and_texts_again() -> None:
    values = {"day": "28/5", "kind": "Tin, bài", "title": "Bài", "quantity": "1.234,5",
              "people": "1.000"}  # fmt: skip
    one = entry_from_texts(ACTIVITIES, values, year=2026, entry_id="a")
    assert one == Activity("a", date(2026, 5, 28), "Tin, bài", "Bài", 1234.5, people=1000)
    again = entry_from_texts(ACTIVITIES, entry_texts(ACTIVITIES, one), year=2020, entry_id="a")
    assert again == one
    assert number_words(1234.5) == "1.234,5"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"day": "31/2", "kind": "x", "title": "y"}, "“Ngày”: Tháng 2/2026 có 28 ngày"),
        ({"day": "1/2", "kind": "x"}, "Chưa ghi “Tên, nội dung”"),
        ({"day": "1/2", "kind": "x", "title": "y", "quantity": "-1"}, "không thể âm"),
        ({"day": "1/2", "kind": "x", "title": "y", "people": "hai"}, "“hai” không phải là số"),
        ({"day": "1/2", "kind": "x", "title": "y", "people": "1,5"}, "số nguyên"),
        ({"mood": "x"}, "không có cột “mood”"),
    ],
)
def test_a_value_that_does_not_fit_is_said_at_its_field(
    values: dict[str, str], said: str
) -> None:  # fmt: skip
    with pytest.raises(Refused, match=said):
        entry_from_texts(ACTIVITIES, values, year=2026, entry_id="a")


def test_every_register_names_fields_of_its_entries() -> None:
    for one in REGISTERS.values():
        assert {field.name for field in one.fields} | {"id"} == set(one.entry_type.__slots__)
    with pytest.raises(Refused, match="không có kỳ “2026-13”"):
        entry_from_texts(INDEX, {"period": "2026-13", "indicator": "1.1"}, year=2026, entry_id="i")
    assert [one.name for one in PETITIONS.fields if one.personal] == ["sender", "contact"]
