"""Pages that are set again after every letter: what did not change is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from tthc_desktop.document.blocks import DocumentLayout, LayoutBlock, PageSection, Paragraph, Table
from ui.pages.lines import SetLine
from ui.pages.paginator import BlockPlace, Page, block_pieces, section_pages
from ui.pages.pieces import Piece, Text
from ui.plan.spots import Spot

# A slice; the main thread is free again long before anyone notices.
_SLICE_SECONDS = 0.02
_FREED_AT_ONCE = 10
# Rows of tables are many and seldom change: only short tables are kept.
_MOST_ROWS = 60
_Key = tuple[Spot, type]
_Kept = tuple[LayoutBlock, float, float, bool, tuple[Piece, ...]]


class LivePages(QObject):
    """Holds the pages; new ones take the places of the old ones, so that nothing flickers.

    `pages_set` comes after every slice of work, also after the last.
    """

    pages_set = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold no pages yet."""
        super().__init__(parent)
        self.pages: list[Page] = []
        self._gone: list[Page] = []
        self._set = 0
        self._rest: Iterator[Page] = iter(())
        self._spots: Mapping[BlockPlace, Spot] = {}
        self._pieces: dict[_Key, _Kept] = {}
        self._sections: dict[int, tuple[PageSection, bool, tuple[Page, ...]]] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._set_some)

    @property
    def is_complete(self) -> bool:
        """Whether all pages are set."""
        return not self._timer.isActive()

    def clear(self) -> None:
        """Forget everything: another document comes."""
        self._gone += self.pages
        self.pages = []
        self._pieces.clear()
        self._sections.clear()
        self._rest, self._set = iter(()), 0

    def begin(self, layout: DocumentLayout, spots: Mapping[BlockPlace, Spot]) -> None:
        """Set the document again; its first pages are there when this returns."""
        self._spots = spots
        self._rest, self._set = self._all(layout), 0
        self._timer.start()
        self._set_some()

    def lines_of(self, spot: Spot) -> tuple[SetLine, ...]:
        """Return the lines of the paragraph at *spot* as they were set last."""
        kept = self._pieces.get((spot, Paragraph))
        if kept is None:
            return ()
        return tuple(
            mark.line for piece in kept[-1] for mark in piece.marks if isinstance(mark, Text)
        )

    def _set_some(self) -> None:
        """Set pages until the slice is over."""
        end = perf_counter() + _SLICE_SECONDS
        # To free hundreds of pages takes long, so the old ones go by and by.
        del self._gone[-_FREED_AT_ONCE:]
        before = len(self.pages)
        for page in self._rest:
            self._put(page)
            if perf_counter() > end:
                break
        else:
            self._gone += self.pages[self._set :]
            del self.pages[self._set :]
            if not self._gone:
                self._timer.stop()
        if len(self.pages) > before:
            # Hundreds of pages are much for the collector, which would hold everyone up.
            gc.freeze()
        self.pages_set.emit()

    def _put(self, page: Page) -> None:
        if self._set < len(self.pages):
            self.pages[self._set] = page
        else:
            self.pages.append(page)
        self._set += 1

    def _all(self, layout: DocumentLayout) -> Iterator[Page]:
        for place, section in enumerate(layout.sections):
            known = self._sections.get(place)
            if known and known[0] is section and known[1] is layout.large:
                yield from known[2]
                continue
            made = []
            for page in section_pages(
                section, place, large=layout.large, pieces_of=self._pieces_at(place)
            ):
                made.append(page)
                yield page
            self._sections[place] = (section, layout.large, tuple(made))

    def _pieces_at(self, section: int) -> _PiecesOf:
        return _PiecesOf(self._pieces, self._spots, section)


class _PiecesOf:
    """Sets the blocks of a section, those that were set before from what is kept."""

    def __init__(
        self, kept: dict[_Key, _Kept], spots: Mapping[BlockPlace, Spot], section: int
    ) -> None:
        self._kept, self._spots, self._section = kept, spots, section

    def __call__(
        self, place: int, block: LayoutBlock, width: float, room: float, large: bool
    ) -> Iterable[Piece]:
        spot = self._spots.get(BlockPlace(self._section, place))
        if spot is None or (isinstance(block, Table) and len(block.rows) > _MOST_ROWS):
            return block_pieces(block, width, room, large=large)
        key = (spot, type(block))
        known = self._kept.get(key)
        if known and known[:4] == (block, width, room, large):
            return known[4]
        pieces = tuple(block_pieces(block, width, room, large=large))
        self._kept[key] = (block, width, room, large, pieces)
        return pieces
