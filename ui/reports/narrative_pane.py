"""The report's text: drafted sentences with their figures tinted, and what the person wrote.

For whoever shows it (the report tab):

    pane = NarrativePane(NarrativePane.WHOLE)     # sub-tab "Lời văn": all sections with headings
    pane = NarrativePane(NarrativePane.SECTION)   # lower half: one section, its heading in the head
    pane.show_text(sections, frozen, note="Bản nháp, theo số liệu lúc 14:05")
        # sections: tuple[TextSection, ...] of `use_cases.reporting.report_sections.text_by_section(
        #     units, report_id, today=today)`, read in the worker (whole report, or for SECTION
        #     the one whose `key` is the form's `section`, like "I.6"); frozen: sent, read only.
        #     Called again after every act, every undo and whenever figures changed; while a
        #     sentence is being typed the new text waits until that is written.
    pane.act_wanted                               # Signal(object): a ReportTextAct
        # `act.words` for the undo stack ("Sửa một câu của báo cáo"); `act.do(units, report_id,
        # today) -> Report` writes it (Refused for a frozen report). Whoever shows the pane does
        # it with the undo mechanism of the figures (the report before and after; the text lies
        # in `Report.edited` alone), then calls `show_text` with what is now there. Where it is
        # refused, call `show_text` as well: the pane shows what was typed until then.
    pane.write_typed()                            # before another act, leaving the tab or saving
    pane.offers -> int                            # sentences whose figures moved
    pane.offers_asked                             # Signal(): the head's link "Cập nhật 3 câu…",
        # the same as the menu's "Cập nhật lời văn theo số liệu…"
    ui.reports.narrative_offers.OffersDialog
        # OffersDialog(sections, parent).agreed: Signal(object), a ReportTextAct: the dialog
        # behind "Cập nhật lời văn theo số liệu…"; all offers, take all or some; `open()` it
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tthc_desktop.use_cases.reporting.report_sections import TextSection
from tthc_desktop.use_cases.reporting.report_text_acts import (
    ReportTextAct,
    adding,
    giving_back,
    keeping,
    updating,
    writing,
)
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.reports.cut_title import CutTitle
from ui.reports.narrative_actions import NarrativeActions
from ui.reports.narrative_list import NarrativeList
from ui.reports.narrative_rows import NEW, TextRow

_NOTE_FROM = 620
_SENT = "Bản đã gửi, không sửa được"


class NarrativeUse(Enum):
    """The whole report with its headings, or one section."""

    WHOLE = "whole"
    SECTION = "section"


class NarrativePane(QWidget):
    """Head with title and acts, the text below it (see the module's words for how to use it)."""

    act_wanted = Signal(object)
    offers_asked = Signal()
    WHOLE, SECTION = NarrativeUse.WHOLE, NarrativeUse.SECTION

    def __init__(self, use: NarrativeUse, parent: QWidget | None = None) -> None:
        """Make a pane without text."""
        super().__init__(parent)
        self._use = use
        self._sections: tuple[TextSection, ...] = ()
        self._frozen = False
        self._waiting = False
        self.list = NarrativeList(shows_headings=use is NarrativeUse.WHOLE)
        self.actions_of_sentence = NarrativeActions(self.list)
        self._title = CutTitle()
        self._note = QLabel()
        self._note.setFont(theme.font(theme.HEADER_PT))
        theme.make_secondary(self._note)
        self.offers_link = AppButton("Cập nhật câu theo số liệu", ButtonKind.LINK)
        self.add_link = AppButton.of_action(self.actions_of_sentence.add, ButtonKind.LINK)
        self.more = AppButton("Việc khác với câu này", ButtonKind.BAR, icon="more")
        self.more.hide_words()
        for one in (self.offers_link, self.add_link, self.more):
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    @property
    def offers(self) -> int:
        """How many sentences have figures that moved."""
        return sum(
            one.offered is not None for section in self._sections for one in section.sentences
        )

    def show_text(
        self, sections: tuple[TextSection, ...], frozen: bool, note: str = "",
        *, is_locked: bool = False,
    ) -> None:  # fmt: skip
        """Show the text of a report; while a sentence is typed it waits until that is written.

        *is_locked*: the file cannot be written, so that nothing can be typed and then be lost.
        """
        self._sections, self._frozen = sections, frozen or is_locked
        self._note.setText(_SENT if frozen else note)
        if self.list.is_typing:
            self._waiting = True
        else:
            self._show()

    def write_typed(self) -> None:
        """Write what is being typed."""
        self.list.close_editor()

    def _show(self) -> None:
        self._waiting = False
        self.list.close_editor()
        current, row = self.list.currentIndex().row(), self.list.current
        scrolled = self.list.verticalScrollBar().value()
        self.list.rows.show_text(self._sections, frozen=self._frozen)
        found = self.list.rows.place_of(row.key) if row else self.list.currentIndex()
        if row and not found.isValid():
            found = self.list.rows.index(min(current, self.list.rows.rowCount() - 1))
        if found.isValid():
            self.list.setCurrentIndex(found)
        self.list.verticalScrollBar().setValue(scrolled)
        self._title.setText(self._title_words())
        is_whole = self._use is NarrativeUse.WHOLE
        rest = " theo số liệu…" if is_whole else "…"
        self.offers_link.setText(f"Cập nhật {self.offers} câu{rest}")
        self.offers_link.setAccessibleName(f"Cập nhật {self.offers} câu theo số liệu")
        self.offers_link.setVisible(bool(self.offers) and not self._frozen)
        self._follow()

    def _title_words(self) -> str:
        if self._use is NarrativeUse.WHOLE or not self._sections:
            return "Lời văn"
        section = self._sections[0]
        return f"Lời văn – mục {section.number} {section.heading}"

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        for one in (self._note, self.offers_link, self.add_link, self.more):
            head.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        acts = self.actions_of_sentence
        self.list.rows.typed.connect(self._on_typed)
        self.list.closed.connect(self._on_closed)
        self.list.update_asked.connect(lambda key: self.act_wanted.emit(updating([key])))
        self.list.keep_asked.connect(lambda key: self.act_wanted.emit(keeping(key)))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.offers_link.clicked.connect(self.offers_asked)
        self.more.clicked.connect(self._show_menu_below)
        acts.edit.triggered.connect(self.list.open_current)
        acts.add.triggered.connect(self._add)
        acts.remove.triggered.connect(lambda: self._do(_taking_out))
        acts.update_sentence.triggered.connect(lambda: self._do(lambda row: updating([row.key])))
        acts.keep.triggered.connect(lambda: self._do(lambda row: keeping(row.key)))
        acts.give_back.triggered.connect(lambda: self._do(lambda row: giving_back(row.key)))
        acts.copy.triggered.connect(self._copy)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the note away where the title has no room beside it."""
        super().resizeEvent(event)
        self._note.setVisible(self.width() >= theme.scaled(_NOTE_FROM))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the acts on the sentence under the mouse, or on the current one by the key."""
        place = self.list.viewport().mapFromGlobal(event.globalPos())
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            index = self.list.indexAt(place)
            if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentIndex(index)
            self._popup(event.globalPos())
            return
        room = self.list.visualRect(self.list.currentIndex())
        self._popup(self.list.viewport().mapToGlobal(room.bottomLeft()))

    def _popup(self, place: QPoint) -> None:
        menu = self.actions_of_sentence.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _show_menu_below(self) -> None:
        self._popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _follow(self) -> None:
        section = self._section
        can_add = section is not None and not section.is_heading
        can_edit = not self._frozen
        self.actions_of_sentence.follow(self.list.current, can_edit=can_edit, can_add=can_add)
        self.add_link.setVisible(can_edit)

    @property
    def _section(self) -> TextSection | None:
        """The section in which the person stands."""
        if row := self.list.current:
            return row.section
        return self._sections[0] if self._use is NarrativeUse.SECTION and self._sections else None

    def _add(self) -> None:
        section = self._section
        if section is not None and not section.is_heading:
            self.list.close_editor()
            self.list.setCurrentIndex(self.list.rows.add_new(section))
            self.list.open_current()

    def _do(self, act: Callable[[TextRow], ReportTextAct]) -> None:
        if row := self.list.current:
            self.act_wanted.emit(act(row))

    def _on_typed(self, row: TextRow, text: str) -> None:
        if row.key != NEW:
            is_gone = not text and row.sentence is not None and row.sentence.is_added
            self.act_wanted.emit(giving_back(row.key) if is_gone else writing(row.key, text))
        elif text:
            self.act_wanted.emit(adding(row.section.key, text))

    def _on_closed(self) -> None:
        self.list.rows.drop_new()
        if self._waiting:
            self._show()

    def _copy(self) -> None:
        if (row := self.list.current) and row.sentence:
            QGuiApplication.clipboard().setText(row.sentence.text)


def _taking_out(row: TextRow) -> ReportTextAct:
    is_added = row.sentence is not None and row.sentence.is_added
    return giving_back(row.key) if is_added else writing(row.key, "")
