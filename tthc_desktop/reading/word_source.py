"""A Word file becomes a stream of paragraphs and tables in the order of its body."""

from __future__ import annotations

from pathlib import Path

from tthc_desktop.errors import Refused
from tthc_desktop.reading.foreign_errors import refusing_broken
from tthc_desktop.reading.gate import GatedPackage, open_office_file
from tthc_desktop.reading.legacy_letters import refuse_legacy_letters
from tthc_desktop.reading.source import Source
from tthc_desktop.reading.steps import SILENT, Steps
from tthc_desktop.reading.word_beside import what_stands_beside
from tthc_desktop.reading.word_body import BodyWalk
from tthc_desktop.reading.word_names import w
from tthc_desktop.reading.word_numbering import AutomaticNumbers
from tthc_desktop.reading.word_paragraph import Aside
from tthc_desktop.reading.word_styles import Styles

# Shares of the time that a document of 300 pages takes.
_AT_PARSING, _AT_BODY = 0.05, 0.15


def read_word(path: Path, steps: Steps = SILENT) -> Source:
    """Return what a Word file says; Refused for one that cannot be read."""
    steps.reach(0)
    package = open_office_file(path, "word")
    with refusing_broken(path.name):
        return _source_of(package, steps)


def _source_of(package: GatedPackage, steps: Steps) -> Source:
    steps.reach(_AT_PARSING)
    root = package.xml(package.main_part)
    steps.reach(_AT_BODY)
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise Refused(f"Tệp “{package.name}” không có nội dung. Hãy chọn tệp khác.")
    links = package.relationships(package.main_part).values()
    parts = {link.kind: link.target for link in links}
    walk = BodyWalk(
        Styles(package.xml(parts.get("styles", ""))),
        AutomaticNumbers(package.xml(parts.get("numbering", ""))),
        Aside(package.name),
    )
    walk.take_body(body, steps.part(_AT_BODY, 1))
    _refuse_legacy(package.name, walk.aside)
    not_understood, warnings = what_stands_beside(package, body, walk.aside)
    source = Source(tuple(walk.items), not_understood, warnings)
    refuse_legacy_letters(package.name, source.texts())
    return source


def _refuse_legacy(name: str, aside: Aside) -> None:
    """Refuse text typed in TCVN3 or VNI: told by the font first, by the letters second."""
    if aside.legacy_characters * 5 > aside.characters and not aside.foreign_letters:
        font = min(aside.legacy_fonts)
        raise Refused(
            f"Tệp “{name}” gõ bằng phông cũ “{font}” (bảng mã TCVN3 hoặc VNI) nên không đọc được "
            "chữ. Hãy dùng Unikey (Công cụ – Chuyển mã) đổi sang Unicode rồi thử lại."
        )
