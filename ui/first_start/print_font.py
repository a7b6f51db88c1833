"""Whether this PC can print in the font of official documents."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFontDatabase

from ui.pages.measures import FAMILIES

_HAS_IT = "Máy đã có phông Times New Roman"
_HAS_TWIN = "Máy có phông cùng số đo với Times New Roman, dòng và trang in ra như nhau"
_MISSING = (
    "Máy chưa có Times New Roman, in ra sẽ khác. Hãy cài phông này (có sẵn trong Windows và "
    "bộ Office), rồi mở lại chương trình."
)


def font_state(families: Iterable[str]) -> tuple[str, bool]:
    """Return what to say of the fonts there are, and whether it is a warning."""
    there = set(families)
    own, twin = FAMILIES
    if own in there:
        return _HAS_IT, False
    return (_HAS_TWIN, False) if twin in there else (_MISSING, True)


def font_state_here() -> tuple[str, bool]:
    """Return the same for this PC."""
    return font_state(QFontDatabase.families())
