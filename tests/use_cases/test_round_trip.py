"""Out and in again: the same plan but for ids; out twice: the same bytes."""

import zipfile
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from db.data_file import SqliteDataFile
from tests.command_line import Tthc
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.task import Assignment
from tthc_desktop.domain.timing import Schedule
from tthc_desktop.use_cases.opening import open_plan

IDS = ("id", "previous")


def without_ids(value: object, directory: Directory) -> Any:  # noqa: ANN401 - any JSON value
    """Return a frozen value as plain data, units by their printed names, without ids."""
    if isinstance(value, Assignment):
        return value.words or directory.get(value.respondent_id).name
    if isinstance(value, Schedule):
        return None  # a file holds the office's words; what they mean is read again
    if is_dataclass(value) and not isinstance(value, type):
        return {
            one.name: without_ids(getattr(value, one.name), directory)
            for one in fields(value)
            if one.name not in IDS
        }
    if isinstance(value, tuple):
        return [without_ids(one, directory) for one in value]
    return value


def content(data: Path, plan_id: str) -> Any:  # noqa: ANN401 - any JSON value
    data_file = SqliteDataFile(data)
    opened = open_plan(data_file.units_of_work(), plan_id)
    data_file.close()
    plain = without_ids(opened.plan, opened.directory)
    # Not printed, so not in the file: follow-up tasks and the figures of a target.
    plain["follow_up"] = []
    for annex in plain["annexes"]:
        forget_targets(annex["tasks"])
    return plain


def forget_targets(tasks: list[dict[str, Any]]) -> None:
    for task in tasks:
        task["target"] = None
        forget_targets(task["children"])


def again(tthc: Tthc, plan_id: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401
    word = folder / "ra.docx"
    assert tthc.run("plan", "export", plan_id, "--to", word) == 0
    other = Tthc(folder / "nhap-lai.tthc", capsys)
    assert other.run("plan", "import", word, "--json") in (0, 1), other.err
    (plan,) = other.json("plan", "list")
    return content(other.data, plan["id"])


@pytest.mark.parametrize("kind", ["control", "communication"])
def test_a_plan_exported_and_imported_is_the_same_but_for_ids(
    tthc: Tthc, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan_id = tthc.plan_id(kind)
    assert again(tthc, plan_id, tmp_path, capsys) == content(tthc.data, plan_id)


@pytest.mark.shared
@pytest.mark.parametrize(
    "name",
    ["ke-hoach-kiem-soat-2026", "ke-hoach-truyen-thong-2026", "ke-hoach-truong-hoc-2026"],
)
def test_a_real_plan_exported_and_imported_is_the_same_but_for_ids(
    fresh: Tthc,
    shared_folder: Path,
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert fresh.run("plan", "import", shared_folder / "real" / f"{name}.docx") in (0, 1)
    (plan,) = fresh.json("plan", "list")
    first = content(fresh.data, plan["id"])
    assert again(fresh, plan["id"], tmp_path, capsys) == first


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_two_exports_are_equal_part_by_part(tthc: Tthc, tmp_path: Path, suffix: str) -> None:
    plan = tthc.plan_id("control")
    parts = []
    for name in ("một", "hai"):
        to = tmp_path / f"{name}.{suffix}"
        words = (
            ("plan", "export", plan) if suffix == "docx" else ("sheet", "export", "--plan", plan)
        )
        assert tthc.run(*words, "--to", to, "--today", "2026-07-01") == 0
        with zipfile.ZipFile(to) as package:
            parts.append(
                {one: package.read(one) for one in package.namelist() if one != "docProps/core.xml"}
            )
    assert parts[0] == parts[1]
    assert len(parts[0]) > 5
