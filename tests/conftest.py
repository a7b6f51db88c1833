"""What every test stands on: no display, and a home of its own, away from the user's files."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.command_line import Tthc

# Before Qt is imported by anyone.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("TTHC_DATA", None)

HOME = Path(tempfile.mkdtemp(prefix="tthc-test-"))
PLACES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "runtime",
}


def _move_home() -> None:
    for name, place in PLACES.items():
        folder = HOME / place
        folder.mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(folder)
    # Qt warns of a runtime folder others can read.
    (HOME / "runtime").chmod(0o700)


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


_move_home()


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample office once; tests copy it."""
    from db.data_file import SqliteDataFile
    from tthc_desktop.use_cases.sample import create_sample

    path = tmp_path_factory.mktemp("sample") / "mau.tthc"
    data_file = SqliteDataFile(path)
    create_sample(data_file)
    data_file.close()
    return path


@pytest.fixture
def sample(sample_template: Path, tmp_path: Path) -> Path:
    """Give a data file of its own with the sample office, in a folder with Vietnamese letters."""
    folder = tmp_path / "Dữ liệu của Sở"
    folder.mkdir()
    return Path(shutil.copy(sample_template, folder / "du-lieu.tthc"))


@pytest.fixture
def tthc(sample: Path, capsys: pytest.CaptureFixture[str]) -> Tthc:
    """Give the command line on the sample office."""
    return Tthc(sample, capsys)


@pytest.fixture
def fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Tthc:
    """Give the command line on a data file that is not there yet."""
    return Tthc(tmp_path / "moi.tthc", capsys)


@pytest.fixture
def shared_folder() -> Path:
    """Give the private folder of real plans, which a public clone does not have."""
    named = os.environ.get("TTHC_SHARED")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared"
    if not (folder / "real").is_dir():
        pytest.skip("the private folder of real plans is not here")
    return folder
