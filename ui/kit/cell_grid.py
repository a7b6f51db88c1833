"""A grid with Excel's habits: cell by cell, typing replaces, Enter goes down, Tab right."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_TEXT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
# The property of an editor whose words were refused.
REFUSED = "refused"
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_Trigger = QAbstractItemView.EditTrigger
_Hint = QAbstractItemDelegate.EndEditHint


class CellGrid(QTableView):
    """Opens editors by typing, F2 or a double click, and moves on when one is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a grid without a model."""
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.AnyKeyPressed)
        self.setTabKeyNavigation(True)
        self.setWordWrap(False)
        self._typed_over = False

    @property
    def is_typed_over(self) -> bool:
        """Whether the editor now opened was opened by typing, which replaces the cell's words."""
        return self._typed_over

    def edit_current(self) -> None:
        """Open the editor of the current cell, its words kept."""
        self._open_editor(None)

    def commit_editor(self) -> bool:
        """Take over what is being typed and close the editor; False where it is refused."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus()
        return self.state() != QAbstractItemView.State.EditingState

    def leave_editor(self) -> None:
        """Close the editor without taking over what is typed in it."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.closeEditor(self.indexWidget(self.currentIndex()), _Hint.RevertModelCache)

    def show_current(self) -> None:
        """Scroll to the current cell."""
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by Enter; open the editor by any key that writes."""
        if event.key() in _ENTER and not event.modifiers() & _NOT_TEXT:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1, 0)
            return
        text = event.text()
        if text and text[0].isprintable() and not event.modifiers() & _NOT_TEXT:
            if not self._open_editor(event):
                event.ignore()
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """Close the editor; Tab goes right whether that cell can be edited or not.

        What was refused stays in its editor, to be put right or left by Esc.
        """
        if editor.property(REFUSED) and hint != _Hint.RevertModelCache:
            QTimer.singleShot(0, editor, editor.setFocus)
            return
        super().closeEditor(editor, _Hint.NoHint)
        if hint == _Hint.EditNextItem:
            self.step(0, 1)
        elif hint == _Hint.EditPreviousItem:
            self.step(0, -1)

    def step(self, rows: int, columns: int) -> None:
        """Make a neighbouring cell the current one."""
        at = self.currentIndex()
        target = self.model().index(at.row() + rows, at.column() + columns)
        if target.isValid():
            self.selectionModel().setCurrentIndex(target, _SELECT)

    def _open_editor(self, event: QEvent | None) -> bool:
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self._typed_over = event is not None
        try:
            if event is None:
                return self.edit(index, _Trigger.DoubleClicked, QEvent(QEvent.Type.None_))
            return self.edit(index, _Trigger.AnyKeyPressed, event)
        finally:
            self._typed_over = False
