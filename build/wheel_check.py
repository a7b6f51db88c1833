"""The wheel, built and tried as a user would: in a clean environment, from another folder."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import environment
from console import Stopped

PACKAGES = ("tthc_desktop", "ui", "db", "resources")
# How the files the program writes begin: Word and Excel files are zips.
BEGINNINGS = {".docx": b"PK", ".xlsx": b"PK", ".pdf": b"%PDF"}


def check() -> int:
    """Build the wheel, look into it, install it, drive it; stop at the first fault."""
    print("== wheel", flush=True)
    with TemporaryDirectory(prefix="tthc-wheel-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        wheel = _build(folder / "dist")
        _require_every_file(wheel)
        _drive(_install(wheel, folder / "clean"), folder / "người dùng")
    print("The wheel is whole and works in a clean environment.", flush=True)
    return 0


def _build(folder: Path) -> Path:
    hatchling = ("-m", "hatchling", "build", "--target", "wheel")
    if environment.run([*hatchling, "--directory", folder]) != 0:
        raise Stopped("The wheel cannot be built.")
    return next(folder.glob("*.whl"))


def _require_every_file(wheel: Path) -> None:
    """Compare with the checkout: a data file that git ignores would be missing without a word."""
    with zipfile.ZipFile(wheel) as archive:
        shipped = set(archive.namelist())
    left_out = sorted(_files_of_ours() - shipped)
    if left_out:
        raise Stopped(f"Left out of the wheel: {', '.join(left_out)}")


def _files_of_ours() -> set[str]:
    return {
        path.relative_to(environment.ROOT).as_posix()
        for package in PACKAGES
        for path in (environment.ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def _install(wheel: Path, folder: Path) -> Path:
    """Install lock and wheel into a new environment and return the program."""
    environment.call([environment.base_python(), "-m", "venv", folder])
    python = environment.python_of(folder)
    environment.install(python, environment.LOCKS / "runtime.txt")
    environment.call([python, "-m", "pip", "install", "-qq", "--no-index", "--no-deps", wheel])
    return python.with_name("tthc.exe" if sys.platform == "win32" else "tthc")


def _drive(program: Path, folder: Path) -> None:
    """Do the main job with the installed program in a folder of a user who has never seen it."""
    folder.mkdir()
    data = ["--data", "du-lieu.tthc"]
    _tthc(program, folder, "init", "--sample", *data)
    plans = json.loads(_tthc(program, folder, "plan", "list", "--json", *data))
    plan = next(plan["id"] for plan in plans if plan["kind"] == "control")
    for target in ("ke-hoach.docx", "ke-hoach.pdf"):
        _tthc(program, folder, "plan", "export", plan, "--to", target, *data)
        _require_kind(folder / target)
    _tthc(program, folder, "sheet", "export", "--plan", plan, "--to", "tien-do.xlsx", *data)
    _require_kind(folder / "tien-do.xlsx")


def _tthc(program: Path, folder: Path, *arguments: str) -> str:
    """Run one command of the installed program and return what it said."""
    done = subprocess.run(
        [program, *arguments],
        check=False,
        cwd=folder,
        env=_variables_of_a_stranger(folder),
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode != 0:
        told = f"exit {done.returncode}\n{done.stdout}{done.stderr}"
        raise Stopped(f"tthc {' '.join(arguments)}: {told}")
    return done.stdout


def _variables_of_a_stranger(home: Path) -> Mapping[str, str]:
    """Return our variables without what helps a checkout, and with an empty home."""
    ours = ("PYTHON", "QT_", "TTHC_", "XDG_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return kept | {"HOME": str(home), "LOCALAPPDATA": str(home), "PYTHONUTF8": "1"}


def _require_kind(path: Path) -> None:
    expected = BEGINNINGS[path.suffix]
    if not path.read_bytes().startswith(expected):
        raise Stopped(f"{path.name} is not what its name says.")
