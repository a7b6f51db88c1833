"""The printers of the system, as far as the program asks for them.

Qt's printing is loaded only here and only when pages are looked at: without it the window
starts sooner, and a system without any printing service is no trouble.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Sides(StrEnum):
    """Một mặt · Cạnh dài · Cạnh ngắn."""

    ONE = "one"
    LONG_EDGE = "long"
    SHORT_EDGE = "short"


class PrinterState(StrEnum):
    """What a printer says of itself."""

    READY = "Sẵn sàng"
    BUSY = "Đang in"
    TROUBLE = "Máy in báo lỗi hoặc đang dừng"


class Printers(Protocol):
    """What the preview asks of the system; tests hand in printers that print to files."""

    def found(self) -> tuple[str, ...]:
        """Return the names, the system's usual printer first; none where nothing prints."""
        ...

    def state(self, name: str) -> PrinterState:
        """Return how the printer of this name is."""
        ...

    def printer(self, name: str) -> QPrinter:
        """Return the printer of this name in its own resolution."""
        ...


class SystemPrinters:
    """The printers Qt finds."""

    def found(self) -> tuple[str, ...]:
        """Return their names, the usual one first."""
        from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        names = QPrinterInfo.availablePrinterNames()
        return tuple(sorted(names, key=lambda name: name != usual))

    def state(self, name: str) -> PrinterState:
        """Ask the system how the printer is."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        told = QPrinterInfo.printerInfo(name).state()
        if told is QPrinter.PrinterState.Active:
            return PrinterState.BUSY
        is_ready = told is QPrinter.PrinterState.Idle
        return PrinterState.READY if is_ready else PrinterState.TROUBLE

    def printer(self, name: str) -> QPrinter:
        """Return it."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def prepare(printer: QPrinter, title: str, sides: Sides) -> None:
    """Tell the printer what every job of ours needs."""
    from PySide6.QtPrintSupport import QPrinter

    modes = {
        Sides.ONE: QPrinter.DuplexMode.DuplexNone,
        Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
        Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
    }
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setDuplex(modes[sides])
    printer.setCollateCopies(True)
