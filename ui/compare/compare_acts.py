"""So với kế hoạch của tỉnh over the open plan: compared in the worker, answered, added to."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tthc_desktop.domain.plan import PlanState, PlanSummary
from tthc_desktop.domain.plan_comparison import Comparison
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.assigned_tasks import AssignedTask
from tthc_desktop.use_cases.plan_compare import PlanCompared
from ui.compare.answering import Answering
from ui.compare.assigned_acts import AssignedActs
from ui.compare.compare_papers import ComparePapers
from ui.compare.compare_window import CompareWindow
from ui.compare.superior_importing import SuperiorImporting
from ui.desk import Desk
from ui.frame.backup_acts import commit_open_editor
from ui.plan_life.life_work import LifeWork
from ui.session.open_plan import OpenPlan

_READ_ONLY = (PlanState.REFERENCE, PlanState.CLOSED)
_NOT_READ = "Chưa so được với kế hoạch của tỉnh"


class CompareRoom(QObject):
    """One window at a time; every answer is one undo of the open plan."""

    def __init__(self, desk: Desk) -> None:
        """Connect the acts of the menus."""
        super().__init__(desk.window)
        self._desk = desk
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)
        self.papers = ComparePapers(desk, self._work)
        self.answering = Answering(desk, self._work)
        self.answering.answered.connect(self._compare)
        self.importing = SuperiorImporting(desk, self._work)
        self.importing.brought.connect(self._take)
        self._assigned = AssignedActs(desk)
        self._window: CompareWindow | None = None
        self._superior = ""
        actions = desk.window.actions_of_menu.compare
        actions.compare.triggered.connect(lambda *_: self.show())
        actions.assigned.triggered.connect(lambda *_: self._assigned.ask())
        desk.session.plan_opened.connect(self._enable)

    @property
    def window(self) -> CompareWindow | None:
        """The window while it is open."""
        return self._window

    def show(self) -> None:
        """Open the window over the open plan."""
        commit_open_editor()
        if self._window is not None or self._desk.session.editor.progress is None:
            return
        can_write = not self._desk.session.editor.read_only
        window = CompareWindow(self._desk.session.today, self._desk.window, can_write=can_write)
        window.plan_asked.connect(self._choose)
        window.import_asked.connect(lambda: self.importing.ask(window))
        self.answering.serve(window)
        window.add_asked.connect(self._add)
        window.save_asked.connect(lambda: self.papers.ask_save(window))
        window.print_asked.connect(lambda: self.papers.ask_print(window))
        window.undo_asked.connect(self._undo)
        window.finished.connect(self._on_closed)
        self._window = window
        window.open()
        self._list()

    def _enable(self, opened: OpenPlan) -> None:
        actions = self._desk.window.actions_of_menu.compare
        is_ours = opened.plan.state not in _READ_ONLY
        actions.compare.setEnabled(opened.plan.state is not PlanState.REFERENCE)
        actions.assigned.setEnabled(is_ours)

    def _list(self) -> None:
        def act(units: UnitsOfWork) -> tuple[PlanSummary, ...]:
            from tthc_desktop.use_cases.opening import list_plans

            return tuple(one for one in list_plans(units) if one.state is PlanState.REFERENCE)

        def show(plans: tuple[PlanSummary, ...]) -> None:
            progress = self._desk.session.editor.progress
            if self._window is None or progress is None:
                return
            known = [one.id for one in plans]
            alike = [one.id for one in plans if one.kind is progress.plan.kind]
            if self._superior not in known:
                self._superior = next(iter((*alike, *known)), "")
            self._window.offer_plans(plans, self._superior)
            self._compare()

        self._work.run("", act, show, _NOT_READ, over=self._window)

    def _choose(self, superior: str) -> None:
        self._superior = superior
        self._compare()

    def _compare(self) -> None:
        progress, superior = self._desk.session.editor.progress, self._superior
        if progress is None or not superior:
            return
        plan_id = progress.plan.id

        def act(units: UnitsOfWork) -> PlanCompared:
            from tthc_desktop.use_cases.plan_compare import compared

            return compared(units, plan_id, superior)

        def show(found: PlanCompared) -> None:
            if self._window is not None and superior == self._superior:
                self._window.show_found(found)

        self._work.run("Đang đối chiếu…", act, show, _NOT_READ, over=self._window)

    def _undo(self) -> None:
        """Take the last act back, of whatever kind it was; the rows follow."""
        self._desk.session.editor.stack.undo()
        self._compare()

    def _add(self, row: Comparison) -> None:
        found = self._window.found if self._window else None
        if found is None:
            return
        superior = found.superior
        number = f"{superior.number}/{superior.symbol}" if superior.number else ""
        given = AssignedTask(row.asked, number=number, day=superior.date.as_date())
        self._assigned.ask(given, self._window, self._compare)

    def _take(self, plan_id: str) -> None:
        """Compare with the plan just brought in."""
        self._superior = plan_id
        progress = self._desk.session.editor.progress
        if progress is not None:
            self._desk.session.reopen(progress.plan.id)
        self._list()

    def _on_closed(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
