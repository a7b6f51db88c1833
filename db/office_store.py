"""The office, its units and groups, in tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select, update

from db.evidence_tables import DifficultyAnswerRow, EvidenceRow
from db.tables import (
    AgencyNameRow,
    FocalOfficerRow,
    GroupMemberRow,
    OfficeRow,
    RespondentAliasRow,
    RespondentNameRow,
    RespondentRow,
    SignerRow,
    TaskRespondentRow,
    UnitProgressRow,
)
from tthc_desktop.domain.office import (
    DatedName,
    Directory,
    FocalOfficer,
    Office,
    Respondent,
    RespondentKind,
    Signer,
)
from tthc_desktop.vietnamese_text import fold

_PARTS = (RespondentAliasRow, RespondentNameRow, FocalOfficerRow)


class SqlOfficeStore:
    """The office as one connection sees it."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def office(self) -> Office:
        """Return the office; its fields are empty while nothing is set."""
        columns = OfficeRow.__table__.c
        row = self._connection.execute(select(*columns).where(OfficeRow.id == 1)).one_or_none()
        signers = self._connection.execute(
            select(SignerRow.authority, SignerRow.title, SignerRow.name).order_by(
                SignerRow.position
            )
        ).all()
        names = self._connection.execute(
            select(AgencyNameRow.name, AgencyNameRow.valid_from, AgencyNameRow.valid_to).order_by(
                AgencyNameRow.position
            )
        ).all()
        values = {} if row is None else {k: v for k, v in row._mapping.items() if k != "id"}  # noqa: SLF001 - SQLAlchemy's public name
        return Office(
            **values,
            signers=tuple(Signer(*one) for one in signers),
            former_agency_names=tuple(DatedName(*one) for one in names),
        )

    def set_office(self, office: Office) -> None:
        """Replace the office's own values."""
        values = asdict(office)
        signers = values.pop("signers")
        names = values.pop("former_agency_names")
        for table in (OfficeRow, SignerRow, AgencyNameRow):
            self._connection.execute(delete(table))
        self._connection.execute(insert(OfficeRow).values(id=1, **values))
        if signers:
            rows = [
                {"position": place, "title": one.pop("position"), **one}
                for place, one in enumerate(signers)
            ]
            self._connection.execute(insert(SignerRow), rows)
        if names:
            rows = [{"position": place, **one} for place, one in enumerate(names)]
            self._connection.execute(insert(AgencyNameRow), rows)

    def directory(self) -> Directory:
        """Return all who answer, in the office's order."""
        aliases = self._grouped(RespondentAliasRow, RespondentAliasRow.name)
        former = self._grouped(
            RespondentNameRow,
            RespondentNameRow.name,
            RespondentNameRow.valid_from,
            RespondentNameRow.valid_to,
        )
        officers = self._grouped(FocalOfficerRow, FocalOfficerRow.name, FocalOfficerRow.telephone)
        members: dict[str, list[str]] = defaultdict(list)
        for group_id, member_id in self._connection.execute(
            select(GroupMemberRow.group_id, GroupMemberRow.member_id).order_by(
                GroupMemberRow.group_id, GroupMemberRow.position
            )
        ):
            members[group_id].append(member_id)
        rows = self._connection.execute(
            select(
                RespondentRow.id, RespondentRow.kind, RespondentRow.name, RespondentRow.confirmed
            ).order_by(RespondentRow.position)
        ).all()
        return Directory(
            tuple(
                Respondent(
                    id=row.id,
                    kind=RespondentKind(row.kind),
                    name=row.name,
                    aliases=tuple(one[0] for one in aliases[row.id]),
                    former_names=tuple(DatedName(*one) for one in former[row.id]),
                    members=tuple(members[row.id]),
                    focal_officers=tuple(FocalOfficer(*one) for one in officers[row.id]),
                    confirmed=row.confirmed,
                )
                for row in rows
            )
        )

    def _grouped(self, table: type, *columns: object) -> dict[str, list[tuple]]:  # type: ignore[type-arg]
        found: dict[str, list[tuple]] = defaultdict(list)  # type: ignore[type-arg]
        statement = select(table.respondent_id, *columns).order_by(  # type: ignore[attr-defined]
            table.respondent_id,  # type: ignore[attr-defined]
            table.position,  # type: ignore[attr-defined]
        )
        for owner, *values in self._connection.execute(statement).all():
            found[owner].append(tuple(values))
        return found

    def set_respondents(self, respondents: Iterable[Respondent]) -> None:
        """Write units and groups in this order; those with known ids are changed.

        Respondents not named keep their values and come after.
        """
        wanted = list(respondents)
        known = set(self._connection.execute(select(RespondentRow.id)).scalars())
        self._make_room(len(wanted))
        for place, one in enumerate(wanted):
            values = {
                "kind": one.kind.value,
                "name": one.name,
                "folded": fold(one.name),
                "position": place,
                "confirmed": one.confirmed,
            }
            if one.id in known:
                self._connection.execute(
                    update(RespondentRow).where(RespondentRow.id == one.id).values(**values)
                )
            else:
                self._connection.execute(insert(RespondentRow).values(id=one.id, **values))
        for one in wanted:
            self._set_parts(one)

    def remove_respondents(self, respondent_ids: Iterable[str]) -> None:
        """Remove those of the respondents that no plan names; the others stay."""
        ids = list(respondent_ids)
        places = (EvidenceRow.respondent_id, DifficultyAnswerRow.respondent_id)
        used = select(TaskRespondentRow.respondent_id).union(
            select(UnitProgressRow.respondent_id),
            *(select(one).where(one.is_not(None)) for one in places),
        )
        self._connection.execute(delete(GroupMemberRow).where(GroupMemberRow.member_id.in_(ids)))
        self._connection.execute(
            delete(RespondentRow).where(RespondentRow.id.in_(ids), RespondentRow.id.not_in(used))
        )

    def _make_room(self, count: int) -> None:
        self._connection.execute(
            update(RespondentRow).values(position=RespondentRow.position + count)
        )

    def _set_parts(self, one: Respondent) -> None:
        for table in _PARTS:
            self._connection.execute(delete(table).where(table.respondent_id == one.id))
        self._connection.execute(delete(GroupMemberRow).where(GroupMemberRow.group_id == one.id))
        owner = {"respondent_id": one.id}
        rows = {
            RespondentAliasRow: [{"name": name} for name in one.aliases],
            RespondentNameRow: [asdict(name) for name in one.former_names],
            FocalOfficerRow: [asdict(officer) for officer in one.focal_officers],
        }
        for part, values in rows.items():
            if values:
                numbered = [{**owner, "position": at, **row} for at, row in enumerate(values)]
                self._connection.execute(insert(part), numbered)
        if one.members:
            self._connection.execute(
                insert(GroupMemberRow),
                [
                    {"group_id": one.id, "position": at, "member_id": member}
                    for at, member in enumerate(one.members)
                ],
            )
