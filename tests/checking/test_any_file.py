"""Files that are nothing we know: a sentence or findings, never a traceback; and in time."""

import copy
import time
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from tests.reading.hostile_files import ANSWERED, REFUSED
from tests.reading.mutants import mutants
from tthc_desktop.checking.rules import RULES
from tthc_desktop.checking.word_checker import check_word_file
from tthc_desktop.domain.findings import Finding
from tthc_desktop.errors import Refused

SECONDS = 5.0
# With them the text has 700,000 letters and more, as three hundred pages have.
PARAGRAPHS, ROWS = 1_250, 1_000
REAL = (
    ("ke-hoach-kiem-soat-2026.docx", {"L02", "L05", "L06", "L07", "L15", "L16", "L21", "L22"}),
    ("ke-hoach-truyen-thong-2026.docx", {"L02", "L05", "L10", "L17"}),
    ("ke-hoach-truong-hoc-2026.docx", {"L05", "L07", "L09", "L16", "L24"}),
    ("quyet-dinh-du-thao-2026.docx", {"L05", "L06", "L09", "L21", "L22"}),
)


def test_there_are_25_rules_in_order() -> None:
    assert [one.id for one in RULES] == [f"L{number:02}" for number in range(1, 26)]


def test_any_text_is_told_what_is_missing(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Danh sách việc cần làm trong tuần.")
    document.save(str(tmp_path / "khác.docx"))
    found = {one.rule: one for one in check_word_file(tmp_path / "khác.docx")}
    assert {"L07", "L08", "L11", "L12", "L13", "L14", "L19", "L20"} <= set(found)
    assert found["L07"].message.startswith("Không thấy Quốc hiệu.")


def test_an_empty_document_is_no_trouble(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "trống.docx"))
    assert check_word_file(tmp_path / "trống.docx")


@pytest.mark.parametrize("name", sorted(ANSWERED))
def test_files_made_to_hurt_are_answered_in_time(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.docx").write_bytes(ANSWERED[name]())
    start = time.process_time()
    with suppress(Refused):
        check_word_file(tmp_path / "a.docx")
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_files_that_are_refused_stay_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.docx").write_bytes(REFUSED[name]())
    start = time.process_time()
    with suppress(Refused):
        check_word_file(tmp_path / "a.docx")
    assert time.process_time() - start < SECONDS


def test_variants_of_a_file_are_checked_or_refused(written: Path, tmp_path: Path) -> None:
    checked = 0
    for mutant in mutants(written.read_bytes(), 150):
        (tmp_path / "a.docx").write_bytes(mutant)
        with suppress(Refused):
            check_word_file(tmp_path / "a.docx")
            checked += 1
    assert checked > 20


def test_three_hundred_pages_are_checked_in_time(written: Path, tmp_path: Path) -> None:
    document = docx.Document(str(written))
    body = document.element.body
    line = next(one for one in document.paragraphs if one.text.startswith("Mỗi phòng"))._p
    row = document.tables[-1].rows[-1]._tr
    sentence = OxmlElement("w:r")
    sentence.text = "Các phòng thuộc Sở theo dõi, đôn đốc việc thực hiện thủ tục hành chính. " * 8
    for _ in range(PARAGRAPHS):
        copied = copy.deepcopy(line)
        copied.append(copy.deepcopy(sentence))
        line.addnext(copied)
    for _ in range(ROWS):
        row.addnext(copy.deepcopy(row))
    assert body is not None
    document.save(str(tmp_path / "dài.docx"))
    start = time.process_time()
    found = check_word_file(tmp_path / "dài.docx")
    assert time.process_time() - start < SECONDS
    assert found == ()


@pytest.mark.shared
@pytest.mark.parametrize(("name", "rules"), REAL)
def test_real_files_have_the_faults_one_sees_in_them(
    shared_folder: Path, name: str, rules: set[str]
) -> None:
    found: tuple[Finding, ...] = check_word_file(shared_folder / "real" / name)
    assert {one.rule for one in found} >= rules
    assert all(len(one.quote) <= 161 for one in found)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["html-dat-ten-doc.docx", "tep-18-byte.docx"])
def test_what_is_no_word_file_is_refused(shared_folder: Path, name: str) -> None:
    with pytest.raises(Refused):
        check_word_file(shared_folder / "real" / name)
