"""Writing answers that the editor of the open plan does not: of another plan, of the register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.reporting.entry_edits import EntryEdit
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.errors import Refused, StorageTrouble
from ui.registers.register_writer import RegisterWriter
from ui.session.edit_commands import EditCommand
from ui.session.plan_session import PlanSession

_NOT_DONE = "Chưa ghi được"


class DifficultyWriting:
    """Every act is one command on the stack of all edits."""

    def __init__(self, session: PlanSession) -> None:
        """Write into the open file of *session*."""
        self._session = session
        self._entries = RegisterWriter(session)

    def do_entry(self, edit: EntryEdit) -> bool:
        """Do an edit of the register."""
        return self._entries.do(edit)

    def do_in_plan(self, plan_id: str, act: Callable[[PlanProgress], TaskEdit]) -> bool:
        """Do an act on a plan that is not the open one."""
        found = self._session.file
        if found is None or found.units is None or found.read_only:
            return False
        from tthc_desktop.use_cases.opening import open_plan

        try:
            edit = act(open_plan(found.units, plan_id))
        except (Refused, StorageTrouble) as error:
            self.refuse(error.message)
            return False
        command = _OtherPlanCommand(self, edit)
        self._session.editor.stack.push(command)
        return command.is_done

    def write(self, edit: TaskEdit, *, undoing: bool) -> bool:
        """Write an edit of another plan; for its command."""
        from tthc_desktop.use_cases.editing import apply_edit
        from tthc_desktop.use_cases.opening import open_plan

        found = self._session.file
        if found is None or found.units is None:
            return False
        try:
            apply_edit(found.units, open_plan(found.units, edit.plan_id), edit, undoing=undoing)
        except (Refused, StorageTrouble) as error:
            self.refuse(error.message)
            return False
        self._session.editor.saved.emit(datetime.now().astimezone())
        return True

    def refuse(self, message: str) -> None:
        """Say why nothing was written."""
        self._session.editor.refused.emit(_NOT_DONE, message)


class _OtherPlanCommand(EditCommand):
    """An edit of a plan that is not the open one."""

    def __init__(self, writing: DifficultyWriting, edit: TaskEdit) -> None:
        """Hold the edit; `redo` does it."""
        super().__init__(edit.words)
        self._writing, self._edit = writing, edit

    def redo(self) -> None:
        """Do the edit."""
        self._finish(is_done=self._writing.write(self._edit, undoing=False))

    def undo(self) -> None:
        """Take the edit back."""
        inverse = self._edit.inverse()
        self._finish(is_done=self._writing.write(inverse, undoing=True))
