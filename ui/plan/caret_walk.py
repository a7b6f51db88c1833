"""The cursor walks over the page: by lines as they are printed, from paragraph to paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from ui.plan.page_finding import SeenLine, line_with, nearest_line
from ui.plan.spot_words import units_in
from ui.plan.spots import Spot

if TYPE_CHECKING:
    from ui.plan.page_editor import PageEditor

_MARGIN = 24


class CaretWalk(QObject):
    """Answers the keys that only the page can answer; knows where the cursor is heading."""

    def __init__(self, pages: PageEditor) -> None:
        """Walk on *pages*."""
        super().__init__(pages)
        self._pages, self._keys = pages, pages.keys
        self._goal: float | None = None
        self._keys.step_asked.connect(self._step)
        self._keys.edge_asked.connect(self._to_edge)
        self._keys.page_asked.connect(self._turn)
        self._keys.neighbour_asked.connect(self.to_neighbour)
        self._keys.end_asked.connect(self._to_end)

    @property
    def shown_at(self) -> int:
        """Where the cursor stands in the printed words."""
        return self._keys.shown_at + units_in(self._pages.before_words)

    @property
    def line(self) -> SeenLine | None:
        """The line the cursor stands in, as far as its page is set."""
        return line_with(self._pages.open_lines, self.shown_at)

    def forget_goal(self) -> None:
        """Head for no column: the cursor went somewhere else."""
        self._goal = None

    def stand_at(self, at: QPointF, *, selects: bool) -> None:
        """Put the cursor where the hand points in the viewport."""
        found, lines = self._pages.page_at(at), self._pages.open_lines
        if found is None or not lines:
            return
        count, on_page = found
        here = [one for one in lines if one.page == count] or lines
        line = nearest_line(here, on_page.y())
        self._goal = None
        self._to_place(line.at_x(on_page.x(), is_last=line is lines[-1]), selects=selects)

    def to_neighbour(self, step: int) -> bool:
        """Go on in the next paragraph that is typed where it stands."""
        spots, spot = self._spots(), self._pages.open_spot
        if spot not in spots:
            return False
        at = spots.index(spot) + step
        if not 0 <= at < len(spots):
            return False
        return self._pages.open_paragraph(spots[at], None if step < 0 else 0)

    def _to_place(self, shown: int, *, selects: bool) -> None:
        """Put the cursor at a place of the printed words."""
        self._keys.stand_at(shown - units_in(self._pages.before_words), selects=selects)

    def _step(self, step: int, selects: bool) -> None:
        lines, line = self._pages.open_lines, self.line
        if line is None:
            return
        goal = line.x_of(self.shown_at) if self._goal is None else self._goal
        place = lines.index(line) + step
        if 0 <= place < len(lines):
            self._to_x(lines[place], goal, selects=selects)
        elif selects:
            self._to_place(0 if step < 0 else lines[-1].end, selects=True)
        elif self.to_neighbour(step) and (there := self._pages.open_lines):
            self._to_x(there[-1 if step < 0 else 0], goal, selects=False)
        self._goal = goal

    def _to_x(self, line: SeenLine, x: float, *, selects: bool) -> None:
        is_last = line == self._pages.open_lines[-1]
        self._to_place(line.at_x(x, is_last=is_last), selects=selects)

    def _to_edge(self, way: int, selects: bool) -> None:
        lines, line = self._pages.open_lines, self.line
        if line is not None:
            is_last = line == lines[-1]
            end = line.end if is_last else max(line.end - 1, line.start)
            self._to_place(line.start if way < 0 else end, selects=selects)
            self._goal = None

    def _turn(self, way: int) -> None:
        """Turn by a screen and take the cursor along."""
        pages, caret = self._pages, self._pages.caret_rect()
        room = pages.viewport().height()
        bar = pages.verticalScrollBar()
        bar.setValue(bar.value() + way * (room - 2 * _MARGIN))
        target = QPointF(caret.left(), min(max(caret.center().y(), _MARGIN), room - _MARGIN))
        spot = pages.spot_under(target)
        if spot is not None and spot.in_line and pages.open_paragraph(spot):
            self.stand_at(target, selects=False)

    def _to_end(self, way: int) -> None:
        spots = self._spots()
        if spots:
            self._pages.open_paragraph(spots[0 if way < 0 else -1], 0 if way < 0 else None)

    def _spots(self) -> list[Spot]:
        known = self._pages.layout_now
        return [one for one in known.places if one.in_line] if known else []
