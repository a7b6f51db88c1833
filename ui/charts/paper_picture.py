"""Pictures as PNG: for the Word file, the clipboard and a file of their own."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tthc_desktop.document.blocks import Picture
from tthc_desktop.domain.reporting.pictures import ReportPicture
from ui.charts.picture_look import PictureLook, paper_look, put_words
from ui.charts.picture_painting import paint_picture, picture_height
from ui.pages.painter import QtPagePainter

_DOTS_PER_INCH = 96  # in which pictures are painted; the image has three times as many
_SHARP = 3
_MM_PER_INCH = 25.4
_SIDE = 6.0
_ALONE_MM = 165.0


def new_page_painter() -> QtPagePainter:
    """Return a painter of pages that draws the pictures of reports too."""
    return QtPagePainter(draw=draw_picture)


def draw_picture(picture: ReportPicture, width_mm: float) -> Picture:
    """Return a picture for a page, *width_mm* wide: the same values give the same bytes."""
    image = _image(picture, width_mm, title="")
    height_mm = image.height() / _SHARP / _DOTS_PER_INCH * _MM_PER_INCH
    return Picture(_png(image), width_mm, height_mm, picture.alt)


def image_with_title(picture: ReportPicture) -> QImage:
    """Return a picture to stand by itself, its title above it."""
    return _image(picture, _ALONE_MM, title=picture.title)


def png_with_title(picture: ReportPicture) -> bytes:
    """Return the same as the bytes of a PNG file."""
    return _png(image_with_title(picture))


def _image(picture: ReportPicture, width_mm: float, *, title: str) -> QImage:
    look = paper_look()
    wide = width_mm / _MM_PER_INCH * _DOTS_PER_INCH
    head = 2 * look.line if title else 0.0
    high = picture_height(picture, wide - 2 * _SIDE, look) + head + 2 * _SIDE
    image = QImage(round(wide * _SHARP), round(high * _SHARP), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(_SHARP, _SHARP)
    room = QRectF(_SIDE, _SIDE, wide - 2 * _SIDE, high - 2 * _SIDE)
    if title:
        _put_title(painter, title, room, look)
    paint_picture(painter, picture, room.adjusted(0, head, 0, 0), look)
    painter.end()
    return image


def _put_title(painter: QPainter, title: str, room: QRectF, look: PictureLook) -> None:
    line = QRectF(room.left(), room.top(), room.width(), look.line)
    put_words(painter, line, title, look.strong, look.paints.text)


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # Qt's hints want bytes
    buffer.close()
    return bytes(content.data())
