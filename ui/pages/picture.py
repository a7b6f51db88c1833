"""A picture as a piece: as high as Word makes the line it stands in."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QImage

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Picture, Role
from ui.pages.measures import units_of_mm, units_of_pt
from ui.pages.pieces import Image, Piece


def picture_pieces(picture: Picture, width: float) -> tuple[Piece, ...]:
    """Return the one piece of a picture in the middle of a column of *width*."""
    style = nd30.STYLES[Role.PICTURE]
    wide, high = units_of_mm(picture.width_mm), units_of_mm(picture.height_mm)
    mark = Image(_image(picture.png), (width - wide) / 2, 0, wide, high)
    # The line has no letters of a size that counts: it is as high as the picture.
    return (Piece(high, (mark,), gap=units_of_pt(style.before_pt), keep=style.keep_with_next),)


@lru_cache(maxsize=16)
def _image(png: bytes) -> QImage:
    return QImage.fromData(png)
