"""What is recorded beside the result of a period: evidence, the task's target, difficulties."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.difficulties.difficulty_acts import DifficultyActs
from ui.evidence.evidence_acts import EvidenceActs
from ui.evidence.target_acts import TargetActs


class RecordingRoom(QObject):
    """Holds the acts on it."""

    def __init__(self, desk: Desk) -> None:
        """Make the acts."""
        super().__init__(desk.window)
        self.evidence = EvidenceActs(desk)
        self.targets = TargetActs(desk)
        self.difficulties = DifficultyActs(desk)
