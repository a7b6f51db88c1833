"""The keyboard of the page: takes the keys of one paragraph, and shows nothing itself.

The page shows what is typed as it prints. Letters, input methods, selection and the screen
reader are Qt's own; where lines end is the page's.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from tthc_desktop.domain.text_run import Run, joined_runs

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_EDGES = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_LEVELS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
# Keys of the window that a text field would take for itself.
_OF_THE_WINDOW = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_TO_LEFT = QKeySequence.StandardKey.MoveToPreviousChar
_TO_RIGHT = QKeySequence.StandardKey.MoveToNextChar
# What the key says that takes letters back: only where there is no letter left to take back
# is it ours, so that keyboards which write by it are not disturbed.
_TAKES_BACK = "\b"
_MOVE, _KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor


class ParagraphEditor(QTextEdit):
    """Holds the words of a paragraph with bold and italic; places count UTF-16 units.

    `step_asked` (lines up or down, whether selecting), `edge_asked` (begin or end of the
    line, whether selecting) and `page_asked` are answered by who knows the lines.
    """

    typed = Signal()
    moved = Signal()
    split_asked = Signal()
    join_asked = Signal(int)
    level_asked = Signal(int)
    step_asked = Signal(int, bool)
    edge_asked = Signal(int, bool)
    end_asked = Signal(int)
    page_asked = Signal(int)
    neighbour_asked = Signal(int)
    given_up = Signal()
    pasted = Signal(QMimeData)
    menu_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make an editor without a paragraph, hidden."""
        super().__init__(parent)
        self.hide()
        self.setAccessibleName("Đoạn đang sửa")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setAcceptDrops(False)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The hand points at the page, which knows where its lines are.
        for widget in (self, self.viewport()):
            widget.setAutoFillBackground(False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.caret = QRectF()
        self._is_loading = False
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._on_moved)
        self.selectionChanged.connect(self._on_moved)

    def load(self, runs: tuple[Run, ...], at: int) -> None:
        """Take other words; the cursor stands at *at*."""
        self._is_loading = True
        self.clear()
        cursor = self.textCursor()
        for run in runs:
            cursor.insertText(run.text, _format(bold=run.bold, italic=run.italic))
        self._is_loading = False
        self.stand_at(at)

    def stand_at(self, at: int, *, selects: bool = False) -> None:
        """Put the cursor at a place, with what lies between selected if *selects*."""
        cursor = self.textCursor()
        end = self.document().characterCount() - 1
        cursor.setPosition(max(0, min(at, end)), _KEEP if selects else _MOVE)
        self.setTextCursor(cursor)

    def select_word(self) -> None:
        """Select the word the cursor stands in."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    @property
    def words(self) -> tuple[Run, ...]:
        """The words as they stand, blanks at their ends included."""
        return tuple(_joined(self._fragments()))

    @property
    def shown_words(self) -> tuple[Run, ...]:
        """The words with what an input method is still composing."""
        layout = self.textCursor().block().layout()
        composing = layout.preeditAreaText()
        if not composing:
            return self.words
        text = self.toPlainText().encode("utf-16-le")
        at = 2 * layout.preeditAreaPosition()
        before, after = text[:at].decode("utf-16-le"), text[at:].decode("utf-16-le")
        return (Run(before + composing + after),)

    @property
    def at(self) -> int:
        """Where the cursor stands."""
        return self.textCursor().position()

    @property
    def shown_at(self) -> int:
        """Where the cursor is shown: behind what is being composed."""
        return self.at + len(self.textCursor().block().layout().preeditAreaText())

    @property
    def selection(self) -> tuple[int, int]:
        """Beginning and end of the selection; equal where nothing is selected."""
        cursor = self.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def type_in(self, *, bold: bool | None = None, italic: bool | None = None) -> None:
        """Let the next letters be bold or italic, or not."""
        shape = QTextCharFormat()
        if bold is not None:
            shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if italic is not None:
            shape.setFontItalic(italic)
        self.mergeCurrentCharFormat(shape)
        self.moved.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, which names them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and any(map(event.matches, _OF_THE_WINDOW)):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what goes beyond the paragraph; the rest is Qt's."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif held & Qt.KeyboardModifier.ControlModifier:
            if key in _EDGES and held == Qt.KeyboardModifier.ControlModifier:
                self.end_asked.emit(_EDGES[key])
            elif key in _ENTER:
                event.ignore()
            else:
                super().keyPressEvent(event)
        elif not self._asks(key, selects=bool(held)) and not self._goes_out(event):
            super().keyPressEvent(event)

    def _asks(self, key: Qt.Key, *, selects: bool) -> bool:
        """Ask for what a key without Ctrl wants of the page, if it wants something."""
        if key in _STEPS:
            self.step_asked.emit(_STEPS[key], selects)
        elif key in _EDGES:
            self.edge_asked.emit(_EDGES[key], selects)
        elif key in _PAGES:
            self.page_asked.emit(_PAGES[key])
        elif key in _LEVELS:
            if self._stands_at_start:
                self.level_asked.emit(_LEVELS[key])
        elif key in _ENTER:
            self.split_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            return False
        return True

    def _goes_out(self, event: QKeyEvent) -> bool:
        """Ask for the neighbour where the key goes over the end of the paragraph."""
        if self._stands_at_start and event.text() == _TAKES_BACK:
            self.join_asked.emit(-1)
        elif self._stands_at_end and event.matches(QKeySequence.StandardKey.Delete):
            self.join_asked.emit(1)
        elif self._stands_at_start and event.matches(_TO_LEFT):
            self.neighbour_asked.emit(-1)
        elif self._stands_at_end and event.matches(_TO_RIGHT):
            self.neighbour_asked.emit(1)
        else:
            return False
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Show also what is only being composed."""
        super().inputMethodEvent(event)
        self.typed.emit()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override] # noqa: N802 - Qt's name, one of two
        """Tell where the cursor is seen, for the lists of input methods."""
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self.caret
        return super().inputMethodQuery(query)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take text, however it is dressed."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Hand on what is pasted: it may be paragraphs."""
        self.pasted.emit(source)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the page's own menu."""
        self.menu_asked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person is elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor again."""
        super().focusInEvent(event)
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the page below shows the words."""

    @property
    def _stands_at_start(self) -> bool:
        return not self.textCursor().hasSelection() and self.textCursor().atStart()

    @property
    def _stands_at_end(self) -> bool:
        return not self.textCursor().hasSelection() and self.textCursor().atEnd()

    def _fragments(self) -> Iterator[Run]:
        block = self.document().begin()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                piece = pieces.fragment()
                shape = piece.charFormat()
                is_bold = shape.fontWeight() > QFont.Weight.Normal
                yield Run(piece.text(), is_bold, shape.fontItalic())
                pieces += 1
            block = block.next()

    def _on_changed(self) -> None:
        if not self._is_loading:
            self.typed.emit()

    def _on_moved(self) -> None:
        if not self._is_loading:
            self.moved.emit()


def are_same(one: tuple[Run, ...], other: tuple[Run, ...]) -> bool:
    """Whether two texts are the same but for blanks at their ends."""
    return joined_runs(one) == joined_runs(other)


def _format(*, bold: bool, italic: bool) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    shape.setFontItalic(italic)
    return shape


def _joined(pieces: Iterator[Run]) -> Iterator[Run]:
    held: Run | None = None
    for piece in pieces:
        if held and (held.bold, held.italic) == (piece.bold, piece.italic):
            held = Run(held.text + piece.text, held.bold, held.italic)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held
