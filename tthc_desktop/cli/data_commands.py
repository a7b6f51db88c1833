"""`data …` commands."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from tthc_desktop.cli.call import Answer, Call, Command


def _check(call: Call) -> Answer:
    problems = list(call.data_file().problems())
    text = "\n".join(problems) or "Dữ liệu nguyên vẹn."
    return Answer({"ok": not problems, "problems": problems}, text, warned=bool(problems))


def _configure_backup(parser: ArgumentParser) -> None:
    parser.add_argument("--to")


def _backup(call: Call) -> Answer:
    to = Path(call.arguments.to) if call.arguments.to else None
    file = call.data_file().back_up("sao lưu", to, force=call.force)
    return Answer({"file": str(file)}, f"Đã sao lưu ra {file}.")


def _backups(call: Call) -> Answer:
    found = call.data_file().backups()
    document = [
        {
            "file": str(one.file),
            "made_at": one.made_at,
            "plans": one.plans,
            "reason": one.reason,
        }
        for one in found
    ]
    lines = [f"{one.made_at}  {one.plans} kế hoạch  {one.reason}  {one.file}" for one in found]
    return Answer(document, "\n".join(lines) or "Chưa có bản sao lưu nào.")


def _configure_restore(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="F")


def _restore(call: Call) -> Answer:
    source = Path(call.arguments.file)
    kept = call.data_file().restore(source)
    where = f" Tệp trước đó được giữ ở {kept}." if kept else ""
    return Answer(
        {"restored_from": str(source), "kept_as": str(kept) if kept else None},
        f"Đã khôi phục từ {source}.{where}",
    )


COMMANDS = (
    Command(("data", "check"), "data check", "kiểm tra tệp dữ liệu", _check),
    Command(
        ("data", "backup"),
        "data backup [--to F] [--force]",
        "sao lưu tệp dữ liệu",
        _backup,
        _configure_backup,
    ),
    Command(("data", "backups"), "data backups", "liệt kê bản sao lưu", _backups),
    Command(
        ("data", "restore"),
        "data restore F",
        "khôi phục từ bản sao lưu",
        _restore,
        _configure_restore,
    ),
)
