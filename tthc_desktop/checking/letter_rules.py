"""L03, L04: one font, black."""

from __future__ import annotations

from tthc_desktop.checking.facts import RunFact
from tthc_desktop.checking.faults import Fault, Faults, quote_of
from tthc_desktop.checking.looks import FONT, UNRESOLVED
from tthc_desktop.checking.parts import Document
from tthc_desktop.domain.findings import Severity

_BLACK = frozenset({"AUTO", "000000", "TEXT1", "DARK1"})


def fonts(document: Document) -> Faults:
    """L03: Times New Roman everywhere, headers and tables too."""
    for spot in document.spots:
        for run in spot.paragraph.runs:
            font = _other_font(run)
            if font is None:
                continue
            if font == UNRESOLVED:
                yield Fault(
                    spot.where,
                    quote_of(spot.paragraph.text),
                    "Không xác định được phông chữ vì tệp thiếu bộ phông của chủ đề (theme).",
                    "Chọn đoạn và đặt phông Times New Roman.",
                    Severity.WARNING,
                )
            else:
                yield Fault(
                    spot.where,
                    quote_of(run.text.strip()),
                    f"Chữ dùng phông {font}, không phải Times New Roman.",
                    "Chọn đoạn và đặt phông Times New Roman.",
                )
            break


def colours(document: Document) -> Faults:
    """L04: black letters."""
    for spot in document.spots:
        for run in spot.paragraph.runs:
            if run.text.strip() and run.look.colour.upper() not in _BLACK:
                yield Fault(
                    spot.where,
                    quote_of(run.text.strip()),
                    "Chữ không phải màu đen.",
                    "Đặt màu chữ đen hoặc tự động.",
                )
                break


def _other_font(run: RunFact) -> str | None:
    """Return a font that is not ours, None where all is well."""
    if not any(one.isalnum() for one in run.text):
        return None
    for font in (run.look.ascii_font, run.look.high_font):
        if font.strip().casefold() != FONT.casefold():
            return font.strip()
    return None
