"""The office as it is being typed, before anything of it is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.office import (
    UNIT_KINDS,
    DatedName,
    Directory,
    Office,
    Respondent,
    RespondentKind,
    Signer,
    respondent_kind_of,
)
from tthc_desktop.vietnamese_text import clean_line, fold

ALL_DIVISIONS = "Các phòng thuộc Sở"
_PARTING = ";"


@dataclass
class GroupDraft:
    """A named group; `follows` is whether every phòng is a member of itself."""

    source: Respondent
    follows: bool = False

    @property
    def name(self) -> str:
        """Its name."""
        return self.source.name

    def members(self, units: tuple[Respondent, ...]) -> tuple[str, ...]:
        """Return the ids of its members among *units*."""
        if self.follows:
            return tuple(one.id for one in units if one.kind is RespondentKind.DIVISION)
        known = {one.id for one in units}
        return tuple(one for one in self.source.members if one in known)


@dataclass
class OfficeDraft:
    """Everything the steps edit; `office` and `respondents` give what is written."""

    texts: Office = field(default_factory=Office)
    units: list[Respondent] = field(default_factory=list)
    groups: list[GroupDraft] = field(default_factory=list)
    signers: list[Signer] = field(default_factory=list)
    usual: int = 0

    @classmethod
    def of(cls, office: Office, directory: Directory) -> OfficeDraft:
        """Return a draft of the office as it is written; a new one has the usual group."""
        signers = list(office.signers)
        usual = Signer(office.signing_authority, office.signing_position, office.signer)
        if any((usual.authority, usual.position, usual.name)) and usual not in signers:
            signers.insert(0, usual)
        groups = [GroupDraft(one) for one in directory.groups()]
        if not directory.units() and not groups:
            kind = RespondentKind.GROUP
            groups = [GroupDraft(Respondent(new_id(), kind, ALL_DIVISIONS), follows=True)]
        place = signers.index(usual) if usual in signers else 0
        return cls(office, list(directory.units()), groups, signers, place)

    @property
    def office(self) -> Office:
        """The office as it is to be written."""
        signers = [one for one in self.signers if one.position or one.name]
        usual = signers[min(self.usual, len(signers) - 1)] if signers else Signer("", "", "")
        return replace(
            self.texts,
            signing_authority=usual.authority,
            signing_position=usual.position,
            signer=usual.name,
            signers=tuple(signers),
        )

    @property
    def respondents(self) -> tuple[Respondent, ...]:
        """Units and groups as they are to be written; a group nobody is in is left out."""
        units = tuple(self.units)
        groups = [replace(one.source, members=one.members(units)) for one in self.groups]
        kept = [one for one in groups if one.members or self._was_empty(one)]
        return *units, *kept

    def _was_empty(self, group: Respondent) -> bool:
        # Units listed by an import may stand in a group without members of its own.
        return any(one.source.id == group.id and not one.follows for one in self.groups)


def unit_of(known: Respondent | None, name: str, aliases: str, former: str) -> Respondent:
    """Return the unit of a row; what the row does not show stays as *known* has it."""
    name = clean_line(name)
    base = known or Respondent(new_id(), RespondentKind.DIVISION, name)
    kind = respondent_kind_of(name)
    if base.kind in UNIT_KINDS and fold(base.name) == fold(name) and known:
        kind = base.kind
    elif kind not in UNIT_KINDS:
        kind = RespondentKind.DIVISION
    dated = {one.name: one for one in base.former_names}
    return replace(
        base,
        kind=kind,
        name=name,
        confirmed=True,
        aliases=parts(aliases),
        former_names=tuple(dated.get(one, DatedName(one)) for one in parts(former)),
    )


def parts(cell: str) -> tuple[str, ...]:
    """Return the names of a cell that holds several, parted by semicolons."""
    names = (clean_line(one) for one in cell.replace("\n", _PARTING).split(_PARTING))
    return tuple(dict.fromkeys(filter(None, names)))


def joined(names: tuple[str, ...]) -> str:
    """Return several names as a cell shows them."""
    return f"{_PARTING} ".join(names)
