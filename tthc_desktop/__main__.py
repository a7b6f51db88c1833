"""The one door: puts the parts together, opens the window or runs a command."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.program import Program

if TYPE_CHECKING:
    from tthc_desktop.ports import DataFile, PagePainter

FOLDER_NAME = "TTHCDesktop"
DATA_NAME = "du-lieu.tthc"
DATA_VARIABLE = "TTHC_DATA"
SELF_TEST = "--self-test"
_WINDOW_OPTIONS = ("--data", "--today", "--quit-after-first-paint")
EXIT_NO_DISPLAY = 4
_NO_DISPLAY = (
    "Máy không có màn hình đồ họa nên không mở được cửa sổ. Hãy dùng các lệnh, xem: tthc --help"
)
_LOG_BYTES, _LOG_FILES = 1_000_000, 5


def user_folder() -> Path:
    """Return the folder of the user's own data file, backups and logs."""
    import platformdirs

    return platformdirs.user_data_path(FOLDER_NAME, appauthor=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where none is named; return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    _start_log(user_folder() / "logs")
    if given[:1] == [SELF_TEST] and len(given) == 2:
        return _self_test(Path(given[1]))
    program = program_for(_today(given))
    if _asks_for_window(given):
        return _open_window(given, program)
    from tthc_desktop.cli.main import run  # the window starts without the command line

    return run(given, program)


def program_for(today: Callable[[], date]) -> Program:
    """Return the program's parts, put together."""
    return Program(
        open_data_file=lambda path: _open_data_file(path, today),
        new_painter=_new_painter,
        today=today,
        log_folder=user_folder() / "logs",
    )


def _open_data_file(path: Path | None, today: Callable[[], date]) -> DataFile:
    from db.data_file import SqliteDataFile

    return SqliteDataFile(
        path or _chosen_data_file(),
        lambda: datetime.combine(today(), datetime.now().astimezone().time()),
    )


def _chosen_data_file() -> Path:
    """Return the data file where the call names none."""
    return Path(os.environ.get(DATA_VARIABLE) or _own_data_file())


def _own_data_file() -> Path:
    folder = user_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / DATA_NAME


def _new_painter() -> PagePainter:
    from ui.charts.paper_picture import new_page_painter

    return new_page_painter()


def _today(given: Sequence[str]) -> Callable[[], date]:
    """Return the day of --today for everything, else the clock's."""
    for place, one in enumerate(given):
        name, _, value = one.partition("=")
        if name == "--today":
            text = value or (given[place + 1] if place + 1 < len(given) else "")
            try:
                fixed = date.fromisoformat(text)
            except ValueError:
                break  # the command line refuses it in words
            return lambda: fixed
    return date.today


def _asks_for_window(given: Sequence[str]) -> bool:
    rest = list(given)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name not in _WINDOW_OPTIONS:
            return False
        if name == "--quit-after-first-paint":
            continue
        if not equals:
            value = rest.pop(0) if rest else ""
        if not value:
            return False  # the command line says in words what is missing
    return True


def _open_window(given: Sequence[str], program: Program) -> int:
    from tthc_desktop.cli.global_options import split_globals
    from ui.application import run_window

    if _has_no_display():
        sys.stderr.write(f"{_NO_DISPLAY}\n")
        return EXIT_NO_DISPLAY
    options, rest = split_globals(given)
    return run_window(
        program,
        data=Path(options.data) if options.data else _chosen_data_file(),
        quit_after_first_paint="--quit-after-first-paint" in rest,
    )


def _self_test(report: Path) -> int:
    """Do the main job away from the person's own files, write the report, and end."""
    from tthc_desktop.cli.self_test import DAY, WindowParts, self_test
    from ui.self_test import window_steps, without_screen

    without_screen()
    return self_test(report, program_for(lambda: DAY), WindowParts(window_steps, _versions_inside))


def _versions_inside() -> dict[str, str]:
    """Return the versions of all that is bundled."""
    import platform

    from db.sqlite_version import sqlite_version
    from tthc_desktop.reading.package_versions import library_versions
    from ui.help.licences import components
    from ui.self_test import qt_versions

    parts = {one.name: one.version for one in components() if one.version}
    return {
        **parts,
        **library_versions(),
        **qt_versions(),
        "Python": platform.python_version(),
        "SQLite": sqlite_version(),
    }


def _has_no_display() -> bool:
    """Whether Qt would abort for want of a screen, with an English text of its own."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _speak_utf8() -> None:
    """Write UTF-8 whatever the system's code page; the window program has no streams."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _start_log(folder: Path) -> None:
    """Log to the user's own folder; a log that cannot be written never stops work."""
    logging.raiseExceptions = False  # else logging prints its own trouble on standard error
    logger = logging.getLogger("tthc")
    logger.addHandler(_LateLog(folder))
    logger.propagate = False


class _LateLog(logging.Handler):
    """Opens the log with its first line: the rotating one costs the start more than the rest."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._file = self._file or _rotating_log(self._folder)
            self._file.emit(record)
        except OSError:
            self._file = logging.NullHandler()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def _rotating_log(folder: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "tthc.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES - 1, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


if __name__ == "__main__":
    sys.exit(main())
