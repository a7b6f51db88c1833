"""A report out: Word, PDF, Excel, and its pages for Xem trang in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from ui.frame.actions import Page
from ui.kit.trouble import open_place
from ui.plan_life.life_work import LifeWork
from ui.preview.checks import Check
from ui.preview.printed_document import PrintSource
from ui.reports.period_words import whole_title
from ui.reports.report_facts_words import missing_words
from ui.reports.report_tab import ReportTab
from ui.reports.report_warnings import warnings_of
from ui.session.export_formats import EXCEL, PDF, WORD, ExportFormat, safe_name
from ui.session.settings import Settings

_PURPOSE = "xuat"
_NO_REPORT = "Kỳ này chưa có báo cáo. Hãy lập báo cáo trước. Chưa xuất gì"
_WHAT = {WORD.suffix: "Word", PDF.suffix: "PDF", EXCEL.suffix: "Excel"}


class ReportFiles(QObject):
    """Acts on the report while its tab is shown; elsewhere the plan goes out."""

    def __init__(self, tab: ReportTab, work: LifeWork, settings: Settings) -> None:
        """Write what *tab* shows."""
        super().__init__(tab)
        self._tab, self._work, self._settings = tab, work, settings

    @property
    def report(self) -> Report | None:
        """The report, while its tab is the current page."""
        return self._tab.report if self._is_here else None

    @property
    def _is_here(self) -> bool:
        return self._work.window.bars.page_bar.currentIndex() == Page.REPORT

    def ask_export(self, form: ExportFormat) -> bool:
        """Ask for a file's name and write the report; False while another page is shown."""
        if not self._is_here:
            return False
        report = self.report
        if report is None:
            self._work.card.warn(_NO_REPORT)
            return True
        self._write_typed()
        what = _WHAT[form.suffix]
        dialog = QFileDialog(self._work.window, f"Xuất báo cáo ra {what}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(form.files)
        dialog.setDefaultSuffix(form.suffix)
        dialog.setDirectory(str(self._settings.folder(_PURPOSE)))
        name = safe_name(whole_title(report.kind, report.period))
        dialog.selectFile(f"{name}{form.suffix}")
        dialog.fileSelected.connect(lambda file: self._chosen(report, form, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return True

    def export(self, report: Report, form: ExportFormat, to: Path) -> None:
        """Write a report in the worker; the person has agreed to replace a file."""
        today, what = self._work.session.today, _WHAT[form.suffix]

        def act(units: UnitsOfWork) -> Path:
            from tthc_desktop.use_cases.reporting.report_export import export_report
            from ui.charts.paper_picture import new_page_painter

            return export_report(
                units, report.id, to, today=today, new_painter=new_page_painter, force=True
            ).file

        self._work.run(
            f"Đang xuất báo cáo ra {what}…",
            act,
            partial(self._say, what),
            f"Chưa xuất được báo cáo ra {what}",
        )

    def source(self) -> PrintSource | None:
        """Return the pages of the report for Xem trang in, None while another page is shown.

        Raises Refused where the period has no report.
        """
        if not self._is_here:
            return None
        report, content = self.report, self._tab.content
        if report is None or content is None or self._tab.pages is None:
            raise Refused(_NO_REPORT)
        self._write_typed()
        today, report_id = self._work.session.today, report.id

        def read(units: UnitsOfWork) -> DocumentLayout:
            from tthc_desktop.use_cases.reporting.report_export import report_layout
            from ui.charts.paper_picture import new_page_painter

            return report_layout(units, report_id, today=today, new_painter=new_page_painter)

        warnings = () if report.is_frozen else warnings_of(
            content.view, report, self._tab.pages.typing
        )  # fmt: skip
        told = tuple(Check("warning", one) for one in warnings)
        whole = (Check("state-done", "Số liệu khớp, các phòng đã trả lời"),)
        sent = (Check("state-done", "Trang in giữ như lúc gửi"),)
        checks = sent if report.is_frozen else told or whole
        return PrintSource(
            whole_title(report.kind, report.period), "báo cáo", Page.REPORT, read, checks
        )

    def _chosen(self, report: Report, form: ExportFormat, to: Path) -> None:
        self._settings.remember_folder(_PURPOSE, to.parent)
        named = to if to.suffix.lower() == form.suffix else to.with_name(to.name + form.suffix)
        self.export(report, form, named)

    def _say(self, what: str, file: Path) -> None:
        content = self._tab.content
        is_open = self._tab.report is not None and not self._tab.report.is_frozen
        missing = missing_words(content.view) if content is not None and is_open else ""
        words = f"Đã xuất báo cáo ra {what}. {missing}".strip().removesuffix(".")
        self._work.card.say(
            words,
            (
                ("Mở tệp", lambda: open_place(file)),
                ("Mở thư mục", lambda: open_place(file.parent)),
            ),
        )

    def _write_typed(self) -> None:
        if self._tab.pages is not None:
            self._tab.pages.write_typed()
