"""Remake resources/fonts/times_new_roman_widths.json: python3 build/make_font_widths.py FONTS.

FONTS is the folder of Liberation Serif 2.1 or newer (Debian: fonts-liberation2), the metric
twin of Times New Roman; older versions lack the Vietnamese letters. Standard library only.
"""

import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources/fonts/times_new_roman_widths.json"
FACES = {
    "regular": "LiberationSerif-Regular.ttf",
    "bold": "LiberationSerif-Bold.ttf",
    "italic": "LiberationSerif-Italic.ttf",
    "bold_italic": "LiberationSerif-BoldItalic.ttf",
}
# Latin, Vietnamese, punctuation (dashes, quotes, ellipsis), đồng and euro, signs of comparison.
RANGES = (
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x1E80, 0x1E85), (0x1EA0, 0x1EF9), (0x2010, 0x2015),
    (0x2018, 0x2022), (0x2026, 0x2026), (0x2030, 0x2033), (0x2039, 0x203A), (0x20AB, 0x20AC),
    (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2195), (0x2212, 0x2212), (0x2260, 0x2265),
    (0x25A0, 0x25A1), (0x25CF, 0x25CF),
)  # fmt: skip
# The format of the character map that covers the plane all these characters lie in.
SEGMENTS = 4


def main(arguments: list[str]) -> int:
    """Read the four faces and write the table."""
    if len(arguments) != 1:
        sys.exit(__doc__)
    folder = Path(arguments[0])
    faces = {face: Face(folder / name) for face, name in FACES.items()}
    table = {
        "source": "Liberation Serif, advance widths by code point; metric twin of Times New Roman",
        "units_per_em": faces["regular"].units_per_em,
        **{name: face.table() for name, face in faces.items()},
    }
    # One line for each face: a change of the fonts is seen in a diff.
    lines = (f'"{key}":{json.dumps(value, separators=(",", ":"))}' for key, value in table.items())
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes", file=sys.stderr)
    return 0


class Face:
    """One TrueType file: what it says about advance widths."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()
        count = struct.unpack_from(">H", self._bytes, 4)[0]
        records = struct.iter_unpack(">4sLLL", self._bytes[12 : 12 + 16 * count])
        self._start = {tag.decode(): offset for tag, _sum, offset, _length in records}
        self.units_per_em = self._number("head", 18)
        self._metrics = self._number("hhea", 34)

    def table(self) -> dict[str, list[int]]:
        """Return the widths of each unbroken stretch of characters, by its first code point."""
        glyphs = dict(self._glyphs())
        stretches: dict[str, list[int]] = {}
        before = None
        for code in (code for first, last in RANGES for code in range(first, last + 1)):
            if code not in glyphs:
                continue
            if before is None or code != before + 1:
                stretch = stretches.setdefault(str(code), [])
            stretch.append(self._advance(glyphs[code]))
            before = code
        return stretches

    def _number(self, table: str, offset: int) -> int:
        (number,) = struct.unpack_from(">H", self._bytes, self._start[table] + offset)
        return int(number)

    def _advance(self, glyph: int) -> int:
        return self._number("hmtx", 4 * min(glyph, self._metrics - 1))

    def _glyphs(self) -> Iterator[tuple[int, int]]:
        """Yield code point and glyph of every character, from the segments of the map."""
        start = self._segments()
        size = self._word(start + 6)
        for place in range(start + 14, start + 14 + size, 2):
            last, first = self._word(place), self._word(place + size + 2)
            delta, range_at = self._word(place + 2 * size + 2), place + 3 * size + 2
            jump = self._word(range_at)
            for code in range(first, min(last, 0xFFFE) + 1):
                glyph = self._word(range_at + jump + 2 * (code - first)) if jump else code
                if glyph:
                    yield code, (glyph + delta) % 0x10000

    def _segments(self) -> int:
        start = self._start["cmap"]
        for number in range(self._word(start + 2)):
            (offset,) = struct.unpack_from(">L", self._bytes, start + 8 + 8 * number)
            if self._word(start + offset) == SEGMENTS:
                return int(start + offset)
        sys.exit("This font has no character map of format 4.")

    def _word(self, place: int) -> int:
        (word,) = struct.unpack_from(">H", self._bytes, place)
        return int(word)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
