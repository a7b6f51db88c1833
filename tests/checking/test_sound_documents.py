"""Documents that follow the decree, by our hand and by another's, have no finding."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.checking.conftest import Check, directory, invented_plan
from tests.checking.other_hand import Hand, write_decision, write_plan
from tests.reading.invented_plan import AGENCY, PARENT
from tests.reading.typing_habits import saved, tabbed
from tthc_desktop.checking.collect import collect_facts
from tthc_desktop.checking.recognise import recognise
from tthc_desktop.checking.word_checker import check_word_file
from tthc_desktop.document import nd30
from tthc_desktop.document.electronic_annex import Signing, lay_out_electronic_annex
from tthc_desktop.document.office_document import lay_out_document
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.document.word import write_word
from tthc_desktop.domain.plan import PartialDate
from tthc_desktop.reading.gate import open_office_file
from tthc_desktop.use_cases.submission import Submission, submission_note


def test_what_we_write_breaks_no_rule(written: Path) -> None:
    assert check_word_file(written) == ()


def test_saving_it_again_changes_nothing(check: Check) -> None:
    assert check(lambda _: None) == ()


def test_a_draft_without_number_and_day_is_no_finding(tmp_path: Path) -> None:
    draft = replace(invented_plan(), number=None, date=PartialDate(None, 1, 2026))
    note = "(Kèm theo Kế hoạch số /KH-STMDV ngày tháng 01 năm 2026 của Sở Thương mại và Dịch vụ)"
    annexes = tuple(replace(one, attached_to=note) for one in draft.annexes)
    write_word(
        lay_out_plan(replace(draft, annexes=annexes), directory()), tmp_path / "dự thảo.docx"
    )
    assert check_word_file(tmp_path / "dự thảo.docx") == ()


def test_a_long_agency_name_takes_the_smaller_profile_and_breaks_no_rule(tmp_path: Path) -> None:
    plan = replace(invented_plan(), agency="SỞ VĂN HÓA, THỂ THAO, DU LỊCH VÀ TRUYỀN THÔNG")
    plan = replace(plan, annexes=())
    blocks = tuple(one for one in plan.blocks if "Phụ lục" not in one.text)
    write_word(lay_out_plan(replace(plan, blocks=blocks), directory()), tmp_path / "dài.docx")
    assert check_word_file(tmp_path / "dài.docx") == ()


@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("write", [write_plan, write_decision])
def test_another_hand_is_as_good(
    tmp_path: Path, write: Callable[[Path, Hand], None], small: bool
) -> None:
    write(tmp_path / "khác.docx", Hand(small))
    assert check_word_file(tmp_path / "khác.docx") == ()


def test_columns_between_tabs_are_told_apart(tmp_path: Path) -> None:
    file = saved(tabbed, tmp_path / "tab.docx")
    document = recognise(collect_facts(open_office_file(file, "word")))
    head = document.head
    assert head.national_name
    assert head.motto
    assert (head.national_name.text, head.motto.text) == (nd30.QUOC_HIEU, nd30.TIEU_NGU)
    assert head.place_date
    assert head.place_date.text.startswith("Sông Lam, ngày")
    assert [one.text for one in head.parent] == [PARENT]
    assert [one.text for one in head.agency] == [AGENCY]
    assert [one.text for one in document.foot.signing] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert document.foot.recipients[-1].text == "- Lưu: VT, VP."


def test_a_note_of_submission_is_no_kind_of_the_decree(tmp_path: Path) -> None:
    note = submission_note(invented_plan(), Submission(), date(2026, 1, 5))
    write_word(lay_out_document(note, directory()), tmp_path / "phiếu.docx")
    assert check_word_file(tmp_path / "phiếu.docx") == ()


def test_an_annex_in_a_file_of_its_own_needs_no_letterhead(tmp_path: Path) -> None:
    signing = Signing("05", "KH-STMDV", date(2026, 1, 20))
    for annex in invented_plan().annexes:
        write_word(lay_out_electronic_annex(annex, directory(), signing), tmp_path / "a.docx")
        assert check_word_file(tmp_path / "a.docx") == ()
