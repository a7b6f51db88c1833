"""Edits of registers as values, rows from Excel, choices by their first letters, TTHC counted."""

from datetime import date

import pytest

from tthc_desktop.domain.reporting.entry_doubles import refuse_doubles
from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.domain.reporting.entry_fields import read_value
from tthc_desktop.domain.reporting.entry_rows import read_rows
from tthc_desktop.domain.reporting.index_scores import IndexFigure, index_scores, score_of
from tthc_desktop.domain.reporting.petitions import PetitionState
from tthc_desktop.domain.reporting.procedures import (
    OnlineLevel,
    Procedure,
    ProcedureLevel,
    procedure_answers,
    procedure_counts,
)
from tthc_desktop.domain.reporting.registers import ACTIVITIES, INDEX, PETITIONS, PROCEDURES
from tthc_desktop.domain.reporting.windows import report_window
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.reporting.report_data import shipped_indicators
from tthc_desktop.use_cases.working_days import shipped_working_days

Q2 = report_window("2026-Q2", shipped_working_days())
OLD = date(2026, 3, 1)


def test_rows_are_read_by_their_headings_and_refused_row_by_row() -> None:
    block = [
        ["Tóm tắt nội dung", "Không rõ", "ngày nhận", "Ngày trả lời"],
        ["Một", "bỏ", "2/5", ""],
        ["", "", "", ""],
        ["Hai", "", "3/5", "1/5"],
        ["Ba", "", "31/6", ""],
        ["", "", "4/5", ""],
    ]
    read = read_rows(PETITIONS, block, year=2026)
    assert [one.heading if one else None for one in read.columns] == [
        "Tóm tắt nội dung", None, "Ngày nhận", "Ngày trả lời",
    ]  # fmt: skip
    first, *refused = read.rows
    assert (first.entry.summary, first.entry.received_on) == ("Một", date(2026, 5, 2))
    assert [one.number for one in read.rows] == [2, 4, 5, 6]
    for row, said in zip(
        refused,
        ("Dòng 4: Ngày trả lời trước ngày nhận", "Tháng 6/2026 có 30 ngày", "Chưa ghi “Tóm tắt"),
        strict=True,
    ):
        assert row.entry is None
        assert said in row.trouble


def test_rows_without_headings_stand_in_the_order_of_the_grid() -> None:
    fields = {one.name: one for one in ACTIVITIES.fields}
    order = [fields[name] for name in ("title", "day", "kind", "quantity")]
    (row,) = read_rows(ACTIVITIES, [["Bài", "1/4", "Tin", "1.200"]], year=2026, order=order).rows
    assert (row.entry.title, row.entry.kind, row.entry.quantity) == ("Bài", "Tin", 1200)


@pytest.mark.parametrize("typed", ["Đang xử lý", "dang xu ly", "dang", "in_progress"])
def test_a_choice_is_found_without_marks_and_by_its_beginning(typed: str) -> None:
    state = next(one for one in PETITIONS.fields if one.name == "state")
    assert read_value(state, typed, 2026) is PetitionState.IN_PROGRESS


def test_a_beginning_that_several_choices_share_is_refused() -> None:
    state = next(one for one in PETITIONS.fields if one.name == "state")
    with pytest.raises(Refused, match="không có “đa”"):
        read_value(state, "đa", 2026)


def test_an_edit_and_its_inverse_lead_back() -> None:
    held = (IndexFigure("a", "2026-06", "2.1", 1, 2), IndexFigure("b", "2026-06", "3.3", 1, 2))
    other = IndexFigure("a", "2026-06", "2.1", 2, 2)
    new = IndexFigure("c", "2026-06", "4.1", 1, 1)
    edit = EntryEdit(
        ACTIVITIES, "thử",
        (EntryChange(held[0], other), EntryChange(held[1]), EntryChange(None, new)),
    )  # fmt: skip
    after = edit.of(held)
    assert after == (other, new)
    assert set(edit.inverse().of(after)) == set(held)
    assert not edit.is_empty
    assert EntryEdit(ACTIVITIES, "thử", (EntryChange(new, new),)).is_empty


@pytest.mark.parametrize(
    ("rate", "maximum", "threshold", "score"),
    # By hand: 40 × 12 ÷ 50; 72 × 2 ÷ 80; 45 × 6 ÷ 90.
    [(40, 12, 50, 9.60), (72, 2, 80, 1.80), (45, 6, 90, 3.00)],
)
def test_scores_below_their_threshold(
    rate: float, maximum: float, threshold: float, score: float
) -> None:
    assert score_of(rate, maximum, threshold) == score


@pytest.mark.parametrize(
    ("portal", "differs"), [(18.05, False), (18.06, True), (17.95, False), (17.94, True)]
)
def test_a_difference_of_five_hundredths_is_no_difference(portal: float, *, differs: bool) -> None:
    figures = (IndexFigure("a", "2026-06", "2.1", 90, 100, portal),)
    (score,) = index_scores(shipped_indicators(), figures, "2026-06", None)
    assert (score.score, score.differs) == (18, differs)


def test_a_figure_that_is_half_typed_gives_no_rate_and_no_score() -> None:
    for figure in (
        IndexFigure("a", "2026-06", "2.1", 90, None),
        IndexFigure("a", "2026-06", "2.1", None, 100),
    ):
        (score,) = index_scores(shipped_indicators(), (figure,), "2026-06", None)
        assert (score.rate, score.score, score.counted) == (None, None, None)
    before = IndexFigure("b", "2026-05", "2.1", 80, 100)
    now = IndexFigure("a", "2026-06", "2.1", 95, 100, 18.5)
    (score,) = index_scores(shipped_indicators(), (now, before), "2026-06", "2026-05")
    assert (score.before, score.trend) == (16, 2.5)


def test_procedures_answer_what_the_plan_asks() -> None:
    """Counted by hand: a to d stand when the window closes on 14/06/2026; e, f do not."""
    whole, partly = OnlineLevel.WHOLE, OnlineLevel.PARTLY
    held = (
        Procedure("a", "1", "A", decision="QĐ 1", decided_on=date(2026, 3, 14), process="QĐ 9",
                  online=whole, published_where="Cổng", published_on=date(2026, 3, 20)),
        Procedure("b", "2", "B", decision="QĐ 2", decided_on=date(2026, 3, 15), online=partly,
                  published_on=date(2026, 6, 15), independent_of_place=True),
        Procedure("c", "3", "C", level=ProcedureLevel.COMMUNE, published_where="Bảng niêm yết"),
        Procedure("d", "4", "D", decided_on=date(2026, 6, 14), process="QĐ 8", one_stop=False),
        Procedure("e", "5", "E", decided_on=date(2026, 6, 15), process="QĐ 7", online=whole),
        Procedure("f", "6", "F", ended_on=date(2026, 6, 14), decision="QĐ 3", online=whole),
    )  # fmt: skip
    found = procedure_answers(held, Q2)
    assert (found.total, found.announced, found.has_decision) == (4, 2, 2)
    assert (found.is_published, found.has_process, found.independent_of_place) == (2, 2, 1)
    assert (found.online_whole, found.online_partly, found.online_percent) == (1, 1, 50)
    counts = procedure_counts(held, Q2)
    assert (counts["province"], counts["commune"]) == (3, 1)
    assert (counts["one_stop_province"], counts["one_stop_commune"]) == (2, 1)
    assert (counts["process_province"], counts["process_commune"]) == (2, 0)
    assert procedure_answers((), Q2).online_percent is None


def test_a_row_that_is_there_already_is_refused_by_its_number() -> None:
    held = (Procedure("a", "1.001", "Cấp phép"), Procedure("b", "1.002", "Cũ", ended_on=OLD))
    block = [["1.001", "Cấp phép"], ["1.002", "Mới"], ["1.003", "Ba"], ["1.003", "Ba lần nữa"]]
    rows = read_rows(PROCEDURES, block, year=2026, held=held).rows
    assert [one.entry is not None for one in rows] == [False, True, True, False]
    assert rows[0].trouble == "Dòng 1: Sổ đã có “1.001”. Hãy sửa dòng đã có. Chưa thay đổi gì."
    assert rows[3].trouble.startswith("Dòng 4: Sổ đã có “1.003”")


def test_an_edit_makes_no_second_entry_of_one_but_what_was_double_may_stay() -> None:
    held = tuple(IndexFigure(name, "2026-06", "2.1") for name in "ab")
    changed = EntryChange(held[0], IndexFigure("a", "2026-06", "2.1", 5, 10))
    refuse_doubles(EntryEdit(INDEX, "thử", (changed,)), held)
    refuse_doubles(EntryEdit(INDEX, "thử", (EntryChange(held[0]),)), held)
    third = EntryEdit(INDEX, "thử", (EntryChange(None, IndexFigure("c", "2026-06", "2.1")),))
    with pytest.raises(Refused, match=r"Sổ đã có “2026-06, 2\.1”"):
        refuse_doubles(third, held)
    other = EntryEdit(INDEX, "thử", (EntryChange(None, IndexFigure("c", "2026-07", "2.1")),))
    refuse_doubles(other, held)
