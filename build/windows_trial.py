"""The setup program's trial: installed, used, upgraded and uninstalled in a clean Windows."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from console import Stopped
from screen_picture import save_screen
from self_test_report import require_passed
from wine import Prefix, find_window

TITLE = "TTHC Desktop"
LINK = "TTHC Desktop – Kế hoạch và tiến độ.lnk"
# How a shortcut's block of properties begins; the identity for the task bar stands in it.
_PROPERTY_STORE = b"\x09\x00\x00\xa0"
_PROGRAMS = ("tthc.exe", "tthc-cli.exe")
_SETTLE_SECONDS = 6
_EXIT_NEWER = 5
_BEFORE_UPGRADE = "truoc-nang-cap"


@dataclass(frozen=True)
class Setups:
    """The setup program that is released, and one that stands for a later version."""

    released: Path
    version: str
    later: Path
    later_version: str


@dataclass
class Trial:
    """What a person does with the setup program, one act after the other."""

    windows: Prefix
    setups: Setups
    frame_buffer: Path
    out: Path
    say: Callable[[str], None]
    found_before: set[Path] = field(default_factory=set)

    @property
    def _installed(self) -> Path:
        return self.windows.home / "AppData" / "Local" / "Programs" / "TTHCDesktop"

    @property
    def _data(self) -> Path:
        return self.windows.home / "AppData" / "Local" / "TTHCDesktop"

    def run(self) -> None:
        """Do everything."""
        self.found_before = self._files()
        self._install()
        self._self_test()
        plans = self._make_data()
        self._start_through_shortcut("cua-so.png")
        self._upgrade_while_running()
        self._look_at_data(plans)
        self._start_through_shortcut("cua-so-sau-nang-cap.png")
        self._close_window()
        self._refuse_older()
        self._uninstall()

    def _setup(self, file: Path) -> str:
        copy = self.windows.drive / "Tải về" / "Bộ cài đặt.exe"
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(file, copy)
        return self.windows.windows_path(copy)

    def _install(self) -> None:
        begun = time.monotonic()
        self.windows.must(self._setup(self.setups.released), "/S")
        self.windows.wait()
        links = [self.windows.home / "Desktop" / LINK, self._menu_link]
        for file in (*(self._installed / name for name in _PROGRAMS), *links):
            _require(file)
        size = sum(path.stat().st_size for path in self._installed.rglob("*") if path.is_file())
        took = time.monotonic() - begun
        self.say(f"installed silently in {took:.1f} s: {size / 1_000_000:.1f} MB")
        named = _PROPERTY_STORE in links[0].read_bytes()
        self.say(f"AppUserModelID in the shortcut: {'yes' if named else 'not under this Wine'}")

    @property
    def _menu_link(self) -> Path:
        menu = self.windows.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
        return menu / LINK

    def _self_test(self) -> None:
        folder = self.windows.drive / "kết quả"
        report = folder / "bao-cao.json"
        program = self.windows.windows_path(self._installed / "tthc.exe")
        self.windows.run(program, "--self-test", self.windows.windows_path(report))
        for file in folder.iterdir() if folder.is_dir() else ():
            shutil.copy(file, self.out)
        require_passed(report)
        self.say("self-test passed in the installed program")

    def _make_data(self) -> int:
        """Make the sample office where the program itself keeps its data."""
        self._cli("init", "--sample", "--json")
        plans = self._plans()
        _require(self._data / "du-lieu.tthc")
        self.say(f"data made by the installed program: {plans} plans, schema {self._schema()}")
        return plans

    def _plans(self) -> int:
        text = self._cli("plan", "list", "--json")
        return len(json.loads(text[text.index("[") :]))

    def _cli(self, *arguments: str) -> str:
        program = self.windows.windows_path(self._installed / "tthc-cli.exe")
        return self.windows.must(program, *arguments)

    def _schema(self) -> int:
        with closing(sqlite3.connect(self._data / "du-lieu.tthc")) as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])

    def _start_through_shortcut(self, picture: str) -> None:
        link = self.windows.windows_path(self.windows.home / "Desktop" / LINK)
        # Not waited for: the window would hold its streams.
        self.windows.start("start", link)
        find_window(self.windows.display, TITLE)
        time.sleep(_SETTLE_SECONDS)
        save_screen(self.frame_buffer, self.out / picture)
        self.say(f"started through its shortcut: dist/windows/{picture}")

    def _upgrade_while_running(self) -> None:
        """Begin the upgrade while the window is open: nothing may happen until it is closed."""
        changed = (self._installed / "tthc.exe").stat().st_mtime_ns
        setup = self.windows.start(self._setup(self.setups.later), "/S")
        time.sleep(_SETTLE_SECONDS)
        if setup.poll() is not None:
            raise Stopped(f"The setup program did not wait for the window: {setup.returncode}")
        if (self._installed / "tthc.exe").stat().st_mtime_ns != changed:
            raise Stopped("The setup program replaced a running program.")
        self._close_window()
        setup.communicate(timeout=180)
        if setup.returncode != 0:
            raise Stopped(f"The upgrade ended with {setup.returncode}.")
        self.windows.wait()
        self.say("the upgrade waited for the window, then installed the later version")

    def _close_window(self) -> None:
        self.windows.run("taskkill", "/IM", "tthc.exe")
        time.sleep(1)

    def _look_at_data(self, plans: int) -> None:
        schema = self._schema()
        if self._plans() != plans:
            raise Stopped("Not all plans are there after the upgrade.")
        if self._schema() != schema + 1:
            raise Stopped(f"The data was not migrated: schema {self._schema()}.")
        backups = [one.name for one in (self._data / "backups").glob("*.tthc")]
        if not any(_BEFORE_UPGRADE in name for name in backups):
            raise Stopped(f"No backup was made before the upgrade: {backups}")
        self.say(f"data kept: {plans} plans, schema {schema} → {schema + 1}, backup made before")

    def _refuse_older(self) -> None:
        self.windows.wait()
        done = self.windows.run(self._setup(self.setups.released), "/S")
        if done.code != _EXIT_NEWER:
            raise Stopped(f"An older version over a newer one ended with {done.code}.")
        self.say("an older version is refused over a newer one")

    def _uninstall(self) -> None:
        foreign = self._installed / "của người dùng.txt"
        foreign.write_text("không phải của chương trình", encoding="utf-8")
        uninstaller = self.windows.windows_path(self._installed / "uninstall.exe")
        self.windows.must(uninstaller, "/S")
        self.windows.wait()
        _require(foreign)  # only what was installed is removed
        foreign.unlink()
        self._installed.rmdir()
        # The uninstaller's copy of itself goes when Windows starts again.
        self.windows.run("wineboot", "--restart")
        self.windows.wait()
        left = self._files() - self.found_before
        strange = sorted(str(one) for one in left if self._data not in (one, *one.parents))
        if strange:
            raise Stopped("The uninstaller left: " + ", ".join(strange))
        _require(self._data / "du-lieu.tthc")
        registry = (self.windows.folder / "user.reg").read_text(encoding="utf-8", errors="replace")
        if r"\\Uninstall\\TTHCDesktop" in registry or r"[Software\\TTHCDesktop]" in registry:
            raise Stopped("The uninstaller left its keys in the registry.")
        kept = sorted(one.relative_to(self._data).as_posix() for one in left if one.is_file())
        self.say(f"uninstalled; kept: {', '.join(kept)}")

    def _files(self) -> set[Path]:
        """Return all files of the person."""
        return {path for path in self.windows.home.rglob("*") if path.is_file()}


def _require(file: Path) -> None:
    if not file.is_file():
        raise Stopped(f"Missing: {file.name}")
