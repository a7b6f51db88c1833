"""Colours, type and distances: the one place they stand.

Under the system's high contrast our palette is not set, and what paints itself asks
`paints` for colours, which then come from the system's palette.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

BASE_PT = 10.0
PAGE_HEADING_PT = 15.0
COUNTER_PT = 16.0
HEADER_PT = 9.0
TAB_PT = 10.5
TITLE_PT = 11.0
REPORT_PT = 12.0
# Segoe UI on Windows; the others have its proportions, for systems without it.
_FAMILIES = ["Segoe UI", "Open Sans", "Noto Sans", "Liberation Sans"]
# Lower, and the marks of two-storey letters (Ế, Ộ) touch the line above.
_LINE_HEIGHT = 1.4
# Heights by the font's key: asked for every cell that is painted.
_LINE_HEIGHTS: dict[str, int] = {}
_on_paper = local()


@dataclass(frozen=True, slots=True)
class Paints:
    """The colours by the names of the visual language."""

    win: QColor
    surf: QColor
    surf2: QColor
    head: QColor
    grid: QColor
    line: QColor
    line2: QColor
    btn: QColor
    edge: QColor
    text: QColor
    text2: QColor
    text3: QColor
    dis: QColor
    acc: QColor
    acc2: QColor
    on_acc: QColor
    sel: QColor
    sel_away: QColor
    tint: QColor
    paper: QColor


OURS = Paints(
    win=QColor("#F1F3F6"),
    surf=QColor("#FFFFFF"),
    surf2=QColor("#F6F8FA"),
    head=QColor("#EAEEF2"),
    grid=QColor("#E4E8ED"),
    line=QColor("#DCE1E7"),
    line2=QColor("#B5BEC9"),
    btn=QColor("#9AA5B2"),
    edge=QColor("#87929E"),
    text=QColor("#1B2430"),
    text2=QColor("#4F5B69"),
    text3=QColor("#677280"),
    dis=QColor("#98A2AE"),
    acc=QColor("#1A5B96"),
    acc2=QColor("#134773"),
    on_acc=QColor("#FFFFFF"),
    sel=QColor("#D3E5F6"),
    sel_away=QColor("#E3E8ED"),
    tint=QColor("#E6F0F9"),
    paper=QColor("#DDE2E8"),
)

_ALARM = QColor("#A61B1B")
_CAUTION, _CAUTION_TINT = QColor("#8A4F00"), QColor("#FCEBCB")


# Asked for several times a cell; Qt gives a palette another key when a colour is changed.
_paints_known: dict[int, Paints] = {}
_MOST_PALETTES = 64


def is_ours(palette: QPalette) -> bool:
    """Whether *palette* is the light theme, not a palette of the system."""
    return palette.color(QPalette.ColorRole.Window) == OURS.win


def paints(palette: QPalette) -> Paints:
    """Return the colours to paint with on a widget of this palette."""
    key = palette.cacheKey()
    found = _paints_known.get(key)
    if found is None:
        if len(_paints_known) >= _MOST_PALETTES:
            _paints_known.clear()
        found = _paints_known[key] = OURS if is_ours(palette) else _system_paints(palette)
    return found


def _system_paints(palette: QPalette) -> Paints:
    role = QPalette.ColorRole
    base, text = palette.color(role.Base), palette.color(role.Text)
    window, highlight = palette.color(role.Window), palette.color(role.Highlight)
    disabled = palette.color(QPalette.ColorGroup.Disabled, role.Text)
    return Paints(
        win=window, surf=base, surf2=base, head=window, grid=text, line=text, line2=text,
        btn=text, edge=text, text=text, text2=text, text3=text, dis=disabled, acc=highlight,
        acc2=highlight, on_acc=palette.color(role.HighlightedText), sel=base,
        sel_away=base, tint=base, paper=window,
    )  # fmt: skip


def alarm(palette: QPalette) -> tuple[QColor, QColor]:
    """Return the red of what is late, and what is written on it."""
    if is_ours(palette):
        return _ALARM, OURS.surf
    role = QPalette.ColorRole
    return palette.color(role.Highlight), palette.color(role.HighlightedText)


def caution(palette: QPalette) -> tuple[QColor, QColor]:
    """Return the amber of what wants attention, and its tint."""
    if is_ours(palette):
        return _CAUTION, _CAUTION_TINT
    return paints(palette).text, paints(palette).surf


def light_palette() -> QPalette:
    """Return the light theme as Qt's roles."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for name, colour in {
        role.Window: OURS.win, role.Base: OURS.surf, role.Button: OURS.surf,
        role.AlternateBase: OURS.surf2, role.Midlight: OURS.head, role.Mid: OURS.line,
        role.Dark: OURS.line2, role.Shadow: OURS.edge, role.Light: OURS.surf,
        role.WindowText: OURS.text, role.Text: OURS.text, role.ButtonText: OURS.text,
        role.BrightText: OURS.surf, role.PlaceholderText: OURS.text3, role.Accent: OURS.acc,
        role.Link: OURS.acc, role.LinkVisited: OURS.acc2, role.Highlight: OURS.sel,
        role.HighlightedText: OURS.text, role.ToolTipBase: OURS.surf,
        role.ToolTipText: OURS.text,
    }.items():  # fmt: skip
        palette.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, name, OURS.dis)
    return palette


def dress(application: QApplication, *, text_scale: float = 1.0) -> None:
    """Give the application our style, colours and font; text 100 to 200 % of its size."""
    application.setStyle("Fusion")
    if not has_high_contrast():
        application.setPalette(light_palette())
    application.setFont(QFont([*_FAMILIES, application.font().family()]))
    scale_text(application, text_scale)


def scale_text(application: QApplication, scale: float) -> None:
    """Give the application's font another size, 1.0 to 2.0 of its usual one."""
    font = application.font()
    font.setPointSizeF(BASE_PT * scale)
    application.setFont(font)


def has_high_contrast() -> bool:
    """Whether Windows shows high contrast; its colours are then left alone."""
    return sys.platform == "win32" and _windows_high_contrast()


def _windows_high_contrast() -> bool:
    import ctypes

    class HighContrast(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint),
            ("flags", ctypes.c_uint),
            ("scheme", ctypes.c_void_p),
        )

    get_high_contrast, is_on = 0x42, 1
    answer = HighContrast(ctypes.sizeof(HighContrast), 0, None)
    user32 = ctypes.CDLL("user32")
    user32.SystemParametersInfoW(get_high_contrast, answer.size, ctypes.byref(answer), 0)
    return bool(answer.flags & is_on)


def text_scale() -> float:
    """Return how much larger than at 100 % the text is."""
    if getattr(_on_paper, "is_set", False):
        return 1.0
    return QApplication.font().pointSizeF() / BASE_PT


@contextmanager
def usual_size() -> Iterator[None]:
    """Let this thread paint at 100 %: paper does not follow the text size of the screen."""
    before = getattr(_on_paper, "is_set", False)
    _on_paper.is_set = True
    try:
        yield
    finally:
        _on_paper.is_set = before


def font(points: float = BASE_PT, *, strong: bool = False, italic: bool = False) -> QFont:
    """Return the program's font in a size as at 100 %, semibold if *strong*."""
    chosen = QFont(QApplication.font())
    chosen.setPointSizeF(points * text_scale())
    if strong:
        chosen.setWeight(QFont.Weight.DemiBold)
    chosen.setItalic(italic)
    return chosen


def make_secondary(widget: QWidget) -> None:
    """Let the words of *widget* stand back."""
    palette = widget.palette()
    # A label on a ground of Base takes the role of text in fields.
    for role in (palette.ColorRole.WindowText, palette.ColorRole.Text):
        palette.setColor(role, paints(palette).text2)
    widget.setPalette(palette)


def scaled(pixels: float) -> int:
    """Return a width or an icon's size that grows with the text."""
    return round(pixels * text_scale())


def line_height(chosen: QFont) -> int:
    """Return the height of a line of *chosen*, marks of two-storey letters included."""
    key = chosen.key()
    if key not in _LINE_HEIGHTS:
        metrics = QFontMetrics(chosen)
        em = chosen.pointSizeF() * metrics.fontDpi() / 72
        _LINE_HEIGHTS[key] = max(metrics.height(), round(em * _LINE_HEIGHT))
    return _LINE_HEIGHTS[key]
