"""Asks once per plan why it is changed after its issue; the answer serves until the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from tthc_desktop.domain.adjustment import NO_ADJUSTMENT, Adjustment
from ui.plan_life.adjustment_dialog import AdjustmentDialog
from ui.plan_life.life_work import LifeWork

Resume = Callable[[Adjustment], object]
_NOT_DONE = "Chưa điều chỉnh. Kế hoạch không thay đổi."
_KEPT = "Đã ghi lý do cho các điều chỉnh tiếp theo"


class AdjustmentAsking(QObject):
    """Stands behind `PlanEditor.ask_adjustment`.

    The card opens after the act that asks has come to its end: a cell's editor that is being
    closed must not meet another window. Once answered, the act is done anew.
    """

    def __init__(self, work: LifeWork) -> None:
        """Answer the editor of the session."""
        super().__init__(work.window)
        self._work = work
        self._editor = work.session.editor
        self._known: dict[str, Adjustment] = {}
        self._last = NO_ADJUSTMENT
        self._is_asking = False
        self._editor.ask_adjustment = self._answer

    def change_reason(self) -> None:
        """Ask for another reason for the adjustments to come."""
        if not self._is_asking:
            self._is_asking = True
            self._ask("", lambda _: self._work.card.say(_KEPT))

    def _answer(self, words: str, resume: Resume) -> Adjustment | None:
        plan_id = self._editor.progress.plan.id if self._editor.progress else ""
        known = self._known.get(plan_id)
        if known is None and not self._is_asking:
            self._is_asking = True
            QTimer.singleShot(0, self, lambda: self._ask(words, resume))
        return known

    def _ask(self, words: str, resume: Resume) -> None:
        if self._editor.progress is None:
            self._is_asking = False
            return
        plan = self._editor.progress.plan
        last = self._known.get(plan.id, self._last)
        dialog = AdjustmentDialog(plan, words, last, self._work.window)

        def agreed(adjustment: Adjustment, again: bool) -> None:
            self._last = adjustment
            self._known.pop(plan.id, None)
            if again:
                self._known[plan.id] = adjustment
            if self._editor.progress is not None and self._editor.progress.plan.id == plan.id:
                resume(adjustment)

        def left() -> None:
            if words:
                self._work.card.say(_NOT_DONE)
                self._editor.taken_back.emit()

        def closed() -> None:
            self._is_asking = False
            dialog.deleteLater()

        dialog.agreed.connect(agreed)
        dialog.rejected.connect(left)
        dialog.finished.connect(closed)
        dialog.open()
