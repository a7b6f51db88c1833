"""Broken variants of good files: a plan or a refusal, never anything else."""

from contextlib import suppress
from pathlib import Path

import pytest

from tests.reading.conftest import TODAY
from tests.reading.mutants import mutants
from tests.reading.typing_habits import Write, automatic, merged_groups, revised, saved
from tthc_desktop.domain.office import Directory
from tthc_desktop.errors import Refused
from tthc_desktop.reading.plan_reader import read_plan


def answers(content: bytes, count: int, folder: Path) -> tuple[int, int]:
    """Return how many variants were read and how many refused."""
    file, read = folder / "mutant.docx", 0
    for mutant in mutants(content, count):
        file.write_bytes(mutant)
        with suppress(Refused):
            read_plan(file, today=TODAY, directory=Directory(()))
            read += 1
    return read, count - read


@pytest.mark.parametrize("habit", [automatic, merged_groups, revised], ids=lambda one: one.__name__)
def test_variants_of_a_typed_plan_are_read_or_refused(tmp_path: Path, habit: Write) -> None:
    content = saved(habit, tmp_path / "good.docx").read_bytes()
    read, refused = answers(content, 60, tmp_path)
    assert read
    assert refused


@pytest.mark.shared
def test_variants_of_a_real_plan_are_read_or_refused(shared: Path, tmp_path: Path) -> None:
    content = (shared / "real" / "ke-hoach-kiem-soat-2026.docx").read_bytes()
    read, refused = answers(content, 500, tmp_path)
    assert read > 100
    assert refused > 100


@pytest.mark.long
@pytest.mark.shared
@pytest.mark.timeout(900)
def test_many_variants_of_every_real_file(shared: Path, tmp_path: Path) -> None:
    for file in sorted((shared / "real").glob("*2026.docx")):
        answers(file.read_bytes(), 2_500, tmp_path)
