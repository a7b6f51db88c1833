"""What follows an edit a little later: pages, figures and Hôm nay, worked out in the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.use_cases.today import PlanToday, plan_today
from ui.reports.progress_figures import Figures, plan_figures
from ui.session.background import Background, Job, kept
from ui.session.plan_session import PlanSession

PAUSE_MS = 300


@dataclass(frozen=True, slots=True)
class Followed:
    """What was worked out from the plan as it stood after an edit."""

    plan_id: str
    layout: DocumentLayout
    figures: Figures
    today: PlanToday


class EditFollower(QObject):
    """Waits until the hand rests, then works everything out once."""

    ready = Signal(object)

    def __init__(self, session: PlanSession, background: Background, parent: QObject) -> None:
        """Listen to the edits of *session*."""
        super().__init__(parent)
        self._session = session
        self._background = background
        self._running: Job | None = None
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._start)
        session.editor.edited.connect(lambda *_: self._pause.start())
        session.editor.text_edited.connect(lambda *_: self._pause.start())

    @property
    def is_waiting(self) -> bool:
        """Whether an edit is not followed yet."""
        return self._pause.isActive() or self._running is not None

    def _start(self) -> None:
        progress = self._session.editor.progress
        if progress is None:
            return
        if self._running:
            self._running.stopped.set()
        today = self._session.today
        job = Job(
            "", kept(lambda: follow(progress, today)), self._on_ready, lambda _: self._end(),
            can_stop=True,
        )  # fmt: skip
        self._running = job
        self._background.start(job)

    def _on_ready(self, followed: Followed) -> None:
        self._end()
        progress = self._session.editor.progress
        if progress is not None and progress.plan.id == followed.plan_id:
            self.ready.emit(followed)

    def _end(self) -> None:
        self._running = None


def follow(progress: PlanProgress, today: date) -> Followed:
    """Work out what follows from an edited plan; for the worker."""
    from tthc_desktop.document.plan_layout import lay_out_plan

    return Followed(
        progress.plan.id,
        lay_out_plan(progress.plan, progress.directory),
        plan_figures(progress, today),
        plan_today(progress, today),
    )
