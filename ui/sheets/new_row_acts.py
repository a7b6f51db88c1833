"""A row that a unit added becomes a task of the open plan: an edit like any other, one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_edit import TaskEdit
from ui.kit.trouble import tell
from ui.plan_life.life_work import LifeWork, is_there
from ui.sheets.add_row_dialog import AddRowDialog, RowOrder
from ui.sheets.merge_view import MergeFile
from ui.sheets.merge_words import ALL_UNITS

if TYPE_CHECKING:
    from ui.sheets.merge_dialog import MergeDialog
    from ui.sheets.taken_sheets import TakenSheets

_NOT_ADDED = "Chưa thêm được vào kế hoạch"
_OTHER_PLAN = (
    "Phiếu này thuộc kế hoạch khác với kế hoạch đang mở. Hãy đóng bảng nhận phiếu, mở kế hoạch "
    "của phiếu rồi nhận lại. Chưa thay đổi gì."
)


class NewRowActs(QObject):
    """Asks where the row goes; an issued plan is adjusted, with its reason asked as ever."""

    def __init__(self, work: LifeWork, taken: TakenSheets) -> None:
        """Work on the open plan; *taken* keeps the edit undoable when the plan is read again."""
        super().__init__(work.window)
        self._work, self._taken = work, taken
        self._editor = work.session.editor

    def ask(self, over: MergeDialog, file: MergeFile, place: int) -> None:
        """Ask for the words and the place of the row at *place* of a file."""
        from tthc_desktop.use_cases.assigned_tasks import assigned_places

        task, progress = file.rows[place].new_task, self._editor.progress
        if task is None or progress is None:
            return
        if progress.plan.id != file.plan_id or self._editor.read_only:
            tell(over, _NOT_ADDED, self._editor.read_only or _OTHER_PLAN)
            return
        unit = "" if file.unit == ALL_UNITS else file.unit
        dialog = AddRowDialog(task, unit, assigned_places(progress.plan), over)
        dialog.agreed.connect(lambda order: self._add(over, file.key, place, unit, order))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, over: MergeDialog, key: str, place: int, unit: str, order: RowOrder) -> None:
        from tthc_desktop.use_cases.task_acts import insert_tasks

        made: list[TaskEdit] = []

        def act(progress: PlanProgress) -> TaskEdit:
            cells = {"content": order.task.content, "timing": order.task.timing, "lead": unit}
            words = f"thêm nhiệm vụ từ phiếu của {unit}" if unit else "thêm nhiệm vụ từ phiếu"
            made[:] = [insert_tasks(progress, order.place, [cells], words)]  # type: ignore[list-item]
            return made[0]

        def added(progress: PlanProgress, edit: TaskEdit) -> None:
            # Of an issued plan the reason is asked first: the edit comes once it is given.
            if not made or edit is not made[0]:
                return
            end()
            self._taken.keep_added(edit)
            if is_there(over):
                over.say_added(key, place, f"Đã thêm vào kế hoạch: {_number(progress, edit)}.")

        def end() -> None:
            self._editor.edited.disconnect(added)
            self._editor.taken_back.disconnect(end)

        self._editor.edited.connect(added)
        self._editor.taken_back.connect(end)
        if not self._editor.do(act) and not made:
            end()


def _number(progress: PlanProgress, edit: TaskEdit) -> str:
    new = {one.task_id for one in edit.changes if one.before is None}
    rows = (row.number for row in progress.plan.numbered_tasks() if row.task.id in new)
    number = next(rows, "")
    return f"nhiệm vụ {number}" if number else "nhiệm vụ theo dõi, không in"
