"""Wine with a home, prefixes and a screen of its own, so that nothing reaches the caller's HOME."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from console import Stopped

LOADER = Path("/usr/lib/wine/wine64")
SERVER = Path("/usr/lib/wine/wineserver64")
USER = "tthc"
SCREEN = "1366x768x24"
_FOLDERS_LINKED_HOME = ("Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos")
_SHIM = "uisettings_shim.dll"
_RUNTIME_CLASS = (
    r"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId"
    r"\Windows.UI.ViewManagement.UISettings"
)
_SETTINGS = (
    # A crash must end the program instead of waiting for a click.
    (r"HKCU\Software\Wine\WineDbg", "ShowCrashDialog", "REG_DWORD", "0"),
    (_RUNTIME_CLASS, "DllPath", "REG_SZ", rf"C:\windows\system32\{_SHIM}"),
)


@dataclass(frozen=True)
class Done:
    """How a program ended, and what it said."""

    code: int
    text: str


@dataclass(frozen=True)
class Prefix:
    """A Windows of its own in a folder."""

    folder: Path
    display: str

    @property
    def drive(self) -> Path:
        """Drive C:."""
        return self.folder / "drive_c"

    @property
    def home(self) -> Path:
        """The person's folder."""
        return self.drive / "users" / USER

    def windows_path(self, path: Path) -> str:
        """Return how Windows names a path on drive C:."""
        return "C:\\" + "\\".join(path.relative_to(self.drive).parts)

    def make(self, shim: Path) -> None:
        """Make it anew, with what Qt asks of Windows and Wine lacks; never to be shipped."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.run("wineboot", "--init")
        self.wait()
        self.run("winecfg", "-v", "win10")
        self.wait()
        for name in _FOLDERS_LINKED_HOME:
            link = self.home / name
            if link.is_symlink():
                link.unlink()
            link.mkdir(exist_ok=True)
        shutil.copy(shim, self.drive / "windows" / "system32" / _SHIM)
        for key, name, kind, value in _SETTINGS:
            self.must("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f")
        self.wait()

    def run(self, *command: str, seconds: int = 300, folder: Path | None = None) -> Done:
        """Run a Windows program to its end; its streams are pipes, as Python there wants them."""
        with self.start(*command, folder=folder) as process:
            try:
                out, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired as late:
                process.kill()
                self.stop()
                raise Stopped(f"No end after {seconds} s: {' '.join(command)}") from late
        return Done(process.returncode, out.decode("utf-8", "replace"))

    def must(self, *command: str, seconds: int = 300, folder: Path | None = None) -> str:
        """Run a Windows program that has to succeed; return what it said."""
        done = self.run(*command, seconds=seconds, folder=folder)
        if done.code != 0:
            said = f"exit {done.code}\n{done.text[-3000:]}"
            raise Stopped(f"{' '.join(command)}: {said}")
        return done.text

    def start(self, *command: str, folder: Path | None = None) -> subprocess.Popen[bytes]:
        """Start a Windows program."""
        return subprocess.Popen(
            [LOADER, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=folder or self.folder,
            env=self._variables(),
        )

    def wait(self) -> None:
        """Wait until nothing runs in it any more."""
        subprocess.run([SERVER, "-w"], check=False, env=self._variables(), timeout=300)

    def stop(self) -> None:
        """End everything that runs in it."""
        subprocess.run([SERVER, "-k"], check=False, env=self._variables(), timeout=60)

    def _variables(self) -> dict[str, str]:
        home = self.folder.parent / "home"
        home.mkdir(exist_ok=True)
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "USER": USER,
            "LOGNAME": USER,
            "LANG": "C.UTF-8",
            "DISPLAY": self.display,
            "PYTHONUTF8": "1",
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
            "WINEPREFIX": str(self.folder),
        }


@contextmanager
def screen(folder: Path) -> Iterator[str]:
    """Give a screen nobody sees; what it shows lies in *folder* as Xvfb_screen0 (XWD)."""
    folder.mkdir(parents=True, exist_ok=True)
    read, write = os.pipe()
    options = ("-screen", "0", SCREEN, "-nolisten", "tcp", "-fbdir", str(folder))
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *options], pass_fds=(write,), stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise Stopped("The screen (Xvfb) does not start.")
        yield f":{number}"
    finally:
        process.terminate()
        process.wait()


def find_window(display: str, title: str, *, seconds: float = 60) -> str:
    """Wait for a visible window whose title holds *title*; return its X number."""
    end = time.monotonic() + seconds
    command = ["xdotool", "search", "--onlyvisible", "--name", title]
    while time.monotonic() < end:
        found = subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "DISPLAY": display},
        )
        if found.stdout.strip():
            return found.stdout.split()[-1]
        time.sleep(0.5)
    raise Stopped(f"No window “{title}” after {seconds:.0f} s.")
