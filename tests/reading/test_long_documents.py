"""A document of 300 pages: an answer within five seconds of CPU, heard and stopped on its way."""

import time
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from tests.reading import invented_plan
from tests.reading.conftest import TODAY
from tthc_desktop.domain.office import Directory
from tthc_desktop.errors import Refused
from tthc_desktop.reading.plan_reader import ReadPlan, read_plan
from tthc_desktop.reading.steps import Steps, Stopped

SECONDS = 5
PAGES = 300
_LINE = "Rà soát, cập nhật, công khai thủ tục hành chính thuộc phạm vi quản lý của cơ quan, "
# A page holds some thirty lines of eighty letters.
_PARAGRAPHS_A_PAGE, _LINES_A_PARAGRAPH = 7, 4


def long_document(folder: Path, pages: int = PAGES, rows: int = 400) -> Path:
    """Return a plan of so many pages of text, and a task table."""
    document = docx.Document()
    document.add_paragraph(f"{invented_plan.PARENT}\t{invented_plan.NATION}")
    document.add_paragraph(f"{invented_plan.AGENCY}\t{invented_plan.MOTTO}")
    for text in ("KẾ HOẠCH", "Kiểm soát thủ tục hành chính năm 2026", "I. NỘI DUNG"):
        document.add_paragraph(text)
    for place in range(pages * _PARAGRAPHS_A_PAGE):
        line = document.add_paragraph(f"{place // 10 % 90 + 1}. " if place % 10 == 0 else "- ")
        for _ in range(_LINES_A_PARAGRAPH):
            line.add_run(_LINE)
    for text in ("Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.", "GIÁM ĐỐC", "Nguyễn Văn Thí Dụ"):
        document.add_paragraph(text)
    document.add_paragraph("PHỤ LỤC")
    table = document.add_table(1, 5)
    for cell, text in zip(table.rows[0].cells, invented_plan.HEADINGS, strict=True):
        cell.text = text
    template = table.rows[0]._tr
    for place in range(rows):
        texts = (str(place + 1), f"Việc thứ {place}.", "Văn phòng", "", "Quý I")
        row = template.__deepcopy__({})
        for cell, text in zip(row.tc_lst, texts, strict=True):
            cell.p_lst[0].r_lst[0].text = text
        table._tbl.append(row)
    file = folder / "dài.docx"
    document.save(str(file))
    return file


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return long_document(tmp_path_factory.mktemp("long"))


def read(file: Path, steps: Steps) -> ReadPlan:
    return read_plan(file, today=TODAY, directory=Directory(()), steps=steps)


def test_three_hundred_pages_are_taken_within_five_seconds(long_file: Path) -> None:
    shares: list[float] = []
    start = time.process_time()
    found = read(long_file, Steps(shares.append))
    assert time.process_time() - start < SECONDS
    assert len(found.plan.blocks) > PAGES * _PARAGRAPHS_A_PAGE
    assert sum(1 for _ in found.plan.numbered_tasks()) == 400
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    # Near enough to each other that the bar moves, and "Hủy" is heard at once.
    assert max(after - before for before, after in pairwise(shares)) < 0.25


def test_more_than_any_plan_is_refused_within_five_seconds(tmp_path: Path) -> None:
    file = long_document(tmp_path, pages=2 * PAGES, rows=0)
    start = time.process_time()
    with pytest.raises(Refused):
        read(file, Steps())
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("after", [0, 1, 3, 20, -1])
def test_it_stops_at_whatever_step_it_is_told_to(long_file: Path, after: int) -> None:
    heard: list[float] = []
    if after < 0:
        read(long_file, Steps(heard.append))
        after, heard = len(heard) - 1, []
    with pytest.raises(Stopped):
        read(long_file, Steps(heard.append, lambda: len(heard) >= after))
    assert len(heard) == after
