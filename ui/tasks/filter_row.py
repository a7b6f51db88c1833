"""The row of filters below the commands: text, chips, unit, and the way back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.icons import row_icon
from ui.kit.text_fields import line_edit, name_choices
from ui.tasks.chip_row import ChipRow
from ui.tasks.task_chips import Chip
from ui.tasks.task_columns import Column
from ui.tasks.task_filter import TaskFilter
from ui.tasks.task_sort import Sort

PAUSE_MS = 250
_HEIGHT = 40
_SIDE = 8
_GAP = 8
_TEXT_WIDTH, _NARROW_TEXT_WIDTH = 212, 168
_UNIT_WIDTH = 140
_NARROW = 1240
_FIELD_OVER_LINE = 10
_ALL_UNITS = "Mọi phòng"
_HINT, _SHORT_HINT = "Lọc theo chữ, không cần dấu", "Lọc theo chữ"


class FilterRow(QWidget):
    """Says what is asked for; half-typed words of a Vietnamese keyboard are waited out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a row that asks for nothing."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._values: dict[Column, frozenset[str]] = {}
        self._sort: Sort | None = None
        self.text = line_edit("Lọc theo chữ", hint=_HINT)
        self.chips = ChipRow()
        self.units = QComboBox()
        self.clear_link = AppButton("Bỏ lọc", ButtonKind.LINK)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self.set_units(())

    @property
    def filter(self) -> TaskFilter:
        """What is asked for now."""
        unit = self.units.currentData()
        return TaskFilter(
            self.text.text(), self.chips.chosen, unit or None, dict(self._values), self._sort
        )

    def set_counts(self, counts: Mapping[Chip, int], total: int) -> None:
        """Show how many tasks are in each chip."""
        self.chips.set_counts(counts, total)

    def set_units(self, units: tuple[tuple[str, str], ...]) -> None:
        """Offer the units of a plan, by id and name; the one chosen stays where it can."""
        wanted = self.units.currentData()
        with QSignalBlocker(self.units):
            self.units.clear()
            self.units.addItem(_ALL_UNITS, "")
            for unit, name in units:
                self.units.addItem(name, unit)
            self.units.setCurrentIndex(max(self.units.findData(wanted), 0))

    def tick(self, column: Column, words: frozenset[str] | None) -> None:
        """Ask for some words of a column; None asks for all."""
        self._values.pop(column, None)
        if words is not None:
            self._values[column] = words
        self._tell()

    def sort(self, sort: Sort | None) -> None:
        """Sort the view; None gives the plan's order back."""
        self._sort = sort
        self._tell()

    def clear(self) -> None:
        """Ask for everything."""
        self.reset()
        self._tell()

    def reset(self) -> None:
        """Ask for everything, without telling: another plan is shown."""
        self._pause.stop()
        self._values.clear()
        self._sort = None
        with QSignalBlocker(self.text), QSignalBlocker(self.units):
            self.text.clear()
            self.units.setCurrentIndex(0)
        self.chips.clear()
        self._mark()

    def sizeHint(self) -> QSize:
        """Return the height of the row; its width is whatever there is."""
        return QSize(0, max(theme.scaled(_HEIGHT), self.chips.sizeHint().height() + 8))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text field less room in a narrow window."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW * theme.text_scale()
        self.text.setPlaceholderText(_SHORT_HINT if is_narrow else _HINT)
        self.text.setFixedWidth(theme.scaled(_NARROW_TEXT_WIDTH if is_narrow else _TEXT_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the row and its lower line."""
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), paints.surf2)
        painter.setPen(paints.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _lay_out(self) -> None:
        self.text.addAction(
            row_icon("filter", theme.OURS.text2), QLineEdit.ActionPosition.LeadingPosition
        )
        self.text.setClearButtonEnabled(False)
        name_choices(self.units, "Lọc theo phòng chủ trì hoặc phối hợp")
        self.units.setFixedWidth(theme.scaled(_UNIT_WIDTH))
        line = theme.line_height(theme.font())
        for one in (self.text, self.units):
            one.setMinimumHeight(line + _FIELD_OVER_LINE)
        self.units.view().setMinimumWidth(theme.scaled(2 * _UNIT_WIDTH))
        self.clear_link.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE, 0, _SIDE, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.text)
        layout.addWidget(self.chips, 1)
        layout.addWidget(self.units)
        layout.addWidget(self.clear_link)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._tell)
        self.text.textChanged.connect(self._wait)
        self.text.returnPressed.connect(self._tell)
        self.chips.changed.connect(self._tell)
        self.units.currentIndexChanged.connect(self._tell)
        self.clear_link.clicked.connect(self.clear)

    def _wait(self) -> None:
        self._pause.start()
        self._mark()

    def _tell(self) -> None:
        self._pause.stop()
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        self.clear_link.setEnabled(not self.filter.is_empty)
