"""Where a data file lies, and whether that place is good for it.

A data file on a share or in a folder that a cloud program copies can be damaged when two PCs
write it or when a half-written state is copied; backups and exports may lie there.
"""

from __future__ import annotations

import re
import sys
from enum import Enum
from pathlib import Path

from tthc_desktop.vietnamese_text import fold


class Drive(Enum):
    """What kind of drive the system says a path lies on."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"
    UNKNOWN = "unknown"


class Place(Enum):
    """What a place is for a data file; only OWN is good."""

    OWN = "own"
    REMOVABLE = "removable"
    NETWORK = "network"
    CLOUD = "cloud"


_CLOUD = re.compile(
    r"^(onedrive( ?-.*)?|google ?drive|googledrivefs|drivefs|my drive|drive cua toi|dropbox( .*)?|"
    r"icloud ?drive|icloud~.*|box|box sync|mega|megasync|nextcloud|owncloud|synologydrive)$"
)
_SHARE = re.compile(r"^(\\\\|//)(?![.?][\\/])")
_LONG_SHARE = re.compile(r"^(\\\\|//)\?[\\/]UNC[\\/]", re.IGNORECASE)
_NETWORK_SYSTEMS = {
    "9p", "afs", "cifs", "davfs", "fuse.davfs", "fuse.rclone", "fuse.sshfs", "ncpfs", "nfs",
    "nfs4", "smb3", "smbfs",
}  # fmt: skip
_WARNINGS = {
    Place.NETWORK: (
        "Thư mục dữ liệu nằm trên ổ mạng. Hai máy ghi cùng lúc hoặc mất mạng giữa chừng có thể "
        "làm hỏng dữ liệu. Hãy để tệp dữ liệu trên ổ đĩa của máy; bản sao lưu để trên ổ mạng được."
    ),
    Place.CLOUD: (
        "Thư mục dữ liệu nằm trong thư mục đồng bộ (OneDrive, Google Drive…). Chương trình đồng "
        "bộ có thể chép tệp đang ghi dở và làm hỏng dữ liệu. Hãy để tệp dữ liệu ở thư mục khác."
    ),
    Place.REMOVABLE: (
        "Thư mục dữ liệu nằm trên ổ rời (USB). Rút ổ khi đang ghi có thể làm mất việc vừa làm. "
        "Hãy để tệp dữ liệu trên ổ đĩa của máy; bản sao lưu để trên ổ rời được."
    ),
}


def place_of(path: str, drive: Drive) -> Place:
    """Return what the place of *path* on *drive* is for a data file."""
    if drive is Drive.NETWORK or _SHARE.match(path) or _LONG_SHARE.match(path):
        return Place.NETWORK
    if any(_CLOUD.match(fold(part.strip())) for part in re.split(r"[\\/]", path)[:-1]):
        return Place.CLOUD
    return Place.REMOVABLE if drive is Drive.REMOVABLE else Place.OWN


def warning_of(place: Place) -> str:
    """Return why the place is not good for a data file, in Vietnamese; empty where it is."""
    return _WARNINGS.get(place, "")


def drive_of(path: Path) -> Drive:
    """Ask the system what kind of drive *path* lies on."""
    if sys.platform == "win32":
        return _windows_drive(path)
    return mounted_drive(path, _mounts())


def mounted_drive(path: Path, mounts: str) -> Drive:
    """Return the kind of the file system that holds *path*, by the table of mounts."""
    best, system = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        if path.is_relative_to(point) and len(point) >= len(best):
            best, system = point, fields[2]
    if not system:
        return Drive.UNKNOWN
    return Drive.NETWORK if system in _NETWORK_SYSTEMS else Drive.FIXED


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _windows_drive(path: Path) -> Drive:
    import ctypes

    kinds = {2: Drive.REMOVABLE, 3: Drive.FIXED, 4: Drive.NETWORK}
    kernel = ctypes.CDLL("kernel32")
    found = kernel.GetDriveTypeW(ctypes.c_wchar_p(f"{path.anchor}"))
    return kinds.get(found, Drive.UNKNOWN)
