"""Acts on a report's text: what the person wrote follows the figures only when they say so."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.reporting.report import Report, ReportKind, Sending
from tthc_desktop.domain.reporting.sentences import Figure, Sentence
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_life import send_report
from tthc_desktop.use_cases.reporting.report_sections import TextSection, text_by_section
from tthc_desktop.use_cases.reporting.report_text_acts import (
    adding,
    giving_back,
    keeping,
    updating,
    writing,
)
from tthc_desktop.use_cases.reporting.reports import create_report, set_figure

TODAY = date(2026, 6, 30)
KEY = "II.06a.total"
MINE = "Quý này Sở nhận 95 hồ sơ, trong đó trực tuyến 80."


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample)
    yield data_file.units_of_work()
    data_file.close()


@pytest.fixture
def report(units: UnitsOfWork) -> Report:
    made = create_report(units, ReportKind.CONTROL, "2026-Q2")
    for column, text in ((4, "80"), (5, "15"), (8, "95")):
        set_figure(units, made.id, "II.06a", "Thương mại", column, text)
    return made


def sections(units: UnitsOfWork, report: Report) -> dict[str, TextSection]:
    return {one.key: one for one in text_by_section(units, report.id, today=TODAY)}


def sentence(units: UnitsOfWork, report: Report, key: str = KEY) -> Sentence:
    told = [one for each in sections(units, report).values() for one in each.sentences]
    return next(one for one in told if one.key == key)


def more_online(units: UnitsOfWork, report: Report) -> None:
    set_figure(units, report.id, "II.06a", "Thương mại", 4, "81")
    set_figure(units, report.id, "II.06a", "Thương mại", 8, "96")


def test_sections_have_the_numbers_that_are_printed(units: UnitsOfWork, report: Report) -> None:
    found = sections(units, report)
    assert (found["I"].number, found["I"].is_heading, found["I"].sentences) == ("I.", True, ())
    assert (found["I.6"].number, found["I.6"].level) == ("6.", 2)
    assert not found["III"].is_heading
    assert found["I.6"].sentences[0].key == KEY


def test_figures_of_a_draft_stand_at_their_places(units: UnitsOfWork, report: Report) -> None:
    drafted = sentence(units, report)
    shown = [drafted.text[start:end] for start, end in drafted.figure_places()]
    assert sorted(shown) == sorted(one.value for one in drafted.figures)
    assert shown[:3] == ["95", "80", "15"]
    writing(KEY, MINE).do(units, report.id, TODAY)
    assert sentence(units, report).figure_places() == ()


def test_updating_keeps_the_persons_words_and_takes_the_new_figures(
    units: UnitsOfWork, report: Report
) -> None:
    # 95 came and 95 were done: which of them the person meant cannot be told.
    writing(KEY, MINE).do(units, report.id, TODAY)
    more_online(units, report)
    moved = sentence(units, report)
    assert moved.text == MINE
    assert moved.updated is None
    words = "Sở nhận trực tuyến 80 hồ sơ, số khác là 15."
    writing(KEY, words).do(units, report.id, TODAY)
    set_figure(units, report.id, "II.06a", "Thương mại", 4, "82")
    moved = sentence(units, report)
    assert moved.updated is None  # the words were written beside 81 already
    writing(KEY, words.replace("80", "82")).do(units, report.id, TODAY)
    set_figure(units, report.id, "II.06a", "Thương mại", 4, "79")
    updating([KEY]).do(units, report.id, TODAY)
    updated = sentence(units, report)
    assert updated.text == words.replace("80", "79")
    assert (updated.is_own, updated.offered) == (True, None)


def test_where_figures_cannot_be_told_apart_the_draft_comes_back(
    units: UnitsOfWork, report: Report
) -> None:
    writing(KEY, "Kết quả tốt.").do(units, report.id, TODAY)
    more_online(units, report)
    offered = sentence(units, report).offered
    updating([KEY]).do(units, report.id, TODAY)
    assert sentence(units, report).text == offered
    assert not sentence(units, report).is_own


def test_keeping_asks_again_only_when_figures_move_again(
    units: UnitsOfWork, report: Report
) -> None:
    writing(KEY, MINE).do(units, report.id, TODAY)
    more_online(units, report)
    assert sentence(units, report).offered is not None
    keeping(KEY).do(units, report.id, TODAY)
    kept = sentence(units, report)
    assert (kept.text, kept.offered) == (MINE, None)
    set_figure(units, report.id, "II.06a", "Thương mại", 4, "82")
    again = sentence(units, report)
    assert again.offered is not None
    # What moved is told from what the sentence says, not from what was passed over.
    assert ("80", "82") in [(then.value, now.value if now else "") for then, now in again.changed]


def test_a_sentence_whose_figures_are_gone_is_kept_or_taken_out(
    units: UnitsOfWork, report: Report
) -> None:
    writing(KEY, MINE).do(units, report.id, TODAY)
    for column in (4, 5, 8):
        set_figure(units, report.id, "II.06a", "Thương mại", column, "")
    assert sentence(units, report).offered == ""
    keeping(KEY).do(units, report.id, TODAY)
    assert (sentence(units, report).text, sentence(units, report).offered) == (MINE, None)
    giving_back(KEY).do(units, report.id, TODAY)
    assert KEY not in [one.key for one in sections(units, report)["I.6"].sentences]


def test_own_sentences_are_added_and_taken_out(units: UnitsOfWork, report: Report) -> None:
    before = sections(units, report)["I.6"].sentences
    adding("I.6", "Không có hồ sơ nào trả lại.").do(units, report.id, TODAY)
    added = sections(units, report)["I.6"].sentences[-1]
    assert (added.text, added.is_added) == ("Không có hồ sơ nào trả lại.", True)
    giving_back(added.key).do(units, report.id, TODAY)
    assert sections(units, report)["I.6"].sentences == before
    writing(KEY, "").do(units, report.id, TODAY)
    assert (sentence(units, report).text, sentence(units, report).is_added) == ("", False)


def test_of_a_sent_report_the_text_that_was_sent_is_shown(
    units: UnitsOfWork, report: Report
) -> None:
    writing(KEY, MINE).do(units, report.id, TODAY)
    send_report(
        units, report.id, Sending("9", date(2026, 7, 1), date(2026, 7, 1)), today=TODAY
    )  # fmt: skip
    sent = sections(units, report)["I.6"].sentences[0]
    assert (sent.text, sent.offered, sent.figure_places()) == (MINE, None, ())
    with pytest.raises(Refused):
        writing(KEY, "Khác.").do(units, report.id, TODAY)


@pytest.mark.parametrize(
    ("text", "then", "now", "updated"),
    [
        ("Đạt 95%, còn 95 hồ sơ", "95", "96", "Đạt 95%, còn 96 hồ sơ"),
        ("Nhận 1.095 và 95.", "95", "96", "Nhận 1.095 và 96."),
        ("Ngày 95/6 có 95", "95", "96", "Ngày 95/6 có 96"),
        ("95 hồ sơ, 95 TTHC", "95", "96", None),
        ("Không nêu số", "95", "96", None),
        ("Tỷ lệ 99,0%.", "99,0%", "98%", "Tỷ lệ 98%."),
    ],
)
def test_a_figure_is_told_from_other_numbers(
    text: str, then: str, now: str, updated: str | None
) -> None:
    before = Figure("số", then)
    changed = ((before, Figure("số", now)),)
    one = Sentence("k", "I", text, True, "mới", changed, (before, Figure("khác", "7")))
    assert one.updated == updated
