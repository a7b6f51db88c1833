"""The register: the wording of a căn cứ, what typed beginnings mean, what is in force."""

from dataclasses import replace
from datetime import date

import pytest

from tthc_desktop.domain.legal_register import (
    LegalDocument,
    LegalRegister,
    legal_basis_text,
    merged_register,
)
from tthc_desktop.use_cases.legal_register import shipped_documents

REGISTER = LegalRegister(shipped_documents())
LAW = LegalDocument("1", "Luật", "90/2025/QH15", date(2025, 6, 6), "Quốc hội", "Mẫu hành chính")


def test_the_full_wording_of_a_basis() -> None:
    (document,) = REGISTER.find("63/2010")
    assert document.citation == (
        "Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính"
    )
    assert legal_basis_text(document) == f"Căn cứ {document.citation};"
    assert legal_basis_text(document, last=True) == f"Căn cứ {document.citation}."


def test_a_law_is_cited_without_number_and_issuer() -> None:
    assert LAW.citation == "Luật Mẫu hành chính ngày 06/6/2025"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("63/2010", "63/2010/NĐ-CP"),
        ("nghị định 63", "63/2010/NĐ-CP"),
        ("NĐ 63/2010", "63/2010/NĐ-CP"),
        ("Căn cứ Nghị định số 63/2010/NĐ-CP", "63/2010/NĐ-CP"),
        ("qd 766", "766/QĐ-TTg"),
        ("thong tu so 01/2020", "01/2020/TT-VPCP"),
        ("dot pha khoa hoc", "57-NQ/TW"),
        ("phản ánh kiến nghị", "20/2008/NĐ-CP"),
    ],
)
def test_typed_beginnings_and_words_find_it_first(typed: str, number: str) -> None:
    assert REGISTER.find(typed)[0].number == number


def test_what_is_not_known_is_not_found() -> None:
    assert REGISTER.find("999/2030") == ()
    assert REGISTER.get("63/2010") is None
    assert REGISTER.find("  ") == REGISTER.documents


def test_what_is_in_force_and_what_replaces_it() -> None:
    old, new = REGISTER.get("61/2018/NĐ-CP"), REGISTER.get("118/2025/NĐ-CP")
    assert old
    assert new
    assert old.is_in_force_on(date(2025, 6, 30))
    assert not old.is_in_force_on(date(2025, 7, 1))
    assert not new.is_in_force_on(date(2025, 6, 30))
    assert REGISTER.replacement(old) == new
    assert REGISTER.valid_on("61/2018/NĐ-CP", date(2027, 1, 1)) == new
    assert REGISTER.valid_on("61/2018/NĐ-CP", date(2024, 1, 1)) == old
    assert new.is_in_force_on(date(2027, 1, 1))
    assert not old.is_in_force_on(date(2027, 1, 1))


def test_replacements_that_run_in_a_circle_end() -> None:
    one = replace(LAW, id="1", kind="Nghị định", number="1/NĐ-CP", replaced_by="2/NĐ-CP")
    two = replace(one, id="2", number="2/NĐ-CP", replaced_by="1/NĐ-CP")
    assert LegalRegister((one, two)).replacement(one) == two


def test_the_office_s_own_entry_goes_before_the_shipped_one() -> None:
    shipped = REGISTER.get("63/2010/NĐ-CP")
    assert shipped
    own = replace(shipped, id="x", own=True, checked_on=date(2026, 7, 1), note="Đã đối chiếu")
    merged = merged_register(REGISTER.documents, (own, LAW))
    assert merged.get("63/2010/NĐ-CP") == own
    assert len(merged.documents) == len(REGISTER.documents) + 1
    assert merged.find("mau hanh chinh") == (LAW,)


def test_a_number_given_anew_each_year_is_another_document() -> None:
    shipped = REGISTER.get("01/NQ-CP")
    assert shipped
    later = replace(shipped, id="x", issued_on=date(2027, 1, 7), own=True)
    merged = merged_register(REGISTER.documents, (later,))
    assert merged.get("01/NQ-CP", 2026) == shipped
    assert merged.get("01/NQ-CP") == later


def test_all_that_is_shipped_is_still_to_be_checked_and_is_cited_in_one_piece() -> None:
    from tthc_desktop.domain.citation_spans import citation_spans

    for one in REGISTER.documents:
        assert one.needs_checking
        text = legal_basis_text(one)
        first = citation_spans(text)[0]
        assert (first.number, text[first.start : first.end]) == (one.number, one.citation)
        assert not one.replaced_by or REGISTER.get(one.replaced_by)
