"""What one merge dialog took: said on the card, put on the undo stack, taken back as one act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tthc_desktop.ports import UnitsOfWork
from ui.plan_life.life_work import LifeWork
from ui.sheets.merge_undo import MergeCommand
from ui.sheets.merge_view import MergeFile

if TYPE_CHECKING:
    from tthc_desktop.use_cases.sheet_proposals import AppliedFile


@dataclass
class _Taken:
    """The merges of one dialog."""

    merges: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    cells: int = 0

    @property
    def words(self) -> str:
        """Return "nhận phiếu của Phòng A, Phòng B"."""
        return f"nhận phiếu của {', '.join(dict.fromkeys(self.units))}"

    @property
    def told(self) -> str:
        """Return what the card says."""
        count = len(self.merges)
        if not self.cells:
            return f"Đã ghi nhận {count} phiếu, không có thay đổi"
        return f"Đã nhận {self.cells} thay đổi từ {count} phiếu"


class TakenSheets(QObject):
    """`changed` says that the data file holds other answers."""

    changed = Signal()

    def __init__(self, work: LifeWork) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work = work
        self._taken = _Taken()
        self._waiting: MergeCommand | None = None
        work.session.plan_opened.connect(lambda _: self._push())

    def keep(self, applied: AppliedFile, file: MergeFile) -> None:
        """Remember one file that was written."""
        if applied.merge_id:
            self._taken.merges.append(applied.merge_id)
            self._taken.units.append(file.unit or file.name)
            self._taken.cells += len(applied.written)

    def close(self) -> None:
        """Say what the dialog took and offer to take it back; then a new dialog may begin."""
        taken, self._taken = self._taken, _Taken()
        if not taken.merges:
            return
        undo = _Once(lambda: self._undo(taken))
        self._work.card.say(taken.told, (("Hoàn tác", undo),))
        self._waiting = MergeCommand(taken.words, undo)
        self._reopen()
        self.changed.emit()

    def _reopen(self) -> None:
        """Read file and open plan again: pages, figures and Hôm nay follow."""
        opened = self._work.session.open_plan
        if opened is not None:
            self._work.session.reopen(opened.plan.id)

    def _push(self) -> None:
        """Put the merge on the stack of the plan that was just read again."""
        if self._waiting is not None:
            self._work.session.editor.stack.push(self._waiting)
            self._waiting = None

    def _undo(self, taken: _Taken) -> None:
        self._waiting = None

        def act(units: UnitsOfWork) -> int:
            from tthc_desktop.use_cases.sheet_undo import undo_merge

            return sum(len(undo_merge(units, one).kept) for one in reversed(taken.merges))

        def done(kept: int) -> None:
            rest = f"; {kept} ô đã sửa sau đó được giữ nguyên" if kept else ""
            self._work.card.say(f"Đã hoàn tác {taken.words}{rest}")
            self._reopen()
            self.changed.emit()

        self._work.run("Đang hoàn tác…", act, done, "Chưa hoàn tác được")


class _Once:
    """Does an act the first time it is called: the card and Ctrl+Z offer the same one."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act: Callable[[], object] | None = act

    def __call__(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()
