"""In lịch: the pages as small pictures beside the same pane In that other documents have."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.calendar.paper import HEIGHT, WIDTH, Paper, Sheet, picture_of
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.pages.page_range import Which
from ui.plan_life.form_dialog import FormDialog
from ui.preview.print_pane import WIDTH as PANE
from ui.preview.print_pane import PrintPane
from ui.preview.printers import Sides
from ui.session.settings import Settings

_WIDTH, _LEAST = 980, QSize(380, 270)
_EDGE = 8


@dataclass(frozen=True)
class PaperWish:
    """Which printer, which pages (none chosen: all), how often, on which sides."""

    printer: str
    chosen: tuple[int, ...]
    copies: int
    sides: Sides

    def wants(self, number: int) -> bool:
        """Whether a page is to be printed."""
        return not self.chosen or number in self.chosen


class PrintDialog(FormDialog):
    """Where nothing prints, saving is the filled button."""

    print_asked = Signal(object)
    save_asked = Signal()
    page_asked = Signal(int)
    state_asked = Signal(str)

    def __init__(self, paper: Paper, count: int, parent: QWidget, settings: Settings) -> None:
        """Show *count* pages; their pictures are asked for one by one."""
        super().__init__("In lịch", "In", parent, width=_WIDTH)
        self._count, self._number, self._can_print = count, 1, True
        self.picture = _PagePicture(paper.title)
        self.pane = PrintPane(settings, has_checks=False)
        self.pane.offer_mark(is_draft=False)
        self.pane.follow_pages([0] * count, is_complete=True)
        self.save = AppButton("Lưu PDF…", ButtonKind.PLAIN)
        self.save.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.before, self.after = _arrow("Trang trước", "left"), _arrow("Trang sau", "right")
        self._place = QLabel()
        self._put_parts()
        self.save.clicked.connect(self._save)
        self.before.clicked.connect(lambda: self._ask(self._number - 1))
        self.after.clicked.connect(lambda: self._ask(self._number + 1))
        self.pane.printer_chosen.connect(self.state_asked)
        self.pane.changed.connect(self._name_print)
        self._name_print()
        self.fit()

    def show_picture(self, number: int, picture: QImage) -> None:
        """Show a page."""
        self._number = number
        self.picture.show_picture(picture)
        self._place.setText(f"Trang {number} / {self._count}")
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < self._count)

    def offer_printers(self, names: tuple[str, ...]) -> None:
        """Offer the printers there are; without any the filled button saves a PDF."""
        self._can_print = bool(names)
        self.pane.show_printers(names)
        self.save.setVisible(self._can_print)
        self._name_print()
        self.main.setFocus()

    def agree(self) -> None:
        """Print what the pane says, or save where nothing prints."""
        if not self._can_print:
            self._save()
        elif (order := self.pane.order()) is not None:
            chosen = order.chosen if order.which is Which.CHOSEN else ()
            wish = PaperWish(self.pane.chosen_printer, chosen, order.copies, self.pane.chosen_sides)
            self.accept()
            self.print_asked.emit(wish)

    def _save(self) -> None:
        self.accept()
        self.save_asked.emit()

    def _ask(self, number: int) -> None:
        self.page_asked.emit(min(max(number, 1), self._count))

    def _name_print(self) -> None:
        copies = self.pane.copies.value()
        words = "In" if copies == 1 else f"In {copies} bản"
        self.main.setText(words if self._can_print else "Lưu PDF…")
        self.main.setAccessibleName(self.main.text())
        self.main.updateGeometry()

    def _put_parts(self) -> None:
        turning = QHBoxLayout()
        turning.addStretch(1)
        for one in (self.before, self._place, self.after):
            turning.addWidget(one)
        turning.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.picture, 1)
        left.addLayout(turning)
        self.pane.setFixedWidth(theme.scaled(PANE))
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addWidget(self.pane)
        self.content.addLayout(both, 1)
        self.foot.insertWidget(self.foot.indexOf(self.main), self.save)


def picture_for_dialog(sheets: list[Sheet], number: int) -> QImage:
    """Return a page as the dialog shows it; for the worker."""
    return picture_of(sheets[number - 1], 1.5)


class _PagePicture(QWidget):
    """A page on the grey of the desk, as large as there is room."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._picture = QImage()
        self.setAccessibleName(title)
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(620), theme.scaled(470))

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, paints = QPainter(self), theme.paints(self.palette())
        painter.fillRect(event.rect(), paints.paper)
        room = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        size = QSize(WIDTH, HEIGHT).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        page = QRect(room.topLeft(), size)
        page.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(page, self._picture)
        painter.setPen(paints.line2)
        painter.drawRect(page.adjusted(0, 0, -1, -1))


def _arrow(name: str, way: str) -> AppButton:
    button = AppButton(name, ButtonKind.BAR, icon=f"chevron-{way}")
    button.hide_words()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
