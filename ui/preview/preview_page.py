"""Xem trang in: small pictures, the pages, the pane In, and the row of commands above them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tthc_desktop.document.blocks import DocumentLayout
from ui.kit.command_row import Command
from ui.kit.panes import Pane, put_beside
from ui.kit.right_pane import PageWithPane
from ui.pages.page_setter import PageSetter
from ui.preview import thumbnails
from ui.preview.desk_rows import FIT_PAGE, ZOOMS, Zoom
from ui.preview.page_desk import PageDesk
from ui.preview.page_names import counted, looked_at, total
from ui.preview.page_turning import PageTurning
from ui.preview.preview_bar import PreviewBar
from ui.preview.print_pane import WIDTH, PrintPane
from ui.session.export_formats import PDF, WORD
from ui.session.settings import Settings

_COLUMNS, _ZOOM = "pages-beside", "page-zoom"


class PreviewPage(PageWithPane):
    """Shows a laid-out document; what is printed and saved is up to its acts."""

    name = "preview"
    facts_changed = Signal()
    close_asked = Signal()
    save_asked = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Make an empty page that looks as it did last time."""
        self._settings = settings
        self.setter = PageSetter()
        self.desk = PageDesk(self.setter)
        self.thumbnails = thumbnails.Thumbnails(self.setter)
        self.print_pane = PrintPane(settings)
        middle = QWidget()
        put_beside(middle, Pane(self.thumbnails, thumbnails.WIDTH), self.desk)
        middle.setFocusProxy(self.desk)
        super().__init__(middle, self.print_pane, WIDTH, parent)
        self.setter.setParent(self)
        self.turning = PageTurning()
        self.one_page = self._act("1 trang", is_checkable=True)
        self.two_pages = self._act("2 trang", is_checkable=True)
        self.save_word = self._act("Lưu Word…")
        self.save_pdf = self._act("Lưu PDF…")
        self.print = self._act("In")
        group = QActionGroup(self)
        for action in (self.one_page, self.two_pages):
            group.addAction(action)
        self.row = PreviewBar(self.turning, *self._commands(can_print=True))
        self.put_above(self.row)
        self._layout: DocumentLayout | None = None
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_asked)
        self._connect()
        self._restore_look()

    @property
    def facts(self) -> str:
        """What the status bar says."""
        pages = self.setter.pages
        words = counted(pages, is_complete=self.setter.is_complete)
        return "    ".join(filter(None, (words, looked_at(self.desk.shown, pages))))

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks along: commands, small pictures, pages, the pane In."""
        return self.row, self.thumbnails, self.desk, self.print_pane

    @property
    def layout_shown(self) -> DocumentLayout | None:
        """The document as it is shown, marked as a draft if that is wanted."""
        if self._layout is None:
            return None
        return replace(self._layout, draft_mark=self.print_pane.wants_mark)

    def show_document(self, layout: DocumentLayout, *, is_draft: bool, stay: bool = False) -> None:
        """Show a document from its first page on, or with *stay* where one looks at."""
        self._layout = layout
        self.print_pane.offer_mark(is_draft=is_draft)
        self._begin(stay=stay)

    def offer_printing(self, *, can_print: bool) -> None:
        """Let In be the filled command, or, where nothing prints, Lưu PDF…."""
        self.row.show_commands(*self._commands(can_print=can_print))

    def focus_main(self) -> None:
        """Let Enter do what the filled command says."""
        self.row.focus_main()

    def _commands(self, *, can_print: bool) -> tuple[list[Command], Command]:
        commands = [("page-1", self.one_page), ("page-2", self.two_pages), ("word", self.save_word)]
        save_pdf = ("pdf", self.save_pdf)
        return ([*commands, save_pdf], ("print", self.print)) if can_print else (commands, save_pdf)

    def _begin(self, *, stay: bool) -> None:
        if (layout := self.layout_shown) is None:
            return
        self.desk.begin(stay=stay)
        # First the pages: the list asks for those that are there.
        self.setter.begin(layout)
        self.thumbnails.begin(layout)

    def _connect(self) -> None:
        self.setter.pages_set.connect(self._on_pages_set)
        self.desk.current_changed.connect(self._say_place)
        self.desk.zoom_changed.connect(self._on_zoomed)
        self.thumbnails.page_chosen.connect(self.desk.go_to)
        self.turning.close_asked.connect(self.close_asked)
        self.turning.turn_asked.connect(self.desk.turn)
        self.turning.page_asked.connect(self._go_to_typed)
        self.turning.zoom_asked.connect(lambda zoom: self.desk.look(zoom=zoom))
        self.one_page.triggered.connect(lambda: self.desk.look(columns=1))
        self.two_pages.triggered.connect(lambda: self.desk.look(columns=2))
        self.save_word.triggered.connect(lambda: self.save_asked.emit(WORD))
        self.save_pdf.triggered.connect(lambda: self.save_asked.emit(PDF))
        self.print_pane.mark_changed.connect(lambda _: self._begin(stay=True))
        self.print_pane.changed.connect(self._name_print)
        self._name_print()

    def _restore_look(self) -> None:
        kept = self._settings.choice(_ZOOM, FIT_PAGE.key)
        zoom = next((one for one in ZOOMS.values() if one.key == kept), FIT_PAGE)
        columns = 1 if self._settings.choice(_COLUMNS, "2") == "1" else 2
        self.desk.look(columns=columns, zoom=zoom)

    def _go_to_typed(self, number: int) -> None:
        self.desk.go_to(number - 1)
        self.desk.setFocus()
        self._say_place()

    def _on_pages_set(self) -> None:
        sections = [page.section for page in self.setter.pages]
        self.print_pane.follow_pages(sections, is_complete=self.setter.is_complete)
        self._say_place()

    def _say_place(self) -> None:
        words = total(self.setter.pages, is_complete=self.setter.is_complete)
        self.turning.say(self.desk.current + 1, words)
        self.thumbnails.mark(self.desk.current, self.desk.shown)
        self.facts_changed.emit()

    def _on_zoomed(self) -> None:
        zoom: Zoom = self.desk.zoom
        (self.one_page if self.desk.columns == 1 else self.two_pages).setChecked(True)
        self.turning.show_zoom(zoom)
        self._settings.remember_choice(_ZOOM, zoom.key)
        self._settings.remember_choice(_COLUMNS, str(self.desk.columns))
        self._say_place()

    def _name_print(self) -> None:
        copies = self.print_pane.copies.value()
        self.print.setIconText("In" if copies == 1 else f"In {copies} bản")

    def _act(self, words: str, *, is_checkable: bool = False) -> QAction:
        return QAction(words, self, checkable=is_checkable)
