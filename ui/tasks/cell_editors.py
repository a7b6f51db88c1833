"""The editors of the task table, each over its cell."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from tthc_desktop.vietnamese_text import fold
from ui.kit import theme
from ui.kit.text_fields import Suggestions, line_edit
from ui.tasks.task_columns import COLUMNS, Column

_MOST_LINES = 9
_LEAST_WIDTH = 200
_OVER = 10
FRAME = 2


class NameSuggestions(Suggestions):
    """Offers names for the last of several, ";" between them."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Look for the name that is being typed."""
        return [fold(path.rpartition(";")[2]).strip()]

    def pathFromIndex(  # noqa: N802 - Qt's name
        self, index: QModelIndex | QPersistentModelIndex
    ) -> str:
        """Keep the names before it."""
        edit = self.widget()
        typed = edit.text() if isinstance(edit, QLineEdit) else ""
        before, parted, _ = typed.rpartition(";")
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return f"{before}{parted} {name}" if parted else name


def new_editor(column: Column, parent: QWidget, names: Iterable[str]) -> QWidget:
    """Return the editor of a column."""
    heading = COLUMNS[column].heading.replace("\n", " ")
    if column is Column.CONTENT:
        return _text_edit(heading, parent)
    edit = line_edit(heading)
    edit.setParent(parent)
    edit.setMinimumHeight(0)
    if column in (Column.LEAD, Column.COORDINATING):
        edit.setCompleter(NameSuggestions(names, edit))
    return edit


def fill(editor: QWidget, text: str, *, all_chosen: bool) -> None:
    """Put the cell's words in; typed over, the first letter takes their place."""
    if isinstance(editor, QLineEdit):
        editor.setText(text)
        editor.selectAll()
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
        if all_chosen:
            editor.selectAll()
        else:
            editor.moveCursor(QTextCursor.MoveOperation.End)


def words_in(editor: QWidget) -> str:
    """Return what stands in an editor."""
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""


def place_of(editor: QWidget, cell: QRect, room: QRect) -> QRect:
    """Return where an editor stands: over its cell, wider and higher where its words need it."""
    place = QRect(cell)
    if isinstance(editor, QPlainTextEdit):
        lines = _lines_of(editor, place.width())
        wanted = min(lines, _MOST_LINES) * editor.fontMetrics().lineSpacing() + _OVER
        place.setHeight(max(place.height(), wanted))
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        editor.setVerticalScrollBarPolicy(
            bar if lines > _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
    else:
        place.setWidth(max(place.width(), theme.scaled(_LEAST_WIDTH)))
    place.moveRight(min(place.right(), max(room.right(), place.width() - 1)))
    place.moveBottom(min(place.bottom(), max(room.bottom(), place.height() - 1)))
    if isinstance(editor, QPlainTextEdit):
        # The table paints the frame around it.
        place.adjust(FRAME, FRAME, -FRAME, -FRAME)
    return place


def _lines_of(editor: QPlainTextEdit, width: int) -> int:
    metrics = editor.fontMetrics()
    words = metrics.boundingRect(
        QRect(0, 0, width - _OVER, 0), Qt.TextFlag.TextWordWrap.value, editor.toPlainText() or " "
    )
    return -(-words.height() // metrics.lineSpacing())


def _text_edit(name: str, parent: QWidget) -> QPlainTextEdit:
    edit = QPlainTextEdit(parent)
    edit.setAccessibleName(name)
    edit.setFrameShape(QFrame.Shape.NoFrame)
    edit.document().setDocumentMargin(FRAME)
    edit.setTabChangesFocus(True)
    edit.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return edit
