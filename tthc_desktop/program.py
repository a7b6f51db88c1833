"""The program's parts as `__main__` puts them together; what the window is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tthc_desktop.ports import DataFile, PagePainter


@dataclass(frozen=True)
class Program:
    """How to open the data file, to paint pages and to know the day.

    `open_data_file` imports the database when called, so the window calls it in a worker
    after its first paint. `new_painter` imports Qt when called.
    """

    open_data_file: Callable[[Path | None], DataFile]
    new_painter: Callable[[], PagePainter]
    today: Callable[[], date]
    log_folder: Path
