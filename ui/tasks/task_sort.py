"""Tasks sorted for the view; the plan's own order stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.vietnamese_text import sort_key
from ui.tasks.task_columns import Column
from ui.tasks.task_rows import TaskRow

_WEIGHED = 16
_NO_DAY = "~"
_Key = tuple[object, ...]
_SEVERITY = {shown: place for place, shown in enumerate(Shown)}


@dataclass(frozen=True, slots=True)
class Sort:
    """The view sorted by a column; the plan's own order stays."""

    column: Column
    is_descending: bool = False


def sorted_tasks(tasks: Sequence[TaskRow], sort: Sort) -> list[TaskRow]:
    """Return *tasks* in the order of *sort*."""
    return sorted(tasks, key=cell_key(tasks, sort.column), reverse=sort.is_descending)


def cell_key(tasks: Iterable[TaskRow], column: Column) -> Callable[[TaskRow], _Key]:
    """Return the key by which the cells of a column are sorted, made for *tasks*."""
    if column is Column.DUE:
        return _due_key
    if column is Column.STATE:
        return _state_key
    if column is Column.PERCENT:
        return lambda row: (float(row.words.get(column) or -1),)
    # Whole keys of ten thousand sentences take a second; their beginnings repeat.
    beginnings = {row.words.get(column, "")[:_WEIGHED] for row in tasks}
    ranks = {words: place for place, words in enumerate(sorted(beginnings, key=sort_key))}
    return lambda row: _words_key(row.words.get(column, ""), ranks)


def _words_key(words: str, ranks: Mapping[str, int]) -> _Key:
    return not words, ranks[words[:_WEIGHED]], words


def _due_key(row: TaskRow) -> _Key:
    words = row.words.get(Column.DUE, "")
    is_day = words[:2].isdigit()
    return (words[6:], words[3:5], words[:2]) if is_day else (_NO_DAY, words, "")


def _state_key(row: TaskRow) -> _Key:
    if row.state is None:
        return len(_SEVERITY), 0
    return _SEVERITY[row.state.shown], -row.state.days
