"""Whether every library a Windows bundle's files ask for is in it, or part of Windows itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from console import Stopped

PROGRAM_SUFFIXES = {".exe", ".dll", ".pyd"}
# Libraries of every Windows 10 and 11; what is not here must be shipped.
OF_WINDOWS = frozenset(
    """
    advapi32 authz bcrypt cfgmgr32 combase comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dcomp
    dnsapi dwmapi dwrite dxgi gdi32 imm32 iphlpapi kernel32 mpr msvcrt ncrypt netapi32 ntdll
    ole32 oleaut32 powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi
    ucrtbase uiautomationcore user32 userenv uxtheme version winhttp winmm winspool.drv wtsapi32
    ws2_32
    """.split()
)
_API_SETS = ("api-ms-win-", "ext-ms-win-")
# Answers to Wine only; none may lie in a bundle.
TEST_ONLY = ("uisettings_shim", "icuuc")
# Qt6Gui has more than the reader takes by itself.
_MOST_EXPORTS = 0x20000
_MADE_BY_WINE = (b"Wine builtin DLL", b"Wine placeholder DLL")


def require_closed(bundle: Path, pefile: Any) -> str:  # noqa: ANN401 - a module without types
    """Stop where an import stays open or something of Wine was collected; return the figures."""
    files = {
        path.name.lower(): path
        for path in sorted(bundle.rglob("*"))
        if path.suffix.lower() in PROGRAM_SUFFIXES
    }
    _refuse_what_is_of_wine(files)
    wanted = {name: _imports(path, pefile) for name, path in files.items()}
    exported = {
        name: _exports(files[name], pefile)
        for name in {library for libraries in wanted.values() for library in libraries}
        if name in files
    }
    missing = sorted(
        f"{name} needs {library}: {gap}"
        for name, libraries in wanted.items()
        for library, functions in libraries.items()
        if (gap := _gap(library, functions, exported))
    )
    if missing:
        raise Stopped("Imports that nothing answers:\n" + "\n".join(missing))
    count = sum(len(libraries) for libraries in wanted.values())
    return f"{len(files)} program files, {count} imported libraries, none unresolved"


def _refuse_what_is_of_wine(files: Mapping[str, Path]) -> None:
    for name, path in files.items():
        with path.open("rb") as stream:
            begin = stream.read(256)
        if name.startswith(TEST_ONLY) or any(mark in begin for mark in _MADE_BY_WINE):
            raise Stopped(f"{name} belongs to Wine or to the trial; it must not be shipped.")


def _imports(path: Path, pefile: Any) -> dict[str, set[str]]:  # noqa: ANN401 - no types
    """Return the libraries a file asks for, each with the functions it wants of it."""
    image = pefile.PE(str(path), fast_load=True)
    tables = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    image.parse_data_directories([pefile.DIRECTORY_ENTRY[table] for table in tables])
    found: dict[str, set[str]] = {}
    for table in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
        for library in getattr(image, table, ()):
            functions = {one.name.decode() for one in library.imports if one.name}
            found.setdefault(library.dll.decode().lower(), set()).update(functions)
    image.close()
    return found


def _exports(path: Path, pefile: Any) -> set[str]:  # noqa: ANN401 - no types
    image = pefile.PE(str(path), fast_load=True, max_symbol_exports=_MOST_EXPORTS)
    image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_EXPORT"]])
    table = getattr(image, "DIRECTORY_ENTRY_EXPORT", None)
    names = {one.name.decode() for one in table.symbols if one.name} if table else set()
    image.close()
    return names


def _gap(library: str, functions: set[str], exported: Mapping[str, set[str]]) -> str:
    """Return what is missing of a library, "" where it is there."""
    if library in exported:
        return ", ".join(sorted(functions - exported[library])[:3])
    known = library.startswith(_API_SETS) or library.removesuffix(".dll") in OF_WINDOWS
    return "" if known else "the library"
