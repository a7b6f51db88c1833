"""What the Windows build does before Wine is asked: locks, sources, pictures, DLL imports."""

import re
import struct
import zlib
from pathlib import Path

import pytest

import dll_imports
import environment
import screen_picture
import windows_freeze
import wine_python
from console import Stopped

LOCK = """\
alembic==1.20.1 \\
    --hash=sha256:aa
macholib==1.16.4 ; sys_platform == 'darwin' \\
    --hash=sha256:bb
pefile==2024.8.26 ; sys_platform == 'win32' \\
    --hash=sha256:cc
"""


def test_of_the_lock_everything_for_windows_is_fetched_with_its_hash() -> None:
    entries = list(wine_python._for_windows(LOCK))
    assert entries == [
        "alembic==1.20.1 \\\n    --hash=sha256:aa",
        "pefile==2024.8.26 \\\n    --hash=sha256:cc",
    ]
    ours = (environment.LOCKS / "bundle.txt").read_text(encoding="utf-8")
    entries = list(wine_python._for_windows(ours))
    assert all("--hash=sha256:" in entry for entry in (*entries, wine_python.WHEEL_WITH_PYTHON))
    assert not any(";" in entry for entry in entries)


def test_a_later_program_has_another_version_and_one_revision_more(tmp_path: Path) -> None:
    windows_freeze.copy_sources(tmp_path / "source")
    source = tmp_path / "source"
    before = len(list((source / "db/migrations/versions").glob("*.py")))
    windows_freeze.make_later(source, "99.0.0")
    assert 'VERSION = "99.0.0"' in (source / "tthc_desktop/__init__.py").read_text("utf-8")
    text = (source / "db/sqlite_file.py").read_text("utf-8")
    assert re.search(rf"^SCHEMA_VERSION = {before + 1}\b", text, re.MULTILINE)
    assert len(list((source / "db/migrations/versions").glob("*.py"))) == before + 1
    assert (source / "installer.spec").is_file()


def test_the_screen_is_read_in_its_colours(tmp_path: Path) -> None:
    header = [104, 7, 2, 24, 2, 1, 0, 0, 32, 0, 32, 32, 8, *[0] * 6, 1, *[0] * 5]
    red_then_blue = bytes((0, 0, 255, 0, 255, 0, 0, 0))
    memory = struct.pack(">25I", *header) + bytes(4) + bytes(12) + red_then_blue
    (tmp_path / "screen").write_bytes(memory)
    screen_picture.save_screen(tmp_path / "screen", tmp_path / "screen.png")
    content = (tmp_path / "screen.png").read_bytes()
    place = content.index(b"IDAT")
    length = int.from_bytes(content[place - 4 : place], "big")
    points = zlib.decompress(content[place + 4 : place + 4 + length])
    assert points == bytes((0, 255, 0, 0, 0, 0, 255))


def test_an_import_is_answered_by_the_bundle_by_windows_or_not_at_all() -> None:
    exported = {"qt6core.dll": {"qVersion"}}
    assert dll_imports._gap("qt6core.dll", {"qVersion"}, exported) == ""
    assert dll_imports._gap("qt6core.dll", {"qNothing"}, exported) == "qNothing"
    assert dll_imports._gap("kernel32.dll", {"Sleep"}, exported) == ""
    assert dll_imports._gap("api-ms-win-core-file-l1-1-0.dll", set(), exported) == ""
    assert dll_imports._gap("icuuc.dll", set(), exported) == "the library"


@pytest.mark.parametrize("content", [b"MZ" + bytes(62) + b"Wine builtin DLL", b"MZ"])
def test_what_belongs_to_the_trial_is_never_shipped(tmp_path: Path, content: bytes) -> None:
    name = "uisettings_shim.dll" if content == b"MZ" else "kernel32.dll"
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Stopped, match="must not be shipped"):
        dll_imports.require_closed(tmp_path, None)
