"""Setting the office's own names, its units and its groups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import (
    UNIT_KINDS,
    Directory,
    Office,
    Respondent,
    RespondentKind,
    Signer,
    respondent_kind_of,
)
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import DataFile
from tthc_desktop.vietnamese_text import clean_line, fold

TEXT_KEYS = (
    "parent_agency",
    "agency",
    "agency_symbol",
    "place",
    "signing_authority",
    "signing_position",
    "signer",
)
KEYS = (*TEXT_KEYS, "divisions", "groups")


def set_office(data_file: DataFile, settings: Iterable[tuple[str, str]]) -> None:
    """Set values of the office; the data file is made if it is missing.

    `divisions` lists all units, separated by ";": units that are not listed and are in no
    plan go. `groups` is "Tên nhóm=Đơn vị;Đơn vị" and may come several times. Raises
    WrongCall for an unknown key, Refused for a group's member that is no unit.
    """
    wanted = [(key, value) for key, value in settings]
    unknown = [key for key, _ in wanted if key not in KEYS]
    if unknown or not wanted:
        what = f"Không có mục “{unknown[0]}”." if unknown else "Chưa nói sửa gì."
        message = f"{what} Các mục: {', '.join(KEYS)}."
        raise WrongCall(message)
    if not data_file.exists():
        data_file.create()
    with data_file.units_of_work().writing() as work:
        before = work.office.office()
        texts: dict[str, Any] = {k: clean_line(v) for k, v in wanted if k in TEXT_KEYS}
        after = replace(before, **texts)
        work.office.set_office(after)
        directory = work.office.directory()
        changed = _with_units(directory, wanted)
        if changed is not directory:
            kept = {one.id for one in changed.respondents}
            work.office.remove_respondents(
                one.id for one in directory.respondents if one.id not in kept
            )
            work.office.set_respondents(changed.respondents)
        work.commit(_act(before, after, directory, changed))


def write_office(data_file: DataFile, office: Office, respondents: Iterable[Respondent]) -> None:
    """Write the office with its units and groups, in this order, in one transaction.

    The data file is made if it is missing. Units that are gone and are in no plan go; those
    of outside and those that a plan names stay. Raises Refused where two bear one name or the
    office has none.
    """
    office, wanted = _cleaned_office(office), [_cleaned(one) for one in respondents]
    if not office.agency:
        raise Refused("Chưa có tên cơ quan. Hãy ghi tên cơ quan. Chưa thay đổi gì.")
    _refuse_same_names(wanted)
    if not data_file.exists():
        data_file.create()
    with data_file.units_of_work().writing() as work:
        before, old = work.office.office(), work.office.directory()
        wanted = _with_known_ids(old, wanted)
        kept = {one.id for one in wanted}
        work.office.set_office(office)
        work.office.remove_respondents(
            one.id
            for one in old.respondents
            if one.id not in kept and one.kind is not RespondentKind.OUTSIDE
        )
        work.office.set_respondents(wanted)
        work.commit(_act(before, office, old, Directory(tuple(wanted))))


def _cleaned_office(office: Office) -> Office:
    texts: dict[str, Any] = {key: clean_line(getattr(office, key)) for key in TEXT_KEYS}
    signers = (
        Signer(clean_line(one.authority), clean_line(one.position), clean_line(one.name))
        for one in office.signers
    )
    return replace(office, **texts, signers=tuple(signers))


def _cleaned(one: Respondent) -> Respondent:
    aliases = dict.fromkeys(filter(None, map(clean_line, one.aliases)))
    former = [replace(name, name=clean_line(name.name)) for name in one.former_names]
    return replace(
        one,
        name=clean_line(one.name),
        aliases=tuple(aliases),
        former_names=tuple(name for name in former if name.name),
    )


def _with_known_ids(old: Directory, wanted: list[Respondent]) -> list[Respondent]:
    """Return *wanted*; who was taken out and added again under its name is who it was."""
    taken = {one.id for one in wanted}
    by_name = {fold(one.name): one.id for one in old.respondents}
    known = {one.id for one in old.respondents}
    renamed: dict[str, str] = {}
    for one in wanted:
        found = by_name.get(fold(one.name))
        if found and one.id not in known and found not in taken:
            renamed[one.id] = found
    return [
        replace(
            one,
            id=renamed.get(one.id, one.id),
            members=tuple(renamed.get(member, member) for member in one.members),
        )
        for one in wanted
    ]


def _refuse_same_names(respondents: list[Respondent]) -> None:
    seen: dict[str, str] = {}
    for one in respondents:
        if not one.name:
            raise Refused("Có phòng, đơn vị hoặc nhóm chưa có tên. Chưa thay đổi gì.")
        if (other := seen.setdefault(fold(one.name), one.name)) is not one.name:
            raise Refused(f"“{one.name}” trùng tên với “{other}”. Chưa thay đổi gì.")


def _with_units(directory: Directory, wanted: list[tuple[str, str]]) -> Directory:
    for key, value in wanted:
        if key == "divisions":
            directory = _with_divisions(directory, value)
    for key, value in wanted:
        if key == "groups":
            directory = _with_group(directory, value)
    return directory


def _with_divisions(directory: Directory, value: str) -> Directory:
    names = [clean_line(name) for name in re.split(r"[;\n]", value)]
    listed = [_unit(directory, name) for name in dict.fromkeys(names) if name]
    ids = {one.id for one in listed}
    groups = [
        replace(one, members=tuple(member for member in one.members if member in ids))
        for one in directory.respondents
        if one.kind not in UNIT_KINDS
    ]
    return Directory((*listed, *groups))


def _unit(directory: Directory, name: str) -> Respondent:
    known = directory.find(name)
    kind = respondent_kind_of(name)
    if kind is RespondentKind.GROUP:
        kind = RespondentKind.DIVISION
    if known and known.kind in UNIT_KINDS:
        return replace(known, name=name, kind=kind, confirmed=True)
    return Respondent(new_id(), kind, name)


def _with_group(directory: Directory, value: str) -> Directory:
    name, equals, members = value.partition("=")
    name = clean_line(name)
    if not name or not equals:
        message = "Nhóm viết là “Tên nhóm=Đơn vị A;Đơn vị B”."
        raise WrongCall(message)
    ids = tuple(
        dict.fromkeys(_member(directory, one) for one in re.split(r"[;\n]", members) if one.strip())
    )
    known = directory.find(name)
    if known and known.kind in UNIT_KINDS and fold(known.name) == fold(name):
        message = f"“{name}” là một đơn vị, không đặt làm nhóm được. Chưa thay đổi gì."
        raise Refused(message)
    if known and known.kind is RespondentKind.GROUP:
        group = replace(known, members=ids, confirmed=True)
    else:
        group = Respondent(new_id(), RespondentKind.GROUP, name, members=ids)
    others = tuple(one for one in directory.respondents if one.id != group.id)
    return Directory((*others, group))


def _member(directory: Directory, name: str) -> str:
    known = directory.find(name)
    if known is None or known.kind not in UNIT_KINDS:
        message = f"Không có đơn vị “{clean_line(name)}” để đưa vào nhóm. Chưa thay đổi gì."
        raise Refused(message)
    return known.id


def _act(before: Office, after: Office, old: Directory, new: Directory) -> Act:
    return Act(
        words="Sửa thông tin cơ quan",
        subject="office",
        subject_id="office",
        before={**_texts(before), "respondents": _names(old)},
        after={**_texts(after), "respondents": _names(new)},
    )


def _texts(office: Office) -> dict[str, str]:
    return {key: value for key, value in asdict(office).items() if key in TEXT_KEYS}


def _names(directory: Directory) -> dict[str, str]:
    return {one.id: one.name for one in directory.respondents}
