"""Files made to hurt: an answer within two seconds and 300 MB, and nothing but an answer."""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.reading.conftest import TODAY, ReadContent
from tests.reading.hostile_files import ANSWERED, REFUSED, package
from tthc_desktop.domain.office import Directory
from tthc_desktop.errors import Refused
from tthc_desktop.reading.plan_reader import plan_of
from tthc_desktop.reading.text_source import source_of_text

SECONDS = 2.0
MEGABYTES = 300
ROOT = Path(__file__).resolve().parents[2]
START = "KẾ HOẠCH\n\nKiểm soát thủ tục hành chính năm 2026\n\n"
TABLE = "| STT | Nội dung | Chủ trì | Phối hợp | Thời gian |\n|--|--|--|--|--|\n"
TEXTS = {
    "lines": START + "a\n" * 300_000,
    "lower case": START + "abc def\n" * 12_000,
    "stars": START + "*" * 900_000,
    "italics": START + "*a* " * 12_000,
    "blanks": START + " " * 900_000 + "x",
    "empty lines": START + "\n \n" * 300_000,
    "dashes": START + "-" * 900_000 + "x",
    "pipes": START + "|" * 12_000,
    "no ruler": START + "|" + "-" * 900_000 + "x",
    "rows": START + TABLE + "| 1 | a | b | c | d |\n" * 1_800,
    "pieces of rows": START + TABLE + "| | a | b | c | d |\n" * 1_800,
    "figures": START + "1." * 400_000,
    "items": START + "1. Mục\n" * 8_000,
    "letterhead": "ngày Số " * 100_000 + "\n\n" + START,
    "addresses": START + "<http://a" * 70_000,
    "signatures": START + "GIÁM ĐỐC\n\n" * 8_000,
    "recipients": START + "Nơi nhận:\n" + "- A\nb;\n" * 6_000,
    "marks": START + "Ke" + "\u0323" * 400_000,
    "annexes": START + "I. A\n\n" + "PHỤ LỤC\n\n" * 9_000,
    "roman": START + "I" * 900_000,
    "archive": START + "Nơi nhận:\n- Lưu: " + "a.b " * 200_000,
}
HEAVY = ("liar_header", "huge_part", "deep_tables", "many_tags", "tags_just_below",
         "many_attributes", "many_paragraphs", "one_endless_word", "many_runs", "many_units",
         "one_header_a_thousand_times")  # fmt: skip
IN_A_CHILD = """
import re, resource, sys
from datetime import date
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (1024 ** 3, 1024 ** 3))
from tthc_desktop.domain.office import Directory
from tthc_desktop.errors import Refused
from tthc_desktop.reading.plan_reader import read_plan
for file in sorted(Path(sys.argv[1]).iterdir()):
    Path("/proc/self/clear_refs").write_text("5")  # the peak counts anew for every file
    try:
        read_plan(file, today=date(2026, 1, 1), directory=Directory(()))
    except Refused:
        pass
    peak = re.search("VmHWM:\\s+([0-9]+)", Path("/proc/self/status").read_text())
    print(file.name, int(peak[1]) // 1024)
"""


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_quickly(read: ReadContent, name: str) -> None:
    content = REFUSED[name]()
    start = time.process_time()
    with pytest.raises(Refused) as refused:
        read(content)
    assert time.process_time() - start < SECONDS
    assert "root:" not in refused.value.message


@pytest.mark.parametrize("name", ANSWERED)
def test_a_strange_file_is_answered_quickly(read: ReadContent, name: str) -> None:
    content = ANSWERED[name]()
    start = time.process_time()
    with suppress(Refused):
        read(content)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("name", TEXTS)
def test_a_strange_text_is_answered_quickly(name: str) -> None:
    start = time.process_time()
    with suppress(Refused):
        plan_of(source_of_text(TEXTS[name], "x.txt"), "x.txt", today=TODAY, directory=Directory(()))
    assert time.process_time() - start < SECONDS


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is asked of Linux")
def test_no_hostile_file_costs_much_memory(tmp_path: Path) -> None:
    for name in HEAVY:
        (tmp_path / f"{name}.docx").write_bytes({**REFUSED, **ANSWERED}[name]())
    child = subprocess.run(
        [sys.executable, "-c", IN_A_CHILD, str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr
    used = {line.split()[0]: int(line.split()[1]) for line in child.stdout.splitlines()}
    assert len(used) == len(HEAVY)
    assert max(used.values()) < MEGABYTES, used


def test_a_file_that_climbs_out_of_its_folder_is_only_read(read: ReadContent) -> None:
    read(package(parts={"../../evil.txt": b"x", "/etc/evil.txt": b"x"}))
