"""How deep a numbered line stands: told by the kinds of numbers that are open above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tthc_desktop.domain.numbering import Numbering, number_text
from tthc_desktop.domain.plan import Block
from tthc_desktop.domain.sections import block_numbers
from tthc_desktop.reading.findings import Findings
from tthc_desktop.reading.markers import CAPITAL, PART, ROMAN, Marker

_FEW = 3
# No plan goes deeper; trees are walked recursively.
_DEEPEST = 8


@dataclass
class OpenStyles:
    """The styles of the numbers that are open; the same style means the same level."""

    styles: list[str] = field(default_factory=list)

    def enter(self, style: str) -> int:
        """Open a line of this style and return its level, from 1."""
        if style in self.styles:
            del self.styles[self.styles.index(style) + 1 :]
        elif len(self.styles) < _DEEPEST:
            self.styles.append(style)
        return len(self.styles)

    def is_deeper(self, style: str) -> bool:
        """Whether a line of this style would stand below the present one."""
        return style not in self.styles


@dataclass
class SectionLevels:
    """Gives numbered lines their level and compares typed numbers with computed ones."""

    findings: Findings
    _open: OpenStyles = field(default_factory=OpenStyles)
    _typed: list[Marker] = field(default_factory=list)
    _counted: list[bool] = field(default_factory=list)

    def enter(self, marker: Marker, *, counted: bool) -> int:
        """Open a numbered line; *counted* if Word made its number."""
        self._typed.append(marker)
        self._counted.append(counted)
        return self._open.enter(marker.style)

    def numbering_of(self, marker: Marker, level: int) -> Numbering:
        """Return how the program numbers a line: below a part or an "A." go 1., 1.1., a).

        The outermost number is Roman, so that no two levels are numbered alike.
        """
        if marker.style == CAPITAL and level == 1:
            return Numbering.ROMAN
        if marker.style == ROMAN and self._open.styles[0] in {PART, CAPITAL}:
            return Numbering.ARABIC
        return marker.numbering

    def is_deeper(self, marker: Marker) -> bool:
        """Whether a line with this number stands below the present one."""
        return self._open.is_deeper(marker.style)

    def compare(self, blocks: Sequence[Block]) -> None:
        """Warn where the program prints another number than the file has."""
        numbers = block_numbers(tuple(blocks))
        path: list[str] = []
        different: list[tuple[str, str, str]] = []
        numbered = [block for block in blocks if block.id in numbers]
        for block, marker, counted in zip(numbered, self._typed, self._counted, strict=True):
            number = numbers[block.id]
            last = number.rpartition(".")[2]
            path[block.level - 1 :] = [last]
            expected = number_text(block.numbering or Numbering.ARABIC, marker.value)
            if (last != expected) if counted else (number != marker.typed):
                different.append((".".join(path), marker.typed, number))
        self._warn(different)

    def _warn(self, different: list[tuple[str, str, str]]) -> None:
        for where, typed, number in different[:_FEW]:
            self.findings.warn(
                f"section {where}", f"Số mục “{typed}” được đánh lại thành “{number}”."
            )
        if len(different) > _FEW:
            where = different[_FEW][0]
            count = len(different) - _FEW
            self.findings.warn(f"section {where}", f"Còn {count} số mục khác được đánh lại.")
