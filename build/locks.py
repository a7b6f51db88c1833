"""The locks in build/locks/: every package with its hashes, for Linux and Windows alike."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import environment
from console import say

# It resolves for all systems at once; fetched into a throw-away environment when it is needed.
UV = "uv==0.13.8"
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--quiet",
)
# The lock of each group holds the runtime packages too.
LOCKS = {"runtime.txt": (), "dev.txt": ("--group=dev",), "bundle.txt": ("--group=bundle",)}


def remake(*, upgrade: bool) -> int:
    """Write the locks from pyproject.toml; what is locked keeps its version unless `upgrade`."""
    newest = ("--upgrade",) if upgrade else ()
    project = environment.ROOT / "pyproject.toml"
    with TemporaryDirectory(prefix="tthc-lock-", ignore_cleanup_errors=True) as folder:
        uv = _uv(Path(folder))
        for name, group in LOCKS.items():
            target = environment.LOCKS / name
            resolve = (uv, "pip", "compile", *OPTIONS, *newest, *group)
            environment.call([*resolve, project, "--output-file", target])
            say(f"Written: build/locks/{name}")
    return 0


def _uv(folder: Path) -> Path:
    environment.call([environment.base_python(), "-m", "venv", folder])
    python = environment.python_of(folder)
    environment.call([python, "-m", "pip", "install", "-qq", "--only-binary=:all:", UV])
    return python.with_name("uv.exe" if sys.platform == "win32" else "uv")
