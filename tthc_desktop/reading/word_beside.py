"""What stands beside a Word file's running text: told to the person, never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tthc_desktop.domain.text_run import Run
from tthc_desktop.reading.gate import GatedPackage
from tthc_desktop.reading.limits import LIMITS
from tthc_desktop.reading.results import ReadWarning
from tthc_desktop.reading.word_names import w
from tthc_desktop.reading.word_paragraph import Aside, ParagraphWords
from tthc_desktop.reading.word_styles import CharacterLook, Styles
from tthc_desktop.reading.xml_check import parse_xml
from tthc_desktop.vietnamese_text import clean_line, fold

WHERE = "document"
_REVISIONS = ("ins", "del", "moveFrom", "moveTo")
_NOTE_NAMES = {"footnote": "Chú thích cuối trang", "endnote": "Chú thích cuối văn bản"}
_PAGE_WORDS = re.compile(r"[\d\W_]+|\b(?:trang|page|of)\b")


def what_stands_beside(
    package: GatedPackage, body: etree._Element, aside: Aside
) -> tuple[tuple[str, ...], tuple[ReadWarning, ...]]:
    """Return what could not be taken into a plan, and what is worth a warning."""
    not_understood = [
        *(f"Chữ ẩn: {line}" for line in map(clean_line, aside.hidden) if line),
        *(f"Công thức: {line}" for line in map(clean_line, aside.formulas) if line),
        *_notes(package, aside),
        *_headers(package),
    ]
    if aside.pictures:
        not_understood.append(f"{aside.pictures} hình ảnh hoặc nội dung nhúng")
    return tuple(not_understood), tuple(_warnings(body, aside))


def _warnings(body: etree._Element, aside: Aside) -> Iterator[ReadWarning]:
    if aside.comments:
        yield ReadWarning(
            WHERE, f"Tệp có {aside.comments} nhận xét bên lề; nhận xét không được đưa vào kế hoạch."
        )
    if any(next(body.iter(w(name)), None) is not None for name in _REVISIONS):
        yield ReadWarning(
            WHERE, "Tệp còn dấu vết sửa đổi (Track Changes); đã lấy chữ như khi chấp nhận tất cả."
        )


def _notes(package: GatedPackage, aside: Aside) -> Iterator[str]:
    for kind, name in _NOTE_NAMES.items():
        wanted = {note_id for noted, note_id in aside.notes if noted == kind}
        target = next(iter(_targets(package, f"{kind}s")), "") if wanted else ""
        root = package.xml(target)
        for note in () if root is None else root.iter(w(kind)):
            text = _text_of(package.name, note) if note.get(w("id")) in wanted else ""
            if text:
                yield f"{name}: {text}"


def _headers(package: GatedPackage) -> Iterator[str]:
    """Yield what page headers and footers say beyond a page number, each text once."""
    seen: set[str] = set()
    targets = [*_targets(package, "header"), *_targets(package, "footer")]
    for target in targets[: LIMITS.margin_parts]:
        data = package.part(target) or b""
        if len(data) > LIMITS.margin_bytes:
            yield "Đầu trang hoặc chân trang quá dài, không đọc"
            continue
        text = _text_of(package.name, parse_xml(package.name, data)) if data else ""
        if _PAGE_WORDS.sub("", fold(text)) and text not in seen:
            seen.add(text)
            yield f"Đầu trang hoặc chân trang: {text}"
    if len(targets) > LIMITS.margin_parts:
        yield "Đầu trang, chân trang của các phần sau không đọc hết"


def _targets(package: GatedPackage, kind: str) -> list[str]:
    """Return the parts of a kind, each once: links may name one part a thousand times."""
    links = package.relationships(package.main_part).values()
    return list(dict.fromkeys(link.target for link in links if link.kind == kind))


def _text_of(name: str, root: etree._Element) -> str:
    words = ParagraphWords(Styles(None), Aside(name), CharacterLook())
    for block in root.iter(w("p")):
        words.take(block)
        words.runs.append(Run("\n"))
    return clean_line("".join(run.text for run in words.runs))
