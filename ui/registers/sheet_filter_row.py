"""The row above a register: words, what is picked out, year and period, and how many are shown."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from tthc_desktop.domain.periods import periods_of_year
from tthc_desktop.domain.reporting.period_words import period_in_sentence
from tthc_desktop.domain.timing import Frequency
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit, name_choices
from ui.registers.register_sheet import Picks, RegisterSheet, Scope
from ui.registers.sheet_order import SheetFilter

PAUSE_MS = 250
_SIDE, _GAP = 8, 8
_TEXT_WIDTH = 200
_OVER_LINE = 10
_LISTED: tuple[Frequency, ...] = ("quarter", "month", "half", "nine_months", "year")
_ALL_TIME = "Mọi thời gian"


class SheetFilterRow(QWidget):
    """`changed` says that other rows are asked for, `scope_changed` another year or period."""

    changed = Signal()
    scope_changed = Signal()

    def __init__(self) -> None:
        """Make a row that asks for nothing."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.text = line_edit("Lọc theo chữ", hint="Lọc theo chữ, không cần dấu")
        self.text.setFixedWidth(theme.scaled(_TEXT_WIDTH))
        self.picks, self.years, self.periods = QComboBox(), QComboBox(), QComboBox()
        for box, name, letters in (
            (self.picks, "Lọc theo tình trạng", 14),
            (self.years, "Năm", 5),
            (self.periods, "Kỳ", 12),
        ):
            name_choices(box, name)
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(policy)
            box.setMinimumContentsLength(letters)
            box.setMinimumHeight(theme.line_height(box.font()) + _OVER_LINE)
        self.clear_link = AppButton("Bỏ lọc", ButtonKind.LINK)
        self.clear_link.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.count = QLabel()
        theme.make_secondary(self.count)
        self._has_all_time = True
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._pause.start())
        self.text.returnPressed.connect(self.changed)
        self.picks.activated.connect(lambda _: self.changed.emit())
        self.years.activated.connect(lambda _: self._on_year())
        self.periods.activated.connect(lambda _: self.scope_changed.emit())
        self.clear_link.clicked.connect(self.clear)
        self._lay_out()

    @property
    def filter(self) -> SheetFilter:
        """What is asked for now."""
        return SheetFilter(self.text.text(), self.picks.currentData() or "")

    @property
    def scope(self) -> Scope:
        """The year and the period that are looked at."""
        return Scope(self.years.currentData() or 0, self.periods.currentData() or "")

    def offer(self, years: Iterable[int], year: int) -> None:
        """Offer years; the one chosen before stays where it can."""
        wanted = self.years.currentData() or year
        with QSignalBlocker(self.years):
            self.years.clear()
            for one in sorted({*years, year}, reverse=True):
                self.years.addItem(str(one), one)
            self.years.setCurrentIndex(max(self.years.findData(wanted), 0))
        self._offer_periods()

    def suit(self, picks: Picks, sheet: RegisterSheet) -> None:
        """Offer what a sheet's rows are picked out by; without all time where it needs a period."""
        wanted = self.picks.currentData()
        with QSignalBlocker(self.picks):
            self.picks.clear()
            self.picks.addItem(picks.every, "")
            for key, words in picks.choices:
                self.picks.addItem(words, str(key))
            self.picks.setCurrentIndex(max(self.picks.findData(wanted), 0))
        self.picks.setVisible(bool(picks.choices))
        for box in (self.years, self.periods):
            box.setVisible(sheet.has_scope)
        self._has_all_time = not sheet.needs_period
        self._offer_periods()

    def choose(self, period: str) -> None:
        """Look at a period, without telling."""
        year = int(period[:4]) if period else None
        with QSignalBlocker(self.years):
            if year and self.years.findData(year) >= 0:
                self.years.setCurrentIndex(self.years.findData(year))
        self._offer_periods()
        self.periods.setCurrentIndex(max(self.periods.findData(period), 0))

    def say_count(self, shown: int, total: int) -> None:
        """Say how many rows are shown; offer the way back where some are not."""
        is_part = shown < total or self.filter.asks
        self.count.setText(f"Đang hiện {shown} trong {total}" if is_part else "")
        self.clear_link.setVisible(self.filter.asks)

    def clear(self) -> None:
        """Ask for every row of the period."""
        self._pause.stop()
        with QSignalBlocker(self.text), QSignalBlocker(self.picks):
            self.text.clear()
            self.picks.setCurrentIndex(0)
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        paints, painter = theme.paints(self.palette()), QPainter(self)
        painter.fillRect(self.rect(), paints.surf)
        painter.setPen(paints.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _on_year(self) -> None:
        self._offer_periods()
        self.scope_changed.emit()

    def _offer_periods(self) -> None:
        """Offer the periods of the year; the same part of another year stays chosen."""
        wanted, year = self.periods.currentData() or "", self.years.currentData()
        if year is None:
            return
        with QSignalBlocker(self.periods):
            self.periods.clear()
            if self._has_all_time:
                self.periods.addItem(_ALL_TIME, "")
            for frequency in _LISTED:
                for one in periods_of_year(frequency, year):
                    words = period_in_sentence(one.key).removesuffix(f" năm {year}")
                    self.periods.addItem(words[:1].upper() + words[1:], one.key)
            same = f"{year}{wanted[4:]}" if wanted else ""
            self.periods.setCurrentIndex(max(self.periods.findData(same), 0))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE, 5, _SIDE, 6)
        layout.setSpacing(_GAP)
        for widget in (self.text, self.picks, self.years, self.periods, self.clear_link):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.count)
