"""The report's text as a list: walked by arrows, a sentence opened by a click, Enter or F2."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QListView, QWidget

from ui.reports.narrative_delegate import NarrativeDelegate
from ui.reports.narrative_offer_line import OfferLine
from ui.reports.narrative_rows import NarrativeRows, RowKind, TextRow

_EDGES = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: -1}
_Hint = QAbstractItemDelegate.EndEditHint
_STEPS = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class NarrativeList(QListView):
    """`update_asked` and `keep_asked` carry the key of a sentence, `closed` follows typing."""

    update_asked = Signal(str)
    keep_asked = Signal(str)
    closed = Signal()

    def __init__(self, *, shows_headings: bool) -> None:
        """Make an empty list."""
        super().__init__()
        self.rows = NarrativeRows(self, shows_headings=shows_headings)
        self.delegate = NarrativeDelegate(self)
        self._pressed: QPoint | None = None
        self.setAccessibleName("Lời văn của báo cáo")
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(20)
        self.rows.modelReset.connect(self._put_offers)
        self.delegate.closeEditor.connect(lambda *_: self._after_closing())

    @property
    def current(self) -> TextRow | None:
        """The sentence on which the person stands."""
        row = self.rows.row(self.currentIndex())
        return row if row and row.kind is RowKind.SENTENCE else None

    @property
    def is_typing(self) -> bool:
        """Whether a sentence is open in which something was typed."""
        editor = self.delegate.editor
        return editor is not None and editor.is_changed

    def open_current(self) -> None:
        """Open the sentence on which the person stands."""
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def close_editor(self) -> None:
        """Write what is typed and close the field."""
        if (editor := self.delegate.editor) is not None:
            self.delegate.commitData.emit(editor)
            self.delegate.closeEditor.emit(editor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the sentence by Enter or F2; Home and End pass over headings."""
        key = Qt.Key(event.key())
        if key in _OPENING and not event.modifiers():
            self.open_current()
        elif key in _EDGES:
            self._go_to_edge(_EDGES[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep where the person pressed."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the sentence that was clicked, the cursor where the click was."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        index = self.indexAt(place)
        if index.isValid() and index == self.indexAt(self._pressed):
            self.open_current()
            if (editor := self.delegate.editor) is not None:
                editor.stand_at(editor.mapFrom(self.viewport(), place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the bar of the current sentence have its colour."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the bar of the current sentence turn grey."""
        super().focusOutEvent(event)
        self.viewport().update()

    def closeEditor(self, editor: QWidget, hint: _Hint) -> None:  # noqa: N802 - Qt's name
        """Close the field of a sentence; Tab goes on to the next one, Shift+Tab back."""
        super().closeEditor(editor, _Hint.NoHint)
        if step := _STEPS.get(hint):
            self._go_from(self.currentIndex().row() + step, step)
            self.open_current()

    def _go_to_edge(self, step: int) -> None:
        self._go_from(0 if step > 0 else self.rows.rowCount() - 1, step)

    def _go_from(self, place: int, step: int) -> None:
        """Stand on the first sentence from a row on."""
        while 0 <= place < self.rows.rowCount():
            index = self.rows.index(place)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(index)
                return
            place += step

    def _put_offers(self) -> None:
        previous: QWidget = self
        for place in range(self.rows.rowCount()):
            index = self.rows.index(place)
            row = self.rows.row(index)
            if row is None or row.kind is not RowKind.OFFER or row.sentence is None:
                continue
            line = OfferLine(row.sentence)
            line.update_asked.connect(self.update_asked)
            line.keep_asked.connect(self.keep_asked)
            self.setIndexWidget(index, line)
            # Asked for its height before it is shown, it must know its letters.
            for one in (line, *line.findChildren(QWidget)):
                one.ensurePolished()
            for button in (line.update_button, line.keep_button):
                self.setTabOrder(previous, button)
                previous = button
        self.scheduleDelayedItemsLayout()

    def _after_closing(self) -> None:
        # The field is taken away after this signal.
        QTimer.singleShot(0, self, self.closed.emit)
