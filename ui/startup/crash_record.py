"""What is left when the program falls without a word: told once at the next start."""

from __future__ import annotations

import contextlib
import faulthandler
import io
from pathlib import Path

_RECORD, _TOLD = "su-co.txt", "su-co-truoc.txt"


class CrashRecord:
    """A file in the log folder into which Python writes where it stood when it fell.

    A program that ends as it should leaves it empty. Nothing here ever stops work: without a
    folder to write in there is no record.
    """

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is opened yet."""
        self._folder = folder
        self._stream: io.TextIOWrapper | None = None

    @property
    def told_file(self) -> Path:
        """Where the record of the last fall is kept."""
        return self._folder / _TOLD

    def begin(self) -> str:
        """Record from now on; return what an earlier run left, "" where it ended well."""
        earlier = self._take_earlier()
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._stream = (self._folder / _RECORD).open("a", encoding="utf-8")
            faulthandler.enable(self._stream)
        return earlier

    def end(self) -> None:
        """Say that the program ended as it should."""
        if self._stream is None:
            return
        faulthandler.disable()
        with contextlib.suppress(OSError):
            self._stream.truncate(0)
            self._stream.close()
        self._stream = None

    def _take_earlier(self) -> str:
        record = self._folder / _RECORD
        try:
            found = record.read_text(encoding="utf-8", errors="replace")
            if found:
                self.told_file.write_text(found, encoding="utf-8")
                # Emptied, not removed: another window may be writing into it.
                record.write_text("", encoding="utf-8")
        except OSError:
            return ""
        return found
