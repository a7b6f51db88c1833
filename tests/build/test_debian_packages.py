"""What is missing on a Debian, and how it is said."""

import shutil
import sys
from pathlib import Path

import pytest

import debian_packages
from console import Stopped

LISTING = (
    "installed\tlibegl1\t\n"
    "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.84.1-1), libglib\n"
    "config-files\tlibgl1\t\n"
)


def test_a_package_counts_when_it_is_installed_or_provided() -> None:
    assert debian_packages.installed_names(LISTING) == {
        "libegl1",
        "libglib2.0-0t64",
        "libglib2.0-0",
        "libglib",
    }


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for a Debian where every program is found and root is out of reach."""
    status = tmp_path / "status"
    status.touch()
    monkeypatch.setattr(debian_packages, "DPKG_STATUS", status)
    monkeypatch.setattr(debian_packages, "_root_prefix", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    return tmp_path


def test_without_root_one_line_to_type_is_said(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian_packages, "missing", lambda names: list(names)[:1])
    with pytest.raises(Stopped) as stopped:
        debian_packages.require(["libegl1", "libgl1"], machine / "stamp")
    assert str(stopped.value).splitlines()[1:] == [
        "sudo apt-get update && sudo apt-get install --no-install-recommends libegl1"
    ]
    assert not (machine / "stamp").exists()


def test_what_was_checked_is_not_asked_again_until_dpkg_changes(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def nothing_missing(names: list[str]) -> list[str]:
        asked.append(" ".join(names))
        return []

    monkeypatch.setattr(debian_packages, "missing", nothing_missing)
    stamp = machine / "stamp"
    debian_packages.require(["a", "b"], stamp)
    debian_packages.require(["b"], stamp)
    debian_packages.require(["b", "c"], stamp)
    stamp.write_text("1 b c", encoding="utf-8")
    debian_packages.require(["c"], stamp)
    assert asked == ["a b", "b c", "c"]


@pytest.mark.skipif(sys.platform != "linux", reason="asks a Debian")
def test_a_package_nobody_has_is_missing() -> None:
    if shutil.which("dpkg-query") is None:
        pytest.skip("no Debian")
    assert debian_packages.missing(["dpkg", "no-such-package"]) == ["no-such-package"]
