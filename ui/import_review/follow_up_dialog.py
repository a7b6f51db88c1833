"""Proposed tasks with boxes to tick; the whole words of the one in hand stand below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.domain.follow_up import Proposal
from ui.import_review.tall_rows import TallRows
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.panes import ThinLine

_USUAL = QSize(1040, 560)
_LARGEST = QSize(1226, 642)
_WHAT = (
    "Kế hoạch không có bảng nhiệm vụ. Những việc dưới đây lấy từ hình thức tuyên truyền và phần "
    "tổ chức thực hiện; việc được chọn sẽ theo dõi trong chương trình, không in vào kế hoạch."
)
_HEADINGS = ("Nhiệm vụ", "Chủ trì", "Thời gian", "Lấy từ")
_WIDTHS = (0, 190, 170, 140)
_LINES_BELOW = 3


class FollowUpDialog(QDialog):
    """Agreed to, it carries the proposals that are ticked; all of them are at first."""

    agreed = Signal(object)

    def __init__(self, proposals: tuple[Proposal, ...], parent: QWidget | None = None) -> None:
        """Offer *proposals*."""
        super().__init__(parent)
        self.setWindowTitle("Đề xuất nhiệm vụ theo dõi")
        self._proposals = proposals
        self.list = _list(proposals)
        self.list.itemChanged.connect(lambda *_: self._weigh())
        self.list.currentItemChanged.connect(lambda *_: self._show_whole())
        self._whole = QLabel()
        self._whole.setWordWrap(True)
        self._whole.setTextFormat(Qt.TextFormat.PlainText)
        self._whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._whole.setMinimumHeight(_LINES_BELOW * theme.line_height(self.font()))
        self.cancel = AppButton("Hủy", ButtonKind.PLAIN)
        self.add = AppButton("Thêm", ButtonKind.MAIN)
        for button in (self.cancel, self.add):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self._agree)
        self._lay_out()
        self._weigh()
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self.resize(self.sizeHint())
        self.list.setFocus()

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """The proposals that are ticked."""
        items = map(self.list.topLevelItem, range(self.list.topLevelItemCount()))
        return tuple(
            one
            for one, item in zip(self._proposals, items, strict=True)
            if item is not None and item.checkState(0) is Qt.CheckState.Checked
        )

    def sizeHint(self) -> QSize:
        """Return the usual size, or what the parent has room for."""
        usual = QSize(theme.scaled(_USUAL.width()), theme.scaled(_USUAL.height()))
        parent = self.parentWidget()
        room = parent.size() if parent is not None else _LARGEST
        return usual.boundedTo(room - QSize(16, 12)).boundedTo(_LARGEST)

    def _agree(self) -> None:
        chosen = self.chosen
        self.accept()
        self.agreed.emit(chosen)

    def _weigh(self) -> None:
        count = len(self.chosen)
        self.add.setText(f"Thêm {count} nhiệm vụ")
        self.add.setAccessibleName(self.add.text())
        self.add.updateGeometry()
        self.add.setEnabled(count > 0)

    def _show_whole(self) -> None:
        self._whole.setText(self.list.currentItem().text(0))

    def _lay_out(self) -> None:
        what = QLabel(_WHAT)
        what.setWordWrap(True)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 14, 16, 10)
        inner.setSpacing(10)
        inner.addWidget(what)
        inner.addWidget(self.list, 1)
        inner.addWidget(self._whole)
        foot = QWidget()
        foot.setAutoFillBackground(True)
        foot.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(16, 6, 13, 6)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inner, 1)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addWidget(foot)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)


def _list(proposals: tuple[Proposal, ...]) -> QTreeWidget:
    rows = QTreeWidget()
    rows.setAccessibleName("Nhiệm vụ đề xuất")
    rows.setHeaderLabels(_HEADINGS)
    rows.setRootIsDecorated(False)
    rows.setUniformRowHeights(True)
    rows.setItemDelegate(TallRows(rows))
    rows.setTextElideMode(Qt.TextElideMode.ElideRight)
    head = rows.header()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in enumerate(_WIDTHS):
        if width:
            rows.setColumnWidth(column, theme.scaled(width))
    for one in proposals:
        texts = [one.content, one.lead or "Chưa phân công", one.timing or "–", one.why]
        item = QTreeWidgetItem(rows, texts)
        item.setCheckState(0, Qt.CheckState.Checked)
        for column, text in enumerate(texts):
            item.setToolTip(column, text)
    return rows
