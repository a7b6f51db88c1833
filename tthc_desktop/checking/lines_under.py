"""What is drawn under a line of words."""

from __future__ import annotations

from collections.abc import Iterable

from tthc_desktop.checking.facts import Paragraph
from tthc_desktop.checking.parts import Under


def lengths_in(paragraph: Paragraph) -> tuple[int, ...]:
    """Return the lengths of all lines of a paragraph: drawn ones, and its own borders."""
    look = paragraph.look
    ruled = look.ruled_below or (look.ruled_above and paragraph.empty)
    border = paragraph.width - look.left - look.right
    return (*paragraph.drawn, *((border,) if ruled and border > 0 else ()))


def under(paragraphs: Iterable[Paragraph]) -> Under:
    """Return what these paragraphs draw: the words' own and what follows without words."""
    held = tuple(paragraphs)
    return Under(
        tuple(length for one in held for length in lengths_in(one)),
        any(one.is_fake_line for one in held),
    )


def draws(paragraph: Paragraph) -> bool:
    """Whether a paragraph is there for a line alone."""
    return paragraph.empty or paragraph.is_fake_line
