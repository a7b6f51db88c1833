"""Editing the open plan: an act becomes an undo command, a transaction, one signal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from tthc_desktop.domain.adjustment import NO_ADJUSTMENT, Adjustment, is_adjustment
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.plan_text import PlanTextEdit, text_edit_between
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.ports import UnitsOfWork
from ui.session.edit_commands import EditCommand, TaskCommand, TextCommand

_NOT_DONE = "Chưa sửa được"
TaskAct = Callable[[PlanProgress], TaskEdit]
AskAdjustment = Callable[[str, Callable[[Adjustment], object]], Adjustment | None]


class PlanEditor(QObject):
    """Holds the open plan as edited so far and its undo stack; alone writes edits.

    `edited` carries the plan after an edit of tasks and the edit itself (its inverse when
    undone), `text_edited` the same of an edit of text; views change only what it names.
    `refused` carries a title and the error's sentences; a refused act leaves nothing on the
    stack. `asked` says that an act waits for its reason, `answered` that it was done then,
    `taken_back` that the person left it.
    """

    edited = Signal(object, object)
    text_edited = Signal(object, object)
    refused = Signal(str, str)
    asked = Signal()
    answered = Signal()
    taken_back = Signal()
    saved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an editor without a plan."""
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._units: UnitsOfWork | None = None
        self._progress: PlanProgress | None = None
        self._read_only = ""
        # Says why an issued plan is changed by the act named first; None while the person is
        # asked, whose answer then goes to the second.
        self.ask_adjustment: AskAdjustment = lambda _words, _resume: NO_ADJUSTMENT

    @property
    def progress(self) -> PlanProgress | None:
        """The open plan as it stands after every edit."""
        return self._progress

    @property
    def read_only(self) -> str:
        """Why nothing can be edited, in Vietnamese; empty where it can."""
        return self._read_only

    def open(self, units: UnitsOfWork, progress: PlanProgress, read_only: str = "") -> None:
        """Edit another plan; the stack begins anew."""
        self.stack.clear()
        self._units, self._progress, self._read_only = units, progress, read_only

    def do(self, act: TaskAct, adjustment: Adjustment | None = None) -> bool:
        """Do an act of `use_cases.task_acts` on the open plan; return whether it was done.

        An act that changes nothing is not put on the stack. One that changes what an issued
        plan says needs an *adjustment*: without it the person is asked, and the act is done
        anew once there is an answer.
        """
        if not self._may_edit or self._progress is None:
            return False
        try:
            edit = act(self._progress)
        except Refused as error:
            self.refused.emit(_NOT_DONE, error.message)
            return False
        if edit.is_empty:
            return False
        if not (self._progress.plan.state is PlanState.ISSUED and is_adjustment(edit)):
            adjustment = NO_ADJUSTMENT
        elif adjustment is None:
            adjustment = self.ask_adjustment(edit.words, lambda reason: self._answer(act, reason))
        if adjustment is None:
            self.asked.emit()
            return False
        return self._push(TaskCommand(self, edit, adjustment))

    def _answer(self, act: TaskAct, adjustment: Adjustment) -> None:
        if self.do(act, adjustment):
            self.answered.emit()
        else:
            self.taken_back.emit()

    def do_text(self, words: str, act: Callable[[Plan], Plan], merges_as: str = "") -> bool:
        """Do an act of `use_cases.plan_text_acts` on the plan's text, called *words* in the menu.

        Acts in a row with the same *merges_as* are taken back by one undo. Return whether it
        was done; one that changes nothing is not put on the stack.
        """
        if not self._may_edit or self._progress is None:
            return False
        try:
            after = act(self._progress.plan)
        except Refused as error:
            self.refused.emit(_NOT_DONE, error.message)
            return False
        edit = text_edit_between(words, self._progress.plan, after, merges_as)
        return not edit.is_empty and self._push(TextCommand(self, edit))

    def write(self, edit: TaskEdit, adjustment: Adjustment, *, undoing: bool) -> bool:
        """Write an edit of tasks and tell of it; for the commands of the stack."""
        from tthc_desktop.use_cases.editing import apply_edit

        def applied(units: UnitsOfWork, progress: PlanProgress) -> PlanProgress:
            return apply_edit(units, progress, edit, undoing=undoing, adjustment=adjustment)

        return self._write(applied, lambda: self.edited.emit(self._progress, edit))

    def write_text(self, edit: PlanTextEdit, *, undoing: bool) -> bool:
        """Write an edit of text and tell of it; for the commands of the stack."""
        from tthc_desktop.use_cases.text_editing import apply_text_edit

        def applied(units: UnitsOfWork, progress: PlanProgress) -> PlanProgress:
            return apply_text_edit(units, progress, edit, undoing=undoing)

        return self._write(applied, lambda: self.text_edited.emit(self._progress, edit))

    @property
    def _may_edit(self) -> bool:
        if self._progress is not None and self._read_only:
            self.refused.emit(_NOT_DONE, self._read_only)
            return False
        return self._progress is not None

    def _push(self, command: EditCommand) -> bool:
        self.stack.push(command)
        # One that was merged into its predecessor is gone; it was done all the same.
        return command.is_done

    def _write(
        self, apply: Callable[[UnitsOfWork, PlanProgress], PlanProgress], tell: Callable[[], None]
    ) -> bool:
        if self._units is None or self._progress is None:
            return False
        try:
            self._progress = apply(self._units, self._progress)
        except (Refused, StorageTrouble) as error:
            self.refused.emit(_NOT_DONE, error.message)
            return False
        tell()
        self.saved.emit(datetime.now().astimezone())
        return True
