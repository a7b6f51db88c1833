"""Who leads and who co-ordinates where both stand in one cell: "Chủ trì: …; Phối hợp: …"."""

from __future__ import annotations

import re

_ROLE = re.compile(
    r"(?:^|[;.\n]\s*|\s)(?:[-–+]\s*)?(?P<words>(?:đơn vị\s+|cơ quan\s+)?"
    r"(?P<role>chủ trì|phối hợp)(?:\s+thực hiện)?)\s*:\s*",
    re.IGNORECASE,
)
_LONGEST_CELL = 1000

Lines = tuple[str, ...]
Pieces = list[str]


def lead_and_coordinating(lines: Lines) -> tuple[Lines, Lines, Lines]:
    """Return the lines of those who lead and of those who co-ordinate, and the labels taken out.

    A cell without labels leads as a whole.
    """
    text = "\n".join(lines)
    found = list(_ROLE.finditer(text)) if len(text) <= _LONGEST_CELL else []
    if not found:
        return lines, (), ()
    lead: Pieces = [text[: found[0].start()]]
    coordinating: Pieces = []
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        side = lead if match["role"].casefold() == "chủ trì" else coordinating
        side.append(text[match.end() : end])
    return _kept(lead), _kept(coordinating), tuple(match["words"] for match in found)


def _kept(pieces: list[str]) -> Lines:
    lines = (line.strip(" ;-–") for piece in pieces for line in piece.split("\n"))
    return tuple(line for line in lines if line)
