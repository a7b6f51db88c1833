"""A report's way: waited for, submitted, sent, corrected."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from tthc_desktop.domain.reporting.report import Report, ReportState, Sending
from tthc_desktop.ports import UnitsOfWork
from ui.kit.question import ask
from ui.plan_life.form_dialog import FormDialog
from ui.plan_life.life_work import LifeWork
from ui.reports.owing_dialog import OwingDialog
from ui.reports.period_words import STEP_WORDS, report_title
from ui.reports.report_editor import ReportEditor
from ui.reports.report_facts_words import missing_words
from ui.reports.report_sending import ReportSending
from ui.reports.report_showing import ReportShowing
from ui.reports.report_tab import ReportTab
from ui.reports.report_warnings import warnings_of
from ui.reports.send_dialog import SendDialog
from ui.reports.submit_dialog import SubmitDialog

_NOT_CREATED = "Chưa lập được báo cáo"
_CORRECTION = (
    "Bản đã gửi giữ nguyên; bản sửa bắt đầu từ số liệu và lời văn của nó, ở bước Nháp, và được "
    "gửi bằng số mới."
)


class ReportLifeActs(QObject):
    """Connects the entries of the menu and the steps in the head."""

    def __init__(
        self, tab: ReportTab, editor: ReportEditor, showing: ReportShowing, work: LifeWork
    ) -> None:
        """Act on the report that is shown."""
        super().__init__(tab)
        self._tab, self._editor, self._showing, self._work = tab, editor, showing, work
        self._out = ReportSending(showing, work)
        self._sending: SendDialog | None = None
        actions = work.window.actions_of_menu.report
        for action, act in (
            (actions.owing, self.show_owing),
            (actions.submit, self.ask_submit),
            (actions.send, self.ask_send),
            (actions.correct, self.ask_correction),
        ):
            action.triggered.connect(lambda *_, do=act: self._after_typing(do))
        tab.head.steps.next_asked.connect(self.take_next_step)
        tab.head.correction_asked.connect(self.ask_correction)
        tab.head.version_asked.connect(showing.show_version)

    def take_next_step(self) -> None:
        """Go on to the next step; the last two ask first."""
        step = self._tab.head.steps.next_step
        if step is ReportState.SUBMITTED:
            self._after_typing(self.ask_submit)
        elif step is ReportState.SENT:
            self._after_typing(self.ask_send)
        elif step is not None:
            self._set_state(step)
            if step is ReportState.CONSOLIDATED and self._missing:
                self._work.card.warn(self._missing)

    def show_owing(self) -> None:
        """Show who owes what for the report."""
        content, report = self._tab.content, self._editor.report
        if content is None or report is None:
            return
        title = report_title(report.kind, report.period)
        can_edit = self._editor.can_edit
        dialog = OwingDialog(title, content.view.owing, can_edit=can_edit,
                             parent=self._work.window)  # fmt: skip
        dialog.agreed.connect(self._receive)
        self._open(dialog)

    def ask_submit(self) -> None:
        """Ask before the report goes to be signed; one that went can be taken back."""
        content, report = self._tab.content, self._editor.report
        if content is None or report is None or self._tab.pages is None:
            return
        warnings = warnings_of(content.view, report, self._tab.pages.typing)
        is_submitted = report.state is ReportState.SUBMITTED
        title = report_title(report.kind, report.period)
        dialog = SubmitDialog(title, warnings, is_submitted=is_submitted,
                              parent=self._work.window)  # fmt: skip
        dialog.submitted.connect(partial(self._set_state, ReportState.SUBMITTED))
        dialog.taken_back.connect(partial(self._set_state, ReportState.CONSOLIDATED))
        dialog.send_asked.connect(self.ask_send)
        self._open(dialog)

    def ask_send(self) -> None:
        """Ask for number, days and channel."""
        report, content = self._editor.report, self._tab.content
        if report is None or content is None or report.is_frozen or self._tab.pages is None:
            return
        if self._tab.pages.typing.has_refused:
            self._work.card.warn("Còn ô chưa hiểu (màu đỏ). Sửa các ô đó rồi ghi gửi")
            return
        title = report_title(report.kind, report.period)
        view, typing = content.view, self._tab.pages.typing
        warned = " ".join(warnings_of(view, report, typing))
        dialog = SendDialog(title, self._work.session.today, warned, self._work.window)
        dialog.send_asked.connect(partial(self._send, report))
        self._sending = dialog
        self._open(dialog)

    def ask_correction(self) -> None:
        """Ask before a correction is begun beside the version that was sent."""
        report = self._editor.report
        if report is not None and report.is_frozen:
            title = f"Lập bản sửa: {report_title(report.kind, report.period)}"
            yes = ("Lập bản sửa", partial(self._correct, report))
            ask(self._tab, title, _CORRECTION, yes, "Giữ nguyên")

    @property
    def _missing(self) -> str:
        content = self._tab.content
        return missing_words(content.view) if content is not None else ""

    def _set_state(self, state: ReportState) -> None:
        def act(units: UnitsOfWork, report_id: str) -> Report:
            from tthc_desktop.use_cases.reporting.report_life import set_state

            return set_state(units, report_id, state)

        self._editor.do(f"Chuyển báo cáo sang {STEP_WORDS[state].lower()}", act)

    def _receive(self, names: tuple[str, ...]) -> None:
        on: date = self._work.session.today

        def act(units: UnitsOfWork, report_id: str) -> Report:
            from tthc_desktop.use_cases.reporting.report_life import receive_from_named

            return receive_from_named(units, report_id, names, on=on)

        self._editor.do("Ghi phòng đã nộp", act)

    def _send(self, report: Report, sending: Sending) -> None:
        self._out.send(report, sending, self._sending)

    def _correct(self, report: Report) -> None:
        def act(units: UnitsOfWork) -> Report:
            from tthc_desktop.use_cases.reporting.report_life import ask_correction

            return ask_correction(units, report.id)

        def done(made: Report) -> None:
            self._work.card.say(f"Đã lập bản sửa, bản {made.version}")
            self._showing.show_period(made.kind, made.period)

        self._work.run("Đang lập bản sửa…", act, done, "Chưa lập được bản sửa")

    def _after_typing(self, act: object) -> None:
        if self._tab.pages is not None:
            self._tab.pages.write_typed()
        if callable(act):
            act()

    def _open(self, dialog: FormDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
