"""What a page is called: "2", "Phụ lục 1", and the counts of them."""

from __future__ import annotations

from collections.abc import Sequence

from tthc_desktop.document.blocks import DocumentLayout, Paragraph, Role
from ui.pages.paginator import Page

_LONGEST_LABEL = 12
_COUNTING = "đang tính…"


def page_name(page: Page, layout: DocumentLayout) -> str:
    """Return the name below a page's small picture: each annex counts its own pages."""
    if page.section == 0:
        return str(page.number)
    return f"{_annex_name(page.section, layout)} {page.number}".strip()


def _annex_name(section: int, layout: DocumentLayout) -> str:
    """Return "Phụ lục", or with several annexes the words they are headed by ("Phụ lục II,")."""
    if len(layout.sections) <= 2:
        return "Phụ lục"
    labels = (
        block.text
        for block in layout.sections[section].blocks
        if isinstance(block, Paragraph) and block.role is Role.ANNEX_LABEL
    )
    label = " ".join(next(labels, "").split())
    named = label if 0 < len(label) <= _LONGEST_LABEL else f"Phụ lục {section}"
    return f"{named},"


def counted(pages: Sequence[Page], *, is_complete: bool) -> str:
    """Return "5 trang: 2 trang kế hoạch, 3 trang phụ lục"."""
    if not is_complete:
        return f"Số trang: {_COUNTING}"
    own = sum(page.section == 0 for page in pages)
    if own == len(pages):
        return f"{own} trang"
    return f"{len(pages)} trang: {own} trang kế hoạch, {len(pages) - own} trang phụ lục"


def total(pages: Sequence[Page], *, is_complete: bool) -> str:
    """Return "/ 5 trang"."""
    return f"/ {len(pages)} trang" if is_complete else f"/ {_COUNTING}"


def looked_at(shown: Sequence[int], pages: Sequence[Page]) -> str:
    """Return "Trang 1 và 2 · khổ A4 dọc"."""
    if not shown:
        return ""
    numbers = " và ".join(str(one + 1) for one in shown)
    turned = {pages[one].landscape for one in shown}
    way = "dọc và ngang" if len(turned) > 1 else "ngang" if True in turned else "dọc"
    return f"Trang {numbers} · khổ A4 {way}"
