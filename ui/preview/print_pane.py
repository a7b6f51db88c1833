"""The pane In: printer, pages, copies, both sides, the mark of a draft, what to know before."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme
from ui.kit.panes import ThinLine
from ui.pages.printing import PrintOrder
from ui.preview.check_list import CheckList
from ui.preview.checks import Check
from ui.preview.copies_field import CopiesField
from ui.preview.printers import PrinterState, Sides
from ui.preview.which_pages import WhichPages
from ui.session.settings import Settings

WIDTH = 288
_SIDE = 16
_GAP = 16
_SIDES = {
    "Một mặt": Sides.ONE,
    "Lật cạnh dài": Sides.LONG_EDGE,
    "Lật cạnh ngắn": Sides.SHORT_EDGE,
}
_NO_PRINTER = "Chưa có máy in"
_NO_PRINTER_HINT = "Cài máy in trong Windows rồi mở lại trang này, hoặc lưu PDF để in ở máy khác."
_PRINTER, _COPIES, _BOTH_SIDES, _MARK = "printer", "copies", "sides", "draft-mark"


class PrintPane(QScrollArea):
    """Choices are kept at once, so that the next document is printed the same way."""

    mark_changed = Signal(bool)
    changed = Signal()
    printer_chosen = Signal(str)

    def __init__(self, settings: Settings, *, has_checks: bool = True) -> None:
        """Make the pane with the choices of last time; *has_checks*: something is checked first."""
        super().__init__()
        self._has_checks = has_checks
        self._settings = settings
        self.printer = _combo("Máy in", ())
        self._state = CheckList()
        self.which = WhichPages(settings)
        self.copies = CopiesField(int(settings.choice(_COPIES, "1")))
        self.sides = _combo("In hai mặt", _SIDES)
        wanted = settings.choice(_BOTH_SIDES, Sides.ONE)
        self.sides.setCurrentIndex([str(one) for one in _SIDES.values()].index(wanted))
        self.mark = QCheckBox("Chữ “DỰ THẢO” chìm dưới mỗi trang")
        self.mark.setChecked(settings.choice(_MARK, "") == "1")
        self.checks = CheckList()
        self._lay_out()
        self.printer.activated.connect(self._on_printer)
        self.which.changed.connect(self.changed)
        self.copies.valueChanged.connect(self._on_copies)
        self.sides.activated.connect(
            lambda: settings.remember_choice(_BOTH_SIDES, self.chosen_sides)
        )
        self.mark.toggled.connect(self._on_mark)

    @property
    def chosen_printer(self) -> str:
        """The name of the printer; empty where there is none."""
        return self.printer.currentText() if self.printer.isEnabled() else ""

    @property
    def chosen_sides(self) -> Sides:
        """How both sides of the paper are used."""
        return _SIDES[self.sides.currentText()]

    @property
    def wants_mark(self) -> bool:
        """Whether the mark is wanted on the pages of the draft that is shown."""
        return self.mark.isChecked() and not self.mark.isHidden()

    def order(self) -> PrintOrder | None:
        """Return what is to be printed; None, and the field says why, for impossible pages."""
        if (chosen := self.which.numbers()) is None:
            self.which.field.setFocus()
            return None
        return PrintOrder(self.which.which, chosen, self.copies.value())

    def show_printers(self, names: tuple[str, ...]) -> None:
        """Offer other printers; the one of last time, else the first, is chosen."""
        self.printer.clear()
        self.printer.addItems(names or (_NO_PRINTER,))
        self.printer.setEnabled(bool(names))
        wanted = self._settings.choice(_PRINTER, "")
        if wanted in names:
            self.printer.setCurrentText(wanted)
        for field in (self.copies, self.sides):
            field.setEnabled(bool(names))
        self._state.show_checks(() if names else (Check("info", _NO_PRINTER_HINT),))
        if names:
            self.printer_chosen.emit(self.chosen_printer)

    def say_state(self, state: PrinterState) -> None:
        """Say how the chosen printer is."""
        icon = "warning" if state is PrinterState.TROUBLE else "state-done"
        self._state.show_checks((Check(icon, str(state)),))

    def follow_pages(self, sections: list[int], *, is_complete: bool) -> None:
        """Say of which pages the choices are: of each the section it belongs to."""
        self.which.follow_pages(sections, is_complete=is_complete)

    def offer_mark(self, *, is_draft: bool) -> None:
        """Offer the mark for drafts only."""
        self.mark.setVisible(is_draft)

    def _on_printer(self) -> None:
        self._settings.remember_choice(_PRINTER, self.chosen_printer)
        self.printer_chosen.emit(self.chosen_printer)

    def _on_copies(self, copies: int) -> None:
        self._settings.remember_choice(_COPIES, str(copies))
        self.changed.emit()

    def _on_mark(self, is_wanted: bool) -> None:
        self._settings.remember_choice(_MARK, "1" if is_wanted else "")
        self.mark_changed.emit(is_wanted)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        content.setAutoFillBackground(True)
        box = QVBoxLayout(content)
        box.setContentsMargins(_SIDE, 12, _SIDE, 12)
        box.setSpacing(4)
        title = QLabel("In")
        title.setFont(theme.font(theme.TITLE_PT, strong=True))
        box.addWidget(title)
        box.addWidget(_label("Máy in", self.printer))
        box.addWidget(self.printer)
        box.addWidget(self._state)
        box.addSpacing(_GAP - 8)
        box.addWidget(self.which)
        box.addSpacing(_GAP - 8)
        pair = QGridLayout()
        pair.setHorizontalSpacing(12)
        for column, (words, field) in enumerate(
            (("Số bản", self.copies), ("In hai mặt", self.sides))
        ):
            pair.addWidget(_label(words, field), 0, column)
            pair.addWidget(field, 1, column)
            pair.setColumnStretch(column, 1)
        box.addLayout(pair)
        box.addSpacing(4)
        box.addWidget(self.mark)
        if self._has_checks:
            box.addSpacing(_GAP - 4)
            box.addWidget(ThinLine(Qt.Orientation.Horizontal))
            box.addSpacing(8)
            box.addWidget(_label("Kiểm tra trước khi in", None))
            box.addSpacing(2)
            box.addWidget(self.checks)
        box.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.printer)


def _label(words: str, field: QWidget | None) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.font(strong=True))
    theme.make_secondary(label)
    if field is not None:
        label.setBuddy(field)
    return label


def _combo(name: str, words: Iterable[str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.view().setAccessibleName(name)
    combo.addItems(tuple(words))
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
    combo.setMinimumHeight(theme.line_height(combo.font()) + 12)
    return combo
