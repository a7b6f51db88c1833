import pytest

from tests.ui.page_layouts import table, words
from tthc_desktop.document.blocks import DocumentLayout, PageSection
from ui.pages.page_range import Which, is_wanted, page_numbers
from ui.pages.paginator import paginate


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1", (1,)),
        ("1, 3–5", (1, 3, 4, 5)),
        ("3-5,1", (1, 3, 4, 5)),
        (" 2 — 3 ; 3 ", (2, 3)),
        ("1,", (1,)),
        ("5-5", (5,)),
    ],
)
def test_what_people_type_is_understood(typed: str, numbers: tuple[int, ...]) -> None:
    assert page_numbers(typed, 5) == numbers


@pytest.mark.parametrize("typed", ["", "0", "6", "4-6", "5-3", "hai", "1-", "1,,2", "1.5", "-2"])
def test_what_is_no_page_is_refused(typed: str) -> None:
    assert page_numbers(typed, 5) is None


@pytest.mark.usefixtures("qapp")
def test_plan_and_annexes_are_told_apart() -> None:
    sections = (PageSection((words("A"),)), PageSection((table(60),)), PageSection((words("C"),)))
    pages = list(enumerate(paginate(DocumentLayout(sections, "")).pages, 1))

    def wanted(which: Which, *chosen: int) -> list[int]:
        return [number for number, page in pages if is_wanted(page, number, which, chosen)]

    assert wanted(Which.ALL) == [number for number, _ in pages]
    assert wanted(Which.PLAN) == [1]
    assert wanted(Which.ANNEXES) == [number for number, _ in pages[1:]]
    assert wanted(Which.CHOSEN, 1, 3) == [1, 3]
