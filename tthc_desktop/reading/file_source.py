"""A file becomes a source by its suffix; the one door for every kind of file."""

from __future__ import annotations

from pathlib import Path

from tthc_desktop.errors import Refused
from tthc_desktop.reading.source import Source
from tthc_desktop.reading.steps import SILENT, Steps
from tthc_desktop.reading.text_source import read_text
from tthc_desktop.reading.word_source import read_word

PLAN_SUFFIXES = (".docx", ".txt")


def read_source(path: Path, steps: Steps = SILENT) -> Source:
    """Return what a file says; its suffix tells which kind it is. Stopped passes through."""
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return read_word(path, steps)
    if suffix == ".txt":
        return read_text(path)
    raise Refused(
        f"Không đọc được tệp đuôi “{path.suffix}”: kế hoạch đọc từ tệp Word (.docx) hoặc tệp "
        "văn bản (.txt). Hãy lưu lại thành một trong hai dạng đó."
    )
