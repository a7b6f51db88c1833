"""Our pages beside those LibreOffice makes of our Word file: same count, same words, no widows.

Documents are invented so that each rule is forced: what may not be torn stands at every height
of the page's end, in our PDF and in Word's paragraphs and rows alike.
"""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.ui.page_layouts import SENTENCE, lines, signature, table, words
from tthc_desktop.document.blocks import DocumentLayout, LayoutBlock, PageSection, Role
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.document.word import write_word
from tthc_desktop.domain.office import Directory
from tthc_desktop.reading.plan_reader import read_plan
from ui.pages.paginator import paginate
from ui.pages.painter import QtPagePainter
from ui.session.open_plan import OpenPlan

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.soffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]
ROWS = 12
# Lines above what is forced: it comes at every height of the end of a page.
HEIGHTS = range(38, 58, 3)
Texts = list[str]
Both = Callable[[list[DocumentLayout]], list[tuple[Texts, Texts]]]


@pytest.fixture
def both(tmp_path: Path) -> Both:
    """Give a function that returns the texts of our pages and of LibreOffice's."""

    def rendered(layouts: list[DocumentLayout]) -> list[tuple[Texts, Texts]]:
        names = [f"{place}" for place in range(len(layouts))]
        for name, layout in zip(names, layouts, strict=True):
            write_word(layout, tmp_path / f"{name}.docx")
            QtPagePainter().write_pdf(layout, tmp_path / f"own-{name}.pdf")
        profile = (tmp_path / "profile").as_uri()
        subprocess.run(
            [SOFFICE or "", f"-env:UserInstallation={profile}", "--headless", "--convert-to",
             "pdf", "--outdir", tmp_path, *(tmp_path / f"{name}.docx" for name in names)],
            check=True, capture_output=True, timeout=110,
        )  # fmt: skip
        return [
            (_texts(tmp_path / f"own-{name}.pdf"), _texts(tmp_path / f"{name}.pdf"))
            for name in names
        ]

    return rendered


def _texts(pdf: Path) -> Texts:
    """Return the letters of every page: blanks depend on who reads a PDF."""
    return ["".join(page.extract_text().split()) for page in PdfReader(pdf).pages]


def page_of(text: str, pages: Texts) -> int:
    wanted = "".join(text.split())
    return next(number for number, page in enumerate(pages) if wanted in page)


def words_of(layout: DocumentLayout) -> set[str]:
    pages = paginate(layout).pages
    return {word for page in pages for line in page.lines for word in line.split()}


def plan(*blocks: LayoutBlock) -> DocumentLayout:
    return DocumentLayout((PageSection(blocks),), "Kế hoạch thử")


def test_page_count_and_words_are_those_of_the_word_file(
    control_plan: OpenPlan, both: Both
) -> None:
    turned = DocumentLayout(
        (
            PageSection(tuple(words(f"{SENTENCE * 4}{n}.") for n in range(30))),
            PageSection((words("Phụ lục", Role.ANNEX_LABEL), table(50)), landscape=True),
        ),
        "Có phụ lục nằm",
    )
    for layout, (own, word) in zip(
        (control_plan.layout, turned), both([control_plan.layout, turned]), strict=True
    ):
        assert abs(len(own) - len(word)) <= 1
        ours, theirs = "".join(own), "".join(word)
        said = words_of(layout)
        assert {one for one in said if one not in ours} == set()
        assert {one for one in said if one not in theirs} == set()


@pytest.mark.shared
def test_real_plans_have_the_pages_of_their_word_files(shared_folder: Path, both: Both) -> None:
    layouts = []
    for seed in sorted((shared_folder / "seeds").glob("*.txt")):
        read = read_plan(seed, today=date(2026, 11, 21), directory=Directory(()))
        layouts.append(lay_out_plan(read.plan, Directory(read.new_respondents)))
    for layout, (own, word) in zip(layouts, both(layouts), strict=True):
        assert abs(len(own) - len(word)) <= 1
        said = words_of(layout)
        assert {one for one in said if one not in "".join(own)} == set()
        assert {one for one in said if one not in "".join(word)} == set()


def test_no_heading_is_left_alone(both: Both) -> None:
    layouts = [
        plan(lines(height), words("II. NỘI DUNG", Role.SECTION),
             words("1. Việc chung", Role.CLAUSE_TITLE), words(f"ĐẦU {SENTENCE * 5}"))
        for height in HEIGHTS
    ]  # fmt: skip
    for pages in (one for pair in both(layouts) for one in pair):
        assert page_of("II. NỘI DUNG", pages) == page_of("1. Việc chung", pages)
        assert page_of("1. Việc chung", pages) == page_of("ĐẦU", pages)


def test_the_signature_is_whole_and_not_alone(both: Both) -> None:
    closing = words("KẾT THÚC Kế hoạch này./.", Role.CLOSING)
    layouts = [plan(lines(height), closing, signature()) for height in HEIGHTS]
    for pages in (one for pair in both(layouts) for one in pair):
        places = {page_of(one, pages) for one in ("KẾT THÚC", "Nơi nhận:", "GIÁM ĐỐC", "Văn A")}
        assert len(places) == 1


def test_no_row_is_split_and_a_table_has_its_heading_beside_a_row(both: Both) -> None:
    text = f"MỞ {SENTENCE * 6} ĐÓNG"
    layouts = [plan(lines(height), table(ROWS, text=text)) for height in HEIGHTS]
    for pages in (one for pair in both(layouts) for one in pair):
        for page in pages:
            assert page.count("MỞTiếp") == page.count("ĐÓNG")
            assert page.count("STT") == min(1, page.count("ĐÓNG"))
        assert sum(page.count("ĐÓNG") for page in pages) == ROWS
