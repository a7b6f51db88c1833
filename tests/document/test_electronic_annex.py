"""An annex as an electronic document: Mẫu 2.2 of Nghị định 30, as nd30.md 3.4 tells it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from db.data_file import SqliteDataFile
from tests.document.word_file import WordFile, value
from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import DocumentLayout, Paragraph, Role, Table
from tthc_desktop.document.electronic_annex import Signing, blank_note, lay_out_electronic_annex
from tthc_desktop.document.word import write_word
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Block, BlockKind, Plan, PlanKind
from tthc_desktop.domain.text_run import Run, plain_runs
from tthc_desktop.errors import Refused, StorageTrouble, WrongCall
from tthc_desktop.ports import PagePainter, UnitsOfWork
from tthc_desktop.use_cases.annex_export import annex_files, export_electronic_annex
from tthc_desktop.use_cases.issuing import issue_plan

DRAFT = Signing(None, "KH-STMDV")
NUMBER, DAY = nd30.NUMBER_BLANK, nd30.DAY_BLANK
BLANK_DATE = f"ngày{DAY}tháng{DAY}năm{DAY}"


def painter() -> PagePainter:
    from ui.pages.painter import QtPagePainter

    return QtPagePainter()


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample)
    yield data_file.units_of_work()
    data_file.close()


@pytest.fixture
def control(units: UnitsOfWork) -> str:
    return plan_of(units, PlanKind.CONTROL)


@pytest.fixture
def export(units: UnitsOfWork) -> Callable[..., tuple[Path, ...]]:
    def exported(plan_id: str, to: Path, **options: object) -> tuple[Path, ...]:
        wishes = {"force": False, "new_painter": painter, **options}
        return export_electronic_annex(units, plan_id, to, **wishes)  # type: ignore[arg-type]

    return exported


def plan_of(units: UnitsOfWork, kind: PlanKind) -> str:
    with units.reading() as work:
        return next(one.id for one in work.plans.summaries() if one.kind is kind)


def with_two_annexes(units: UnitsOfWork, plan_id: str) -> str:
    with units.writing() as work:
        plan = work.plans.get(plan_id)
        note = "(Kèm theo Kế hoạch số /KH-STMDV)"
        added = [
            replace(plan.annexes[0], id=f"{label}", label=label, attached_to=note, tasks=())
            for label in ("Phụ lục I", "Phụ lục: II/2")
        ]
        plan = replace(plan, id="hai-phu-luc-0001", annexes=tuple(added), follow_up=(), blocks=())
        work.plans.add(plan)
        work.commit(Act("thử", "plan", plan.id))
    return plan.id


def paragraphs(layout: DocumentLayout) -> list[Paragraph]:
    return [one for one in layout.sections[0].blocks if isinstance(one, Paragraph)]


@pytest.mark.parametrize(
    ("note", "blank"),
    [
        (
            "(Kèm theo Kế hoạch số 38/KH-UBND ngày 05 tháng 02 năm 2026 của UBND tỉnh)",
            f"(Kèm theo Kế hoạch số{NUMBER}/KH-UBND {BLANK_DATE}của UBND tỉnh)",
        ),
        (
            "(Kèm theo Kế hoạch số /KH-STMDV ngày /01/2026 của Sở)",
            f"(Kèm theo Kế hoạch số{NUMBER}/KH-STMDV {BLANK_DATE}của Sở)",
        ),
        (
            "(Kèm theo Kế hoạch số 05/KH-S ngày 22/01/2026 của Sở)",
            f"(Kèm theo Kế hoạch số{NUMBER}/KH-S {BLANK_DATE}của Sở)",
        ),
        (
            "(Kèm theo Kế hoạch số /KH-S ngày tháng năm của Sở)",
            f"(Kèm theo Kế hoạch số{NUMBER}/KH-S {BLANK_DATE}của Sở)",
        ),
        ("(Kèm theo Kế hoạch của Sở)", "(Kèm theo Kế hoạch của Sở)"),
        ("", ""),
    ],
)
def test_number_and_date_of_the_note_are_blank(note: str, blank: str) -> None:
    assert blank_note(note) == blank


def test_it_says_at_its_top_what_it_belongs_to_and_when_that_was_signed(
    plan: Plan, directory: Directory
) -> None:
    vietnam = timezone(timedelta(hours=7))
    moment = datetime(2026, 1, 22, 9, 30, tzinfo=vietnam)
    for signed, told in (
        (moment, "2026-01-22T09:30:00+07:00"),
        (date(2026, 1, 22), "2026-01-22"),
        (None, nd30.SIGNED_AT_BLANK),
    ):
        signing = Signing("5", "KH-STMDV", signed)
        layout = lay_out_electronic_annex(plan.annexes[0], directory, signing)
        first = layout.sections[0].blocks[0]
        assert isinstance(first, Paragraph)
        assert first.role is Role.SIGNING_INFO
        assert first.text == f"Số: 05/KH-STMDV\nThời gian ký: {told}"


def test_after_the_table_stands_the_end_mark(plan: Plan, directory: Directory) -> None:
    layout = lay_out_electronic_annex(plan.annexes[0], directory, DRAFT)
    *_, table, last = layout.sections[0].blocks
    assert isinstance(table, Table)
    assert isinstance(last, Paragraph)
    assert last.text == "./."


@pytest.mark.parametrize("end", ["", ".", ";", "./."])
def test_the_last_words_of_a_text_get_the_end_mark_once(
    plan: Plan, directory: Directory, end: str
) -> None:
    runs = (Run("Quyết định ", bold=True), *plain_runs(f"số 12{end}"))
    text = Block("b", BlockKind.PARAGRAPH, runs)
    annex = replace(plan.annexes[0], blocks=(text,), tasks=())
    last = paragraphs(lay_out_electronic_annex(annex, directory, DRAFT))[-1]
    assert last.text == "Quyết định số 12./."
    assert last.runs[0].bold


def test_a_turned_annex_stays_turned_and_an_empty_one_has_no_end(
    plan: Plan, directory: Directory
) -> None:
    assert lay_out_electronic_annex(plan.annexes[1], directory, DRAFT).sections[0].landscape
    empty = replace(plan.annexes[1], tasks=())
    assert "./." not in paragraphs(lay_out_electronic_annex(empty, directory, DRAFT))[-1].text


def test_the_word_file_is_as_the_sample_of_the_decree(
    plan: Plan, directory: Directory, tmp_path: Path
) -> None:
    write_word(lay_out_electronic_annex(plan.annexes[0], directory, DRAFT), tmp_path / "p.docx")
    file = WordFile(tmp_path / "p.docx")
    assert file.look("ThongTinKy") == (10, False, False, "right")
    (section,) = file.sections()
    assert value(section, "pgNumType", "start") == "1"
    first, *_ = Document(str(tmp_path / "p.docx")).paragraphs
    assert first.text.startswith("Số:")


def test_one_annex_goes_to_the_file_that_is_named(
    export: Callable[..., tuple[Path, ...]], control: str, tmp_path: Path
) -> None:
    assert export(control, tmp_path / "phụ lục.docx") == (tmp_path / "phụ lục.docx",)
    words = "\n".join(one.text for one in Document(str(tmp_path / "phụ lục.docx")).paragraphs)
    assert f"Số: {NUMBER}/KH-STMDV" in words
    assert "MỤC ĐÍCH" not in words
    assert export(control, tmp_path / "phụ lục.pdf") == (tmp_path / "phụ lục.pdf",)
    pages = PdfReader(tmp_path / "phụ lục.pdf").pages
    assert pages[0].extract_text().startswith("Số:")
    assert [page.extract_text()[0] for page in pages[1:]] == [
        str(number) for number in range(2, len(pages) + 1)
    ]
    assert pages[-1].extract_text().strip().endswith("./.")


def test_an_issued_plan_tells_its_number_and_day(
    export: Callable[..., tuple[Path, ...]], units: UnitsOfWork, control: str, tmp_path: Path
) -> None:
    issue_plan(units, control, "7", date(2026, 1, 22))
    export(control, tmp_path / "a.docx")
    words = "\n".join(one.text for one in Document(str(tmp_path / "a.docx")).paragraphs)
    assert "Số: 07/KH-STMDV\nThời gian ký: 2026-01-22\n" in words
    assert f"Kế hoạch số{NUMBER}/KH-STMDV" in words


def test_several_annexes_become_several_files_or_none(
    export: Callable[..., tuple[Path, ...]], units: UnitsOfWork, control: str, tmp_path: Path
) -> None:
    plan_id = with_two_annexes(units, control)
    wanted = (tmp_path / "a - Phụ lục I.docx", tmp_path / "a - Phụ lục II2.docx")
    wanted[1].write_text("cũ", encoding="utf-8")
    with pytest.raises(Refused):
        export(plan_id, tmp_path / "a.docx")
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [wanted[1].name]
    assert wanted[1].read_text(encoding="utf-8") == "cũ"
    assert export(plan_id, tmp_path / "a.docx", force=True) == wanted
    for file in wanted:
        assert Document(str(file)).paragraphs[0].text.startswith("Số:")


def test_annexes_headed_alike_do_not_overwrite_each_other(plan: Plan, tmp_path: Path) -> None:
    alike = replace(plan, annexes=tuple(replace(one, label="Phụ lục") for one in plan.annexes))
    files = annex_files(alike, tmp_path / "a.docx")
    assert len(set(files)) == 2
    nameless = replace(plan, annexes=tuple(replace(one, label="") for one in plan.annexes))
    assert [one.stem for one in annex_files(nameless, tmp_path / "a.docx")] == [
        "a - Phụ lục 1",
        "a - Phụ lục 2",
    ]


def test_what_cannot_be_exported_is_told_and_nothing_is_written(
    export: Callable[..., tuple[Path, ...]], units: UnitsOfWork, control: str, tmp_path: Path
) -> None:
    folder = tmp_path / "ra"
    folder.mkdir()
    with pytest.raises(WrongCall, match=r"phụ lục\.odt"):
        export(control, folder / "phụ lục.odt")
    with pytest.raises(Refused, match="không có phụ lục"):
        export(plan_of(units, PlanKind.COMMUNICATION), folder / "a.docx")
    with pytest.raises(StorageTrouble):
        export(control, folder / "không có" / "a.docx")
    assert list(folder.iterdir()) == []
