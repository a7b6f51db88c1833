"""System libraries on Debian and its kin: what Qt needs, what is missing, and how it gets there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from console import Stopped, say

FOR_QT = (
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "fonts-liberation2",
)
# Libraries of Qt's xcb plug-in, needed only where a window is shown on a real display.
FOR_A_DISPLAY = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
# What makes and tries the Windows setup program (dev.py windows).
FOR_WINDOWS = ("wine", "wine64", "nsis", "mingw-w64", "xvfb", "xdotool")
DPKG_STATUS = Path("/var/lib/dpkg/status")
LISTING_FORMAT = "${db:Status-Status}\t${Package}\t${Provides}\n"
# A second start may find apt at work for the first: wait for it instead of failing.
APT_GET = ("apt-get", "-y", "-o", "DPkg::Lock::Timeout=300")
INSTALL = ("install", "--no-install-recommends")


def require(packages: Sequence[str], stamp: Path) -> None:
    """Install what is missing, or stop with the line to type; the stamp makes it quick."""
    if shutil.which("dpkg-query") is None or _stamped(packages, stamp):
        return
    absent = missing(packages)
    if absent:
        install(absent)
    _write_stamp(packages, stamp)


def missing(packages: Iterable[str]) -> list[str]:
    """Name the packages that are neither installed nor provided by an installed one."""
    command = ["dpkg-query", "--show", f"--showformat={LISTING_FORMAT}"]
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    present = installed_names(listing)
    return [name for name in packages if name not in present]


def installed_names(listing: str) -> set[str]:
    """Read the listing; newer Debians have libglib2.0-0t64, which provides libglib2.0-0."""
    names: set[str] = set()
    for line in listing.splitlines():
        status, package, provides = line.split("\t")
        if status == "installed":
            names.add(package)
            names.update(entry.split()[0] for entry in provides.split(",") if entry.strip())
    return names


def install(packages: Sequence[str]) -> None:
    """Install as root or with password-less sudo; else stop with the one line to type."""
    prefix = _root_prefix()
    if prefix is None or shutil.which("apt-get") is None:
        raise Stopped(_what_to_type(packages))
    say(f"Installing system packages: {' '.join(packages)}")
    if not _apt_get(prefix, *INSTALL, *packages):
        _apt_get(prefix, "update")
        if not _apt_get(prefix, *INSTALL, *packages):
            raise Stopped(_what_to_type(packages))


def _what_to_type(packages: Sequence[str]) -> str:
    sudo = "" if _root_prefix() == [] else "sudo "
    line = " ".join((f"{sudo}apt-get update && {sudo}apt-get", *INSTALL, *packages))
    return f"System packages are missing. Type:\n{line}"


def _root_prefix() -> list[str] | None:
    """Return what goes before a command that needs root, None where root is out of reach."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n"] if allowed.returncode == 0 else None


def _apt_get(prefix: Sequence[str], *arguments: str) -> bool:
    # `env` because sudo does not pass variables on.
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *APT_GET, *arguments]
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    return done.returncode == 0


def _stamped(packages: Iterable[str], stamp: Path) -> bool:
    try:
        state, *checked = stamp.read_text(encoding="utf-8").split()
        return state == _dpkg_state() and set(packages) <= set(checked)
    except (OSError, ValueError):
        return False


def _write_stamp(packages: Iterable[str], stamp: Path) -> None:
    """Note what was checked, for which state of dpkg; in a read-only folder it is checked again."""
    try:
        stamp.write_text(" ".join((_dpkg_state(), *packages)), encoding="utf-8")
    except OSError:
        return


def _dpkg_state() -> str:
    """Return a mark that changes whenever a package comes or goes."""
    return str(DPKG_STATUS.stat().st_mtime_ns)
