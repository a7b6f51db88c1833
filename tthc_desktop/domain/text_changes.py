"""Changing some letters of a text and keeping the look of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tthc_desktop.domain.text_run import Run, joined_runs


class TextChange(NamedTuple):
    """The letters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


def changed_text(text: str, changes: Iterable[TextChange]) -> str:
    """Return *text* after *changes*, which do not overlap."""
    for one in sorted(changes, reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    return text


def changed_runs(runs: tuple[Run, ...], changes: Iterable[TextChange]) -> tuple[Run, ...]:
    """Return *runs* after *changes* of their joined text; the new words look as the first old."""
    wanted = sorted(changes)
    if not wanted:
        return runs
    changed: list[Run] = []
    place = 0
    for run in runs:
        here = [one for one in wanted if one.start < place + len(run.text) and one.end > place]
        inside = [
            TextChange(
                max(one.start - place, 0),
                min(one.end - place, len(run.text)),
                one.text if one.start >= place else "",
            )
            for one in here
        ]
        changed.append(Run(changed_text(run.text, inside), run.bold, run.italic))
        place += len(run.text)
    return joined_runs(changed)
