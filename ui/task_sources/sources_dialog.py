"""Nguồn theo dõi: which tasks are closed by which source; a proposal counts once it is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTreeWidgetItem, QWidget

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.reporting.period_words import period_in_sentence
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.use_cases.source_offers import PlanOffer
from tthc_desktop.use_cases.task_sources import PlanSources
from ui.details.entry_fields import field_height
from ui.details.field import Field
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import name_choices
from ui.plan_life.form_dialog import FormDialog, say_if_any, sentence
from ui.plan_life.wrapped_tree import WrappedTree
from ui.task_sources.source_rows import (
    ADDED,
    LINKED,
    SourceRow,
    choices_for,
    offer_words,
    source_row,
    source_rows,
    source_words,
)

_TITLE = "Nguồn theo dõi"
_TOLD = (
    "Nhiệm vụ có nguồn được ghi Hoàn thành khi báo cáo của kỳ được gửi, hoặc khi số liệu Bộ chỉ "
    "số 766 của kỳ nhập đủ. Kết quả đã ghi tay không bị thay đổi."
)
_NONE = "Chưa có nhiệm vụ nào có nguồn. Chọn một nhiệm vụ trong bảng rồi mở lại để thêm nguồn."
_HEADINGS = ("STT", "Nhiệm vụ", "Nguồn", "Tình trạng")
_ROLE = Qt.ItemDataRole.UserRole
_SOURCE_WIDTH, _WIDTH, _LEAST_LINES = 250, 900, 6


class SourcesDialog(FormDialog):
    """What is ticked is followed. `agreed` carries the sources added and those taken away.

    `offer_asked` carries what another plan's state offers a task, `close_asked` a period of
    the index that a person says is whole.
    """

    agreed = Signal(object, object)
    offer_asked = Signal(object)
    close_asked = Signal(str)

    def __init__(
        self,
        progress: PlanProgress,
        found: PlanSources,
        task: NumberedTask | None,
        parent: QWidget | None = None,
        *,
        can_write: bool,
    ) -> None:
        """Show what tasks follow; *task* may be given a source of its own."""
        super().__init__(_TITLE, "Lưu nguồn theo dõi", parent, width=_WIDTH)
        self._found, self._task = found, task
        self.tree = WrappedTree(_TITLE, _HEADINGS, 1)
        self.tree.limit(2, theme.scaled(_SOURCE_WIDTH))
        self.tree.setMinimumHeight(_LEAST_LINES * (theme.line_height(self.font()) + 8))
        self._none = sentence(_NONE, is_secondary=True)
        self._make_parts(choices_for(task.task.id, progress, found.plans) if task else ())
        self._put_fields()
        for one in source_rows(progress, found):
            self._put(one)
        self._connect()
        self._can_write = can_write
        self._follow()
        self.fit()
        self.tree.setFocus()

    @property
    def rows(self) -> tuple[tuple[SourceRow, bool], ...]:
        """Every row and whether it is ticked."""
        items = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return tuple(
            (one.data(0, _ROLE), one.checkState(0) is Qt.CheckState.Checked) for one in items if one
        )

    def agree(self) -> None:
        """Close with what is to be followed since, and what no more."""
        added = tuple(row.source for row, on in self.rows if on and row.state != LINKED)
        removed = tuple(row.source for row, on in self.rows if not on and row.state == LINKED)
        self.accept()
        self.agreed.emit(added, removed)

    def _make_parts(self, choices: tuple[object, ...]) -> None:
        self.choice = QComboBox()
        name_choices(self.choice, "Nguồn của nhiệm vụ đang chọn")
        self.choice.setMinimumHeight(field_height())
        for one in choices:
            self.choice.addItem(source_words(one, self._found.plans), one)  # type: ignore[arg-type] # sources only
        self.add = AppButton("Thêm nguồn", ButtonKind.PLAIN)
        self.take_offer = AppButton("Ghi vào nhiệm vụ", ButtonKind.PLAIN)
        self.close_index = AppButton("Chốt số liệu 766", ButtonKind.PLAIN)
        for button in (self.add, self.take_offer, self.close_index):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offered = sentence()

    def _put_fields(self) -> None:
        self.content.addWidget(sentence(_TOLD, is_secondary=True))
        self.content.addWidget(self.tree, 1)
        self.content.addWidget(self._none)
        if self._task is not None:
            words = f"Thêm nguồn cho nhiệm vụ {self._task.number}: {self._task.task.content}"
            shown = self.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, theme.scaled(_WIDTH - 60)
            )
            line = QHBoxLayout()
            line.addWidget(Field(shown, self.choice), 1)
            line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
            self.content.addLayout(line)
        below = QHBoxLayout()
        below.addWidget(self.offered, 1)
        below.addWidget(self.take_offer)
        below.addWidget(self.close_index)
        self.content.addLayout(below)

    def _connect(self) -> None:
        self.tree.itemChanged.connect(lambda *_: self._follow())
        self.tree.currentItemChanged.connect(lambda *_: self._follow())
        self.add.clicked.connect(self._add)
        self.take_offer.clicked.connect(self._take)
        self.close_index.clicked.connect(self._close_index)

    def _put(self, row: SourceRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem([row.number, row.content, row.words, row.state])
        item.setData(0, _ROLE, row)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked)
        self.tree.addTopLevelItem(item)
        if self.tree.currentItem() is None:
            self.tree.setCurrentItem(item)
        return item

    def _add(self) -> None:
        source = self.choice.currentData()
        if self._task is None or source is None:
            return
        known = {row.source: place for place, (row, _) in enumerate(self.rows)}
        if source in known:
            item = self.tree.topLevelItem(known[source])
        else:
            item = self._put(source_row(self._task, source, ADDED, self._found.plans))
        if item is not None:
            item.setCheckState(0, Qt.CheckState.Checked)
            self.tree.setCurrentItem(item)
        self._follow()

    @property
    def _offer(self) -> PlanOffer | None:
        row = self.tree.currentIndex().siblingAtColumn(0).data(_ROLE)
        if not isinstance(row, SourceRow):
            return None
        same = (one for one in self._found.offers if one.task_id == row.source.task_id)
        return next(same, None)

    def _follow(self) -> None:
        added = sum(on and row.state != LINKED for row, on in self.rows)
        removed = sum(not on and row.state == LINKED for row, on in self.rows)
        told = [f"gắn {added}"] * bool(added) + [f"bỏ {removed}"] * bool(removed)
        self.main.setText(f"Lưu: {', '.join(told)} nguồn" if told else "Lưu nguồn theo dõi")
        self.main.setEnabled(bool(told) and self._can_write)
        self._none.setVisible(not self.rows)
        offer = self._offer
        say_if_any(self.offered, offer_words(offer) if offer else "")
        self.take_offer.setVisible(offer is not None)
        self.take_offer.setEnabled(self._can_write)
        periods = self._found.index_periods
        self.close_index.setVisible(bool(periods))
        self.close_index.setEnabled(self._can_write)
        if periods:
            self.close_index.setText(f"Chốt số liệu 766 {period_in_sentence(periods[0])}")

    def _take(self) -> None:
        if (offer := self._offer) is not None:
            self.accept()
            self.offer_asked.emit(offer)

    def _close_index(self) -> None:
        self.accept()
        self.close_asked.emit(self._found.index_periods[0])
