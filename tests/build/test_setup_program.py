"""The setup program: it removes what it installed, name by name, and nothing else."""

import re
from pathlib import Path, PurePosixPath

import environment
import install_lists

SCRIPT = (environment.ROOT / "build" / "windows" / "setup.nsi").read_text(encoding="utf-8")
DATA_FILES = {
    r"du-lieu.tthc",
    r"du-lieu.tthc-journal",
    r"du-lieu.tthc.lock",
    r"cua-so.ini",
    r"TTHCDesktop-*.mo",
    r"backups\du-lieu-*.tthc",
    r"backups\du-lieu-*.json",
    r"logs\tthc.log*",
    r"logs\su-co*.txt",
}


def commands(name: str) -> list[str]:
    return re.findall(rf"^\s*{name}\b.*$", SCRIPT, re.MULTILINE)


def test_nothing_is_ever_removed_with_all_that_is_below_it() -> None:
    removals = commands("RMDir")
    assert removals
    assert [line for line in removals if re.search(r"/r\b", line, re.IGNORECASE)] == []


def test_of_the_data_only_known_names_can_be_removed_and_only_after_two_questions() -> None:
    named = {
        found[1]
        for line in commands("Delete")
        if (found := re.search(r'"\$\{DATA\}\\(.+)"', line)) is not None
    }
    assert named == DATA_FILES
    questions = re.findall(r"MessageBox MB_YESNO.*MB_DEFBUTTON2.*/SD IDNO IDNO keep", SCRIPT)
    call = SCRIPT.index("Call un.RemoveData")
    assert len(questions) == 2
    assert all(SCRIPT.index(question) < call for question in questions)
    assert SCRIPT.count("Call un.RemoveData") == 1


def test_no_administrator_is_asked_for() -> None:
    assert commands("RequestExecutionLevel") == ["RequestExecutionLevel user"]
    assert "HKLM" not in SCRIPT


def test_the_lists_name_every_file_once_and_folders_from_the_deepest_up(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    for name in ("tthc.exe", "_internal/a/b/sâu $1.txt", "_internal/python311.dll"):
        file = bundle / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x" * 2048)
    assert install_lists.write_lists(bundle, tmp_path) == 6
    removed = (tmp_path / install_lists.UNINSTALL_LIST).read_text(encoding="utf-8-sig")
    assert removed.splitlines()[1:] == [
        r'Delete "$INSTDIR\_internal\a\b\sâu $$1.txt"',
        r'Delete "$INSTDIR\_internal\python311.dll"',
        r'Delete "$INSTDIR\tthc.exe"',
        r'RMDir "$INSTDIR\_internal\a\b"',
        r'RMDir "$INSTDIR\_internal\a"',
        r'RMDir "$INSTDIR\_internal"',
    ]
    installed = (tmp_path / install_lists.INSTALL_LIST).read_text(encoding="utf-8-sig")
    assert installed.count("\nFile ") == removed.count("\nDelete ")


def test_a_folder_is_named_once_for_all_its_files() -> None:
    files = [PurePosixPath(name) for name in ("b/1.dll", "a.exe", "b/2.dll")]
    lines = list(install_lists.install_lines(files))
    assert [line for line in lines if line.startswith("SetOutPath")] == [
        'SetOutPath "$INSTDIR"',
        r'SetOutPath "$INSTDIR\b"',
    ]


def test_the_icon_has_every_size_windows_asks_for() -> None:
    content = (environment.ROOT / "resources" / "app.ico").read_bytes()
    count = int.from_bytes(content[4:6], "little")
    sizes = {content[6 + 16 * place] or 256 for place in range(count)}
    assert {16, 20, 24, 32, 40, 48, 64, 256} <= sizes


def test_the_manifest_asks_for_sharp_letters_long_paths_and_utf8() -> None:
    manifest = environment.ROOT / "build" / "windows" / "tthc.manifest"
    text = manifest.read_text(encoding="utf-8")
    assert "<dpiAwareness" in text
    assert ">PerMonitorV2<" in text
    assert re.search(r"<longPathAware[^>]*>true<", text)
    assert re.search(r"<activeCodePage[^>]*>UTF-8<", text)
    assert 'level="asInvoker"' in text
