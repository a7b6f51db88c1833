"""The days of a year that are not as the week has them: off, or worked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from tthc_desktop.domain.working_days import DAY_KIND_WORDS, CalendarDay
from ui.kit import theme

_HEADS = ("Ngày", "Thứ", "Loại", "Tên")
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_ROLE = Qt.ItemDataRole.UserRole
_LINES = 11
_ROW_OVER = 6


class DaysList(QTreeWidget):
    """Entries in the order of their days."""

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__()
        self.setAccessibleName("Ngày nghỉ, ngày làm bù trong năm")
        self.setHeaderLabels(_HEADS)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setMinimumHeight(_LINES * (theme.line_height(self.font()) + 4))
        for column, width in enumerate((96, 84, 120)):
            self.setColumnWidth(column, theme.scaled(width))

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """The entries."""
        items = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return tuple(one.data(0, _ROLE) for one in items if one is not None)

    @property
    def current(self) -> CalendarDay | None:
        """The entry one stands at."""
        items = self.selectedItems()
        found: CalendarDay | None = items[0].data(0, _ROLE) if items else None
        return found

    def show_days(self, days: Iterable[CalendarDay], at: date | None = None) -> None:
        """Show other entries; stand at the one of a day."""
        self.clear()
        for one in sorted(days, key=lambda day: day.day):
            words = (
                f"{one.day:%d/%m/%Y}", weekday_words(one.day), DAY_KIND_WORDS[one.kind], one.name
            )  # fmt: skip
            item = QTreeWidgetItem(self, list(words))
            item.setData(0, _ROLE, one)
            item.setSizeHint(0, QSize(0, theme.line_height(self.font()) + _ROW_OVER))
            if one.day == at:
                self.setCurrentItem(item)


def weekday_words(day: date) -> str:
    """Return "Thứ Hai" to "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]
