"""The outline of a report as data (`resources/reports`): headings, zero sentences, what belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tthc_desktop.vietnamese_text import fold


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section by its key ("I.6"); without `zero` it only heads others.

    `words` tell which tasks belong to it.
    """

    key: str
    heading: str
    zero: str = ""
    words: tuple[str, ...] = ()

    @property
    def level(self) -> int:
        """1 for "I", 2 for "I.6"."""
        return self.key.count(".") + 1


@dataclass(frozen=True, slots=True)
class Outline:
    """A kind of report: its words with blanks ({kỳ}, {cơ quan} …), its sections in order."""

    title: str
    opening: str
    closing: str
    has_forms: bool
    sections: tuple[OutlineSection, ...]

    def section_of(self, content: str) -> str:
        """Return the key of the section a task belongs to: the first whose words it holds.

        What fits none goes where "Nội dung khác" stands (I.12).
        """
        folded = fold(content)
        for one in sorted(self.sections, key=lambda section: section.key in _LATE):
            if any(fold(word) in folded for word in one.words):
                return one.key
        return OTHER


OTHER = "I.12"
# "Kế hoạch", "hồ sơ", "một cửa", "trực tuyến" stand in many tasks: what one is about goes first.
_LATE = ("I.1", "I.6", "I.7", "I.8")


def outline_from_json(content: Mapping[str, Any]) -> Outline:
    """Return the outline a file of `resources/reports` describes."""
    return Outline(
        content["title"],
        content["opening"],
        content["closing"],
        content["forms"],
        tuple(
            OutlineSection(
                one["key"], one["heading"], one.get("zero", ""), tuple(one.get("words", ()))
            )
            for one in content["sections"]
        ),
    )
