"""Sửa cách hiểu thời gian and Gắn văn bản, from the current task to the edit."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import DueSource, Occurrence
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.timing import Schedule
from tthc_desktop.use_cases import linked_documents, timing_acts
from tthc_desktop.use_cases.today import DueRow
from tthc_desktop.use_cases.working_days import shipped_working_days
from ui.desk import Desk
from ui.frame.backup_acts import commit_open_editor
from ui.tasks.task_place import task_at
from ui.timing.link_dialog import LinkDialog
from ui.timing.timing_dialog import TimingDialog

_NO_TASK = "Chưa chọn nhiệm vụ. Chọn một dòng nhiệm vụ trong bảng rồi làm lại."
_GROUP = "Dòng đang chọn là nhóm việc, không có thời gian. Chọn một nhiệm vụ của nhóm."


class TimingActs(QObject):
    """Each act is one undo; an issued plan asks for the reason as with any other change."""

    def __init__(self, desk: Desk) -> None:
        """Connect the acts of the menu."""
        super().__init__(desk.window)
        self._desk = desk
        self._table = desk.area.task_tab.table
        self._waiting = ""
        desk.area.today_tab.list.link_asked.connect(self._from_today)
        desk.session.plan_opened.connect(lambda _: self._ask_waiting())
        due = desk.window.actions_of_menu.due
        due.timing.triggered.connect(lambda *_: self.ask_timing(task_at(self._table)))
        due.link.triggered.connect(lambda *_: self.ask_link(task_at(self._table)))

    def ask_timing(self, task_id: str) -> None:
        """Show how the timing of a task is understood and let it be chosen."""
        row = self._row(task_id)
        opened = self._progress
        if row is None or opened is None:
            return
        days = opened.working_days or shipped_working_days()
        desk = self._desk
        dialog = TimingDialog(
            row, opened.plan.year, days, opened.report_calendar, desk.session.today, desk.window
        )
        dialog.agreed.connect(partial(self._set, task_id))
        dialog.read_asked.connect(partial(self._forget, task_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_link(self, task_id: str) -> None:
        """Ask for the document that dates what waits, or for a new case."""
        row = self._row(task_id)
        opened = self._progress
        if row is None or opened is None:
            return
        desk = self._desk
        occurrences = opened.of_task(row.task)
        dialog = LinkDialog(row, occurrences, desk.session.today, desk.window)
        dialog.agreed.connect(partial(self._link, task_id))
        dialog.unlink_asked.connect(self._unlink)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def _progress(self) -> PlanProgress | None:
        return self._desk.session.editor.progress

    def _row(self, task_id: str) -> NumberedTask | None:
        commit_open_editor()
        opened = self._progress
        rows = opened.plan.numbered_tasks() if opened else ()
        row = next((one for one in rows if one.task.id == task_id), None)
        if row is None:
            self._desk.card.say(_NO_TASK)
        elif row.task.is_group:
            self._desk.card.say(_GROUP)
            return None
        return row

    def _from_today(self, row: DueRow) -> None:
        """Open the task of a row, its plan first, then ask."""
        self._waiting = row.task_id
        self._desk.frame.today.open_row(row, with_entry=False)
        opened = self._progress
        if opened is not None and opened.plan.id == row.plan_id:
            self._ask_waiting()

    def _ask_waiting(self) -> None:
        task_id, self._waiting = self._waiting, ""
        if task_id:
            self.ask_link(task_id)

    def _set(self, task_id: str, schedule: Schedule, keep_words: bool) -> None:
        def act(progress: PlanProgress) -> TaskEdit:
            return timing_acts.set_schedule(progress, task_id, schedule, keep_words=keep_words)

        if self._desk.session.editor.do(act):
            self._desk.card.say("Đã đổi cách hiểu thời gian")

    def _forget(self, task_id: str) -> None:
        self._desk.session.editor.do(
            lambda progress: timing_acts.forget_schedule(progress, task_id)
        )

    def _link(
        self, task_id: str, occurrence: Occurrence | None, source: DueSource, due: date | None
    ) -> None:
        def act(progress: PlanProgress) -> TaskEdit:
            if occurrence is None:
                return linked_documents.add_case(progress, task_id, source, due)
            return linked_documents.link_document(progress, occurrence, source, due)

        if self._desk.session.editor.do(act):
            self._desk.card.say("Đã gắn văn bản" if occurrence else "Đã thêm vụ việc")

    def _unlink(self, occurrence: Occurrence) -> None:
        self._desk.session.editor.do(
            lambda progress: linked_documents.unlink_document(progress, occurrence)
        )
