"""The Windows setup program, made and tried on a Debian: `python3 build/dev.py windows`.

Everything lies below .pyinstaller/windows/: wheels and the Windows with Python are kept for the
next time, the Windows of the trial is made anew. docs/windows.md says what this proves and what
only a real PC can show.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import environment
from bundle import size_of
from console import Stopped
from dll_imports import require_closed
from install_lists import write_lists
from windows_freeze import copy_sources, freeze, make_later
from windows_trial import Setups, Trial
from wine import Prefix, screen
from wine_python import SOURCES, compile_shim, fetch_wheels, pe_reader, put_python

WORK = environment.ROOT / ".pyinstaller" / "windows"
WHEELS = WORK / "wheels"
OUT = environment.ROOT / "dist" / "windows"
SCRIPT = environment.ROOT / "build" / "windows" / "setup.nsi"
ICON = environment.ROOT / "resources" / "app.ico"
LARGEST_SETUP, LARGEST_BUNDLE = 40_000_000, 130_000_000
LATER_VERSION = "99.0.0"
_MEGABYTE = 1_000_000


@dataclass
class Clock:
    """Tells each step, with the seconds since the beginning."""

    begun: float

    def say(self, text: str) -> None:
        """Print one line."""
        print(f"[{time.monotonic() - self.begun:4.0f} s] {text}", flush=True)


def make(*, quick: bool) -> int:
    """Make the setup program, then install, use, upgrade and uninstall it."""
    if sys.platform != "linux":
        raise Stopped(
            r"This needs a Debian with Wine; on Windows run build\windows\build_windows.bat"
        )
    clock = Clock(time.monotonic())
    OUT.mkdir(parents=True, exist_ok=True)
    fetch_wheels(WHEELS)
    clock.say("wheels")
    work = _fresh(WORK / "work")
    shim = compile_shim(work)
    with screen(WORK / "screen") as display:
        prefix = Prefix(WORK / "with-python", display)
        try:
            _ensure_python(prefix, work, shim, clock)
            setups = _make_setups(prefix, clock, quick=quick)
        finally:
            prefix.stop()
        clean = Prefix(WORK / "without-python", display)
        try:
            clean.make(shim)
            clock.say("a clean Windows")
            Trial(clean, setups, WORK / "screen" / "Xvfb_screen0", OUT, clock.say).run()
        finally:
            clean.stop()
    clock.say(f"done: dist/windows/{setups.released.name}")
    return 0


def _make_setups(prefix: Prefix, clock: Clock, *, quick: bool) -> Setups:
    """Freeze and pack the program, then one that stands for a later one."""
    version = _version()
    source = prefix.drive / "source"
    copy_sources(source)
    frozen = freeze(prefix, source)
    size = size_of(frozen)
    clock.say(f"PyInstaller: {size / _MEGABYTE:.1f} MB")
    clock.say(require_closed(frozen, pe_reader(prefix.drive / "python" / "Lib" / "site-packages")))
    released = OUT / f"TTHC-Desktop-{version}.exe"
    _pack(frozen, version, released, quick=quick)
    clock.say(f"setup program: {released.stat().st_size / _MEGABYTE:.1f} MB")
    if size > LARGEST_BUNDLE or (not quick and released.stat().st_size > LARGEST_SETUP):
        raise Stopped("That is more than docs/windows.md allows.")
    make_later(source, LATER_VERSION)
    later = WORK / "later.exe"
    _pack(freeze(prefix, source), LATER_VERSION, later, quick=True)
    clock.say("setup program of a later version with one schema revision more")
    return Setups(released, version, later, LATER_VERSION)


def _ensure_python(prefix: Prefix, work: Path, shim: Path, clock: Clock) -> None:
    """Make the Windows with Python unless it is there and of these wheels."""
    stamp = prefix.folder / "made-from.txt"
    made_of = [WHEELS / "made-from.txt", *sorted(SOURCES.iterdir()), Path(__file__)]
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in made_of)).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    prefix.make(shim)
    put_python(prefix, WHEELS, work)
    said = prefix.must(r"C:\python\python.exe", "-c", "import sys; print(sys.version)")
    stamp.write_text(wanted, encoding="utf-8")
    clock.say(f"Windows with Python {said.split()[0]}")


def _pack(bundle: Path, version: str, to: Path, *, quick: bool) -> None:
    lists = _fresh(WORK / "lists")
    size = write_lists(bundle, lists)
    values = {
        "VERSION": version,
        "SOURCE": bundle,
        "LISTS": lists,
        "ICON": ICON,
        "SIZE_KB": size,
        "OUT": to,
        **({"QUICK": 1} if quick else {}),
    }
    defined = [f"-D{name}={value}" for name, value in values.items()]
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, str(SCRIPT)]
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    if done.returncode != 0:
        raise Stopped("NSIS does not make the setup program.")


def _version() -> str:
    text = (environment.ROOT / "tthc_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^VERSION = "([\d.]+)"$', text, re.MULTILINE)
    if not found:
        raise Stopped("tthc_desktop/__init__.py names no VERSION.")
    return found[1]


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
