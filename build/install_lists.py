"""The lists of what the setup program installs and the uninstaller removes, from a bundle.

    python build/install_lists.py BUNDLE FOLDER

Writes install_list.nsh and uninstall_list.nsh into FOLDER; standard library only, so that
build/windows/build_windows.bat can call it too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

INSTALL_LIST, UNINSTALL_LIST = "install_list.nsh", "uninstall_list.nsh"


def files_of(bundle: Path) -> list[PurePosixPath]:
    """Return every file of the bundle, by its name in it."""
    found = (path for path in bundle.rglob("*") if path.is_file())
    return sorted(PurePosixPath(path.relative_to(bundle).as_posix()) for path in found)


def install_lines(files: list[PurePosixPath]) -> Iterator[str]:
    """Yield one line per file, each folder named once before its files."""
    folder = None
    for file in sorted(files, key=lambda one: (one.parent.parts, one.name)):
        if file.parent != folder:
            folder = file.parent
            yield f'SetOutPath "{_installed(folder)}"'
        source = str(Path(*file.parts))
        yield f'File "/oname={_quoted(file.name)}" "${{SOURCE}}{os.sep}{source}"'


def uninstall_lines(files: list[PurePosixPath]) -> Iterator[str]:
    """Yield the files, then the folders from the deepest up, each only if it is empty."""
    for file in files:
        yield f'Delete "{_installed(file)}"'
    folders = {folder for file in files for folder in file.parents if folder.parts}
    for folder in sorted(folders, key=lambda one: (-len(one.parts), one)):
        yield f'RMDir "{_installed(folder)}"'


def write_lists(bundle: Path, folder: Path) -> int:
    """Write both lists; return the bundle's size in KB."""
    files = files_of(bundle)
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in (
        (INSTALL_LIST, install_lines(files)),
        (UNINSTALL_LIST, uninstall_lines(files)),
    ):
        text = "\n".join(("; Generated from the bundle.", *lines, ""))
        (folder / name).write_text(text, encoding="utf-8-sig")
    return sum((bundle / file).stat().st_size for file in files) // 1024


def _installed(path: PurePosixPath) -> str:
    return _quoted(str(PureWindowsPath("$INSTDIR", *path.parts))).replace("$$INSTDIR", "$INSTDIR")


def _quoted(name: str) -> str:
    """Write a name as NSIS reads it: a dollar begins a variable there."""
    return name.replace("$", "$$")


if __name__ == "__main__":
    print(write_lists(Path(sys.argv[1]), Path(sys.argv[2])))
