"""The field in which a sentence of the report is typed: its letters stand where they were."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from tthc_desktop.vietnamese_text import clean_text
from ui.reports.narrative_painting import line_gap, text_font

_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OF_THE_WINDOW = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class SentenceEditor(QTextEdit):
    """Enter begins a new paragraph, Ctrl+Enter and Tab end: `done` carries the way on.

    `grown` says that it is higher or lower than before.
    """

    done = Signal(int)
    grown = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.setAccessibleName("Câu đang sửa")
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setFont(text_font())
        self._opened = ""
        self.is_opened = False
        self._height = 0.0
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)

    def open_with(self, text: str) -> None:
        """Take the words of a sentence; the cursor stands at their end."""
        self._opened, self.is_opened = text, True
        # How lines stand is nothing to be taken back.
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        look = QTextBlockFormat()
        look.setLineHeight(line_gap(), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(look)
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def stand_at(self, place: QPoint) -> None:
        """Put the cursor where the person clicked."""
        self.setTextCursor(self.cursorForPosition(self.viewport().mapFrom(self, place)))

    @property
    def text(self) -> str:
        """What is typed, cleaned as all text on its way in."""
        return clean_text(self.toPlainText())

    @property
    def is_changed(self) -> bool:
        """Whether the words are other ones than it was opened with."""
        return self.text != clean_text(self._opened)

    @property
    def text_height(self) -> float:
        """How high the words are."""
        return self.document().size().height()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where nothing was typed that could be taken back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            has_own = self.document().isUndoAvailable() or self.document().isRedoAvailable()
            if not has_own and any(map(event.matches, _OF_THE_WINDOW)):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End by Ctrl+Enter here, by Tab at the next sentence, by Shift+Tab at the one before."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit(0)
        elif event.key() in _TABS:
            self.done.emit(_TABS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take the words alone, cleaned."""
        self.insertPlainText(clean_text(source.text()))

    def _on_size(self, size: QSize) -> None:
        if size.height() != self._height:
            self._height = size.height()
            self.grown.emit()
