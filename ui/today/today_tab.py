"""The page Hôm nay: what is late, what falls due, over all plans; where to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tthc_desktop.use_cases.today import DueSection, Overview
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.right_pane import PageWithPane
from ui.today.counter import Counter
from ui.today.due_words import nothing_words, section_title, whole_day
from ui.today.today_side import WIDTH, TodaySide
from ui.today.work_list import WorkList

_SIDE = 16
_GAP = 12
NOTHING_DUE = "Không có việc quá hạn, đến hạn trong tháng hay chờ văn bản."


class TodayTab(PageWithPane):
    """Counters and list at the left, report period and control plan at the right."""

    resume_asked = Signal()
    calendar_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        self.side = TodaySide()
        self.list = WorkList()
        self.counters = tuple(Counter(section) for section in DueSection)
        self._heading = QLabel()
        self._heading.setFont(theme.font(theme.PAGE_HEADING_PT, strong=True))
        self._resume_label = QLabel("Làm tiếp chỗ đang dở:")
        theme.make_secondary(self._resume_label)
        self.resume = AppButton("", ButtonKind.LINK)
        self.resume.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._nothing = QLabel(NOTHING_DUE, alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        theme.make_secondary(self._nothing)
        self._warning = QLabel(wordWrap=True)
        palette = self._warning.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.caution(palette)[0])
        self._warning.setPalette(palette)
        self.check_calendar = AppButton("Đối chiếu", ButtonKind.LINK)
        self.check_calendar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.check_calendar.setAccessibleName("Đối chiếu ngày nghỉ, ngày làm bù")
        self._facts = ""
        super().__init__(self._left(), self.side, WIDTH, parent)
        self.offer_resume("")
        for counter in self.counters:
            counter.clicked.connect(lambda *_, to=counter.section: self.list.go_to(to))
        self.resume.clicked.connect(self.resume_asked)
        self.check_calendar.clicked.connect(self.calendar_asked)
        self.warn("")
        self.setAccessibleName("Hôm nay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def facts(self) -> str:
        """What the status bar says."""
        return self._facts

    def offer_resume(self, words: str) -> None:
        """Say where the person left off; nothing is said where nothing is known."""
        self.resume.setText(words)
        self.resume.setAccessibleName(f"Làm tiếp chỗ đang dở: {words}" if words else "Làm tiếp")
        self.resume.updateGeometry()
        self.resume.setVisible(bool(words))
        self._resume_label.setVisible(bool(words))

    def warn(self, words: str) -> None:
        """Say above the counters that the working days of the year are not confirmed."""
        self._warning.setText(words)
        self._warning.setVisible(bool(words))
        self.check_calendar.setVisible(bool(words))

    def show_overview(self, overview: Overview) -> None:
        """Show what the day asks for."""
        self._heading.setText(whole_day(overview.today))
        rows = 0
        for counter in self.counters:
            count = len(overview.section(counter.section))
            rows += count
            title = section_title(counter.section, overview.today)
            counter.count(count, title, nothing_words(counter.section, overview.today))
        self.list.show_overview(overview)
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.side.show_overview(overview)
        plans = len(overview.plans)
        self._facts = f"{plans} kế hoạch đang theo dõi · {rows} việc · {overview.overdue} quá hạn"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to where one goes on: the place left last, else the list."""
        super().focusInEvent(event)
        (self.resume if self.resume.isVisible() else self.list).setFocus(event.reason())

    def _left(self) -> QWidget:
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(_SIDE, 8, _SIDE, _GAP)
        layout.setSpacing(0)
        self._heading.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self._heading)
        resume = QHBoxLayout()
        resume.setContentsMargins(8, 0, 0, 0)
        resume.addWidget(self._resume_label)
        resume.addWidget(self.resume)
        resume.addStretch(1)
        layout.addLayout(resume)
        warning = QHBoxLayout()
        warning.setContentsMargins(8, 0, 0, 0)
        warning.addWidget(self._warning, 1)
        warning.addWidget(self.check_calendar)
        layout.addLayout(warning)
        layout.addSpacing(8)
        counters = QHBoxLayout()
        counters.setSpacing(8)
        for counter in self.counters:
            counters.addWidget(counter, 1)
        layout.addLayout(counters)
        layout.addSpacing(_GAP)
        layout.addWidget(_Framed(self.list, self._nothing), 1)
        return left


class _Framed(QFrame):
    """The white ground of the list with a thin line round it."""

    def __init__(self, *content: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        for one in content:
            layout.addWidget(one)

    def paintEvent(self, event: QPaintEvent) -> None:
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), paints.surf)
        painter.setPen(QPen(paints.line, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
