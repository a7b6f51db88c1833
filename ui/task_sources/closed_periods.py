"""What a source closed: said on the card, put on the undo stack, taken back as one act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from tthc_desktop.ports import UnitsOfWork
from ui.plan_life.life_work import LifeWork

if TYPE_CHECKING:
    from tthc_desktop.use_cases.source_closing import SourceClosing

_NOT_UNDONE = "Chưa hoàn tác được"


class ClosedCommand(QUndoCommand):
    """Stands on the stack for what is written already; taken back once, then it is gone."""

    def __init__(self, words: str, undo: Callable[[], object]) -> None:
        """*undo* takes back what was written."""
        super().__init__(words)
        self._undo = undo

    def redo(self) -> None:
        """Do nothing: it was written before the command was made."""

    def undo(self) -> None:
        """Take it back; what closed it can do so again."""
        self.setObsolete(True)
        self._undo()


class ClosedPeriods(QObject):
    """Reads the open plan again after an act outside its editor, and offers to take it back."""

    def __init__(self, work: LifeWork) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work = work
        self._waiting: ClosedCommand | None = None
        work.session.plan_opened.connect(lambda _: self._push())

    def tell(self, told: str, words: str, undo: Callable[[UnitsOfWork], object]) -> None:
        """Say *told* with Hoàn tác; *words* name the act in the menu, *undo* takes it back."""
        once = _Once(lambda: self._undo(words, undo))
        self._work.card.say(told, (("Hoàn tác", once),))
        self._waiting = ClosedCommand(words, once)
        self._reopen()

    def tell_closings(self, told: str, words: str, closings: tuple[SourceClosing, ...]) -> None:
        """Say what a source closed; one undo takes all of it back."""

        def undo(units: UnitsOfWork) -> int:
            from tthc_desktop.use_cases.source_closing import take_back_closings

            return take_back_closings(units, closings)

        self.tell(told, words, undo)

    def _reopen(self) -> None:
        progress = self._work.session.editor.progress
        if progress is not None:
            self._work.session.reopen(progress.plan.id)

    def _push(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._work.session.editor.stack.push(waiting)

    def _undo(self, words: str, undo: Callable[[UnitsOfWork], object]) -> None:
        self._waiting = None

        def done(_: object) -> None:
            self._work.card.say(f"Đã hoàn tác: {words}")
            self._reopen()

        self._work.run("Đang hoàn tác…", undo, done, _NOT_UNDONE)


class _Once:
    """Does an act the first time it is called: the card and Ctrl+Z offer the same one."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act: Callable[[], object] | None = act

    def __call__(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()
