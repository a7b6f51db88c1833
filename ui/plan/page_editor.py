"""The pages, edited where they stand: a click or Enter opens a paragraph, leaving writes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from tthc_desktop.document.blocks import PageSection
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan
from ui.pages.paginator import Page
from ui.plan.caret_walk import CaretWalk
from ui.plan.live_layout import LiveLayout
from ui.plan.page_finding import SeenLine
from ui.plan.page_marks import paint_caret, paint_selection
from ui.plan.paragraph_editor import ParagraphEditor, are_same
from ui.plan.part_desk import PartDesk
from ui.plan.spot_words import Runs, letters_in, units_in, words_at
from ui.plan.spots import Spot

_REST_MS = 600


class PageEditor(PartDesk):
    """Shows the plan and holds the keyboard of the open paragraph.

    `words_ready` asks to write what was typed: after a rest, and with True on leaving. What
    could not be written stays open, so that nothing typed is lost.
    """

    words_ready = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty desk."""
        super().__init__(parent)
        self.keys = ParagraphEditor(self.viewport())
        self._open: Spot | None = None
        self._shows_caret = True
        self._follows_caret = False
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(lambda: self.words_ready.emit(False))
        blink = QApplication.cursorFlashTime() // 2
        self._blink = QTimer(self, interval=max(blink, 200))
        self._blink.timeout.connect(self._on_blink)
        self.keys.typed.connect(self._on_typed)
        self.keys.moved.connect(self._on_moved)
        self.keys.left.connect(self._on_left)
        self.walk = CaretWalk(self)
        self.keys.menu_asked.connect(self._ask_menu)

    @property
    def open_spot(self) -> Spot | None:
        """The part that is being typed in; None while one only reads."""
        return self._open

    @property
    def words(self) -> Runs:
        """What is typed in the open part."""
        return self.keys.words

    @property
    def selection(self) -> tuple[int, int]:
        """Beginning and end of the selection in characters of the open part."""
        text = "".join(one.text for one in self.keys.words)
        start, end = self.keys.selection
        return letters_in(text, start), letters_in(text, end)

    def show_plan(
        self, plan: Plan, directory: Directory, annexes: Sequence[PageSection], *, can_edit: bool
    ) -> None:
        """Show another plan from its first page on, or the same one read again where it is."""
        is_other = self.layout_now is None or self.layout_now.plan.id != plan.id
        self.close_paragraph()
        self.can_edit = can_edit
        self.layout_now = LiveLayout(plan, directory, annexes)
        if is_other:
            self.live.clear()
            self.current = None
            self.verticalScrollBar().setValue(0)
        self.live.begin(self.layout_now.layout, self.layout_now.spots)

    def follow(self, plan: Plan, directory: Directory, annexes: Sequence[PageSection] = ()) -> None:
        """Show the plan as it is after an edit; an open paragraph stays open if it is there."""
        if self.layout_now is None:
            return
        self.layout_now.follow(plan, directory, annexes)
        if self._open is not None:
            known = words_at(self.layout_now, self._open)
            if known is None:
                self.close_paragraph()
            elif not are_same(known, self.keys.words):
                self.keys.load(known, self.keys.at)
        if self.current not in self.layout_now.places:
            self.current = None
        self._set_pages()

    def open_paragraph(self, spot: Spot, at: int | None = 0) -> bool:
        """Let a part be typed in, the cursor at *at* (None: at its end)."""
        if not self.can_edit or self.layout_now is None or not spot.in_line:
            self.choose(spot)
            return False
        runs = words_at(self.layout_now, spot)
        if runs is None:
            return False
        if self._open not in (None, spot):
            if not self._leave():
                return False
            runs = words_at(self.layout_now, spot) or ()
        self._open = spot
        text = "".join(one.text for one in runs)
        self.keys.load(runs, units_in(text) if at is None else units_in(text[:at]))
        self.keys.setAccessibleName(f"Đang sửa: {text[:60] or 'đoạn trống'}")
        self.keys.show()
        self.keys.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choose(spot)
        self._blink.start()
        self._follows_caret = True
        self._set_pages()
        return True

    def choose(self, spot: Spot, *, goes: bool = False) -> None:
        """Make a part the current one; the paragraph that was open is left for another."""
        if self._open in (None, spot) or self._leave():
            super().choose(spot, goes=goes)

    def close_paragraph(self) -> None:
        """Stop typing; what was typed must have been written."""
        self._rest.stop()
        self._blink.stop()
        self._open = None
        had_keys = self.keys.hasFocus()
        self.keys.hide()
        if had_keys:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.viewport().update()

    @property
    def before_words(self) -> str:
        """What the program prints before the words of the open part."""
        if self.layout_now is None or self._open is None:
            return ""
        return self.layout_now.before(self._open)

    @property
    def open_lines(self) -> list[SeenLine]:
        """Where the lines of the open part stand; none before its page is set."""
        return self.lines(self._open) if self._open is not None else []

    def caret_rect(self) -> QRectF:
        """Return where the cursor is seen in the viewport; empty where it is not."""
        line = self.walk.line
        if line is None:
            return QRectF()
        rect = line.rect
        rect.setLeft(line.x_of(self.walk.shown_at))
        rect.setWidth(1.0)
        return self.seen(line.page, rect)

    def paint_below(self, painter: QPainter, count: int, page: Page) -> None:
        """Paint the ground of the current part and the selection."""
        super().paint_below(painter, count, page)
        if self._open is not None:
            before = units_in(self.before_words)
            start, end = self.keys.selection
            paint_selection(
                painter, self.palette(), self.open_lines, count,
                (start + before, end + before),
            )  # fmt: skip

    def paint_above(self, painter: QPainter, count: int, page: Page) -> None:
        """Paint the cursor."""
        line = self.walk.line if self._shows_caret else None
        if line is not None and line.page == count and self.keys.hasFocus():
            paint_caret(painter, line, self.walk.shown_at, self.zoom(page))

    def pages_were_set(self) -> None:
        """Keep the cursor in sight while one types."""
        if self._open is not None:
            self._place_keys()

    def press(self, spot: Spot, event: QMouseEvent) -> None:
        """Open what is clicked, the cursor where the hand points."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        selects = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if spot == self._open:
            # The right button leaves a selection as it is.
            if is_left or not self.keys.textCursor().hasSelection():
                self.walk.stand_at(event.position(), selects=selects)
            self.keys.setFocus(Qt.FocusReason.MouseFocusReason)
        elif spot.in_line and self.can_edit:
            if self.open_paragraph(spot):
                self.walk.stand_at(event.position(), selects=False)
        elif self._leave():
            self.choose(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select while the button is held."""
        super().mouseMoveEvent(event)
        if self._open is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.walk.stand_at(event.position(), selects=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        if self._open is not None:
            self.walk.stand_at(event.position(), selects=False)
            self.keys.select_word()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keys to the open paragraph."""
        super().focusInEvent(event)
        if self._open is not None:
            self.keys.setFocus(event.reason())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the keyboard over its paragraph."""
        super().resizeEvent(event)
        if self._open is not None:
            self._place_keys()

    def open_part(self, spot: Spot) -> None:
        """Open a part as Enter does: where it stands, or by its own dialog."""
        if spot.in_line and self.can_edit:
            self.open_paragraph(spot, None)
        elif self._leave():
            super().open_part(spot)

    def go_on_at(self, spot: Spot, *, types: bool) -> None:
        """Go to where something changed; who was typing goes on typing there."""
        if spot == self._open:
            return
        if types and spot.in_line:
            self.open_paragraph(spot, None)
        else:
            self.choose(spot)
            self.show_current()

    def _on_typed(self) -> None:
        if self._open is None:
            return
        self.walk.forget_goal()
        self._rest.start()
        self._follows_caret = True
        self._set_pages()

    def _on_moved(self) -> None:
        if self._open is None:
            return
        self._shows_caret = True
        self._follows_caret = True
        self._place_keys()
        self.viewport().update()
        self.spot_changed.emit(self._open)

    def _on_left(self) -> None:
        self.viewport().update()
        if self._open is not None:
            self._rest.stop()
            self.words_ready.emit(True)

    def _leave(self) -> bool:
        """Write what was typed and stop typing; return False where it could not be written."""
        if self._open is None or self.layout_now is None:
            return True
        self._rest.stop()
        self.words_ready.emit(True)
        written = words_at(self.layout_now, self._open)
        if written is not None and not are_same(written, self.keys.words):
            return False
        self.close_paragraph()
        return True

    def _on_blink(self) -> None:
        self._shows_caret = not self._shows_caret
        caret = self.caret_rect()
        self.viewport().update(caret.adjusted(-2, -2, 3, 2).toAlignedRect())

    def _ask_menu(self) -> None:
        at = self.caret_rect().bottomLeft().toPoint()
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def _set_pages(self) -> None:
        if self.layout_now is None:
            return
        layout = self.layout_now.layout
        if self._open is not None:
            layout = self.layout_now.with_words(self._open, self.keys.shown_words)
        self.live.begin(layout, self.layout_now.spots)

    def _place_keys(self) -> None:
        """Put the invisible field over its paragraph and follow the cursor by the eye."""
        rects = [self.seen(one.page, one.rect) for one in self.open_lines]
        if not rects:
            return
        first = rects[0].toAlignedRect()
        for rect in rects[1:]:
            first = first.united(rect.toAlignedRect())
        self.keys.setGeometry(first)
        caret = self.caret_rect()
        self.keys.caret = caret.translated(-first.left(), -first.top())
        if self._follows_caret and not caret.isEmpty():
            self._follows_caret = not self.is_complete
            self.show_rect(caret)
