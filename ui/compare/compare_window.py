"""So với kế hoạch của tỉnh: what is asked, where, what answers it, and what a person says of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.domain.plan import PlanSummary
from tthc_desktop.domain.plan_comparison import Comparison
from tthc_desktop.use_cases.plan_compare import PlanCompared
from ui.compare.compare_words import FILTERS, HEADINGS, STATE, WRAPPED, plan_words, row_words, told
from ui.details.entry_fields import field_height
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import name_choices
from ui.plan_life.form_dialog import sentence
from ui.plan_life.wrapped_tree import WrappedTree

_SIZE, _LARGEST, _ROUND = QSize(1180, 620), QSize(1226, 642), QSize(16, 12)
_PADDING = 16
_ROLE = Qt.ItemDataRole.UserRole


class CompareWindow(QDialog):
    """Stays open; what it asks for by signal comes back through `show_found`.

    `confirm_asked`, `change_asked`, `strange_asked`, `forget_asked` and `add_asked` carry the
    row they are about; `plan_asked` the id of the superior's plan chosen.
    """

    plan_asked = Signal(str)
    import_asked = Signal()
    confirm_asked = Signal(object)
    change_asked = Signal(object)
    strange_asked = Signal(object)
    forget_asked = Signal(object)
    add_asked = Signal(object)
    save_asked = Signal()
    print_asked = Signal()
    undo_asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None, *, can_write: bool) -> None:
        """Make an empty window."""
        super().__init__(parent)
        self.setWindowTitle("So với kế hoạch của tỉnh")
        self._today, self._can_write = today, can_write
        self._found: PlanCompared | None = None
        self.superior = QComboBox()
        name_choices(self.superior, "Kế hoạch của cấp trên")
        self.superior.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.superior.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.filter = QComboBox()
        name_choices(self.filter, "Đang hiện")
        self.filter.addItems([words for words, _ in FILTERS])
        for box in (self.superior, self.filter):
            box.setMinimumHeight(field_height())
        self.tree = WrappedTree("Nội dung cấp trên giao", HEADINGS, *WRAPPED)
        self.tree.setAllColumnsShowFocus(True)
        self.said = sentence(is_secondary=True)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._enable()
        self.resize(self.sizeHint())

    @property
    def current(self) -> Comparison | None:
        """The row one stands at."""
        found = self.tree.currentIndex().siblingAtColumn(0).data(_ROLE)
        return found if isinstance(found, Comparison) else None

    @property
    def found(self) -> PlanCompared | None:
        """What is shown."""
        return self._found

    def sizeHint(self) -> QSize:
        """Return the usual size, or what the window behind has room for."""
        usual = QSize(theme.scaled(_SIZE.width()), theme.scaled(_SIZE.height()))
        parent = self.parentWidget()
        room = parent.window().size() - _ROUND if parent is not None else _LARGEST
        return usual.boundedTo(room).boundedTo(_LARGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the last act back by Ctrl+Z, as the window behind does."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
            return
        super().keyPressEvent(event)

    def offer_plans(self, plans: tuple[PlanSummary, ...], chosen: str) -> None:
        """Offer the superiors' plans there are; none: only a new one can come in."""
        blocked = self.superior.blockSignals(True)
        self.superior.clear()
        for one in plans:
            self.superior.addItem(plan_words(one), one.id)
        self.superior.setCurrentIndex(max(0, self.superior.findData(chosen)))
        self.superior.setEnabled(bool(plans))
        self.superior.blockSignals(blocked)
        self._show()

    def show_found(self, found: PlanCompared) -> None:
        """Show what was compared and stand where one stood."""
        self._found = found
        self._show()

    def _show(self) -> None:
        asked_id = self.current.asked_id if self.current else ""
        self.tree.clear()
        _, fits = FILTERS[self.filter.currentIndex()]
        rows = self._found.rows if self._found else ()
        shown = tuple(one for one in rows if fits(one))
        for one in shown:
            item = self._item(one)
            self.tree.addTopLevelItem(item)
            if one.asked_id == asked_id:
                self.tree.setCurrentItem(item)
        if not self.tree.currentIndex().isValid() and (first := self.tree.topLevelItem(0)):
            self.tree.setCurrentItem(first)
        self.said.setText(told(rows, len(shown), has_plan=bool(self.superior.count())))
        self._enable()

    def _item(self, one: Comparison) -> QTreeWidgetItem:
        assert self._found is not None  # noqa: S101 - a row comes with what was compared
        item = QTreeWidgetItem(row_words(one, self._found))
        item.setData(0, _ROLE, one)
        if one.state == "missing":
            item.setForeground(STATE, QBrush(theme.caution(self.palette())[0]))
        if one.is_confirmed:
            item.setFont(STATE, theme.font(strong=True))
        return item

    def _enable(self) -> None:
        row = self.current
        may = row is not None and self._can_write
        confirmed = row is not None and row.is_confirmed
        self.confirm.setEnabled(may and not confirmed)
        self.change.setEnabled(may)
        self.strange.setEnabled(may and row is not None and row.state != "not_ours")
        self.forget.setEnabled(may and confirmed)
        self.add.setEnabled(may and row is not None and row.state in ("missing", "partly"))
        for button in (self.save, self.print):
            button.setEnabled(self._found is not None and bool(self._found.rows))
        self.bring.setEnabled(self._can_write)

    def _make_buttons(self) -> None:
        plain = ButtonKind.PLAIN
        self.bring = AppButton("Nhập kế hoạch của tỉnh…", plain)
        self.change = AppButton("Đổi câu trả lời…", plain)
        self.strange = AppButton("Không thuộc Sở", plain)
        self.forget = AppButton("Bỏ xác nhận", plain)
        self.add = AppButton("Thêm vào kế hoạch…", plain)
        self.save = AppButton("Xuất…", plain)
        self.print = AppButton("In…", plain)
        self.leave = AppButton("Đóng", plain)
        self.confirm = AppButton("Xác nhận", ButtonKind.MAIN)
        for button in (self.bring, *self._left, *self._right):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def _left(self) -> tuple[AppButton, ...]:
        return self.change, self.strange, self.forget, self.add

    @property
    def _right(self) -> tuple[AppButton, ...]:
        return self.save, self.print, self.leave, self.confirm

    def _connect(self) -> None:
        self.superior.currentIndexChanged.connect(
            lambda _: self.plan_asked.emit(str(self.superior.currentData() or ""))
        )
        self.filter.currentIndexChanged.connect(lambda _: self._show())
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        self.tree.itemActivated.connect(lambda *_: self.change.click())
        self.bring.clicked.connect(self.import_asked)
        for button, signal in (
            (self.confirm, self.confirm_asked),
            (self.change, self.change_asked),
            (self.strange, self.strange_asked),
            (self.forget, self.forget_asked),
            (self.add, self.add_asked),
        ):
            button.clicked.connect(self._with_row(signal.emit))
        self.save.clicked.connect(self.save_asked)
        self.print.clicked.connect(self.print_asked)
        self.leave.clicked.connect(self.reject)

    def _with_row(self, ask: Callable[[Comparison], object]) -> Callable[[], None]:
        def clicked() -> None:
            if self.current is not None:
                ask(self.current)

        return clicked

    def _lay_out(self) -> None:
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.superior, 2)
        top.addWidget(self.bring)
        top.addSpacing(16)
        top.addWidget(self.filter, 1)
        for button in self._left:
            foot.addWidget(button)
        foot.addStretch(1)
        for button in self._right:
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, 10)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.said)
        layout.addLayout(foot)
