"""The help text cut at its headings, and which heading belongs to which screen."""

from __future__ import annotations

from dataclasses import dataclass

import resources
from tthc_desktop.vietnamese_text import fold

FILE = "help/huong-dan-su-dung.md"
FIRST_START = "Bắt đầu: cơ quan, phòng, người ký"
# In the order of the page bar.
PAGE_HEADINGS = ("Hôm nay", "Kế hoạch", "Nhiệm vụ", "Báo cáo")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the help: how deep it stands and its words."""

    level: int
    words: str

    @property
    def anchor(self) -> str:
        """What links in the text call it."""
        return anchor_of(self.words)


def help_text() -> str:
    """Return the whole help as Markdown."""
    return resources.text(FILE)


def headings_of(markdown: str) -> tuple[Heading, ...]:
    """Return the headings of the first three levels, in order."""
    found = (line.partition(" ") for line in markdown.splitlines() if line.startswith("#"))
    return tuple(Heading(len(marks), words.strip()) for marks, _, words in found if len(marks) <= 3)


def anchor_of(words: str) -> str:
    """Return the anchor of a heading: "Nhiệm vụ" gives "nhiem-vu"."""
    kept = "".join(one if one.isalnum() else " " for one in fold(words))
    return "-".join(kept.split())


def folded_letters(text: str) -> str:
    """Return *text* folded letter by letter, so that places in both agree."""
    return "".join((fold(one) or one)[0] for one in text)
