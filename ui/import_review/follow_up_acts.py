"""Đề xuất nhiệm vụ theo dõi: asked for in the menu, or after a plan without a table came in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.plan import PlanState
from ui.import_review.import_actions import ImportActions
from ui.kit.message_card import MessageCard
from ui.session.open_plan import OpenPlan
from ui.session.plan_session import PlanSession

if TYPE_CHECKING:
    from tthc_desktop.domain.follow_up import Proposal
    from ui.import_review.follow_up_dialog import FollowUpDialog

_HAS_TABLE = "Kế hoạch đã có bảng nhiệm vụ nên không cần đề xuất nhiệm vụ theo dõi"
_NOTHING = "Không thấy hình thức tuyên truyền hay phân công nào chưa được theo dõi"


class FollowUpActs(QObject):
    """Proposes over the open plan; the chosen tasks come in by one act that can be undone."""

    def __init__(self, session: PlanSession, card: MessageCard, window: QWidget) -> None:
        """Listen to *session* and show the dialog over *window*."""
        super().__init__(window)
        self._session = session
        self._card = card
        self._window = window
        self._dialog: FollowUpDialog | None = None

    @property
    def dialog(self) -> FollowUpDialog | None:
        """The dialog while it is open."""
        return self._dialog

    def connect_to(self, actions: ImportActions) -> None:
        """Do what the menu asks for, on plans of ours."""
        action = actions.propose_follow_up
        action.triggered.connect(self.propose)

        def follow(opened: OpenPlan) -> None:
            action.setEnabled(opened.plan.state not in (PlanState.REFERENCE, PlanState.CLOSED))

        self._session.plan_opened.connect(follow)

    def propose(self) -> None:
        """Show what may be followed of the open plan, or say why there is nothing."""
        progress = self._session.editor.progress
        if progress is None or self._dialog is not None:
            return
        from tthc_desktop.use_cases.follow_up_proposals import proposals_for

        proposals = proposals_for(progress)
        if proposals:
            self._open(proposals)
        else:
            has_table = any(annex.tasks for annex in progress.plan.annexes)
            self._card.say(_HAS_TABLE if has_table else _NOTHING)

    def _open(self, proposals: tuple[Proposal, ...]) -> None:
        from ui.import_review.follow_up_dialog import FollowUpDialog

        dialog = FollowUpDialog(proposals, self._window)
        dialog.agreed.connect(self._add)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    def _add(self, chosen: tuple[Proposal, ...]) -> None:
        from tthc_desktop.use_cases.follow_up_proposals import add_follow_up

        if self._session.editor.do(partial(add_follow_up, chosen=chosen)):
            self._card.say(
                f"Đã thêm {len(chosen)} nhiệm vụ theo dõi",
                (("Hoàn tác", self._session.editor.stack.undo),),
            )

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
