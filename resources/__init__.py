"""Data of the program: icons, templates, samples, tables. Names are paths like "fonts/x.json"."""

from __future__ import annotations

import atexit
from contextlib import ExitStack
from functools import lru_cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

_kept = ExitStack()
atexit.register(_kept.close)


def text(name: str) -> str:
    """Return a text file's content (UTF-8)."""
    return _file(name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """Return a file's bytes."""
    return _file(name).read_bytes()


def names(folder: str) -> tuple[str, ...]:
    """Return the names of the files in a folder, sorted, each with the folder before it."""
    found = (one.name for one in _file(folder).iterdir() if one.is_file())
    return tuple(sorted(f"{folder}/{name}" for name in found))


@lru_cache
def path(name: str) -> Path:
    """Return a real path for those who need one; it is good until the program ends."""
    return _kept.enter_context(as_file(_file(name)))


def _file(name: str) -> Traversable:
    parts = PurePosixPath(name).parts
    if not parts or "\\" in name or ":" in name or name.startswith("/") or ".." in parts:
        message = f"not a name of a resource: {name!r}"
        raise ValueError(message)
    return files("resources").joinpath(*parts)
