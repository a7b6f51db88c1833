"""How the tests of reading hand files to the reader."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tthc_desktop.domain.office import Directory
from tthc_desktop.reading.plan_reader import ReadPlan, read_plan

TODAY = date(2026, 11, 21)
ReadContent = Callable[..., ReadPlan]


@pytest.fixture
def read(tmp_path: Path) -> ReadContent:
    """Return a function that reads a plan from bytes, or from text, as a file of that name."""

    def read_content(
        content: bytes | str, name: str = "", directory: Directory | None = None
    ) -> ReadPlan:
        is_text = isinstance(content, str)
        file = tmp_path / (name or ("ke-hoach.txt" if is_text else "ke-hoach.docx"))
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_plan(file, today=TODAY, directory=directory or Directory(()))

    return read_content


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the private folder of real plans; it lies beside the checkout where it is known."""
    beside = Path(__file__).resolve().parents[3] / "shared"
    folder = Path(os.environ.get("TTHC_SHARED", beside))
    if not folder.is_dir():
        pytest.skip("the folder of real plans is not here")
    return folder
