"""The self-test: the main job in a temporary folder, and a report of how each step went.

It runs in the window program of a bundle as well as in a checkout, needs no streams, and
touches nothing of the person's own.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from tthc_desktop import VERSION
from tthc_desktop.cli.main import EXIT_WARNED, run
from tthc_desktop.program import Program

# The sample's progress reaches to 30/06/2026: the day after, its figures make sense.
DAY = date(2026, 7, 1)
EXIT_PASSED, EXIT_FAILED = 0, 1
_FOLDER = "Kế hoạch thử của Văn phòng Sở"
_DATA, _WORD, _PDF, _EXCEL = "dữ liệu.tthc", "Kế hoạch.docx", "Kế hoạch.pdf", "Tiến độ.xlsx"
_BACKUP = "bản sao lưu.tthc"
_EDITED = "Rà soát thủ tục hành chính: ổ, ữ, ặ"
# Older ones have known holes that a file from outside can reach.
_LOWEST = {"expat": (2, 5), "lxml": (6,)}

Act = Callable[[], str]
Step = tuple[str, Act]


@dataclass(frozen=True)
class WindowParts:
    """What only `__main__` can hand over: the steps with Qt, and the versions of what is inside.

    `steps` is given the data file and the folder for the pictures.
    """

    steps: Callable[[Program, Path, Path], Iterable[Step]]
    versions: Callable[[], Mapping[str, str]]


@dataclass
class Report:
    """What is written: every step with its time, versions, pictures."""

    ok: bool = True
    steps: list[dict[str, Any]] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)

    def do(self, name: str, act: Act) -> None:
        """Do a step; what it raises is its detail, and the steps after it are done all the same."""
        begun = time.perf_counter()
        try:
            ok, detail = True, act()
        except Exception as error:  # noqa: BLE001 - whatever it is, it goes into the report
            ok, detail = False, f"{type(error).__name__}: {error}"
        seconds = round(time.perf_counter() - begun, 2)
        self.ok = self.ok and ok
        self.steps.append({"name": name, "ok": ok, "seconds": seconds, "detail": detail})


class Failed(Exception):
    """A step did not do what it should; the text says what was found."""


def self_test(file: Path, program: Program, parts: WindowParts) -> int:
    """Do every step and write the report to *file*, its pictures beside it."""
    file = file.absolute()
    file.parent.mkdir(parents=True, exist_ok=True)
    report = Report()
    temporary = Path(tempfile.mkdtemp(prefix="tthc-"))
    try:
        folder = temporary / _FOLDER
        folder.mkdir()
        # Log, settings and all the window remembers: not the person's.
        own = replace(program, log_folder=folder / "logs")
        report.do("Phiên bản các thành phần", lambda: _versions(report, parts))
        for name, act in MainJob(folder, own).steps():
            report.do(name, act)
        for name, act in parts.steps(own, folder / _DATA, file.parent):
            report.do(name, act)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    report.pictures = sorted(one.name for one in file.parent.glob("*.png"))
    text = json.dumps(asdict(report), ensure_ascii=False, indent=2)
    file.write_text(f"{text}\n", encoding="utf-8")
    return EXIT_PASSED if report.ok else EXIT_FAILED


def _versions(report: Report, parts: WindowParts) -> str:
    report.versions = {"TTHC Desktop": VERSION, **parts.versions()}
    for name, lowest in _LOWEST.items():
        found = report.versions[name]
        if _numbers(found) < lowest:
            raise Failed(f"{name} {found} cũ hơn {'.'.join(map(str, lowest))}")
    return f"{len(report.versions)} thành phần"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


class MainJob:
    """The main job through the command line, in a folder with Vietnamese letters and spaces."""

    def __init__(self, folder: Path, program: Program) -> None:
        """Work in *folder*, which is empty."""
        self._folder = folder
        self._program = program
        self._plan = ""
        self._task = ""

    def steps(self) -> tuple[Step, ...]:
        """Return the steps in their order; each builds on those before it."""
        return (
            ("Mở cơ quan mẫu", self._sample),
            ("Xuất Word", self._word),
            ("Xuất PDF", self._pdf),
            ("Xuất Excel", self._excel),
            ("Nhập kế hoạch từ tệp Word đã xuất", self._import),
            ("Sao lưu", self._back_up),
            ("Sửa nhiệm vụ", self._edit),
            ("Khôi phục", self._restore),
            ("Kiểm tra dữ liệu", self._check),
        )

    def _sample(self) -> str:
        self._call("init", "--sample")
        plans = self._call("plan", "list")
        self._plan = next(one["id"] for one in plans if one["kind"] == "control")
        self._task = next(one["number"] for one in self._tasks(self._plan) if one["timing"])
        return f"{len(plans)} kế hoạch"

    def _word(self) -> str:
        return self._exported(_WORD, "plan", "export", self._plan)

    def _pdf(self) -> str:
        return self._exported(_PDF, "plan", "export", self._plan)

    def _excel(self) -> str:
        return self._exported(_EXCEL, "sheet", "export", "--plan", self._plan)

    def _import(self) -> str:
        known = {one["id"] for one in self._call("plan", "list")}
        self._call("plan", "import", str(self._folder / _WORD))
        new = next(one["id"] for one in self._call("plan", "list") if one["id"] not in known)
        read, written = len(self._tasks(new)), len(self._tasks(self._plan))
        if read != written:
            raise Failed(f"tệp có {written} nhiệm vụ, đọc được {read}")
        return f"{read} nhiệm vụ"

    def _back_up(self) -> str:
        self._call("data", "backup", "--to", str(self._folder / _BACKUP))
        return f"{(self._folder / _BACKUP).stat().st_size} byte"

    def _edit(self) -> str:
        address = ("--plan", self._plan, "--number", self._task)
        self._call("task", "set", f"content={_EDITED}", *address)
        if self._content() != _EDITED:
            raise Failed(f"nhiệm vụ {self._task}: “{self._content()}”")
        return f"nhiệm vụ {self._task}"

    def _restore(self) -> str:
        self._call("data", "restore", str(self._folder / _BACKUP))
        if self._content() == _EDITED:
            raise Failed("sau khôi phục vẫn là nội dung mới")
        return f"nhiệm vụ {self._task} trở về nội dung cũ"

    def _check(self) -> str:
        found = self._call("data", "check")
        if not found["ok"]:
            raise Failed("; ".join(found["problems"]))
        return "nguyên vẹn"

    def _tasks(self, plan: str) -> list[dict[str, Any]]:
        tasks: list[dict[str, Any]] = self._call("task", "list", "--plan", plan)
        return tasks

    def _content(self) -> str:
        found = (one for one in self._tasks(self._plan) if one["number"] == self._task)
        return str(next(found)["content"])

    def _exported(self, name: str, *arguments: str) -> str:
        file = self._folder / name
        self._call(*arguments, "--to", str(file))
        if file.suffix == ".pdf":
            whole = file.read_bytes().startswith(b"%PDF")
        else:
            with zipfile.ZipFile(file) as archive:
                whole = archive.testzip() is None
        if not whole:
            raise Failed(f"“{name}” không đúng định dạng")
        return f"{file.stat().st_size} byte"

    def _call(self, *arguments: str) -> Any:  # noqa: ANN401 - any JSON document
        """Run a command and return its JSON; what it says on failing goes into the report."""
        out, err = StringIO(), StringIO()
        given = ("--json", "--data", str(self._folder / _DATA), "--today", DAY.isoformat())
        code = run([*arguments, *given], self._program, out, err)
        if code > EXIT_WARNED:
            raise Failed(f"{' '.join(arguments[:2])}: mã {code}: {err.getvalue().strip()}")
        return json.loads(out.getvalue())
