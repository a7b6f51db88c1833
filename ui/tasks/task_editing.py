"""Ties the task table to the editor of the plan: every act of a person becomes one edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_edit import TaskChange, TaskEdit
from ui.kit.block_clipboard import copy_block, pasted_block
from ui.kit.question import ask
from ui.session.open_plan import OpenPlan
from ui.session.plan_editor import PlanEditor
from ui.tasks.row_dragging import Beside
from ui.tasks.task_actions import TaskActions
from ui.tasks.task_blocks import Paste, block_of, filled_down, paste_of
from ui.tasks.task_columns import FIELDS, Column
from ui.tasks.task_places import beside, end_of_lists
from ui.tasks.task_table import TaskTable
from ui.tasks.task_tree_model import TaskTreeModel

_NOT_DONE = "Chưa sửa được"
_ONE = {
    Column.CONTENT: "sửa nội dung",
    Column.LEAD: "sửa chủ trì",
    Column.COORDINATING: "sửa phối hợp",
    Column.TIMING: "sửa thời gian",
}
Act = Callable[[PlanProgress], TaskEdit]


class TaskEditing(QObject):
    """Knows table, actions and editor; writes nothing itself."""

    def __init__(
        self,
        table: TaskTable,
        actions: TaskActions,
        editor: PlanEditor,
        today: Callable[[], date],
    ) -> None:
        """Let *actions* and the hand in *table* change the plan of *editor*."""
        super().__init__(table)
        self._table = table
        self._model: TaskTreeModel = table.tasks
        self._actions = actions
        self._editor = editor
        self._today = today
        self._goes_to_change = False
        self._connect()

    def show_plan(self, opened: OpenPlan) -> None:
        """Let another plan be edited, where it can."""
        is_open = opened.plan.state not in (PlanState.REFERENCE, PlanState.CLOSED)
        self._model.is_editable = is_open and not self._editor.read_only
        self._offer_names(opened.progress)
        self._enable()

    def _connect(self) -> None:
        actions, editor, table = self._actions, self._editor, self._table
        editor.edited.connect(self._on_edited)
        editor.refused.connect(self._model.refuse)
        editor.asked.connect(self._on_asked)
        editor.answered.connect(self._on_answered)
        editor.taken_back.connect(self._on_taken_back)
        editor.stack.undoTextChanged.connect(actions.undo_name.say)
        editor.stack.redoTextChanged.connect(actions.redo_name.say)
        self._model.cell_typed.connect(self._on_typed)
        self._model.rows_changed.connect(self._enable)
        table.dragging.dropped.connect(self._on_dropped)
        table.menu_asked.connect(self._show_menu)
        table.selectionModel().currentRowChanged.connect(self._enable)
        for action, act in (
            (actions.undo, self._undo),
            (actions.redo, self._redo),
            (actions.cut, self._cut),
            (actions.copy, self._copy),
            (actions.paste, lambda: self._paste(text_only=False)),
            (actions.paste_text, lambda: self._paste(text_only=True)),
            (actions.clear, self._clear),
            (actions.fill_down, self._fill_down),
            (actions.select_all, table.selectAll),
            (actions.edit_cell, table.edit_current),
            (actions.add, self._add),
            (actions.add_group, self._add_group),
            (actions.insert, self._insert),
            (actions.remove, self._remove),
            (actions.indent, lambda: self._restructure("indent_tasks")),
            (actions.outdent, lambda: self._restructure("outdent_tasks")),
            (actions.move_up, lambda: self._move(-1)),
            (actions.move_down, lambda: self._move(1)),
        ):
            action.triggered.connect(lambda *_, do=act: self._after_open_editor(do))

    def _after_open_editor(self, act: Callable[[], object]) -> None:
        """Take over what is being typed before anything else is done.

        The page Kế hoạch has the same words for its own; there nothing is done to hidden rows.
        """
        page = self._table.parentWidget()
        if page is not None and not page.isVisible() and act not in (self._undo, self._redo):
            return
        if self._table.commit_editor():
            act()

    def _enable(self) -> None:
        has_row = self._table.chosen.current is not None
        can_edit = self._model.is_editable
        actions = self._actions
        for action in (*actions.of_cells, *actions.structure):
            action.setEnabled(can_edit and has_row)
        for action in (actions.add, actions.add_menu, actions.paste, actions.paste_text):
            action.setEnabled(can_edit)
        for action in (actions.copy, actions.select_all):
            action.setEnabled(has_row)

    def _offer_names(self, progress: PlanProgress) -> None:
        self._table.offer_names(one.name for one in progress.directory.respondents)

    def _on_edited(self, progress: PlanProgress, edit: TaskEdit) -> None:
        changed = [one for one in edit.changes if one.after is not None]
        recorded = {
            one.task_id
            for one in changed
            if one.before is None or one.before.occurrences != one.after.occurrences  # type: ignore[union-attr]
        }
        gone = [one.task_id for one in edit.changes if one.after is None]
        self._table.chosen.keep(
            lambda: self._model.update_rows(progress, self._today(), recorded, gone)
        )
        if edit.newcomers or edit.leavers:
            self._offer_names(progress)
        if self._goes_to_change and changed:
            self._table.chosen.go_to(_telling(changed).task_id)

    def _on_asked(self) -> None:
        """Keep what was typed in its editor while the person is asked for the reason."""
        self._model.refuse()
        self._goes_to_change = True

    def _on_answered(self) -> None:
        self._goes_to_change = False
        self._table.leave_editor()

    def _on_taken_back(self) -> None:
        self._goes_to_change = False

    def _on_typed(self, task_id: str, column: Column, text: str) -> None:
        chosen = self._table.chosen.ids()
        many = column is not Column.CONTENT and len(chosen) > 1 and task_id in chosen
        self._set(chosen if many else [task_id], column, text)

    def _set(self, task_ids: list[str], column: Column, text: str) -> None:
        from tthc_desktop.use_cases import task_acts

        words = f"sửa {len(task_ids)} nhiệm vụ" if len(task_ids) > 1 else _ONE[column]
        cells = {one: {FIELDS[column]: text} for one in task_ids}
        self._editor.do(lambda progress: task_acts.set_cells(progress, cells, words))

    def _undo(self) -> None:
        self._goes_to_change = True
        self._editor.stack.undo()
        self._goes_to_change = False

    def _redo(self) -> None:
        self._goes_to_change = True
        self._editor.stack.redo()
        self._goes_to_change = False

    def _copy(self) -> None:
        span = self._table.chosen.block()
        if span is not None:
            copy_block(block_of(self._model, span))

    def _cut(self) -> None:
        self._copy()
        self._clear("cắt")

    def _clear(self, words: str = "xóa nội dung") -> None:
        from tthc_desktop.use_cases import task_acts

        span = self._table.chosen.block()
        if span is None:
            return
        columns = [one for one in FIELDS if one in span.columns]
        if Column.CONTENT in columns:
            self._refuse(
                "Nội dung công việc không xóa trống được. Muốn bỏ cả dòng, dùng Xóa dòng "
                "(Ctrl+-). Chưa thay đổi gì."
            )
            return
        cells = {one: {FIELDS[each]: "" for each in columns} for one in self._table.chosen.ids()}
        if columns:
            self._editor.do(lambda progress: task_acts.set_cells(progress, cells, words))

    def _paste(self, *, text_only: bool) -> None:
        from tthc_desktop.use_cases import task_acts

        block = pasted_block(text_only=text_only)
        progress = self._editor.progress
        if not block or progress is None:
            return
        wanted = paste_of(self._model, self._table.chosen, block, progress)
        if isinstance(wanted, str):
            self._refuse(wanted)
            return
        if not isinstance(wanted, Paste):
            self._editor.do(lambda one: task_acts.set_cells(one, *wanted))
            return
        self._editor.do(
            lambda one: task_acts.paste_block(
                one, wanted.rows, wanted.first_field, wanted.lines, wanted.end
            )
        )

    def _fill_down(self) -> None:
        from tthc_desktop.use_cases import task_acts

        cells = filled_down(self._model, self._table.chosen)
        if cells:
            self._editor.do(lambda one: task_acts.set_cells(one, cells, "chép xuống"))

    def _add(self) -> None:
        from tthc_desktop.use_cases import task_acts

        self._insert_at(Beside.AFTER, task_acts.insert_tasks)

    def _insert(self) -> None:
        from tthc_desktop.use_cases import task_acts

        self._insert_at(Beside.BEFORE, task_acts.insert_tasks, "chèn dòng")

    def _insert_at(self, where: Beside, act: Callable[..., TaskEdit], *words: str) -> None:
        row, progress = self._table.chosen.current, self._editor.progress
        if progress is None:
            return
        task = row.task if row else None
        place = beside(progress.plan, task.id, where) if task else end_of_lists(progress.plan)
        if place is not None:
            self._do_and_go(lambda one: act(one, place, [{}], *words))

    def _add_group(self) -> None:
        from tthc_desktop.use_cases import task_acts

        row, progress = self._table.chosen.current, self._editor.progress
        if progress is None or row is None or row.task is None:
            return
        above = self._model.row_above(row.id)
        is_in_group = row.task.is_group is False and above is not None and above.task is not None
        near = above if is_in_group and above else row
        place = beside(progress.plan, near.id, Beside.AFTER)
        if place is not None:
            self._do_and_go(lambda one: task_acts.insert_group(one, place))

    def _do_and_go(self, act: Act) -> None:
        self._goes_to_change = True
        self._editor.do(act)
        self._goes_to_change = False

    def _remove(self) -> None:
        from tthc_desktop.use_cases import task_acts

        ids, progress = self._table.chosen.ids(), self._editor.progress
        if not ids or progress is None:
            return
        edit = task_acts.delete_tasks(progress, ids)
        gone = [one.before for one in edit.changes if one.after is None and one.before]

        def remove() -> None:
            self._editor.do(lambda one: task_acts.delete_tasks(one, ids))

        if not any(one.closing or one.units for each in gone for one in each.occurrences):
            remove()
            return
        rows = f"{len(gone)} dòng"
        ask(
            self._table,
            f"Xóa {rows}",
            f"Xóa {rows} có kết quả đã ghi? Kết quả mất theo dòng; Hoàn tác lấy lại được.",
            (f"Xóa {rows}", remove),
            "Giữ lại",
        )

    def _restructure(self, name: str) -> None:
        from tthc_desktop.use_cases import task_acts

        ids = self._table.chosen.ids()
        act = getattr(task_acts, name)
        self._editor.do(lambda progress: act(progress, ids))
        self._table.show_current()

    def _move(self, step: int) -> None:
        from tthc_desktop.use_cases import task_acts

        ids = self._table.chosen.ids()
        self._editor.do(lambda progress: task_acts.move_tasks(progress, ids, step))
        self._table.show_current()

    def _on_dropped(self, task_ids: list[str], target: str, where: Beside) -> None:
        from tthc_desktop.use_cases import task_acts

        progress = self._editor.progress
        place = beside(progress.plan, target, where) if progress else None
        if place is not None:
            self._editor.do(lambda one: task_acts.move_tasks_to(one, task_ids, place))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._table)
        menu.setAccessibleName("Lệnh cho dòng đang chọn")
        for place, group in enumerate(self._actions.context_menu):
            if place:
                menu.addSeparator()
            menu.addActions(list(group))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _refuse(self, sentence: str) -> None:
        self._editor.refused.emit(_NOT_DONE, sentence)


def _telling(changes: Iterable[TaskChange]) -> TaskChange:
    """Return the change that an act is about, not a row that only made room."""
    found = list(changes)
    for one in found:
        if one.before is None or one.after is None:
            return one
        if one.before.place.parent_id != one.after.place.parent_id:
            return one
    return min(found, key=_is_only_shifted)


def _is_only_shifted(one: TaskChange) -> bool:
    return one.before is not None and one.after is not None and one.before.place != one.after.place
