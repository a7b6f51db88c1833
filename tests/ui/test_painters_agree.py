"""Word file and pages are drawn from the same blocks: same words, same order."""

from pathlib import Path

import pytest
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from tthc_desktop.document.word import write_word
from ui.pages.paginator import paginate
from ui.session.open_plan import OpenPlan


def words_of_word_file(path: Path) -> list[str]:
    words: list[str] = []

    def take(item: Paragraph | Table) -> None:
        if isinstance(item, Paragraph):
            words.extend(item.text.split())
            return
        for row in item.rows:
            for cell in dict.fromkeys(row.cells):
                for inner in cell.iter_inner_content():
                    take(inner)

    for item in Document(str(path)).iter_inner_content():
        take(item)
    return words


def words_of_pages(plan: OpenPlan) -> list[str]:
    words: list[str] = []
    header = ""
    for page in paginate(plan.layout).pages:
        lines = " ".join(page.lines[1:] if page.number > 1 else page.lines)
        start = lines.find("STT")
        if start >= 0 and page.number == 1:
            header = lines[start : lines.find(" 1 ", start)]
        elif header and lines.startswith(header):
            # The header is repeated on paper, and written once in Word.
            lines = lines.removeprefix(header)
        words += lines.split()
    return words


@pytest.mark.usefixtures("qapp")
def test_word_and_pages_have_the_same_words(control_plan: OpenPlan, tmp_path: Path) -> None:
    write_word(control_plan.layout, tmp_path / "k.docx")
    assert words_of_pages(control_plan) == words_of_word_file(tmp_path / "k.docx")
