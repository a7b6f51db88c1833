"""Nguồn theo dõi, from the menu to the data file; proposed after a plan came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tthc_desktop.domain.plan import PlanState
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.task_acts import record
from ui.desk import Desk
from ui.frame.backup_acts import commit_open_editor
from ui.plan_life.life_work import LifeWork
from ui.task_sources.closed_periods import ClosedPeriods
from ui.tasks.task_place import task_at

if TYPE_CHECKING:
    from tthc_desktop.domain.task_sources import TaskSource
    from tthc_desktop.use_cases.source_closing import SourceClosing
    from tthc_desktop.use_cases.source_offers import PlanOffer
    from tthc_desktop.use_cases.task_sources import PlanSources, SourcesChanged
    from ui.session.open_plan import OpenPlan

_READ_ONLY = (PlanState.REFERENCE, PlanState.CLOSED)
_NOT_READ = "Chưa đọc được nguồn theo dõi"
_NOT_SAVED = "Chưa lưu được nguồn theo dõi"
_NOT_CLOSED = "Chưa chốt được số liệu"


class TaskSourceActs(QObject):
    """One dialog; what it asks for is one act that can be undone."""

    def __init__(self, desk: Desk) -> None:
        """Connect the act of the menu."""
        super().__init__(desk.window)
        self._desk = desk
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)
        self.closed = ClosedPeriods(self._work)
        self._table = desk.area.task_tab.table
        self._imported = ""
        self._action = desk.window.actions_of_menu.compare.sources
        self._action.triggered.connect(lambda *_: self.ask())
        desk.session.plan_imported.connect(self._on_imported)
        desk.session.plan_opened.connect(self._on_opened)

    def ask(self) -> None:
        """Show what the tasks of the open plan follow and may follow."""
        commit_open_editor()
        self._read(self._show)

    def _read(self, show: object) -> None:
        progress = self._desk.session.editor.progress
        if progress is None:
            return
        plan_id, today = progress.plan.id, self._desk.session.today

        def act(units: UnitsOfWork) -> PlanSources:
            from tthc_desktop.use_cases.task_sources import plan_sources

            return plan_sources(units, plan_id, today=today)

        self._work.run("", act, show, _NOT_READ)  # type: ignore[arg-type] # takes PlanSources

    def _show(self, found: PlanSources) -> None:
        from ui.task_sources.sources_dialog import SourcesDialog

        progress = self._desk.session.editor.progress
        if progress is None:
            return
        chosen = task_at(self._table)
        rows = (one for one in progress.leaves() if one.task.id == chosen)
        can_write = not self._desk.session.editor.read_only
        can_write = can_write and progress.plan.state not in _READ_ONLY
        dialog = SourcesDialog(
            progress, found, next(rows, None), self._desk.window, can_write=can_write
        )
        dialog.agreed.connect(self._save)
        dialog.offer_asked.connect(self._take)
        dialog.close_asked.connect(self._close_index)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, added: tuple[TaskSource, ...], removed: tuple[TaskSource, ...]) -> None:
        progress = self._desk.session.editor.progress
        if progress is None:
            return
        plan_id, today = progress.plan.id, self._desk.session.today

        def act(units: UnitsOfWork) -> SourcesChanged:
            from tthc_desktop.use_cases.task_sources import change_sources

            return change_sources(units, plan_id, added, removed, today=today)

        self._work.run("Đang lưu nguồn theo dõi…", act, self._say_saved, _NOT_SAVED)

    def _say_saved(self, changed: SourcesChanged) -> None:
        told = [f"Đã gắn {len(changed.added)} nguồn"] * bool(changed.added)
        told += [f"{'bỏ' if told else 'Đã bỏ'} {len(changed.removed)} nguồn"] * bool(
            changed.removed
        )
        told += [f"ghi hoàn thành {len(changed.closings)} kỳ"] * bool(changed.closings)

        def undo(units: UnitsOfWork) -> None:
            from tthc_desktop.use_cases.task_sources import take_back_sources

            take_back_sources(units, changed)

        self.closed.tell(", ".join(told), "lưu nguồn theo dõi", undo)

    def _take(self, offer: PlanOffer) -> None:
        """Record what another plan's state says, as the Văn phòng's own closing."""
        if self._desk.session.editor.do(
            lambda progress: record(progress, offer.occurrence, None, offer.record)
        ):
            undo = self._desk.session.editor.stack.undo
            self._desk.card.say("Đã ghi vào nhiệm vụ", (("Hoàn tác", undo),))

    def _close_index(self, period: str) -> None:
        today = self._desk.session.today

        def act(units: UnitsOfWork) -> tuple[SourceClosing, ...]:
            from tthc_desktop.use_cases.index_source import close_index

            return close_index(units, period, today=today)

        def done(closings: tuple[SourceClosing, ...]) -> None:
            told, words = "Đã chốt số liệu Bộ chỉ số 766", "chốt số liệu Bộ chỉ số 766"
            self.closed.tell_closings(told, words, closings)

        self._work.run("Đang chốt số liệu…", act, done, _NOT_CLOSED)

    def _on_imported(self, imported: object) -> None:
        self._imported = str(getattr(imported, "plan_id", ""))

    def _on_opened(self, opened: OpenPlan) -> None:
        is_ours = opened.plan.state is not PlanState.REFERENCE
        self._action.setEnabled(is_ours)
        imported, self._imported = self._imported, ""
        if imported == opened.plan.id and is_ours:
            self._read(self._propose)

    def _propose(self, found: PlanSources) -> None:
        """Offer, after a plan came in, what its tasks may follow."""
        if found.proposed:
            count = len(found.proposed)
            words = f"Đã nhập kế hoạch. {count} nhiệm vụ có thể theo dõi từ báo cáo, sổ, kế hoạch"
            self._desk.card.say(words, (("Xem nguồn theo dõi…", self.ask),))
