"""One door to the pictures of a report: how high one is, and how it is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tthc_desktop.domain.reporting.pictures import PictureKind, ReportPicture
from ui.charts.column_picture import columns_height, paint_columns
from ui.charts.picture_look import PictureLook
from ui.charts.score_picture import paint_scores, scores_height
from ui.charts.stacked_picture import paint_stacked, stacked_height


def picture_height(picture: ReportPicture, width: float, look: PictureLook) -> float:
    """Return how high a picture is at a width."""
    if picture.kind is PictureKind.UNITS:
        return stacked_height(picture.bars, width, look)
    if picture.kind is PictureKind.GROUPS:
        return scores_height(picture, width, look)
    return columns_height(look)


def paint_picture(
    painter: QPainter, picture: ReportPicture, room: QRectF, look: PictureLook
) -> None:  # fmt: skip
    """Paint a picture without its title into *room*."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    if picture.kind is PictureKind.UNITS:
        paint_stacked(painter, picture.bars, room, look)
    elif picture.kind is PictureKind.GROUPS:
        paint_scores(painter, picture, room, look)
    else:
        paint_columns(painter, picture, room, look)
    painter.restore()
