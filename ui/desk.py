"""What the rooms beside the pages work with: handed to each of them once."""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.program import Program
from ui.frame.file_acts import FileActs
from ui.frame.frame_acts import FrameActs
from ui.frame.pages_area import PagesArea
from ui.kit.message_card import MessageCard
from ui.main_window import MainWindow
from ui.session.background import Background
from ui.session.plan_session import PlanSession


@dataclass(frozen=True)
class Desk:
    """The window with its pages, the session with its worker, and who speaks to the person."""

    window: MainWindow
    program: Program
    session: PlanSession
    background: Background
    area: PagesArea
    card: MessageCard
    file_acts: FileActs
    frame: FrameActs
