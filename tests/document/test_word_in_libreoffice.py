"""The Word file as LibreOffice sets it: page numbers, lines that must not wrap, no empty page."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from tests.document.conftest import Written
from tthc_desktop.document import nd30
from tthc_desktop.domain.plan import BlockKind, Plan
from tthc_desktop.domain.text_run import plain_runs

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.soffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]
AGENCIES = (
    "SỞ TƯ PHÁP",
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
)


def pages(files: list[Path], folder: Path) -> list[list[PageObject]]:
    """Convert Word files at one start; a profile of its own leaves an open office alone."""
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [SOFFICE or "", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", folder, *files],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    return [list(PdfReader(folder / f"{one.stem}.pdf").pages) for one in files]


def lines(page: PageObject) -> list[str]:
    return [line.strip() for line in page.extract_text().splitlines() if line.strip()]


def long_plan(plan: Plan, more: int) -> Plan:
    """Return the plan with *more* lines of text and *more* rows in each table."""
    dash = next(one for one in plan.blocks if one.kind is BlockKind.DASH)
    extra = [replace(dash, id=f"x{n}", runs=plain_runs(f"- Dòng {n}.")) for n in range(more)]
    blocks = (*plan.blocks[:-1], *extra, plan.blocks[-1])
    annexes = []
    for annex in plan.annexes:
        rows = [replace(annex.tasks[-1], id=f"{annex.id}{n}") for n in range(more)]
        annexes.append(replace(annex, tasks=(*annex.tasks, *rows)))
    return replace(plan, blocks=blocks, annexes=tuple(annexes))


def test_every_part_counts_its_pages_and_hides_the_first(
    plan: Plan, written: Written, tmp_path: Path
) -> None:
    (found,) = pages([written(long_plan(plan, 60)).path], tmp_path)
    texts = [lines(page) for page in found]
    starts = [
        number
        for number, text in enumerate(texts)
        if any(line in {"KẾ HOẠCH", "Phụ lục I", "Phụ lục II"} for line in text[:8])
    ]
    assert len(starts) == 3
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        assert end - start >= 2
        assert not texts[start][0].isdigit()
        assert [text[0] for text in texts[start + 1 : end]] == [
            str(number) for number in range(2, end - start + 1)
        ]
    # The header row is repeated.
    assert texts[starts[1] + 1][1].startswith("STT")


def test_the_letterhead_does_not_wrap(plan: Plan, written: Written, tmp_path: Path) -> None:
    files = [written(replace(plan, agency=agency)).path for agency in AGENCIES]
    for agency, (first, *_rest) in zip(AGENCIES, pages(files, tmp_path), strict=True):
        text = "\n".join(lines(first))
        assert nd30.QUOC_HIEU in text
        assert nd30.TIEU_NGU in text
        assert "tháng 01 năm 2026" in text
        words = [line for line in agency.split(" VÀ ") if "VĂN HÓA" in agency] or [agency]
        assert all(word in text for word in words)


def test_no_page_is_empty_and_no_signature_alone(
    plan: Plan, written: Written, tmp_path: Path
) -> None:
    files = [written(long_plan(plan, more)).path for more in range(6, 46, 2)]
    for found in pages(files, tmp_path):
        texts = ["\n".join(lines(page)) for page in found]
        assert all(len(text) > 2 for text in texts)
        (signed,) = [text for text in texts if "Nguyễn Văn Mẫu" in text]
        assert "Trên đây là Kế hoạch" in signed
        assert "KT. GIÁM ĐỐC" in signed
