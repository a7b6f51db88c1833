"""The list of Hôm nay: choose a row, and its task opens."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.today import DueRow, DueSection, Overview
from ui.kit.app_button import AppButton, ButtonKind
from ui.today.work_list_delegate import WorkListDelegate
from ui.today.work_list_model import RestRow, SectionRow, WorkListModel

RECORD = "Ghi kết quả"
LINK = "Gắn văn bản…"
OPEN = "Mở sổ"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOLDS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
_BUTTON_RIGHT = 10


class WorkList(QListView):
    """Four foldable sections; the button of the next act moves with the selected row."""

    row_opened = Signal(object)
    record_asked = Signal(object)
    link_asked = Signal(object)
    petition_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._model = WorkListModel(self)
        self._delegate = WorkListDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Việc đến hạn")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._button = AppButton(RECORD, ButtonKind.MAIN, parent=self.viewport())
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._on_record)
        self._button.hide()
        self.selectionModel().currentChanged.connect(lambda *_: self._place_button())
        self.verticalScrollBar().valueChanged.connect(lambda *_: self._place_button())
        self.doubleClicked.connect(self._open)

    @property
    def rows(self) -> WorkListModel:
        """The rows."""
        return self._model

    def show_overview(self, overview: Overview) -> None:
        """Show other rows; the selected one and the place stay."""
        row = self._model.row_at(self.currentIndex())
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self._delegate.today = overview.today
        self._model.set_overview(overview)
        index = self._model.index_of(row.occurrence_id) if isinstance(row, DueRow) else None
        if index is None or not index.isValid():
            index = self._model.index(min(max(place, 0), self._model.rowCount() - 1))
            if place < 0:
                index = self._first_due()
        self.setCurrentIndex(index)
        self.verticalScrollBar().setValue(scrolled)
        self._place_button()

    def go_to(self, section: DueSection) -> None:
        """Scroll to a section and select its first row."""
        self._model.fold(section, is_open=True)
        heading = self._model.index_of_section(section)
        if not heading.isValid():
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._model.index(heading.row() + 1))
        self.scrollTo(heading, QListView.ScrollHint.PositionAtTop)
        self._place_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, fold by the arrows."""
        index = self.currentIndex()
        row = self._model.row_at(index)
        if event.key() in _ENTER and index.isValid():
            self._open(index)
        elif isinstance(row, SectionRow) and Qt.Key(event.key()) in _FOLDS:
            self._fold(row, is_open=_FOLDS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold a section by a click on its heading."""
        super().mousePressEvent(event)
        row = self._model.row_at(self.indexAt(event.position().toPoint()))
        if isinstance(row, SectionRow) and event.button() == Qt.MouseButton.LeftButton:
            self._fold(row, is_open=not row.is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at its row."""
        super().resizeEvent(event)
        self._place_button()

    def _first_due(self) -> QModelIndex:
        places = range(self._model.rowCount())
        rows = (self._model.index(place) for place in places)
        found = (one for one in rows if isinstance(self._model.row_at(one), DueRow))
        return next(found, QModelIndex())

    def _fold(self, row: SectionRow, *, is_open: bool) -> None:
        self._model.fold(row.section, is_open=is_open)
        self.setCurrentIndex(self._model.index_of_section(row.section))

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if isinstance(row, SectionRow):
            self._fold(row, is_open=not row.is_open)
        elif isinstance(row, DueRow):
            self._open_due(row)
        elif isinstance(row, RestRow):
            above = self._model.row_at(self._model.index(index.row() - 1))
            if isinstance(above, DueRow):
                self._open_due(above)

    def _open_due(self, row: DueRow) -> None:
        (self.petition_asked if row.is_petition else self.row_opened).emit(row)

    def _on_record(self) -> None:
        row = self._model.row_at(self.currentIndex())
        if isinstance(row, DueRow):
            if row.is_petition:
                self.petition_asked.emit(row)
                return
            asked = self.link_asked if _waits(row) else self.record_asked
            asked.emit(row)

    def _place_button(self) -> None:
        index = self.currentIndex()
        row = self._model.row_at(index)
        self._button.setVisible(isinstance(row, DueRow))
        if isinstance(row, DueRow):
            self._button.setText(_act_words(row))
            self._button.resize(self._button.sizeHint())
            place = self.visualRect(index)
            left = place.right() - self._button.width() - _BUTTON_RIGHT
            top = place.center().y() - self._button.height() // 2 + 1
            self._button.move(left, top)


def _act_words(row: DueRow) -> str:
    if row.is_petition:
        return OPEN
    return LINK if _waits(row) else RECORD


def _waits(row: DueRow) -> bool:
    return row.state.shown is Shown.WAITING
