"""Our own icons: one colour each, painted as vectors so that they are sharp at every scale."""

from __future__ import annotations

from threading import local

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

ROW_PX = 16
PAGE_BAR_PX = 18
STATE_PX = 15
_APPLICATION_SIZES = (16, 24, 32, 48, 64, 128)
_MOST_RENDERERS = 256
# A renderer belongs to the thread that made it: the worker prints while the screen is painted.
_of_thread = local()


def paint_icon(
    painter: QPainter, name: str, place: QRectF, colour: QColor, on: QColor | None = None
) -> None:
    """Paint icon *name* into *place*; *on* is the colour of what is cut out of filled shapes."""
    hole = (on or QColor(Qt.GlobalColor.white)).name()
    _renderer(name, colour.name(), hole).render(painter, place)


def row_icon(name: str, colour: QColor) -> QIcon:
    """Return icon *name* for Qt's own fields and lists, sharp on fine screens too."""
    made = QIcon()
    for size in (ROW_PX, 2 * ROW_PX):
        made.addPixmap(_pixmap(_renderer(name, colour.name(), "#ffffff"), size))
    return made


def application_icon() -> QIcon:
    """Return the program's sign for the window and the task bar."""
    renderer = QSvgRenderer(QByteArray(resources.data("icons/app.svg")))
    made = QIcon()
    for size in _APPLICATION_SIZES:
        made.addPixmap(_pixmap(renderer, size))
    return made


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap


def _renderer(name: str, colour: str, hole: str) -> QSvgRenderer:
    known: dict[str, QSvgRenderer] = _of_thread.__dict__
    key = f"{name} {colour} {hole}"
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST_RENDERERS:
            known.clear()
        found = known[key] = _new_renderer(name, colour, hole)
    return found


def _new_renderer(name: str, colour: str, hole: str) -> QSvgRenderer:
    # Qt paints "currentColor" black, so the colour is put into the text.
    drawing = resources.text(f"icons/{name}.svg")
    drawing = drawing.replace("currentColor", colour).replace("#fff", hole)
    return QSvgRenderer(QByteArray(drawing.encode()))
