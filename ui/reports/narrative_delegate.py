"""Paints the rows of the report's text and opens the field of a sentence in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit import theme
from ui.kit.item_option import cell_option
from ui.reports.narrative_editor import SentenceEditor
from ui.reports.narrative_painting import paint_sentence, text_font, words_height
from ui.reports.narrative_rows import NEW, ROW_ROLE, RowKind, TextRow

Index = QModelIndex | QPersistentModelIndex
_Hint = QStyledItemDelegate.EndEditHint
_HINTS = {0: _Hint.NoHint, 1: _Hint.EditNextItem, -1: _Hint.EditPreviousItem}
SIDE, BAR = 14, 4
_OVER, _OVER_HEADING, _INDENT = 3, 8, 12


class NarrativeDelegate(QStyledItemDelegate):
    """Rows are as high as their words at the view's width; the open field may be higher."""

    def __init__(self, view: QListView) -> None:
        """Paint the rows of *view*."""
        super().__init__(view)
        self._view = view
        self.editor: SentenceEditor | None = None
        self._edited = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a sentence; an offer is a widget of its own."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, TextRow) or row.kind is RowKind.OFFER:
            return
        paints, room = theme.paints(self._view.palette()), QRectF(cell_option(option).rect)
        if index == self._view.currentIndex():
            has_focus = self._view.hasFocus() or self.editor is not None
            bar = QRectF(room.left(), room.top() + 1, BAR, room.height() - 2)
            painter.fillRect(bar, paints.acc if has_focus else paints.line2)
        over = _over(row)
        words = room.adjusted(_left(row), over, -SIDE, 0)
        sentence = row.sentence
        if sentence is None:
            colours = (paints.text, paints.surf)
        else:
            colours = (paints.text if sentence.text else paints.text3, paints.tint)
        places = sentence.figure_places() if sentence else ()
        paint_sentence(painter, words, row.text, places, _font(row), colours)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        row, width = index.data(ROW_ROLE), self._view.viewport().width()
        if not isinstance(row, TextRow):
            return QSize(width, 0)
        if row.kind is RowKind.OFFER:
            # An offer is a widget of its own; it is asked how high it is.
            line = self._view.indexWidget(self._place(index.row()))
            return QSize(width, line.heightForWidth(width))
        if self.editor is not None and index == self._edited:
            return QSize(width, round(self.editor.text_height) + 2 * _over(row))
        high = words_height(row.text, _font(row), width - _left(row) - SIDE)
        return QSize(width, round(high) + 2 * _over(row))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:  # fmt: skip
        """Return the field of a sentence."""
        editor = SentenceEditor(parent)
        self.editor, self._edited = editor, QPersistentModelIndex(index)
        editor.done.connect(lambda step: self._end(editor, step))
        editor.grown.connect(lambda: self.sizeHintChanged.emit(self._place(self._edited.row())))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Give the field its words, once: later ones would undo what is typed."""
        row = index.data(ROW_ROLE)
        if not isinstance(editor, SentenceEditor) or editor.is_opened:
            return
        if isinstance(row, TextRow) and row.sentence:
            editor.open_with(row.sentence.text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the letters of the field where they are painted; an offer takes its whole row."""
        row, room = index.data(ROW_ROLE), cell_option(option).rect
        if isinstance(row, TextRow) and row.kind is RowKind.SENTENCE:
            over = _over(row)
            room = room.adjusted(_left(row), over, -SIDE, -over)
        editor.setGeometry(room)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed, if it is something else."""
        if isinstance(editor, SentenceEditor) and editor.is_changed:
            model.setData(self._place(index.row()), editor.text)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Forget the field."""
        if editor is self.editor:
            self.editor, self._edited = None, QPersistentModelIndex()
        super().destroyEditor(editor, index)

    def _place(self, row: int) -> QModelIndex:
        return self._view.model().index(row, 0)

    def _end(self, editor: SentenceEditor, step: int) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _HINTS[step])


def _font(row: TextRow) -> QFont:
    if row.sentence is None:
        font = text_font()
        font.setWeight(QFont.Weight.Bold)
        return font
    return text_font(italic=not row.sentence.text and row.sentence.key != NEW)


def _left(row: TextRow) -> int:
    is_deeper = row.sentence is None and row.section.level > 1
    return SIDE + (_INDENT if is_deeper else 0)


def _over(row: TextRow) -> int:
    return _OVER if row.sentence else _OVER_HEADING
