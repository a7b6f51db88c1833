"""Printing, with a printer that prints to a file: Qt's own way to paper, page by page."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from tests.ui.page_layouts import SENTENCE, document, table, words
from tthc_desktop.document.blocks import DocumentLayout, PageSection
from tthc_desktop.errors import StorageTrouble
from ui.pages.page_range import Which
from ui.pages.paginator import paginate
from ui.pages.printing import PrintOrder, print_document
from ui.preview.printers import PrinterState, Sides, SystemPrinters, prepare
from ui.session.open_plan import OpenPlan

pytestmark = pytest.mark.usefixtures("qapp")
NewPrinter = Callable[[], QPrinter]
TURNED = DocumentLayout(
    (
        PageSection((words("Kế hoạch."),)),
        PageSection((words("Phụ lục nằm."), table(60)), landscape=True),
    ),
    "Kế hoạch thử",
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return tmp_path / "giấy.pdf"


@pytest.fixture
def printer(paper: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFileName(str(paper))
    prepare(made, "Kế hoạch thử", Sides.LONG_EDGE)
    return made


def plain(text: str) -> str:
    return " ".join(text.split())


def printed(paper: Path) -> list[str]:
    return [plain(page.extract_text()) for page in PdfReader(paper).pages]


def shown(layout: DocumentLayout) -> list[str]:
    return [plain(" ".join(page.lines)) for page in paginate(layout).pages]


def test_paper_says_what_the_screen_shows(
    control_plan: OpenPlan, printer: QPrinter, paper: Path
) -> None:
    pages = print_document(control_plan.layout, printer, PrintOrder())
    del printer
    assert printed(paper) == shown(control_plan.layout)
    assert pages == len(shown(control_plan.layout))


def test_every_sheet_lies_as_its_page(printer: QPrinter, paper: Path) -> None:
    print_document(TURNED, printer, PrintOrder())
    del printer
    first, *others = (page.mediabox for page in PdfReader(paper).pages)
    assert (round(first.width), round(first.height)) == (595, 842)
    assert others
    assert {(round(one.width), round(one.height)) for one in others} == {(842, 595)}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (PrintOrder(Which.PLAN), slice(0, 1)),
        (PrintOrder(Which.ANNEXES), slice(1, None)),
        (PrintOrder(Which.CHOSEN, (2, 3)), slice(1, 3)),
    ],
)
def test_only_the_pages_asked_for_are_printed(
    printer: QPrinter, paper: Path, order: PrintOrder, wanted: slice
) -> None:
    pages = print_document(TURNED, printer, order)
    del printer
    assert printed(paper) == shown(TURNED)[wanted]
    assert pages == len(printed(paper))


def test_copies_come_one_whole_document_after_the_other(printer: QPrinter, paper: Path) -> None:
    assert print_document(TURNED, printer, PrintOrder(copies=2)) == len(shown(TURNED))
    del printer
    assert printed(paper) == shown(TURNED) * 2


def test_it_can_be_stopped_between_two_pages(printer: QPrinter, paper: Path) -> None:
    layout = document(*[words(SENTENCE * 9)] * 60)
    pages = len(shown(layout))
    asked = count()
    assert print_document(layout, printer, PrintOrder(), lambda: next(asked) >= pages + 2) == 0
    assert next(asked) == pages + 3
    del printer
    assert len(printed(paper)) <= 2 < pages


def test_it_can_be_stopped_before_anything_is_printed(printer: QPrinter, paper: Path) -> None:
    assert print_document(TURNED, printer, PrintOrder(), lambda: True) == 0
    assert not paper.exists()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "không có" / "giấy.pdf"))
    with pytest.raises(StorageTrouble, match="Chưa in trang nào"):
        print_document(TURNED, printer, PrintOrder())


def test_the_system_is_asked_without_a_word_of_warning() -> None:
    printers = SystemPrinters()
    assert len(set(printers.found())) == len(printers.found())
    assert printers.state("không có máy này") is PrinterState.TROUBLE
