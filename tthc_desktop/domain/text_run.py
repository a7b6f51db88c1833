"""A stretch of text in one character format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Text that is all bold or not, all italic or not."""

    text: str
    bold: bool = False
    italic: bool = False


def runs_text(runs: Iterable[Run]) -> str:
    """Return the plain text of *runs*."""
    return "".join(run.text for run in runs)


def plain_runs(text: str) -> tuple[Run, ...]:
    """Return *text* as runs without any format; no run for no text."""
    return (Run(text),) if text else ()


def joined_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return *runs* with neighbours of the same format joined and blanks made single.

    Blanks are single across run borders too, so that the text equals the cleaned line.
    """
    joined: list[Run] = []
    after_blank = True
    for run in runs:
        text = ""
        for character in run.text:
            if character.isspace():
                text += "" if after_blank else " "
                after_blank = True
            else:
                text += character
                after_blank = False
        if not text:
            continue
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = Run(joined[-1].text + text, run.bold, run.italic)
        else:
            joined.append(Run(text, run.bold, run.italic))
    return _without_last_blank(joined)


def _without_last_blank(runs: list[Run]) -> tuple[Run, ...]:
    if runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        if last.text.strip():
            runs.append(Run(last.text.rstrip(), last.bold, last.italic))
    return tuple(runs)


def without_start(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Return *runs* without their first *length* characters and the blanks after those."""
    kept: list[Run] = []
    for run in runs:
        text = run.text[length:]
        length = max(0, length - len(run.text))
        if not kept:
            text = text.lstrip()
        if text:
            kept.append(Run(text, run.bold, run.italic))
    return tuple(kept)
