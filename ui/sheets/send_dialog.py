"""Gửi phiếu cho phòng: which period, which units, into which folder; what was sent before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTreeWidgetItem, QWidget

from ui.details.field import Field
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit
from ui.plan_life.form_dialog import FormDialog, level, sentence
from ui.plan_life.wrapped_tree import WrappedTree
from ui.sheets.merge_words import moment_words
from ui.sheets.period_box import PeriodBox
from ui.sheets.return_fields import ReturnFields
from ui.sheets.sending import SendFacts, SendOrder, SendUnit

_HEADINGS = ("Đơn vị", "Đã gửi", "Trả lời")
_ROWS = 7
_PLACE = Qt.ItemDataRole.UserRole
_NOBODY = "Kỳ này không đơn vị nào có việc. Hãy chọn kỳ khác."
_NO_FOLDER = "Không có thư mục này. Hãy chọn thư mục khác."


class SendDialog(FormDialog):
    """`facts_asked` carries a period's key, `agreed` the order; the folder is asked outside."""

    facts_asked = Signal(str)
    folder_asked = Signal()
    agreed = Signal(object)

    def __init__(
        self, year: int, period: str, folder: Path, today: date, parent: QWidget | None = None
    ) -> None:
        """Ask for the sheets of a plan of *year*; the units come by `show_facts`."""
        super().__init__("Gửi phiếu tiến độ cho phòng", "Tạo phiếu", parent, width=680)
        self._facts: SendFacts | None = None
        self.period = PeriodBox(year, period)
        self.tree = WrappedTree("Đơn vị được gửi phiếu", _HEADINGS, 0)
        self.tree.setMinimumHeight(_ROWS * (theme.line_height(self.tree.font()) + 8))
        self.every = AppButton("Chọn tất cả", ButtonKind.LINK)
        self.unanswered = AppButton("Chỉ phòng chưa trả lời", ButtonKind.LINK)
        self.back = ReturnFields(today)
        self.folder = line_edit("Thư mục lưu phiếu", str(folder))
        self.folder.setCursorPosition(0)
        self.choose = AppButton("Chọn…", ButtonKind.PLAIN)
        self._folder_field = Field("Thư mục lưu phiếu", self.folder)
        self.told = sentence(is_secondary=True)
        for button in (self.every, self.unanswered, self.choose):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fill_content()
        self._connect()
        self._weigh()
        self.fit()
        self.period.setFocus()

    def show_facts(self, facts: SendFacts) -> None:
        """Show the units of a period; all of them are ticked."""
        if facts.period != self.period.key:
            return
        self._facts = facts
        self.tree.clear()
        for place, one in enumerate(facts.units):
            item = QTreeWidgetItem([one.name, _sent_words(one), _answer_words(one)])
            item.setData(0, _PLACE, place)
            item.setCheckState(0, Qt.CheckState.Checked)
            self.tree.addTopLevelItem(item)
        if first := self.tree.topLevelItem(0):
            self.tree.setCurrentItem(first)
        if facts.terms is not None:
            self.back.show_terms(facts.terms)
        self._weigh()
        self.fit()

    def take_folder(self, folder: Path) -> None:
        """Write the folder that was chosen into its field."""
        self.folder.setText(str(folder))

    @property
    def chosen(self) -> tuple[SendUnit, ...]:
        """The ticked units."""
        facts = self._facts
        if facts is None:
            return ()
        items = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return tuple(
            facts.units[one.data(0, _PLACE)]
            for one in items
            if one is not None and one.checkState(0) is Qt.CheckState.Checked
        )

    def agree(self) -> None:
        """Hand the order over; the dialog closes once the sheets are written."""
        facts, terms = self._facts, self.back.terms
        if facts is None or terms is None:
            return
        folder = Path(self.folder.text().strip())
        self.agreed.emit(SendOrder(facts.plan_id, facts.period, self.chosen, folder, terms))

    def _tick(self, *, answered_too: bool) -> None:
        facts = self._facts
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is None or facts is None:
                continue
            wanted = answered_too or not facts.units[item.data(0, _PLACE)].answered_at
            item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)

    def _ask_facts(self) -> None:
        self._facts = None
        self.tree.clear()
        self._weigh()
        self.facts_asked.emit(self.period.key)

    def _weigh(self) -> None:
        count = len(self.chosen)
        typed = self.folder.text().strip()
        there = bool(typed) and Path(typed).is_dir()
        self._folder_field.say("" if there else _NO_FOLDER)
        self.main.setText(f"Tạo {count} phiếu" if count else "Tạo phiếu")
        self.main.setAccessibleName(self.main.text())
        terms = self.back.terms
        self.told.setText(self._told())
        self.main.setEnabled(bool(count) and there and terms is not None)
        self.main.updateGeometry()

    def _told(self) -> str:
        """Return what will stand in the sheets, or that nobody has a task in the period."""
        if self._facts is None:
            return ""
        return self.back.told if self._facts.units else _NOBODY

    def _connect(self) -> None:
        self.back.changed.connect(self._weigh)
        self.period.currentIndexChanged.connect(lambda _: self._ask_facts())
        self.tree.itemChanged.connect(lambda *_: self._weigh())
        self.folder.textChanged.connect(lambda _: self._weigh())
        self.choose.clicked.connect(lambda *_: self.folder_asked.emit())
        self.every.clicked.connect(lambda *_: self._tick(answered_too=True))
        self.unanswered.clicked.connect(lambda *_: self._tick(answered_too=False))

    def _fill_content(self) -> None:
        self.content.addWidget(Field("Kỳ", self.period))
        self.content.addWidget(self.tree, 1)
        ticks = QHBoxLayout()
        ticks.setSpacing(24)
        ticks.addWidget(self.every)
        ticks.addWidget(self.unanswered)
        ticks.addStretch(1)
        self.content.addLayout(ticks)
        self.content.addWidget(self.back)
        level(self.folder, self.choose)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._folder_field, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignVCenter)
        self.content.addLayout(row)
        self.content.addWidget(self.told)


def _sent_words(one: SendUnit) -> str:
    if not one.sent_at:
        return "Chưa gửi"
    edition = f", {one.editions} bản" if one.editions > 1 else ""
    return f"{moment_words(one.sent_at)}{edition}"


def _answer_words(one: SendUnit) -> str:
    if one.answered_at:
        return f"Đã nhận {moment_words(one.answered_at)}"
    return "Chưa trả lời" if one.sent_at else ""
