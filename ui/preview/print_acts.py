"""The way to the printer: which there are, how they are, and what they are given."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.kit.message_card import MessageCard
from ui.kit.trouble import tell
from ui.preview.preview_page import PreviewPage
from ui.preview.print_job import PrintWish, print_job
from ui.preview.printers import Printers
from ui.session.background import Background, Trouble


class PrintActs(QObject):
    """Acts on the pages that are shown."""

    def __init__(
        self,
        page: PreviewPage,
        printers: Printers,
        background: Background,
        card: MessageCard,
        window: QWidget,
    ) -> None:
        """Print what *page* shows; speak on *window* and by *card*."""
        super().__init__(page)
        self._page, self._printers = page, printers
        self._background, self._card, self._window = background, card, window
        page.print.triggered.connect(self.print_pages)
        page.print_pane.printer_chosen.connect(self._ask_state)

    def look_for_printers(self) -> None:
        """Offer the printers there are now."""
        names = self._printers.found()
        self._page.offer_printing(can_print=bool(names))
        self._page.print_pane.show_printers(names)

    def print_pages(self) -> None:
        """Print what the pane says, in the worker."""
        pane, layout = self._page.print_pane, self._page.layout_shown
        if layout is None or not pane.chosen_printer or (order := pane.order()) is None:
            return
        wish = PrintWish(layout, order, pane.chosen_printer, pane.chosen_sides)
        printer = self._printers.printer(wish.printer_name)
        self._background.start(print_job(wish, printer, self._card.say, self._on_not_printed))

    def _ask_state(self, name: str) -> None:
        self._page.print_pane.say_state(self._printers.state(name))

    def _on_not_printed(self, trouble: Trouble) -> None:
        again = [("Thử lại", self.print_pages)]
        tell(self._window, "Chưa in được", trouble.message, again)
