"""What an Xvfb screen shows, as a PNG; standard library only."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

_BITS = 32


def save_screen(frame_buffer: Path, to: Path) -> None:
    """Read the screen's memory (XWD, four bytes a point) and write a PNG."""
    content = frame_buffer.read_bytes()
    header = struct.unpack(">25I", content[:100])
    width, height, bits, per_line, colours = (header[place] for place in (4, 5, 11, 12, 19))
    if bits != _BITS:
        message = f"{bits} bits a point, {_BITS} are known"
        raise ValueError(message)
    begin = header[0] + 12 * colours
    lines = bytearray()
    for line in range(height):
        points = content[begin + line * per_line :][: 4 * width]
        colour = bytearray(3 * width)
        colour[0::3], colour[1::3], colour[2::3] = points[2::4], points[1::4], points[0::4]
        lines += b"\x00" + colour
    kind = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", kind), (b"IDAT", zlib.compress(bytes(lines))), (b"IEND", b""))
    to.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_part(*one) for one in parts))


def _part(name: bytes, content: bytes) -> bytes:
    whole = name + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))
