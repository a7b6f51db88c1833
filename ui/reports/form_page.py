"""A form of the report: its heading, its grid, what the check says under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.use_cases.reporting.report_view import ReportView
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.reports.check_band import CheckBand, CheckItem
from ui.reports.cut_title import CutTitle
from ui.reports.form_acts import FormActs
from ui.reports.form_checks_shown import check_items, open_findings
from ui.reports.form_grid import FormGrid
from ui.reports.form_model import FormModel
from ui.reports.form_rows import form_rows
from ui.reports.form_typing import FormTyping

_PADDING, _OVER, _GAP = 16, 8, 6
UNCONFIRMED = "cần đối chiếu"


class FormPage(QWidget):
    """Shows one form at a time; acts on it go to *typing*."""

    count_asked = Signal(str)

    def __init__(self, typing: FormTyping, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self._typing = typing
        self.title = CutTitle()
        self.unit = QLabel()
        self.unit.setFont(theme.font(theme.HEADER_PT, italic=True))
        theme.make_secondary(self.unit)
        self.count = AppButton("Lấy số từ sổ", ButtonKind.LINK)
        self.count.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.count.clicked.connect(self._ask_count)
        self.model = FormModel(typing, self)
        self.grid = FormGrid(self.model)
        self.acts = FormActs(self.grid, self.model, typing)
        self.band = CheckBand()
        self.band.cell_asked.connect(self.grid.go_to)
        self._form: Form | None = None
        self._head = QWidget()
        self._lay_out()
        self.setFocusProxy(self.grid)

    @property
    def form(self) -> Form | None:
        """The form that is shown."""
        return self._form

    @property
    def wanted_height(self) -> int:
        """The height at which every row of the form is seen."""
        band = self.band.sizeHint().height() + _GAP if not self.band.isHidden() else 0
        own = self._head.sizeHint().height() + _GAP + 2 * _OVER
        return own + self.grid.wanted_height() + band

    def be_low(self, *, is_low: bool) -> None:
        """Leave the grid as much room as can be in a low window."""
        self._head.setVisible(not is_low)
        self.grid.be_compact(is_compact=is_low)
        over = 4 if is_low else _OVER
        self._layout.setContentsMargins(_PADDING, over, _PADDING, over)

    def show_form(self, view: ReportView, report: Report, form: Form) -> tuple[CheckItem, ...]:
        """Show a form of a report as it stands; return what the check says of it."""
        if self._form is None or form.code != self._form.code:
            self.grid.leave_editor()
        self._form = form
        self._typing.type_into(form)
        can_edit = self._typing.can_type
        note = "" if form.confirmed else f" ({UNCONFIRMED})"
        self.title.setText(f"Biểu số {form.code}/VPCP/KSTT – {form.title}{note}")
        self.unit.setText(f"Đơn vị tính: {form.unit}")
        self.count.setVisible(bool(form.register) and can_edit)
        grid, refused = report.grid(form.code), self._typing.refused(form.code)
        findings = view.findings(report, form)
        colouring = open_findings(report, findings)
        self.model.show(form, form_rows(form, grid, colouring, refused, can_edit=can_edit))
        items = check_items(report, form, findings, refused)
        self.band.show_items(items, can_edit=can_edit)
        self.acts.follow()
        return items

    def _ask_count(self) -> None:
        if self._form is not None:
            self.count_asked.emit(self._form.code)

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        head.addWidget(self.unit)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _OVER, _PADDING, _OVER)
        layout.setSpacing(_GAP)
        layout.addWidget(self._head)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.band)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
