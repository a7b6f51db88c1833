"""What one merge dialog took: said on the card, put on the undo stack, taken back as one act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.ports import UnitsOfWork
from ui.kit.trouble import tell
from ui.plan_life.life_work import LifeWork
from ui.session.edit_commands import TaskCommand
from ui.sheets.merge_undo import AddedCommand, MergeCommand

if TYPE_CHECKING:
    from tthc_desktop.use_cases.sheet_redo import MergedFile

_NOT_AGAIN = "Chưa nhận lại được phiếu"


@dataclass(frozen=True)
class _Taken:
    """The merges of one dialog, and who sent their files."""

    merged: tuple[MergedFile, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return "nhận phiếu của Phòng A, Phòng B"."""
        return f"nhận phiếu của {', '.join(dict.fromkeys(self.units))}"

    @property
    def told(self) -> str:
        """Return what the card says."""
        count = len(self.merged)
        cells = sum(len(one.applied.written) for one in self.merged)
        if not cells:
            return f"Đã ghi nhận {count} phiếu, không có thay đổi"
        return f"Đã nhận {cells} thay đổi từ {count} phiếu"


class TakenSheets(QObject):
    """`changed` says that the data file holds other answers."""

    changed = Signal()

    def __init__(self, work: LifeWork) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work = work
        self._taken = _Taken()
        self._added: list[TaskEdit] = []
        self._waiting: MergeCommand | None = None
        self._done: list[TaskCommand] = []
        work.session.plan_opened.connect(lambda _: self._lay())

    def keep(self, merged: MergedFile, unit: str) -> None:
        """Remember one file that was written."""
        if merged.applied.merge_id:
            taken = self._taken
            self._taken = _Taken((*taken.merged, merged), (*taken.units, unit))

    def keep_added(self, edit: TaskEdit) -> None:
        """Remember an edit of the plan that can still be undone when the plan is read again."""
        self._added.append(edit)

    def close(self) -> None:
        """Say what the dialog took and offer to take it back; then a new dialog may begin."""
        taken, self._taken = self._taken, _Taken()
        if taken.merged:
            self._tell_taken(taken)

    def _tell_taken(self, taken: _Taken) -> None:
        undo = _Once(lambda: self._undo(taken))
        self._work.card.say(taken.told, (("Hoàn tác", undo),))
        self._follow(MergeCommand(taken.words, undo))

    def _follow(self, command: MergeCommand) -> None:
        """Read file and open plan again (pages, figures and Hôm nay follow), then lay *command*."""
        self._waiting, self._done = command, list(self._undoable())
        opened = self._work.session.open_plan
        if opened is not None:
            self._work.session.reopen(opened.plan.id)
        self.changed.emit()

    def _undoable(self) -> Iterator[TaskCommand]:
        """Yield the kept edits that stand on the stack as done, in their order."""
        editor = self._work.session.editor
        for place in range(editor.stack.index()):
            held = editor.stack.command(place)
            if isinstance(held, TaskCommand) and any(held.edit is one for one in self._added):
                yield AddedCommand(editor, held.edit, held.adjustment)

    def _lay(self) -> None:
        """Put the commands on the stack of the plan that was just read again."""
        merged, self._waiting = self._waiting, None
        stack = self._work.session.editor.stack
        # One that can be redone is laid last: what is laid upon it would take it away.
        if merged is not None and not merged.is_undone:
            merged.lay_on(stack)
        if merged is not None:
            for one in self._done:
                stack.push(one)
        if merged is not None and merged.is_undone:
            merged.lay_on(stack)

    def _undo(self, taken: _Taken) -> None:
        self._waiting = None

        def act(units: UnitsOfWork) -> int:
            from tthc_desktop.use_cases.sheet_undo import undo_merge

            merges = [one.applied.merge_id for one in reversed(taken.merged)]
            return sum(len(undo_merge(units, one).kept) for one in merges)

        def done(kept: int) -> None:
            rest = f"; {kept} ô đã sửa sau đó được giữ nguyên" if kept else ""
            self._work.card.say(f"Đã hoàn tác {taken.words}{rest}")
            self._follow(self._undone(taken))

        self._work.run("Đang hoàn tác…", act, done, "Chưa hoàn tác được")

    def _redo(self, taken: _Taken) -> None:
        self._waiting = None

        def act(units: UnitsOfWork) -> tuple[MergedFile, ...] | str:
            from tthc_desktop.use_cases.sheet_redo import merge_again

            try:
                return merge_again(units, taken.merged)
            except (Refused, StorageTrouble) as error:
                return error.message

        def done(merged: tuple[MergedFile, ...] | str) -> None:
            if isinstance(merged, str):
                tell(self._work.window, _NOT_AGAIN, merged)
                self._undone(taken).lay_on(self._work.session.editor.stack)
            else:
                self._tell_taken(_Taken(merged, taken.units))

        self._work.run("Đang nhận lại phiếu…", act, done, _NOT_AGAIN)

    def _undone(self, taken: _Taken) -> MergeCommand:
        """Return the command of a merge that was taken back: it can be done again."""
        again = _Once(lambda: self._redo(taken))
        return MergeCommand(taken.words, again, is_undone=True)


class _Once:
    """Does an act the first time it is called: the card and Ctrl+Z offer the same one."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act: Callable[[], object] | None = act

    def __call__(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()
