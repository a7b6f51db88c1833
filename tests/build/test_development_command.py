"""build/dev.py as it is called from outside, and the stamp that makes its second start quick."""

import subprocess
import sys
from pathlib import Path

import pytest

import environment
import quality
from console import Stopped

DEV = environment.ROOT / "build" / "dev.py"


def dev(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, DEV, *arguments],
        check=False,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
    )


def test_without_a_command_it_says_what_there_is(tmp_path: Path) -> None:
    done = dev(folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "run [ARGS]" in done.stderr


@pytest.mark.skipif(not environment.is_current(), reason="the tests run in another environment")
def test_cli_passes_the_exit_code_and_says_nothing_itself(tmp_path: Path) -> None:
    (tmp_path / "tthc_desktop.py").write_text("raise SystemExit(99)", encoding="utf-8")
    done = dev("cli", "khong-co-lenh-nay", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")


def test_the_environment_counts_only_with_the_stamp_of_this_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dev.txt").write_text("a==1\n", encoding="utf-8")
    stamp = tmp_path / "stamp.txt"
    monkeypatch.setattr(environment, "LOCKS", tmp_path)
    monkeypatch.setattr(environment, "STAMP", stamp)
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    assert not environment.is_current()
    stamp.write_text(environment._wanted_stamp(), encoding="utf-8")
    assert environment.is_current()
    (tmp_path / "dev.txt").write_text("a==2\n", encoding="utf-8")
    assert not environment.is_current()


def test_programs_get_our_packages_and_nothing_from_the_callers_shell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    variables = environment.variables()
    assert variables["PYTHONPATH"] == str(environment.ROOT)
    assert variables["PYTHONUTF8"] == "1"
    assert "PYTHONHOME" not in variables


def test_a_benchmark_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Stopped, match="No such benchmark"):
        quality.bench(["khong-co"])
