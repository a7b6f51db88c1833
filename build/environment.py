"""The environment in .venv/: made from the lock with hashes, anew when lock or Python change."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import debian_packages
from console import Stopped, say

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "build" / "locks"
VENV = ROOT / ".venv"
STAMP = VENV / "made-from.txt"
GUARD = VENV / "making.lock"
SYSTEM_STAMP = VENV / "system-packages.txt"
# Set in the caller's shell, these would mix other packages into ours.
UNWANTED = frozenset({"PYTHONHOME", "PYTHONPATH"})


def python_of(folder: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


PYTHON = python_of(VENV)


def ensure() -> None:
    """Make .venv/ unless it is there, whole, and of this lock and this Python."""
    if is_current():
        return
    try:
        VENV.mkdir(exist_ok=True)
        with _alone() as guard:
            if not is_current():
                _make(guard)
    except OSError as error:
        raise Stopped(f"The environment in {VENV} cannot be made: {error}") from error


def is_current() -> bool:
    """Tell whether the stamp, written last of all, names this lock and this Python."""
    try:
        return STAMP.read_text(encoding="utf-8") == _wanted_stamp() and PYTHON.exists()
    except OSError:
        return False


def variables() -> dict[str, str]:
    """Return the variables for our programs: packages importable, UTF-8 everywhere."""
    return _inherited() | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def run(
    arguments: Sequence[str | Path],
    *,
    extra: Mapping[str, str] | None = None,
    without: Sequence[str] = (),
) -> int:
    """Run the environment's Python in the checkout and return its exit code."""
    sys.stdout.flush()
    kept = {key: value for key, value in variables().items() if key not in without}
    command = [PYTHON, *arguments]
    return subprocess.run(command, check=False, cwd=ROOT, env=kept | dict(extra or {})).returncode


def become(arguments: Sequence[str | Path]) -> NoReturn:
    """Become the environment's Python, in the caller's folder; signals hit the program itself."""
    command = [str(PYTHON), *map(str, arguments)]
    environment = variables()
    if sys.platform == "win32":
        _wait_for(command, environment)
    os.execve(command[0], command, environment)  # noqa: S606 - no shell is wanted, that is the point


def install(python: Path, lock: Path, guard: int | None = None) -> None:
    """Install a lock; every file must have the hash the lock names."""
    checked = ("--only-binary=:all:", "--require-hashes")
    pip = (python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-qq")
    call([*pip, *checked, "--requirement", lock], guard)


def call(command: Sequence[str | Path], guard: int | None = None) -> None:
    """Run a step of the set-up with its output on standard error; a failure stops everything."""
    # The child holds the guard too: were we killed, nobody may clear the folder under its hands.
    held = (guard,) if guard is not None and sys.platform != "win32" else ()
    step = subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        env=_inherited(),
        pass_fds=held,
    )
    if step.returncode != 0:
        raise Stopped(f"Failed: {' '.join(map(str, command))}")


def base_python() -> Path:
    """Return the Python an environment is made from, also when we were started from inside one."""
    return Path(getattr(sys, "_base_executable", "") or sys.executable)


def _inherited() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in UNWANTED}


def _wanted_stamp() -> str:
    digest = hashlib.sha256((LOCKS / "dev.txt").read_bytes()).hexdigest()
    return f"dev.txt {digest} Python {sys.version_info.major}.{sys.version_info.minor}\n"


def _make(guard: int) -> None:
    """Make the environment from nothing; what an interrupted attempt left behind goes first."""
    if importlib.util.find_spec("ensurepip") is None:
        debian_packages.install(["python3-venv"])
    say("Making the environment in .venv/ (once, one to three minutes) …")
    for left_over in VENV.iterdir():
        if left_over != GUARD:
            _remove(left_over)
    call([base_python(), "-m", "venv", VENV], guard)
    install(PYTHON, LOCKS / "dev.txt", guard)
    half_written = STAMP.with_suffix(".new")
    half_written.write_text(_wanted_stamp(), encoding="utf-8")
    half_written.replace(STAMP)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


@contextmanager
def _alone() -> Iterator[int]:
    """Hold the guard file: of two commands started together one makes, the other waits."""
    with GUARD.open("a+b") as file:
        if not _try_lock(file.fileno()):
            say("Another command is making the environment; waiting for it …")
            _wait_for_lock(file.fileno())
        yield file.fileno()


if sys.platform == "win32":
    import msvcrt
    import signal

    def _try_lock(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_for_lock(file: int) -> None:
        while True:  # LK_LOCK gives up after ten seconds
            try:
                return msvcrt.locking(file, msvcrt.LK_LOCK, 1)
            except OSError:
                continue

    def _wait_for(command: Sequence[str], environment: Mapping[str, str]) -> NoReturn:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the program's to answer
        sys.exit(subprocess.run(command, check=False, env=environment).returncode)

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _wait_for_lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
