"""Cần xem lại: the list one works through beside the plan, row by row."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.plan_life.form_dialog import sentence
from ui.plan_life.place_words import place_words
from ui.plan_life.review import Review
from ui.plan_life.wrapped_tree import WrappedTree

_SIZE = 620, 400
_MOST_PART = 0.7
_PADDING = 12
_ROLE = Qt.ItemDataRole.UserRole
_WHERE, _QUOTE, _REASON = range(3)
_LONGEST_QUOTE = 160


class ReviewWindow(QDialog):
    """Stays open beside the plan; `place_asked` carries the place of an item in the review."""

    place_asked = Signal(int)

    def __init__(self, review: Review, title: str, parent: QWidget | None = None) -> None:
        """Show *review* as it was left."""
        super().__init__(parent)
        self.setWindowTitle(f"Cần xem lại – {title}")
        self.review = review
        self.said = sentence()
        self.tree = WrappedTree("Chỗ cần xem lại", ("Chỗ", "Trích", "Vì sao"), _QUOTE, _REASON)
        self.hides = QCheckBox("Chỉ hiện chỗ chưa xem")
        self.go = AppButton("Đến chỗ này", ButtonKind.MAIN)
        self.leave = AppButton("Đóng", ButtonKind.PLAIN)
        for button in (self.leave, self.go):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fill()
        self._lay_out()
        self.tree.itemChanged.connect(self._on_ticked)
        self.tree.itemActivated.connect(lambda *_: self._ask())
        self.hides.toggled.connect(lambda _: self._show_rows())
        self.go.clicked.connect(self._ask)
        self.leave.clicked.connect(self.reject)
        self._count()
        usual = QSize(*(theme.scaled(one) for one in _SIZE))
        # The plan is looked at beside it.
        room = parent.window().size() * _MOST_PART if parent is not None else usual
        self.resize(usual.boundedTo(room))
        self.tree.setFocus()

    def _fill(self) -> None:
        for place, item in enumerate(self.review.items):
            quote = item.quote
            shown = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"
            row = QTreeWidgetItem([place_words(item.where), shown, item.reason])
            row.setData(0, _ROLE, place)
            row.setToolTip(_QUOTE, quote)
            is_done = place in self.review.looked_at
            row.setCheckState(_WHERE, Qt.CheckState.Checked if is_done else Qt.CheckState.Unchecked)
            self.tree.addTopLevelItem(row)
        if first := self.tree.topLevelItem(0):
            self.tree.setCurrentItem(first)

    def _on_ticked(self, row: QTreeWidgetItem) -> None:
        is_done = row.checkState(_WHERE) is Qt.CheckState.Checked
        self.review.tick(row.data(0, _ROLE), is_done=is_done)
        self._count()
        self._show_rows()

    def _ask(self) -> None:
        if (row := self.tree.currentItem()) is not None:
            self.place_asked.emit(row.data(0, _ROLE))

    def _show_rows(self) -> None:
        for place in range(self.tree.topLevelItemCount()):
            if row := self.tree.topLevelItem(place):
                is_done = row.data(0, _ROLE) in self.review.looked_at
                row.setHidden(self.hides.isChecked() and is_done)

    def _count(self) -> None:
        total, left = len(self.review.items), self.review.left
        if not left:
            self.said.setText(f"Đã xem hết {total} chỗ. Có thể mở lại ở menu Kế hoạch.")
        else:
            self.said.setText(
                f"Còn {left} trong {total} chỗ chưa xem. Đánh dấu vào chỗ đã xem xong; mở lại ở "
                "menu Kế hoạch."
            )

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.hides)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, 8)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        layout.addWidget(self.tree, 1)
        layout.addLayout(foot)
