"""Ties the acts on progress sheets to the menus, to Hôm nay and to what is dropped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from tthc_desktop.domain.plan import Plan, PlanState
from ui.desk import Desk
from ui.frame.backup_acts import commit_open_editor
from ui.plan_life.life_work import LifeWork
from ui.sheets.answered_today import AnsweredToday
from ui.sheets.answers import AnswersTold
from ui.sheets.answers_acts import AnswersActs
from ui.sheets.receive_acts import ReceiveActs
from ui.sheets.send_acts import SendActs
from ui.sheets.sheet_drops import SheetDrops
from ui.sheets.summary_acts import SummaryActs

_SENT = (PlanState.DRAFT, PlanState.SUBMITTED, PlanState.ISSUED)


class SheetRoom(QObject):
    """Sheets go out of the open plan; what comes back is told by the file which plan it is of."""

    def __init__(self, desk: Desk) -> None:
        """Make the acts and connect them to the window's actions."""
        window, session = desk.window, desk.session
        super().__init__(window)
        self._session = session
        self._window = window
        self._actions = window.actions_of_menu.sheets
        work = LifeWork(window, session, desk.background, desk.card)
        self.sending = SendActs(work, window.settings)
        self.receiving = ReceiveActs(work, window.settings)
        self.answers = AnswersActs(work, window.actions_of_menu.due.remind)
        self.summary = SummaryActs(work, window.settings)
        self.today = AnsweredToday()
        self._drops = SheetDrops(window)
        desk.area.today_tab.side.add_to_period(self.today, self.today.copy)
        self._connect()

    @property
    def plan(self) -> Plan | None:
        """The open plan as edited so far."""
        opened, progress = self._session.open_plan, self._session.editor.progress
        if opened is None:
            return None
        return progress.plan if progress is not None else opened.plan

    def _connect(self) -> None:
        actions = self._actions
        for action, act in (
            (actions.send, self.sending.ask),
            (actions.unanswered, self.answers.show),
            (actions.summary, self.summary.ask),
        ):
            action.triggered.connect(lambda *_, do=act: self._on_plan(do))
        actions.receive.triggered.connect(lambda *_: self._receive(self.receiving.ask_files))
        self._drops.dropped.connect(lambda files: self._receive(lambda: self.receiving.read(files)))
        self._session.plans_listed.connect(self._on_listed)
        self._session.plan_opened.connect(lambda _: self._enable())
        self.answers.told.connect(self.today.show_answers)
        self.receiving.taken.changed.connect(self.answers.tell_today)
        self.sending.sent.connect(self.answers.tell_today)
        self.today.copy_asked.connect(self.answers.copy_reminder)
        self.today.list_asked.connect(self._show_answers)

    def _on_plan(self, act: Callable[[Plan], object]) -> None:
        """Take over what is being typed, then act on the plan as it then is."""
        commit_open_editor()
        if (plan := self.plan) is not None:
            act(plan)

    def _receive(self, act: Callable[[], object]) -> None:
        # A question that is open is answered first.
        if self._actions.receive.isEnabled() and self._window.isEnabled():
            commit_open_editor()
            act()

    def _on_listed(self, _: object) -> None:
        self._enable()
        self.answers.tell_today()

    def _show_answers(self, told: AnswersTold) -> None:
        self.answers.show_period(told.found.plan_id, told.year, told.found.period)

    def _enable(self) -> None:
        actions, found, plan = self._actions, self._session.file, self.plan
        has_file = found is not None and found.units is not None
        can_write = found is not None and has_file and not found.read_only
        is_sent = plan is not None and plan.state in _SENT
        for action, may in (
            (actions.send, can_write and is_sent),
            (actions.receive, can_write),
            (actions.unanswered, has_file and is_sent),
            (actions.summary, has_file and plan is not None),
        ):
            action.setEnabled(bool(may))
