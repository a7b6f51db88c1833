"""Make resources/app.ico from resources/icons/app.svg: every size Windows asks for.

    .venv/bin/python build/make_icon.py

Small pictures are stored as bitmaps, which every reader of icons knows; large ones as PNG.
"""

from __future__ import annotations

import os
import struct
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import environment

SOURCE = environment.ROOT / "resources" / "icons" / "app.svg"
TARGET = environment.ROOT / "resources" / "app.ico"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_FROM_HERE_PNG = 64
_BITS = 32


def picture(size: int) -> QImage:
    """Draw the icon."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """Return a PNG."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(content.data())


def as_bitmap(image: QImage) -> bytes:
    """Return a bitmap as icons hold it: lines from below, then an empty mask."""
    size = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, _BITS, 0, 0, 0, 0, 0, 0)
    lines = image.flipped(Qt.Orientation.Vertical)
    mask = bytes((size + 31) // 32 * 4 * size)
    return header + bytes(lines.constBits()) + mask


def icon() -> bytes:
    """Return the whole file: directory, then the pictures."""
    pictures = [
        as_png(picture(size)) if size >= _FROM_HERE_PNG else as_bitmap(picture(size))
        for size in SIZES
    ]
    place = 6 + 16 * len(SIZES)
    directory = [struct.pack("<HHH", 0, 1, len(SIZES))]
    for size, content in zip(SIZES, pictures, strict=True):
        edge = size % 256  # 0 stands for 256
        entry = (edge, edge, 0, 0, 1, _BITS, len(content), place)
        directory.append(struct.pack("<BBBBHHII", *entry))
        place += len(content)
    return b"".join([*directory, *pictures])


def main() -> int:
    """Write the file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    TARGET.write_bytes(icon())
    print(TARGET.relative_to(environment.ROOT))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
