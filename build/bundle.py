"""The Linux bundle: frozen in a clean environment, tried where no checkout and no Python help."""

from __future__ import annotations

import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import environment
from console import Stopped, say
from self_test_report import require_passed

WORK = environment.ROOT / ".pyinstaller"
CLEAN = WORK / "environment"
STAMP = CLEAN / "made-from.txt"
BUNDLE = environment.ROOT / "dist" / "TTHCDesktop"
LOCK = environment.LOCKS / "bundle.txt"
SLOWEST = 1.25
STARTS = 9
_MEGABYTE = 1_000_000


def make() -> int:
    """Freeze, try, measure."""
    if sys.platform != "linux":
        raise Stopped(
            r"This makes the Linux bundle; on Windows run build\windows\build_windows.bat"
        )
    _make_environment()
    print("== PyInstaller", flush=True)
    _freeze()
    print(f"   {size_of(BUNDLE) / _MEGABYTE:.0f} MB in dist/TTHCDesktop", flush=True)
    with TemporaryDirectory(prefix="tthc-bundle-", ignore_cleanup_errors=True) as name:
        folder = Path(name) / "nơi khác"
        folder.mkdir()
        print("== self-test in the bundle", flush=True)
        _self_test(folder)
        print("== start-up", flush=True)
        _compare_starts(folder)
    return 0


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder, what is linked once."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def _make_environment() -> None:
    """Make the environment that freezes: the lock of the bundle and nothing else."""
    wanted = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version}"
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    say("Making the environment of the bundle (once) …")
    shutil.rmtree(CLEAN, ignore_errors=True)
    WORK.mkdir(exist_ok=True)
    environment.call([environment.base_python(), "-m", "venv", CLEAN])
    environment.install(environment.python_of(CLEAN), LOCK)
    STAMP.write_text(wanted, encoding="utf-8")


def _freeze() -> None:
    shutil.rmtree(BUNDLE, ignore_errors=True)
    options = ("--noconfirm", "--clean", "--log-level", "WARN")
    folders = ("--workpath", ".pyinstaller", "--distpath", "dist")
    python = environment.python_of(CLEAN)
    own_cache = f"PYINSTALLER_CONFIG_DIR={WORK / 'cache'}"
    there = ("env", "-C", environment.ROOT, own_cache)
    environment.call([*there, python, "-m", "PyInstaller", *options, *folders, "installer.spec"])


def _self_test(folder: Path) -> None:
    report = folder / "kết quả" / "bao-cao.json"
    command: list[str | Path] = [BUNDLE / "tthc", "--self-test", report]
    subprocess.run(command, check=False, cwd=folder, env=_emptied(folder), timeout=300)
    require_passed(report)


def _emptied(home: Path) -> Mapping[str, str]:
    """Return an environment in which nothing helps: no PATH, no locale, a strange home."""
    return {"HOME": str(home)}


def _compare_starts(folder: Path) -> None:
    """Compare how soon the first paint is there, bundle and source in turn."""
    given = ("--quit-after-first-paint", "--data", folder / "khong-co.tthc")
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    ours = {**_emptied(folder), **offscreen}
    source: list[str | Path] = [environment.PYTHON, "-P", "-m", "tthc_desktop", *given]
    bundle: list[str | Path] = [BUNDLE / "tthc", *given]
    of_source = {**ours, "PYTHONPATH": str(environment.ROOT)}
    for command, variables in ((source, of_source), (bundle, ours)):
        _seconds(command, variables)  # the first start reads from the disk
    pairs = [(_seconds(source, of_source), _seconds(bundle, ours)) for _ in range(STARTS)]
    from_source, frozen = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = frozen / from_source
    print(f"   source {from_source:.2f} s, bundle {frozen:.2f} s, ratio {ratio:.2f}", flush=True)
    if ratio > SLOWEST:
        raise Stopped(
            f"The bundle starts {ratio:.2f} times as slowly, at most {SLOWEST} is wanted."
        )


def _seconds(command: Sequence[str | Path], variables: Mapping[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, env=variables, cwd=os.sep, timeout=60)
    return time.perf_counter() - begun
