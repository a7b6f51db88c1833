"""Acts on what the check found: walk to it, let it pass with a reason, say why files are late."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.ports import UnitsOfWork
from ui.plan_life.life_work import LifeWork
from ui.reports.check_band import CheckItem
from ui.reports.form_checks_shown import check_items, mismatches
from ui.reports.reason_dialog import ReasonDialog
from ui.reports.report_editor import ReportEditor
from ui.reports.report_pages_shown import ReportPages
from ui.reports.report_tab import ReportTab
from ui.reports.report_tabs_shown import ordered_forms

_KEEP_HINT = "Lý do được giữ cùng báo cáo, chừng nào số liệu chưa đổi."
_CAUSE_HINT = "Nguyên nhân được ghi trong báo cáo, ở mục giải quyết TTHC."


class ReportCheckActs(QObject):
    """Kiểm tra số liệu, Giữ ghi lý do, Ghi nguyên nhân, Lấy số từ sổ."""

    def __init__(
        self, tab: ReportTab, pages: ReportPages, editor: ReportEditor, work: LifeWork
    ) -> None:
        """Connect the band of the forms and the entries of the menu."""
        super().__init__(tab)
        self._tab, self._pages, self._editor, self._work = tab, pages, editor, work
        actions = work.window.actions_of_menu.report
        actions.check.triggered.connect(lambda *_: self.check())
        actions.count.triggered.connect(lambda *_: self.count())
        actions.cause.triggered.connect(lambda *_: self.ask_cause())
        page = pages.form.page
        page.band.keep_asked.connect(self._ask_reason)
        page.band.cause_asked.connect(lambda item: self.ask_cause(item.row))
        page.count_asked.connect(lambda _: self.count())

    def check(self) -> None:
        """Go to the first place that does not agree, and say how many there are."""
        self._pages.write_typed()
        told: list[str] = []
        first: tuple[Form, CheckItem] | None = None
        for form in self._forms():
            items = self._items(form)
            if count := mismatches(items):
                told.append(f"biểu {form.code} {count}")
                first = first or (form, items[0])
        if first is None:
            self._work.card.say("Số liệu các biểu đã khớp")
            return
        self._work.card.warn(f"Chỗ chưa khớp: {', '.join(told)}")
        form, item = first
        self._tab.choose_form(form.code)
        self._pages.form.page.grid.go_to(item.row, item.column)

    def count(self) -> None:
        """Count the form that is shown from its register; what was typed stays."""
        self._pages.write_typed()
        form = self._pages.form.page.form
        if form is None:
            return
        if not form.register:
            self._work.card.warn(f"Biểu {form.code} không lấy số từ sổ nào")
            return

        def act(units: UnitsOfWork, report_id: str) -> Report:
            from tthc_desktop.use_cases.reporting.register_figures import count_form

            return count_form(units, report_id, form.code)

        if self._editor.do(f"Lấy số biểu {form.code} từ sổ", act):
            self._work.card.say(f"Đã lấy số biểu {form.code} từ sổ, số đã gõ giữ nguyên")
        else:
            self._work.card.say(f"Biểu {form.code}: sổ không có số nào khác với số đang ghi")

    def ask_cause(self, row: str = "") -> None:
        """Ask why dossiers of a row are late: the named one, else the current one."""
        report, form = self._editor.report, self._pages.form.page.form
        name = row or self._pages.form.page.grid.current_row
        found = report.grid(form.code).row(name) if report and form else None
        if found is None:
            self._work.card.warn("Chọn một dòng số liệu trước khi ghi nguyên nhân")
            return
        title = f"Nguyên nhân quá hạn: {found.label}"
        dialog = ReasonDialog(title, "Nguyên nhân", _CAUSE_HINT, "Ghi nguyên nhân",
                              self._work.window, words=found.cause)  # fmt: skip
        label = found.label
        dialog.agreed.connect(lambda cause: self._pages.typing.give_cause(label, cause))
        self._open(dialog)

    def _ask_reason(self, item: CheckItem) -> None:
        finding = item.finding
        if finding is None:
            return
        dialog = ReasonDialog("Giữ chỗ chưa khớp", "Lý do", _KEEP_HINT, "Giữ, ghi lý do",
                              self._work.window, said=item.words)  # fmt: skip
        dialog.agreed.connect(lambda reason: self._keep(finding, reason))
        self._open(dialog)

    def _keep(self, finding: Finding, reason: str) -> None:
        def act(units: UnitsOfWork, report_id: str) -> Report:
            from tthc_desktop.use_cases.reporting.reports import accept_finding

            return accept_finding(units, report_id, finding, reason)

        self._editor.do("Giữ một chỗ chưa khớp", act)

    def _open(self, dialog: ReasonDialog) -> None:
        grid = self._pages.form.page.grid
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: grid.setFocus())
        dialog.open()

    def _forms(self) -> tuple[Form, ...]:
        content = self._tab.content
        return ordered_forms(content.view) if content is not None else ()

    def _items(self, form: Form) -> tuple[CheckItem, ...]:
        content, report = self._tab.content, self._editor.report
        if content is None or report is None:
            return ()
        refused = self._pages.typing.refused(form.code)
        return check_items(report, form, content.view.findings(report, form), refused)
