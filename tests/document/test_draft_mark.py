"""DỰ THẢO on a Word file: behind every page, and never a word of the plan."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from tests.document.word_file import WordFile, w
from tthc_desktop.document import nd30
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.document.word import check_word, write_word
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan
from tthc_desktop.reading.plan_reader import read_plan

SOFFICE = shutil.which("soffice")
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.fixture
def marked(plan: Plan, directory: Directory, tmp_path: Path) -> WordFile:
    layout = replace(lay_out_plan(plan, directory), draft_mark=True)
    write_word(layout, tmp_path / "dự thảo.docx")
    return WordFile(tmp_path / "dự thảo.docx")


def test_every_section_has_it_on_its_first_page_and_on_all_others(marked: WordFile) -> None:
    targets = {
        one.get("Id"): one.get("Target") for one in marked.xml("word/_rels/document.xml.rels")
    }
    for section in marked.sections():
        headers = {
            one.get(w("type")): targets[one.get(RELATION)]
            for one in section.iter(w("headerReference"))
        }
        assert headers == {"default": "header1.xml", "first": "header2.xml"}
    for name, has_number in (("word/header1.xml", True), ("word/header2.xml", False)):
        part = marked.parts[name].decode()
        assert part.count(f'string="{nd30.DRAFT_MARK.text}"') == 1
        assert ("PAGE" in part) is has_number
    check_word(marked.path)


def test_the_body_is_the_same_with_and_without_it(marked: WordFile, plan: Plan) -> None:
    assert nd30.DRAFT_MARK.text not in etree.tostring(marked.body, encoding="unicode")


def test_whoever_reads_the_file_reads_the_plan_alone(
    marked: WordFile, plan: Plan, directory: Directory, tmp_path: Path
) -> None:
    write_word(lay_out_plan(plan, directory), tmp_path / "không dấu.docx")
    today = date(2026, 11, 21)
    read, plain = (
        read_plan(file, today=today, directory=directory)
        for file in (marked.path, tmp_path / "không dấu.docx")
    )
    assert read.not_understood == plain.not_understood == ()
    assert [one.text for one in read.plan.blocks] == [one.text for one in plain.plan.blocks]
    assert read.plan.title == plain.plan.title
    assert nd30.DRAFT_MARK.text not in repr(read)


def test_a_file_without_it_has_no_header_on_its_first_page(
    plan: Plan, directory: Directory, tmp_path: Path
) -> None:
    write_word(lay_out_plan(plan, directory), tmp_path / "k.docx")
    assert "word/header2.xml" not in WordFile(tmp_path / "k.docx").parts


@pytest.mark.soffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_it_moves_nothing_on_the_pages(
    marked: WordFile, plan: Plan, directory: Directory, tmp_path: Path
) -> None:
    plain = tmp_path / "không dấu.docx"
    write_word(lay_out_plan(plan, directory), plain)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [SOFFICE or "", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", tmp_path, marked.path, plain],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    pages = [
        [
            page.extract_text().replace(nd30.DRAFT_MARK.text, "").split()
            for page in PdfReader(one.with_suffix(".pdf")).pages
        ]
        for one in (marked.path, plain)
    ]
    assert pages[0] == pages[1]
