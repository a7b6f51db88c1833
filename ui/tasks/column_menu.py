"""A column's menu: its words to tick, and the view sorted by it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.vietnamese_text import fold
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit
from ui.tasks.task_columns import COLUMNS, Column
from ui.tasks.task_sort import Sort

_WIDTH = 280
_LIST_HEIGHT = 210
_MOST_VALUES = 500
_EMPTY = "(trống)"
_SIDE = 10
_OVER_LINE = 5
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ColumnMenu(QFrame):
    """Closes when clicked away from or by Esc; then nothing has changed."""

    ticked = Signal(object)
    sorted_by = Signal(object)

    def __init__(
        self,
        column: Column,
        values: tuple[str, ...],
        ticked: frozenset[str] | None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer *values* of *column*, of which *ticked* are asked for now (None: all)."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._column = column
        self._values = values
        heading = COLUMNS[column].heading.replace("\n", " ")
        self.setAccessibleName(f"Lọc cột {heading}")
        self._search = line_edit("Tìm trong cột", hint="Tìm, không cần dấu")
        self._list = QListWidget()
        self._list.setAccessibleName(f"Giá trị của cột {heading}")
        self._fill(ticked)
        self._apply = AppButton("Lọc", ButtonKind.MAIN)
        self._lay_out(heading)
        self._search.textChanged.connect(self._find)
        self._apply.clicked.connect(self._tell)
        self.setFixedWidth(theme.scaled(_WIDTH))
        self._list.setFocus()

    @property
    def values(self) -> QListWidget:
        """The words to tick."""
        return self._list

    @property
    def apply(self) -> AppButton:
        """The button that filters."""
        return self._apply

    def _fill(self, ticked: frozenset[str] | None) -> None:
        for value in self._values[:_MOST_VALUES]:
            item = QListWidgetItem(value.replace("\n", " ") or _EMPTY)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setSizeHint(QSize(0, theme.line_height(theme.font()) + _OVER_LINE))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_CHECKED if ticked is None or value in ticked else _UNCHECKED)
            self._list.addItem(item)
        self._list.setFixedHeight(theme.scaled(_LIST_HEIGHT))
        self._list.setCurrentRow(0)

    def _lay_out(self, heading: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        layout.setSpacing(6)
        title = QLabel(heading)
        title.setFont(theme.font(strong=True))
        layout.addWidget(title)
        layout.addLayout(
            self._links(
                ("Xếp tăng", lambda: self._sort(Sort(self._column))),
                ("Xếp giảm", lambda: self._sort(Sort(self._column, is_descending=True))),
                ("Như kế hoạch", lambda: self._sort(None)),
            )
        )
        layout.addWidget(self._search)
        layout.addLayout(
            self._links(
                ("Chọn tất cả", lambda: self._check(_CHECKED)),
                ("Bỏ chọn", lambda: self._check(_UNCHECKED)),
            )
        )
        layout.addWidget(self._list)
        if len(self._values) > _MOST_VALUES:
            layout.addWidget(QLabel(f"Hiện {_MOST_VALUES} trong {len(self._values)} giá trị."))
        self._apply.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(self._apply, 0, Qt.AlignmentFlag.AlignRight)

    @staticmethod
    def _links(*links: tuple[str, object]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for words, act in links:
            link = AppButton(words, ButtonKind.LINK)
            link.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            link.clicked.connect(act)
            row.addWidget(link)
        row.addStretch(1)
        return row

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _find(self, text: str) -> None:
        for item in self._items():
            item.setHidden(fold(text.strip()) not in fold(item.text()))

    def _check(self, state: Qt.CheckState) -> None:
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(state)

    def _sort(self, sort: Sort | None) -> None:
        self.sorted_by.emit(sort)
        self.close()

    def _tell(self) -> None:
        """Tell the ticked words among those in sight; all of them are no filter."""
        shown = [one for one in self._items() if not one.isHidden()]
        chosen = frozenset(
            str(one.data(Qt.ItemDataRole.UserRole)) for one in shown if one.checkState() == _CHECKED
        )
        is_all = len(chosen) == len(self._values) or not chosen
        self.ticked.emit(None if is_all else chosen)
        self.close()
