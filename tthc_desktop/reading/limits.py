"""How much of a file from outside is read: one table, each figure with its reason."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one file, each measured on files made to hurt."""

    # A real plan has 40 KB; attached scans are not part of a plan's text.
    file_bytes: int = 20 * _MEGABYTE
    # A text file of one megabyte is three hundred pages.
    text_bytes: int = _MEGABYTE
    # Word writes 20 to 40 parts; every part costs a look-up.
    parts: int = 2_000
    # A document.xml of 25 MB took 29 s and 390 MB; 8 MB took 3 s.
    part_bytes: int = 8 * _MEGABYTE
    total_bytes: int = 60 * _MEGABYTE
    # A styles.xml of Word itself reaches 32; ordinary small parts may be anything.
    ratio: int = 150
    ratio_from_bytes: int = 100 * 1024
    # Every tag becomes a node of 120 bytes: 8 MB of "<a/>" would be 240 MB.
    tags: int = 700_000
    # The parts of a workbook are all parsed once at the gate.
    total_tags: int = 1_500_000
    # 300 pages have 700,000 characters; cleaning looks at each of them.
    characters: int = 1_000_000
    # A header or footer is a line; each part of them is parsed.
    margin_parts: int = 40
    margin_bytes: int = 256 * 1024
    # Tables in tables in tables: no office does that, and we walk them recursively.
    table_depth: int = 6
    # 300 pages have some 10,000 paragraphs, cells of tables counted in, and 40,000 runs.
    paragraphs: int = 16_000
    runs: int = 80_000
    # Columns of a table in Word.
    columns: int = 63


LIMITS = Limits()
CHUNK_BYTES = 64 * 1024
