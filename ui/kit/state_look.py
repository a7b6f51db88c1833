"""How a shown state looks: shape first, then word, then colour, all of nearly one grey value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from tthc_desktop.domain.shown_state import Shown, ShownState
from ui.kit import theme


@dataclass(frozen=True, slots=True)
class StateLook:
    """Icon, colour, tint behind it, and the hatch in charts that print in black and white."""

    icon: str
    colour: QColor
    tint: QColor
    hatch: Qt.BrushStyle
    is_pill: bool = False


_RED, _RED_TINT = QColor("#A61B1B"), QColor("#FBE3E1")
_AMBER, _AMBER_TINT = QColor("#8A4F00"), QColor("#FCEBCB")
_GREY, _GREY_TINT = QColor("#4E5864"), QColor("#ECEFF2")
_BRUSH = Qt.BrushStyle
_LOOKS = {
    Shown.OVERDUE: StateLook("state-overdue", _RED, _RED_TINT, _BRUSH.DiagCrossPattern, True),
    Shown.SOON: StateLook("state-soon", _AMBER, _AMBER_TINT, _BRUSH.VerPattern, True),
    Shown.IN_TIME: StateLook(
        "state-in-progress", QColor("#1A5B96"), QColor("#E6F0F9"), _BRUSH.BDiagPattern
    ),
    Shown.CONTINUOUS: StateLook(
        "state-continuous", QColor("#3C5870"), QColor("#E8EEF3"), _BRUSH.HorPattern
    ),
    Shown.DONE: StateLook("state-done", QColor("#17683F"), QColor("#E0F2E8"), _BRUSH.SolidPattern),
    Shown.DONE_LATE: StateLook(
        "state-done-late", QColor("#5C5A00"), QColor("#F1F0D5"), _BRUSH.FDiagPattern
    ),
    Shown.WAITING: StateLook(
        "state-waiting", QColor("#5D4496"), QColor("#EEE9F8"), _BRUSH.Dense6Pattern
    ),
    Shown.NOT_STARTED: StateLook("state-not-started", _GREY, _GREY_TINT, _BRUSH.NoBrush),
    Shown.NO_CASE: StateLook("state-no-case", _GREY, _GREY_TINT, _BRUSH.NoBrush),
    Shown.PAUSED: StateLook("state-paused", _GREY, _GREY_TINT, _BRUSH.NoBrush),
    Shown.CANCELLED: StateLook("state-cancelled", _GREY, _GREY_TINT, _BRUSH.NoBrush),
    Shown.UNASSIGNED: StateLook("state-unassigned", _AMBER, _AMBER_TINT, _BRUSH.NoBrush),
}


def state_look(shown: Shown, palette: QPalette) -> StateLook:
    """Return the look of a state; under high contrast in the system's colours."""
    look = _LOOKS[shown]
    if theme.is_ours(palette):
        return look
    paints = theme.paints(palette)
    return StateLook(look.icon, paints.text, paints.surf, look.hatch, look.is_pill)


def state_words(state: ShownState) -> str:
    """Return the words of a state's cell: days left instead of "Sắp đến hạn"."""
    if state.shown is not Shown.SOON:
        return state.words
    return f"Còn {state.days} ngày" if state.days else "Đến hạn hôm nay"
