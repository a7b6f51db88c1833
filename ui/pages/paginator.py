"""Stacks pieces to pages: section by section, page by page, so that the first comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import (
    DocumentLayout,
    LayoutBlock,
    PageSection,
    Paragraph,
    Picture,
    Role,
    Rule,
    SideBySide,
    Table,
)
from tthc_desktop.domain.text_run import plain_runs
from ui.pages.draft_mark import DraftMark
from ui.pages.flow import flow_pieces, side_by_side_pieces
from ui.pages.lines import set_lines
from ui.pages.measures import units_of_mm
from ui.pages.picture import picture_pieces
from ui.pages.pieces import Mark, Piece, Stroke, Text
from ui.pages.table import table_pieces


class BlockPlace(NamedTuple):
    """Where a layout block stands in its document."""

    section: int
    block: int


@dataclass(frozen=True)
class Page:
    """A page ready to draw, in page units; `number` counts within its `section`."""

    width: float
    height: float
    number: int
    landscape: bool
    marks: tuple[Mark, ...]
    anchors: dict[BlockPlace, float]
    """Tops of the blocks that begin on this page."""
    section: int = 0

    @property
    def lines(self) -> tuple[str, ...]:
        """The page's lines of text in the order they are drawn."""
        return tuple(mark.line.text for mark in self.marks if isinstance(mark, Text))


@dataclass(frozen=True)
class Pages:
    """A whole document as pages."""

    pages: tuple[Page, ...]
    title: str


# Sets a block: its place in the section, the block, width and height of the text, the profile.
PiecesOf = Callable[[int, LayoutBlock, float, float, bool], Iterable[Piece]]


def paginate(layout: DocumentLayout) -> Pages:
    """Return all pages of *layout*."""
    return Pages(tuple(pages_one_by_one(layout)), layout.title)


def pages_one_by_one(layout: DocumentLayout) -> Iterator[Page]:
    """Yield the pages of *layout*; a page is set when it is asked for, not before."""
    for place, section in enumerate(layout.sections):
        for page in section_pages(section, place, large=layout.large):
            yield _marked(page) if layout.draft_mark else page


def _marked(page: Page) -> Page:
    """Put the mark of a draft behind everything else, in the middle of the sheet."""
    return replace(page, marks=(DraftMark(page.width / 2, page.height / 2), *page.marks))


def section_pages(
    section: PageSection, place: int, *, large: bool, pieces_of: PiecesOf | None = None
) -> Iterator[Page]:
    """Yield the pages of the section at *place*; *pieces_of* may keep what it has set before."""
    sheet = nd30.page(landscape=section.landscape)
    open_page = _OpenPage(sheet, place, 1, landscape=section.landscape, large=large)
    for group in _groups(_section_pieces(section, sheet, pieces_of or _pieces_of, large=large)):
        for part in _parts(group, open_page.room):
            if not open_page.has_room(part):
                yield open_page.closed()
                open_page = open_page.following()
            for piece in part:
                open_page.put(piece)
    yield open_page.closed()


def _section_pieces(
    section: PageSection, sheet: nd30.Page, pieces_of: PiecesOf, *, large: bool
) -> Iterator[Piece]:
    width, room = units_of_mm(sheet.text_width_mm), units_of_mm(sheet.text_height_mm)
    for place, block in enumerate(section.blocks):
        following = section.blocks[place + 1] if place + 1 < len(section.blocks) else None
        tied = _ties(block, following)
        held: Piece | None = None
        for piece in pieces_of(place, block, width, room, large):
            if held:
                yield held
            held = replace(piece, block=place)
        if held:
            yield replace(held, keep=held.keep or tied)


def _ties(block: LayoutBlock, following: LayoutBlock | None) -> bool:
    """Whether *block* ends on the page where *following* begins."""
    if isinstance(following, SideBySide):
        return following.keep_together
    # What announces a table stands on the page where the table begins.
    return isinstance(following, Table) and isinstance(block, Paragraph | Rule)


def _pieces_of(
    _place: int, block: LayoutBlock, width: float, room: float, large: bool
) -> Iterable[Piece]:
    return block_pieces(block, width, room, large=large)


def block_pieces(block: LayoutBlock, width: float, room: float, *, large: bool) -> Iterable[Piece]:
    """Return the pieces of a block in a column of *width*, *room* high."""
    if isinstance(block, Table):
        return table_pieces(block, room, large=large)
    if isinstance(block, SideBySide):
        return side_by_side_pieces(block, room, large=large)
    if isinstance(block, Picture):
        return picture_pieces(block, width)
    return flow_pieces(block, width, large=large)


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield runs of pieces that must stand on one page."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


def _parts(group: list[Piece], room: float) -> Iterator[list[Piece]]:
    """Yield the group whole; one that no page can hold comes piece by piece."""
    repeated = max((_header_height(piece) for piece in group), default=0.0)
    if repeated + sum(piece.gap + piece.height for piece in group) <= room:
        yield group
    else:
        for piece in group:
            yield [piece]


def _header_height(piece: Piece) -> float:
    """Return the height of the table header that the piece brings to the top of a page."""
    return sum(header.height for header in piece.row.header) if piece.row else 0.0


@dataclass
class _OpenPage:
    sheet: nd30.Page
    section: int
    number: int
    landscape: bool
    large: bool
    used: float = 0.0
    last: Piece | None = None
    marks: list[Mark] = field(default_factory=list)
    anchors: dict[BlockPlace, float] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)

    @property
    def room(self) -> float:
        return units_of_mm(self.sheet.text_height_mm)

    @property
    def is_continued(self) -> bool:
        return self.number > 1

    def has_room(self, pieces: list[Piece]) -> bool:
        if not self.used:
            return True
        return self.used + sum(piece.gap + piece.height for piece in pieces) <= self.room

    def put(self, piece: Piece) -> None:
        """Put a piece below the others; a row that begins the page brings its header."""
        if self.last is None and piece.row and self.is_continued:
            for header in piece.row.header:
                self._place(header, gap=0.0)
        # The gap above belongs between two pieces; Word drops it at the top of a page too.
        keeps_gap = self.last is not None or not self.is_continued
        self._place(piece, gap=piece.gap if keeps_gap else 0.0)

    def closed(self) -> Page:
        """Return the finished page."""
        if self.last and self.last.row and not self.last.row.closes:
            self._border(self.last, units_of_mm(self.sheet.top_mm) + self.used)
        return Page(
            units_of_mm(self.sheet.width_mm),
            units_of_mm(self.sheet.height_mm),
            self.number,
            self.landscape,
            (*self._page_number(), *self.marks),
            self.anchors,
            self.section,
        )

    def following(self) -> _OpenPage:
        """Return the page after this one."""
        following = _OpenPage(
            self.sheet, self.section, self.number + 1, landscape=self.landscape, large=self.large
        )
        following.begun = self.begun
        return following

    def _place(self, piece: Piece, *, gap: float) -> None:
        left, top = units_of_mm(self.sheet.left_mm), units_of_mm(self.sheet.top_mm)
        top += self.used + gap
        if piece.block not in self.begun:
            self.begun.add(piece.block)
            self.anchors[BlockPlace(self.section, piece.block)] = top
        if piece.row:
            self._borders(piece, top, at_break=self.last is None)
        self.marks.extend(mark.moved(left, top) for mark in piece.marks)
        self.used += gap + piece.height
        self.last = piece

    def _borders(self, piece: Piece, top: float, *, at_break: bool) -> None:
        row = piece.row
        if row is None:
            return
        left = units_of_mm(self.sheet.left_mm)
        for edge in row.edges:
            side = left + edge
            self.marks.append(Stroke(side, top, side, top + piece.height, row.border))
        if row.opens or at_break:
            self._border(piece, top, row.unruled_top)
        if row.closes:
            self._border(piece, top + piece.height, row.unruled_bottom)

    def _border(
        self, piece: Piece, top: float, unruled: tuple[tuple[float, float], ...] = ()
    ) -> None:
        if piece.row:
            left = units_of_mm(self.sheet.left_mm)
            start, end = piece.row.edges[0], piece.row.edges[-1]
            for gap_start, gap_end in (*unruled, (end, end)):
                if start < gap_start:
                    self.marks.append(
                        Stroke(left + start, top, left + gap_start, top, piece.row.border)
                    )
                start = gap_end

    def _page_number(self) -> Iterator[Mark]:
        # The first page of a section shows no number: nd30.md, Mục I.7.
        if not self.is_continued:
            return
        style = nd30.style(Role.PAGE_NUMBER, large=self.large)
        width = units_of_mm(self.sheet.text_width_mm)
        (line,) = set_lines(plain_runs(str(self.number)), style, width)
        yield Text(line, units_of_mm(self.sheet.left_mm), units_of_mm(self.sheet.header_mm))
