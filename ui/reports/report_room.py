"""Ties the tab Báo cáo to the window: what is read, what is done, what can be done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tthc_desktop.domain.reporting.report import ReportState
from ui.desk import Desk
from ui.frame.actions import Page
from ui.plan_life.life_work import LifeWork
from ui.reports.period_words import frozen_words, short_period, whole_title
from ui.reports.report_check_acts import ReportCheckActs
from ui.reports.report_editor import ReportEditor
from ui.reports.report_files import ReportFiles
from ui.reports.report_life_acts import ReportLifeActs
from ui.reports.report_making import ReportMaking
from ui.reports.report_showing import ReportShowing
from ui.reports.report_text_acts_shown import ReportTextActs
from ui.session.open_plan import OpenPlan

_WAYS = (ReportState.DRAFT, ReportState.WAITING, ReportState.CONSOLIDATED, ReportState.SUBMITTED)


class ReportRoom(QObject):
    """Makes the acts on reports; nothing is read before the tab is looked at."""

    def __init__(self, desk: Desk) -> None:
        """Make the acts and connect them to the window's actions."""
        window, session = desk.window, desk.session
        super().__init__(window)
        self._desk, self._tab = desk, desk.area.report_tab
        self._actions = window.actions_of_menu.report
        registers = window.actions_of_menu.registers
        work = LifeWork(window, session, desk.background, desk.card)
        self.editor = ReportEditor(session, self)
        self.pages = pages = self._tab.edit_with(self.editor, window.settings)
        self.showing = ReportShowing(self._tab, self.editor, work)
        self.checks = ReportCheckActs(self._tab, pages, self.editor, work)
        self.making = ReportMaking(self._tab, self.editor, self.showing, work)
        self.life = ReportLifeActs(self._tab, self.editor, self.showing, work)
        self.texts = ReportTextActs(self._tab, pages, self.editor, self.showing, work)
        self.files = ReportFiles(self._tab, work, window.settings)
        self._actions.work_in(self._tab)
        desk.file_acts.take_over = self.files.ask_export
        self._tab.print_with(self.files.source)
        # Its whole name is wider than the list.
        registers.procedures.setIconText("TTHC của Sở")
        for icon, action in (
            ("doc", registers.petitions),
            ("chart", registers.index),
            ("bell", registers.activities),
            ("table", registers.procedures),
            ("warning", window.actions_of_menu.difficulty.difficulties),
        ):
            self._tab.periods.offer(icon, action)
        self._connect()

    def _connect(self) -> None:
        session, window = self._desk.session, self._desk.window
        session.plan_opened.connect(self._on_plan)
        session.plans_listed.connect(lambda _: self._enable())
        session.registers_changed.connect(self.showing.follow_soon)
        session.editor.edited.connect(lambda *_: self.showing.follow_soon())
        window.page_chosen.connect(self._on_page)
        window.closing.connect(self.pages.write_typed)
        window.actions_of_menu.refresh.triggered.connect(self.showing.follow_soon)
        self.editor.refused.connect(self._on_refused)
        self.showing.shown.connect(self._on_shown)

    def _on_plan(self, opened: OpenPlan) -> None:
        self.showing.open_file(opened.plan.year)
        self._enable()

    def _on_page(self, place: int) -> None:
        if place == Page.REPORT:
            self.showing.look()
        else:
            self.pages.write_typed()

    def _on_refused(self, title: str, sentence: str) -> None:
        self._desk.card.warn(f"{title}. {sentence}")

    def _on_shown(self) -> None:
        report = self.editor.report
        title = whole_title(report.kind, report.period) if report else ""
        if (missing := self.showing.missing) is not None:
            title = whole_title(missing.kind, missing.window.period)
            create = self._actions.create_here
            create.setIconText(f"Lập báo cáo {short_period(missing.window.period)}")
        self._desk.frame.words.say_report(title, frozen_words(report) if report else "")
        self._enable()

    def _enable(self) -> None:
        actions, report, found = self._actions, self.editor.report, self._desk.session.file
        # Without a plan the window shows no tab for the report to stand in.
        can_write = found is not None and bool(found.plans) and not found.read_only
        is_open = can_write and report is not None and report.state in _WAYS
        for action, may in (
            (actions.create, can_write),
            (actions.create_menu, can_write),
            (actions.create_here, can_write and self.showing.missing is not None),
            (actions.check, report is not None),
            (actions.count, is_open),
            (actions.cause, is_open),
            (actions.update_text, is_open),
            (actions.owing, report is not None),
            (actions.submit, is_open),
            (actions.send, is_open),
            (actions.correct, report is not None and can_write and report.is_frozen),
        ):
            action.setEnabled(bool(may))
