"""The pieces of evidence below the field Minh chứng: listed, opened, added, changed, taken out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.domain.evidence import Evidence
from tthc_desktop.domain.evidence_text import ToldDocument
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind

_ROLE = Qt.ItemDataRole.UserRole
_MOST, _LONGEST_NUMBER = 3, 16
_KEEP = "Ghi thành văn bản"
_OVER_LINE = 7
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Delete)


class EvidenceList(QWidget):
    """Shows pieces and asks by signal; `told_asked` takes a document out of the typed text."""

    add_asked = Signal()
    open_asked = Signal(object)
    edit_asked = Signal(object)
    remove_asked = Signal(object)
    told_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a list of nothing."""
        super().__init__(parent)
        self._told: ToldDocument | None = None
        self.told = _link(_KEEP)
        self.list = _Pieces()
        self.add = _link("Thêm minh chứng…")
        self.open = _link("Mở")
        self.edit = _link("Sửa…")
        self.remove = _link("Bỏ")
        self._lay_out()
        self.told.clicked.connect(lambda: self.told_asked.emit(self._told))
        self.add.clicked.connect(self.add_asked)
        self.open.clicked.connect(self._open)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.list.itemDoubleClicked.connect(lambda *_: self._open())
        self.list.open_asked.connect(self._open)
        self.list.edit_asked.connect(self._edit)
        self.list.remove_asked.connect(self._remove)
        self.list.currentItemChanged.connect(lambda *_: self._enable())
        self.show_pieces(())
        self.offer(None)

    @property
    def current(self) -> Evidence | None:
        """The piece one stands at."""
        found = self.list.currentIndex().data(_ROLE)
        return found if isinstance(found, Evidence) else None

    def show_pieces(self, pieces: tuple[Evidence, ...]) -> None:
        """Show *pieces*, and stand where one stood."""
        stood = self.current.id if self.current else ""
        row = theme.line_height(theme.font()) + _OVER_LINE
        self.list.clear()
        for piece in pieces:
            item = QListWidgetItem(piece.words)
            item.setData(_ROLE, piece)
            item.setSizeHint(QSize(0, row))
            item.setToolTip(f"{piece.words}\n{piece.note}".strip())
            self.list.addItem(item)
            if piece.id == stood or self.list.currentItem() is None:
                self.list.setCurrentItem(item)
        if not pieces and self.list.hasFocus():
            # The keys stay here, not in the next field, where Ctrl+Z means what is typed there.
            self.add.setFocus()
        self.list.setFixedHeight(min(max(len(pieces), 1), _MOST) * row + 2)
        for widget in (self.list, self.open, self.edit, self.remove):
            widget.setVisible(bool(pieces))
        self._enable()

    def offer(self, told: ToldDocument | None) -> None:
        """Offer to keep a document that the text tells as a piece of its own."""
        self._told = told
        self.told.setVisible(told is not None)
        if told is not None:
            number = told.number.rpartition(" ")[2]
            # A longer one does not fit into the pane; the tool tip has it.
            is_short = len(number) <= _LONGEST_NUMBER
            self.told.setText(f"Ghi {number} thành văn bản" if is_short else _KEEP)
            self.told.setAccessibleName(f"Ghi thành văn bản minh chứng: {told.words}")
            self.told.setToolTip(told.words)
            self.told.updateGeometry()

    def _enable(self) -> None:
        piece = self.current
        self.open.setEnabled(piece is not None and bool(piece.attachment_id or piece.link))

    def _open(self) -> None:
        if self.open.isEnabled():
            self.open_asked.emit(self.current)

    def _edit(self) -> None:
        if self.current is not None:
            self.edit_asked.emit(self.current)

    def _remove(self) -> None:
        if self.current is not None:
            self.remove_asked.emit(self.current)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)
        layout.setSpacing(2)
        layout.addWidget(self.told, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.list)
        acts = QHBoxLayout()
        acts.setSpacing(10)
        for button in (self.open, self.edit, self.remove):
            acts.addWidget(button)
        acts.addStretch(1)
        layout.addLayout(acts)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)


class _Pieces(QListWidget):
    """Enter opens, F2 changes, Delete takes out."""

    open_asked = Signal()
    edit_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Các minh chứng")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def event(self, event: QEvent) -> bool:
        # F2 and Delete mean the piece here, not the cell of the table behind.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.open_asked.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


def _link(words: str) -> AppButton:
    button = AppButton(words, ButtonKind.LINK)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
