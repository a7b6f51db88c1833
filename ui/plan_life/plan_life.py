"""Ties the acts on whole plans to the menus, to the plan list and to what is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from tthc_desktop.domain.plan import Plan, PlanState
from ui.desk import Desk
from ui.frame.backup_acts import commit_open_editor
from ui.plan_life.adjustment_asking import AdjustmentAsking
from ui.plan_life.attachment_acts import AttachmentActs
from ui.plan_life.carry_over_acts import CarryOverActs
from ui.plan_life.issue_acts import IssueActs
from ui.plan_life.life_work import LifeWork
from ui.plan_life.register_acts import RegisterActs
from ui.plan_life.submission_acts import SubmissionActs
from ui.plan_life.template_acts import TemplateActs

_OPEN = (PlanState.DRAFT, PlanState.SUBMITTED)


class PlanLife(QObject):
    """Lets each act be done in the states in which it makes sense."""

    def __init__(self, desk: Desk) -> None:
        """Make the acts and connect them to the window's actions."""
        window, session, area = desk.window, desk.session, desk.area
        super().__init__(window)
        self._session, self._area = session, area
        self._actions = window.actions_of_menu.life
        self.work = LifeWork(window, session, desk.background, desk.card)
        self.templates = TemplateActs(self.work)
        self.carrying = CarryOverActs(self.work, area)
        self.attachments = AttachmentActs(self.work, window.settings)
        self.issuing = IssueActs(self.work, self._actions.attach.trigger)
        self.submission = SubmissionActs(self.work, window.settings)
        self.adjusting = AdjustmentAsking(self.work)
        self.register = RegisterActs(self.work)
        self._connect()
        session.plans_listed.connect(lambda _: self._enable())
        session.plan_opened.connect(lambda _: self._enable())
        area.plan_list.offer(self._actions.carry_over)
        area.plan_list.menu_asked.connect(self._show_menu)

    @property
    def plan(self) -> Plan | None:
        """The open plan as edited so far."""
        opened, progress = self._session.open_plan, self._session.editor.progress
        if opened is None:
            return None
        return progress.plan if progress is not None else opened.plan

    def _connect(self) -> None:
        actions = self._actions
        actions.new_plan.triggered.connect(lambda *_: self.templates.new_plan())
        actions.carry_over.triggered.connect(lambda *_: self.carrying.ask())
        actions.review.triggered.connect(lambda *_: self.carrying.show_review())
        actions.register.triggered.connect(lambda *_: self.register.show())
        actions.templates.triggered.connect(lambda *_: self.templates.show_list())
        actions.reason.triggered.connect(lambda *_: self.adjusting.change_reason())
        for action, act in (
            (actions.save_template, self.templates.save),
            (actions.submit, self.submission.ask),
            (actions.issue, self.issuing.ask_issue),
            (actions.attach, self.attachments.show),
            (actions.adjusting_plan, self.submission.ask_adjusting_plan),
            (actions.close_plan, self.issuing.ask_closing),
        ):
            action.triggered.connect(lambda *_, do=act: self._on_plan(do))

    def _on_plan(self, act: Callable[[Plan], object]) -> None:
        """Take over what is being typed, then act on the plan as it then is."""
        commit_open_editor()
        if (plan := self.plan) is not None:
            act(plan)

    def _enable(self) -> None:
        actions, found, plan = self._actions, self._session.file, self.plan
        can_write = found is not None and not found.read_only
        has_file = found is not None and found.units is not None
        state = plan.state if plan else None
        is_ours = plan is not None and state is not PlanState.REFERENCE
        own = any(one.state is not PlanState.REFERENCE for one in (found.plans if found else ()))
        for action, may in (
            (actions.new_plan, can_write),
            (actions.new_menu, can_write),
            (actions.carry_over, can_write and own),
            (actions.save_template, can_write and plan is not None),
            (actions.review, plan is not None and self.carrying.has_review(plan.id)),
            (actions.submit, can_write and state in _OPEN),
            (actions.issue, can_write and state in _OPEN),
            (actions.attach, is_ours),
            (actions.reason, can_write and state is PlanState.ISSUED),
            (actions.adjusting_plan, state is PlanState.ISSUED),
            (actions.close_plan, can_write and state is PlanState.ISSUED),
            (actions.register, has_file),
            (actions.templates, has_file),
        ):
            action.setEnabled(bool(may))

    def _show_menu(self, plan_id: str, at: QPoint) -> None:
        """Show what can be done with a plan of the list."""
        found = self._session.file
        summary = next((one for one in found.plans if one.id == plan_id), None) if found else None
        if found is None or summary is None:
            return
        is_ours = summary.state is not PlanState.REFERENCE
        menu = QMenu(self._area.plan_list)
        menu.setAccessibleName("Lệnh cho kế hoạch")
        menu.addAction("&Mở", lambda: self._session.select(plan_id))
        if is_ours:
            carry = menu.addAction("&Lập từ kế hoạch này…", lambda: self.carrying.ask(plan_id))
            carry.setEnabled(not found.read_only)
            menu.addAction("&Gắn bản đã ký…", lambda: self.attachments.show(summary))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
