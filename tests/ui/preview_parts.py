"""A printer that prints to a file, and a preview without a window around it."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from ui.preview.preview_page import PreviewPage
from ui.preview.printers import PrinterState

OFFICE_PRINTER, OTHER_PRINTER = "Máy in Văn thư", "Máy in tầng 2"


class FilePrinters:
    """Two printers whose paper is a PDF; or none at all."""

    def __init__(
        self, paper: Path, names: tuple[str, ...] = (OFFICE_PRINTER, OTHER_PRINTER)
    ) -> None:
        self.paper, self.names = paper, names
        self.used: list[str] = []
        self.made: list[QPrinter] = []

    def found(self) -> tuple[str, ...]:
        return self.names

    def state(self, name: str) -> PrinterState:
        return PrinterState.READY if name == OFFICE_PRINTER else PrinterState.TROUBLE

    def printer(self, name: str) -> QPrinter:
        self.used.append(name)
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFileName(str(self.paper))
        self.made.append(made)
        return made


def wheel(preview: PreviewPage, notches: int, keys: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the pages; Qt's test library has no such hand."""
    target = preview.desk.viewport()
    place = QPointF(target.rect().center())
    event = QWheelEvent(
        place, target.mapToGlobal(place), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(target, event)
