"""What answers a thing asked: confirmed, changed, said to be not ours, or left open again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from tthc_desktop.domain.comparison_answer import AnswerState, ComparisonAnswer
from tthc_desktop.domain.plan_comparison import Comparison
from tthc_desktop.errors import Refused, StorageTrouble
from tthc_desktop.use_cases.plan_compare import AnswerChange
from ui.compare.answer_command import AnswerCommand
from ui.compare.answer_dialog import AnswerDialog
from ui.compare.compare_window import CompareWindow
from ui.desk import Desk
from ui.kit.trouble import tell
from ui.plan_life.life_work import LifeWork

_NOT_SAVED = "Chưa lưu được câu trả lời"


class Answering(QObject):
    """Each answer is one undo of the open plan; `answered` after every one, undone ones too."""

    answered = Signal()

    def __init__(self, desk: Desk, work: LifeWork) -> None:
        """Answer for no window yet."""
        super().__init__(desk.window)
        self._desk = desk
        self._work = work
        self._window: CompareWindow | None = None

    def serve(self, window: CompareWindow) -> None:
        """Take the answers given in *window*."""
        self._window = window
        window.confirm_asked.connect(lambda row: self._answer(row, row.state, row.answered_ids))
        window.change_asked.connect(self._ask)
        window.strange_asked.connect(lambda row: self._answer(row, "not_ours", ()))
        window.forget_asked.connect(self._forget)
        window.finished.connect(self._let_go)

    def _let_go(self) -> None:
        self._window = None

    def _ask(self, row: Comparison) -> None:
        if self._window is None or self._window.found is None:
            return
        dialog = AnswerDialog(self._window.found, row, self._window)
        dialog.agreed.connect(partial(self._answer, row))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _answer(
        self, row: Comparison, state: AnswerState, ids: tuple[str, ...], note: str = ""
    ) -> None:
        found = self._window.found if self._window else None
        if found is None:
            return
        given = ComparisonAnswer(
            found.ours.id, found.superior.id, row.asked_id, state, tuple(ids),
            self._desk.session.today, note,
        )  # fmt: skip
        self._push("xác nhận đối chiếu", AnswerChange(found.answer_to(row.asked_id), given))

    def _forget(self, row: Comparison) -> None:
        found = self._window.found if self._window else None
        if found is not None:
            self._push("bỏ xác nhận", AnswerChange(found.answer_to(row.asked_id), None))

    def _push(self, words: str, change: AnswerChange) -> None:
        stack = self._desk.session.editor.stack
        stack.push(AnswerCommand(words, change, self._write))

    def _write(self, change: AnswerChange, undoing: bool) -> bool:
        from tthc_desktop.use_cases.plan_compare import write_answers

        units = self._work.units
        try:
            if units is not None:
                write_answers(units, [change], undoing=undoing)
        except (Refused, StorageTrouble) as error:
            tell(self._window or self._desk.window, _NOT_SAVED, error.message)
            return False
        self.answered.emit()
        return units is not None
