"""Sets the pages of a document bit by bit on the main thread, the first of them at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from tthc_desktop.document.blocks import DocumentLayout
from ui.pages.paginator import Page, pages_one_by_one

# A slice; the main thread is free again long before anyone notices.
_SLICE_SECONDS = 0.02
_FREED_AT_ONCE = 10


class PageSetter(QObject):
    """Holds the pages set so far; `pages_set` comes after every slice, also after the last."""

    pages_set = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold no pages yet."""
        super().__init__(parent)
        self.pages: list[Page] = []
        self._gone: list[Page] = []
        self._rest: Iterator[Page] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._set_some)

    @property
    def is_complete(self) -> bool:
        """Whether all pages are set."""
        return not self._timer.isActive()

    def begin(self, layout: DocumentLayout | None) -> None:
        """Set another document: its first page is there when this returns."""
        self._gone += self.pages
        self.pages = []
        self._rest = pages_one_by_one(layout) if layout else iter(())
        self._timer.start()
        self._set_some(until=0.0)

    def _set_some(self, until: float | None = None) -> None:
        """Set pages until the slice is over."""
        end = perf_counter() + _SLICE_SECONDS if until is None else until
        # To free hundreds of pages takes long, so the old ones go by and by.
        del self._gone[-_FREED_AT_ONCE:]
        for page in self._rest:
            self.pages.append(page)
            if perf_counter() > end:
                break
        else:
            if not self._gone:
                self._timer.stop()
        # Hundreds of pages are much for the collector, which would hold everyone up.
        gc.freeze()
        self.pages_set.emit()
