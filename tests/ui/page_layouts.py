"""Small documents for the tests of our pages."""

from collections.abc import Iterator

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import (
    Cell,
    DocumentLayout,
    LayoutBlock,
    PageSection,
    Paragraph,
    Role,
    SideBySide,
    Table,
)
from tthc_desktop.domain.text_run import Run, plain_runs
from ui.pages.measures import units_of_mm, units_of_pt
from ui.pages.paginator import Page
from ui.pages.pieces import Stroke, Text

SENTENCE = "Tiếp tục tổ chức thực hiện có hiệu quả nhiệm vụ kiểm soát thủ tục hành chính. "
TEXT_WIDTH = units_of_mm(nd30.PORTRAIT.text_width_mm)
LEFT = units_of_mm(nd30.PORTRAIT.left_mm)
TOP = units_of_mm(nd30.PORTRAIT.top_mm)
BOTTOM = units_of_mm(nd30.PORTRAIT.height_mm - nd30.PORTRAIT.bottom_mm)
LINE_PT = 14 * 2355 / 2048
LINES_OF_A_PAGE = int((BOTTOM - TOP) / units_of_pt(LINE_PT))


def words(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(role, plain_runs(text))


def mixed(*runs: Run) -> Paragraph:
    return Paragraph(Role.BODY, runs)


def lines(count: int) -> Paragraph:
    """Return a paragraph of so many lines; its first one has a gap above it."""
    return words("\n".join(f"dòng {number}" for number in range(1, count + 1)), Role.RECIPIENTS)


def table(rows: int, *, text: str = SENTENCE, header: bool = True) -> Table:
    widths = tuple(nd30.PORTRAIT.text_width_mm * part for part in (0.1, 0.7, 0.2))
    body = tuple(
        (
            Cell(Role.TABLE_NUMBER, plain_runs(f"{number}")),
            Cell(Role.TABLE_CELL, plain_runs(text)),
            Cell(Role.TABLE_CENTRED, plain_runs("Văn phòng")),
        )
        for number in range(1, rows + 1)
    )
    heads = tuple(Cell(Role.TABLE_HEAD, plain_runs(one)) for one in ("STT", "Nội dung", "Chủ trì"))
    return Table(widths, heads if header else (), body)


def signature() -> SideBySide:
    half = nd30.PORTRAIT.text_width_mm / 2
    left = (words("Nơi nhận:", Role.RECIPIENTS_LABEL), words("- Lưu: VT.", Role.RECIPIENTS))
    right = (words("GIÁM ĐỐC", Role.SIGNING_LINE), words("Nguyễn Văn A", Role.SIGNER_NAME))
    return SideBySide((half, half), ((left, right),), keep_together=True)


def document(*blocks: LayoutBlock, landscape: bool = False) -> DocumentLayout:
    return DocumentLayout((PageSection(blocks, landscape),), "Kế hoạch thử")


def texts(page: Page) -> Iterator[Text]:
    return (mark for mark in page.marks if isinstance(mark, Text))


def strokes(page: Page) -> Iterator[Stroke]:
    return (mark for mark in page.marks if isinstance(mark, Stroke))


def found(page: Page, start: str) -> Text:
    """Return the line of a page that begins with *start*."""
    return next(one for one in texts(page) if one.line.text.startswith(start))


def bottom(page: Page) -> float:
    """Return how far down the page anything stands."""
    return max(
        [one.top + one.line.height for one in texts(page)] + [one.bottom for one in strokes(page)]
    )
