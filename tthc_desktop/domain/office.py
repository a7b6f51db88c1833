"""The office: its names, its units and groups, its signers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.vietnamese_text import clean_line, fold

_AFFILIATED = ("trung tam", "chi cuc", "ban quan ly", "vien", "truong", "bao tang", "thu vien")


class RespondentKind(StrEnum):
    """What kind of unit answers: phòng, đơn vị trực thuộc, or a named group of them.

    OUTSIDE is a name met in another agency's plan; it is no unit of this office.
    """

    DIVISION = "division"
    AFFILIATED = "affiliated"
    GROUP = "group"
    OUTSIDE = "outside"


UNIT_KINDS = (RespondentKind.DIVISION, RespondentKind.AFFILIATED)


@dataclass(frozen=True, slots=True)
class DatedName:
    """A former name and the days on which it was in force (None: open)."""

    name: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class FocalOfficer:
    """The person of a unit whom the Văn phòng calls (công chức đầu mối)."""

    name: str
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """A person who signs and the lines printed above the name."""

    authority: str
    position: str
    name: str


@dataclass(frozen=True, slots=True)
class Respondent:
    """One who answers for a task: a phòng, a đơn vị trực thuộc or a group of them.

    `members` (ids) only for a group; a group without members answers as one.
    `confirmed` is False for a name that an import added.
    """

    id: str
    kind: RespondentKind
    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[DatedName, ...] = ()
    members: tuple[str, ...] = ()
    focal_officers: tuple[FocalOfficer, ...] = ()
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Office:
    """The Sở as it prints itself; empty strings where not set yet."""

    parent_agency: str = ""
    agency: str = ""
    agency_symbol: str = ""
    place: str = ""
    signing_authority: str = ""
    signing_position: str = ""
    signer: str = ""
    signers: tuple[Signer, ...] = ()
    former_agency_names: tuple[DatedName, ...] = ()

    @property
    def is_set(self) -> bool:
        """Whether the office has told its name."""
        return bool(self.agency)

    @property
    def printed_parent_agency(self) -> str:
        """The parent agency as it stands in a letterhead, however it was typed."""
        return self.parent_agency.upper()

    @property
    def printed_agency(self) -> str:
        """The office's name as it stands in a letterhead, however it was typed."""
        return self.agency.upper()


def respondent_kind_of(name: str) -> RespondentKind:
    """Return the kind that the words of *name* tell: "Các …" is a group, "Trung tâm …" not."""
    folded = fold(name)
    if folded.startswith("cac "):
        return RespondentKind.GROUP
    if folded.startswith(_AFFILIATED):
        return RespondentKind.AFFILIATED
    return RespondentKind.DIVISION


def unconfirmed_respondent(name: str) -> Respondent:
    """Return a respondent for a name met in a document and not known to the office."""
    return Respondent(new_id(), respondent_kind_of(name), name, confirmed=False)


@dataclass
class Directory:
    """All who answer, by id and by any of their names."""

    respondents: tuple[Respondent, ...]
    _by_id: dict[str, Respondent] = field(init=False, repr=False)
    _by_name: dict[str, Respondent] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index names; a present name wins over an alias, an alias over a former name."""
        self._by_id = {one.id: one for one in self.respondents}
        self._by_name = {}
        for names_of in (_present_names, _alias_names, _former_names):
            for one in self.respondents:
                for name in names_of(one):
                    self._by_name.setdefault(fold(name), one)

    def get(self, respondent_id: str) -> Respondent:
        """Return the respondent with this id; KeyError if there is none (a bug of ours)."""
        return self._by_id[respondent_id]

    def find(self, name: str) -> Respondent | None:
        """Return the respondent known under *name* (present, alias or former), marks folded."""
        return self._by_name.get(fold(clean_line(name)))

    def units(self) -> tuple[Respondent, ...]:
        """Return the office's units, in its order; groups and outsiders are none."""
        return tuple(one for one in self.respondents if one.kind in UNIT_KINDS)

    def groups(self) -> tuple[Respondent, ...]:
        """Return the named groups."""
        return tuple(one for one in self.respondents if one.kind is RespondentKind.GROUP)

    def answering(self, respondent_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids of those who answer: members for a group, each once, in order."""
        found: dict[str, None] = {}
        for respondent_id in respondent_ids:
            for member in self.get(respondent_id).members or (respondent_id,):
                found.setdefault(member)
        return tuple(found)

    def split_names(self, cell: str) -> tuple[str, ...]:
        """Split the words of a cell into names of units.

        The whole is looked up first ("Tôn giáo, tín ngưỡng" contains a comma), then split
        at ";" and line breaks, at a comma only where both sides are known.
        """
        whole = clean_line(cell)
        if not whole:
            return ()
        if self.find(whole):
            return (whole,)
        parts: list[str] = []
        for piece in re.split(r"[;\n]", cell):
            line = clean_line(piece).removeprefix("- ").rstrip(".")
            if line:
                parts.extend(self._split_at_commas(clean_line(line)))
        return tuple(dict.fromkeys(parts))

    def _split_at_commas(self, name: str) -> list[str]:
        if self.find(name):
            return [name]
        for comma in re.finditer(",", name):
            left, right = name[: comma.start()].strip(), name[comma.end() :].strip()
            if not left or not self.find(left):
                continue
            rest = self._split_at_commas(right)
            if all(self.find(one) for one in rest):
                return [left, *rest]
        return [name]


def _present_names(one: Respondent) -> tuple[str, ...]:
    return (one.name,)


def _alias_names(one: Respondent) -> tuple[str, ...]:
    return one.aliases


def _former_names(one: Respondent) -> tuple[str, ...]:
    return tuple(former.name for former in one.former_names)
