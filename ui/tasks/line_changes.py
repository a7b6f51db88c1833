"""Which lines of a table are other ones than before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not

from ui.tasks.task_nodes import Node


def first_difference(one: Sequence[Node], other: Sequence[Node]) -> int:
    """Return the first place at which two lists hold different nodes."""
    places = compress(count(), map(is_not, one, other))
    return next(places, min(len(one), len(other)))


def runs_of(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return neighbouring numbers as first and last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place <= runs[-1][1] + 1:
            runs[-1] = runs[-1][0], place
        else:
            runs.append((place, place))
    return runs
