"""The writer's lock: a side file with who holds it, over the system's own file locks.

Not Qt's lock file, since `db` knows no Qt. The system drops the lock when a process dies,
so a lock left by a crash is free at once.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import socket
import sys
from datetime import datetime
from io import BufferedRandom
from pathlib import Path

from tthc_desktop.errors import StorageTrouble

# Past any content, so that others can read who holds the lock (Windows locks byte ranges).
_LOCKED_BYTE = 1 << 30


class WriterLock:
    """The lock of one data file; held from `acquire` to `release`."""

    def __init__(self, data_file: Path) -> None:
        """Name the side file; nothing is opened yet."""
        self.path = data_file.with_name(data_file.name + ".lock")
        self._stream: BufferedRandom | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._stream is not None

    def acquire(self) -> None:
        """Take the lock; StorageTrouble names who has it, or that the folder is read-only."""
        if self._stream is not None:
            return
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            message = (
                f"Không ghi được vào thư mục “{self.path.parent}” nên không sửa được dữ liệu. "
                "Hãy kiểm tra quyền ghi. Dữ liệu còn nguyên."
            )
            raise StorageTrouble(message) from error
        stream = os.fdopen(descriptor, "r+b")
        try:
            _lock(stream)
        except OSError as error:
            holder = stream.read().decode("utf-8", "replace")
            stream.close()
            raise StorageTrouble(_taken(holder)) from error
        self._stream = stream
        self._write_holder(stream)

    def release(self) -> None:
        """Give the lock back."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _write_holder(self, stream: BufferedRandom) -> None:
        holder = {
            "host": socket.gethostname(),
            "user": account_name(),
            "pid": os.getpid(),
            "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        }
        with contextlib.suppress(OSError):  # who holds it is a courtesy, not the lock
            stream.seek(0)
            stream.truncate()
            stream.write(json.dumps(holder).encode())
            stream.flush()


def account_name() -> str:
    """Return the account name of the PC, for the journal; never for logs or exports."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def _taken(holder: str) -> str:
    try:
        who = json.loads(holder)
        words = f"{who['user']} trên máy {who['host']}, từ {who['since'][11:16]}"
    except (ValueError, KeyError, TypeError):
        words = "một chương trình khác"
    return (
        f"Dữ liệu đang được mở để sửa bởi {words}. Hãy đóng chương trình kia rồi thử lại. "
        "Chưa thay đổi gì."
    )


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: BufferedRandom) -> None:
        stream.seek(_LOCKED_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        stream.seek(0)
else:
    import fcntl

    def _lock(stream: BufferedRandom) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
