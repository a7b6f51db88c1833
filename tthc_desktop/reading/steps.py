"""How far the reading of a file has come, and whether the person has stopped it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

_Item = TypeVar("_Item")
_ITEMS_A_STEP = 200


class Stopped(Exception):
    """The person stopped the reading; nothing was written."""


def _unheard(_share: float) -> None:
    """Take no notice of how far it is."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Asked between the steps of a long reading.

    `tell` hears the share done, 0 to 1; `is_stopped` is asked each time, and once it says yes
    `Stopped` is raised.
    """

    tell: Callable[[float], None] = _unheard
    is_stopped: Callable[[], bool] = bool

    def reach(self, share: float) -> None:
        """Tell that *share* of the work is done; raise Stopped where it is to end here."""
        if self.is_stopped():
            raise Stopped
        self.tell(share)

    def part(self, start: float, end: float) -> Steps:
        """Return the steps of a part of the work that goes from *start* to *end*."""
        return Steps(lambda share: self.tell(start + share * (end - start)), self.is_stopped)

    def each(self, items: Iterable[_Item], count: int) -> Iterator[_Item]:
        """Yield *items*, about *count* of them, with a step now and then."""
        for place, item in enumerate(items):
            if place % _ITEMS_A_STEP == 0:
                self.reach(min(1.0, place / max(1, count)))
            yield item


SILENT = Steps()
