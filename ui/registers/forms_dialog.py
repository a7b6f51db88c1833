"""Mẫu biểu…: the forms of figures with their source, what they hold, what the office compared."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.reporting.forms import Form, Heading, Relation
from tthc_desktop.domain.reporting.registers import REGISTERS
from ui.kit import theme
from ui.plan_life.form_dialog import FormDialog, sentence
from ui.plan_life.wrapped_tree import WrappedTree

_WIDTH, _ROWS_HEIGHT, _PARTS_HEIGHT = 1120, 170, 190
_ROLE = Qt.ItemDataRole.UserRole
_HEADINGS = ("Biểu", "Tên biểu", "Nguồn", "Đối chiếu")
_TITLE, _SOURCE, _STATE = 1, 2, 3
_SOURCE_WIDTH = 400
_HINT = (
    "Biểu “Cần đối chiếu” có tên cột nhớ theo báo cáo đã gặp, chưa so với phụ lục thông tư. Khi cơ "
    "quan đã so, đánh dấu ở đây: đầu biểu và tệp xuất ra thôi ghi “cần đối chiếu”."
)
_PERIODS = {
    "month": "tháng", "quarter": "quý", "half": "6 tháng", "nine_months": "9 tháng", "year": "năm",
}  # fmt: skip


class FormsDialog(FormDialog):
    """`confirm_asked` carries a form's code and whether the office compared it."""

    confirm_asked = Signal(str, bool)

    def __init__(self, parent: QWidget | None, *, can_write: bool) -> None:
        """Make an empty list."""
        super().__init__("Mẫu biểu", "", parent, width=_WIDTH, leave="Đóng")
        self.main.setAccessibleName("Đóng mẫu biểu")
        self._can_write = can_write
        self._office: frozenset[str] = frozenset()
        self.forms = WrappedTree("Mẫu biểu", _HEADINGS, _TITLE)
        self.forms.limit(_SOURCE, theme.scaled(_SOURCE_WIDTH))
        self.forms.setMinimumHeight(theme.scaled(_ROWS_HEIGHT))
        self.parts = QTreeWidget()
        self.parts.setAccessibleName("Cột, công thức và phép kiểm tra của biểu")
        self.parts.setHeaderLabels(["Cột và phép kiểm tra", "Công thức"])
        self.parts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.parts.setMinimumHeight(theme.scaled(_PARTS_HEIGHT))
        self.tick = QCheckBox("Cơ quan đã đối chiếu biểu này với văn bản gốc")
        for widget in (self.forms, self.tick, self.parts, sentence(_HINT, is_secondary=True)):
            self.content.addWidget(widget)
        self.forms.currentItemChanged.connect(lambda *_: self._follow())
        self.tick.clicked.connect(self._confirm)
        self.fit()
        self.forms.setFocus()

    @property
    def current(self) -> Form | None:
        """The form one stands at."""
        found = self.forms.currentIndex().siblingAtColumn(0).data(_ROLE)
        return found if isinstance(found, Form) else None

    def show_forms(self, forms: Sequence[Form], office: Collection[str]) -> None:
        """Show the forms; *office* are the codes of those the office compared."""
        kept = self.current.code if self.current else ""
        self._office = frozenset(office)
        self.forms.clear()
        for form in forms:
            item = QTreeWidgetItem([form.code, form.title, form.source, self._state(form)])
            item.setData(0, _ROLE, form)
            if not self._is_confirmed(form):
                item.setForeground(_STATE, QBrush(theme.caution(self.palette())[0]))
            self.forms.addTopLevelItem(item)
            if form.code == kept or self.forms.currentItem() is None:
                self.forms.setCurrentItem(item)
        self._follow()

    def _is_confirmed(self, form: Form) -> bool:
        return form.confirmed or form.code in self._office

    def _state(self, form: Form) -> str:
        if form.confirmed:
            return "Đã đối chiếu"
        return "Cơ quan đã đối chiếu" if form.code in self._office else "Cần đối chiếu"

    def _follow(self) -> None:
        form = self.current
        self.parts.clear()
        self.tick.setEnabled(form is not None and not form.confirmed and self._can_write)
        self.tick.setChecked(form is not None and self._is_confirmed(form))
        if form is None:
            return
        columns = QTreeWidgetItem([f"Cột ({form.unit}; kỳ {_periods(form)})"])
        columns.addChildren([_column_item(one) for one in form.headings])
        checks = QTreeWidgetItem(["Phép kiểm tra"])
        checks.addChildren([QTreeWidgetItem(list(one)) for one in _checks(form)])
        self.parts.addTopLevelItems([columns, checks])
        if form.register:
            name = REGISTERS[form.register].title.lower()
            self.parts.addTopLevelItem(QTreeWidgetItem([f"Lấy số từ {name}", _counted(form)]))
        self.parts.expandAll()

    def _confirm(self) -> None:
        if (form := self.current) is not None:
            self.confirm_asked.emit(form.code, self.tick.isChecked())


def _column_item(one: Heading) -> QTreeWidgetItem:
    number = f"({one.column}) " if one.column is not None else ""
    item = QTreeWidgetItem([f"{number}{one.label}", f"= {one.formula}" if one.formula else ""])
    item.addChildren([_column_item(child) for child in one.children])
    return item


def _checks(form: Form) -> Iterator[tuple[str, str]]:
    for one in form.checks:
        is_equal = one.relation is Relation.EQUAL
        said = "bằng" if is_equal else "không lớn hơn"
        sign = "=" if is_equal else "≤"
        yield (
            f"{one.code}: cột {one.left} {said} {'tổng ' if is_equal else ''}cột {one.right}",
            f"{one.left} {sign} {one.right}",
        )
    for column, source in form.carried:
        yield f"Số kỳ trước chuyển qua: cột {column}", f"{column} = {source} của kỳ trước"
    for column in form.reason_for:
        yield f"Cột {column} lớn hơn 0 thì ghi nguyên nhân", ""


def _counted(form: Form) -> str:
    return "cột " + ", ".join(str(column) for column, _ in form.counted)


def _periods(form: Form) -> str:
    return ", ".join(_PERIODS.get(one, period_words(one)) for one in form.periods)
