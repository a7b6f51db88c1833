"""`init` and `office …` commands."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from tthc_desktop.cli.call import Answer, Call, Command
from tthc_desktop.cli.task_commands import split_settings
from tthc_desktop.domain.office import Directory, Office
from tthc_desktop.use_cases.office_editing import TEXT_KEYS, set_office
from tthc_desktop.use_cases.opening import open_directory, open_office

_LABELS = {
    "parent_agency": "Cơ quan chủ quản",
    "agency": "Cơ quan",
    "agency_symbol": "Ký hiệu cơ quan",
    "place": "Địa danh",
    "signing_authority": "Thẩm quyền ký",
    "signing_position": "Chức vụ ký",
    "signer": "Người ký",
}


def _configure_init(parser: ArgumentParser) -> None:
    parser.add_argument("--sample", action="store_true")


def _init(call: Call) -> Answer:
    data_file = call.data_file()
    plans = 0
    if call.arguments.sample:
        from tthc_desktop.use_cases.sample import create_sample

        plans = create_sample(data_file)
    else:
        data_file.create()
    return Answer(
        {"data": str(data_file.path), "plans": plans},
        f"Đã tạo tệp dữ liệu {data_file.path} ({plans} kế hoạch).",
    )


def _show(call: Call) -> Answer:
    units = call.units()
    return _answer(open_office(units), open_directory(units))


def _configure_set(parser: ArgumentParser) -> None:
    parser.add_argument("settings", metavar="KEY=VALUE", nargs="+")


def _set(call: Call) -> Answer:
    set_office(call.data_file(), split_settings(call.arguments.settings))
    return _show(call)


def _answer(office: Office, directory: Directory) -> Answer:
    names = {one.id: one.name for one in directory.respondents}
    groups = {one.name: [names[id_] for id_ in one.members] for one in directory.groups()}
    document: dict[str, Any] = {key: getattr(office, key) for key in TEXT_KEYS}
    document["divisions"] = [one.name for one in directory.units()]
    document["groups"] = groups
    lines = [f"{_LABELS[key]}: {document[key] or '(chưa có)'}" for key in TEXT_KEYS]
    lines.append(f"Phòng, đơn vị: {'; '.join(document['divisions']) or '(chưa có)'}")
    lines += [f"Nhóm {name}: {'; '.join(members)}" for name, members in groups.items()]
    return Answer(document, "\n".join(lines))


COMMANDS = (
    Command(
        ("init",),
        "init [--sample]",
        "tạo tệp dữ liệu mới; --sample: cơ quan mẫu",
        _init,
        _configure_init,
    ),
    Command(("office", "show"), "office show", "xem thông tin cơ quan", _show),
    Command(
        ("office", "set"),
        "office set KEY=VALUE…",
        "đặt thông tin cơ quan, phòng (divisions), nhóm (groups)",
        _set,
        _configure_set,
    ),
)
