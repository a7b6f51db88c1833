"""A plan comes in by two acts: it is read, and accepted once a person has looked at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.import_review.file_drops import FileDrops
from ui.import_review.import_actions import ImportActions
from ui.kit.message_card import MessageCard
from ui.session.plan_session import PlanSession

if TYPE_CHECKING:
    from tthc_desktop.use_cases.plan_import import ImportedPlan
    from tthc_desktop.use_cases.plan_reading import PlanReading
    from ui.import_review.review_dialog import ImportReview


class ImportActs(QObject):
    """Shows what was read over the window; nothing is written before the person agrees."""

    def __init__(
        self,
        session: PlanSession,
        card: MessageCard,
        propose: Callable[[], None],
        window: QWidget,
    ) -> None:
        """Listen to *session*, and to files dropped on *window*; *propose* tasks to follow."""
        super().__init__(window)
        self._session = session
        self._card = card
        self._propose = propose
        self._window = window
        self._review: ImportReview | None = None
        self._drops = FileDrops(window)
        self._drops.dropped.connect(self._on_dropped)
        session.plan_read.connect(self._show)
        session.plan_imported.connect(self._on_imported)

    @property
    def review(self) -> ImportReview | None:
        """The dialog while it is open."""
        return self._review

    def connect_to(self, actions: ImportActions, import_plan: QAction) -> None:
        """Do what the menus ask for; *import_plan* tells when plans can come in."""
        actions.paste_plan.triggered.connect(self._paste)

        def follow() -> None:
            actions.paste_plan.setEnabled(import_plan.isEnabled())

        import_plan.enabledChanged.connect(follow)
        follow()

    def _paste(self) -> None:
        self._session.read_plan(QGuiApplication.clipboard().text())

    def _on_dropped(self, file: object) -> None:
        # A question that is open is answered first.
        if self._review is None and self._window.isEnabled():
            self._session.read_plan(file)  # type: ignore[arg-type] # FileDrops carries a Path

    def _show(self, reading: PlanReading) -> None:
        from ui.import_review.review_dialog import ImportReview

        if self._review is not None:
            self._review.reject()
        review = ImportReview(reading, self._window)
        review.agreed.connect(self._session.accept_plan)
        review.finished.connect(lambda _: self._on_closed(review))
        self._review = review
        review.open()

    def _on_closed(self, review: ImportReview) -> None:
        if self._review is review:
            self._review = None
        review.deleteLater()

    def _on_imported(self, imported: ImportedPlan) -> None:
        if imported.tasks:
            self._card.say(f"Đã nhập kế hoạch: {imported.tasks} dòng nhiệm vụ")
            return
        words = "Đã nhập kế hoạch, không có bảng nhiệm vụ"
        self._card.say(words, (("Đề xuất nhiệm vụ theo dõi…", self._propose),))
