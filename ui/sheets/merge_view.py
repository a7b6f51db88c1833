"""A returned sheet as the screen shows it: words only, and what the person chose of it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from enum import Enum


class Part(Enum):
    """The three parts of a returned sheet, in the order in which they need a person."""

    CONFLICT = "conflict"
    CHANGE = "change"
    REFUSED = "refused"


class Side(Enum):
    """Whose value is kept; NONE where nothing is decided, or a change is left out."""

    NONE = "none"
    RETURNED = "returned"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class NewTask:
    """What a row says that the unit added: it may become a task of the plan."""

    content: str
    timing: str = ""


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One cell of a returned sheet.

    `key` is what the use case knows it by. `said` tells why a refused cell is not taken.
    `likeness` is a percentage where the row was found by its words only, else 0.
    """

    part: Part
    key: Hashable
    number: str
    title: str
    detail: str
    sent: str = ""
    returned: str = ""
    office: str = ""
    said: str = ""
    likeness: int = 0
    new_task: NewTask | None = None


@dataclass(frozen=True, slots=True)
class MergeFile:
    """A file that came back; `trouble` says why it is refused as a whole, `unit` who sent it.

    `is_known` tells that this very file was merged before, `is_answer` that it is of one unit
    and was not. `plan_id` is "" where the file is refused.
    """

    key: str
    name: str
    unit: str = ""
    sent_words: str = ""
    rows: tuple[MergeRow, ...] = ()
    trouble: str = ""
    is_known: bool = False
    is_answer: bool = False
    plan_id: str = ""

    @property
    def has_news(self) -> bool:
        """Whether anything can be taken or chosen."""
        return any(row.part is not Part.REFUSED for row in self.rows)

    @property
    def can_be_noted(self) -> bool:
        """Whether it only says that its unit has answered: nothing in it was changed."""
        return self.is_answer and not self.has_news

    def of_part(self, part: Part) -> tuple[int, ...]:
        """Return the places of the rows of a part."""
        return tuple(place for place, row in enumerate(self.rows) if row.part is part)


@dataclass
class FileChoices:
    """What is taken of a file: every change that was found by its identity, until unticked."""

    file: MergeFile
    sides: dict[int, Side] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take what needs no person."""
        for place in self.file.of_part(Part.CHANGE):
            if not self.file.rows[place].likeness:
                self.sides[place] = Side.RETURNED

    def side(self, place: int) -> Side:
        """Return what was chosen of a row."""
        return self.sides.get(place, Side.NONE)

    def choose(self, place: int, side: Side) -> None:
        """Choose a side of a conflict, take a change or leave it out; nothing else is chosen."""
        part = self.file.rows[place].part
        if part is Part.REFUSED or (part is Part.CHANGE and side is Side.OFFICE):
            return
        self.sides[place] = side

    def turn(self, place: int) -> None:
        """Take a change or leave it out; choose the other side of a conflict."""
        now = self.side(place)
        if self.file.rows[place].part is Part.CONFLICT:
            self.choose(place, Side.OFFICE if now is Side.RETURNED else Side.RETURNED)
        else:
            self.choose(place, Side.NONE if now is Side.RETURNED else Side.RETURNED)

    def say_added(self, place: int, words: str) -> None:
        """Say of a row that its task stands in the plan now."""
        rows = list(self.file.rows)
        rows[place] = replace(rows[place], said=words, new_task=None)
        self.file = replace(self.file, rows=tuple(rows))

    @property
    def taken(self) -> int:
        """How many cells the button takes: accepted changes and decided conflicts."""
        return sum(1 for side in self.sides.values() if side is not Side.NONE)

    @property
    def left(self) -> int:
        """How many conflicts nobody decided."""
        conflicts = self.file.of_part(Part.CONFLICT)
        return sum(1 for place in conflicts if self.side(place) is Side.NONE)
