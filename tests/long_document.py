"""Invented documents of more than 300 pages, all text or all table, as laid out."""

from tests.large_plan import WORDS, large_plan, units
from tthc_desktop.document.blocks import DocumentLayout, PageSection, Paragraph, Role
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.domain.text_run import plain_runs

PAGES = 300
_PARAGRAPHS = 2900
_ROWS = 4700


def long_document(*, is_table: bool) -> DocumentLayout:
    """Return a document of text, or a plan whose annex is one table."""
    if is_table:
        directory = units()
        return lay_out_plan(large_plan(_ROWS, directory), directory)
    text = " ".join([f"{WORDS};"] * 4)
    blocks = tuple(
        Paragraph(Role.BODY, plain_runs(f"{number}. {text}")) for number in range(_PARAGRAPHS)
    )
    return DocumentLayout((PageSection(blocks),), "Kế hoạch dài")
