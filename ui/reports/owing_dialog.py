"""Phòng chưa có số liệu: who owes how much; what came on paper can be ticked off."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.kit import theme
from ui.plan_life.form_dialog import FormDialog, sentence

_ROLE = Qt.ItemDataRole.UserRole
_WHAT = (
    "Số đứng sau tên là số việc của kỳ mà phòng chưa ghi kết quả. Phòng đã nộp bằng cách khác "
    "thì đánh dấu; báo cáo không chờ phòng đó nữa."
)
_NONE = "Các phòng đã ghi đủ kết quả của kỳ."
_ROW_OVER, _MOST_ROWS = 10, 10


class OwingDialog(FormDialog):
    """Agreed to, it carries the names of the ticked units."""

    agreed = Signal(object)

    def __init__(
        self, title: str, owing: Iterable[tuple[str, int]], *, can_edit: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Show who owes for a report."""
        units = tuple(owing)
        act = "Ghi đã nộp" if units and can_edit else ""
        leave = "Hủy" if act else "Đóng"
        super().__init__(f"Phòng chưa có số liệu: {title}", act, parent, width=520, leave=leave)
        self.content.addWidget(sentence(_WHAT if units else _NONE))
        self.list = QListWidget()
        self.list.setAccessibleName("Phòng chưa có số liệu")
        for name, count in units:
            item = QListWidgetItem(f"{name} ({count} việc)", self.list)
            item.setData(_ROLE, name)
            item.setSizeHint(QSize(0, theme.line_height(self.list.font()) + _ROW_OVER))
            if can_edit:
                item.setCheckState(Qt.CheckState.Unchecked)
        row = theme.line_height(self.list.font()) + _ROW_OVER
        self.list.setMinimumHeight(min(max(len(units), 1), _MOST_ROWS) * row)
        self.list.setVisible(bool(units))
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(lambda _: self._count())
        self.content.addWidget(self.list, 1)
        self._count()
        self.fit()
        self.list.setFocus()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names of the ticked units."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            str(one.data(_ROLE)) for one in items if one.checkState() is Qt.CheckState.Checked
        )

    def agree(self) -> None:
        """Close with what is ticked."""
        if names := self.ticked:
            self.accept()
            self.agreed.emit(names)

    def _count(self) -> None:
        self.main.setEnabled(bool(self.ticked))
