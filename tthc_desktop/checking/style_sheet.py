"""The styles of a file with everything a rule asks about, resolved along their chains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.checking.looks import Values
from tthc_desktop.checking.written import written_indents, written_letters, written_paragraph
from tthc_desktop.document.word_xml import Element
from tthc_desktop.reading.word_names import child_of, value_of, w, whole_number

_LONGEST_CHAIN = 12
_NOTHING: Values = {}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a style, or comes together of several."""

    paragraph: Values = field(default_factory=dict)
    letters: Values = field(default_factory=dict)

    def over(self, lower: Written) -> Written:
        """Return this with its gaps filled from *lower*."""
        return Written({**lower.paragraph, **self.paragraph}, {**lower.letters, **self.letters})


@dataclass
class StyleSheet:
    """All styles by id; without a styles part everything is Word's own."""

    root: Element | None
    theme: Mapping[str, str]
    _styles: dict[str, tuple[str | None, Written]] = field(init=False, default_factory=dict)
    _defaults: Written = field(init=False, default_factory=Written)
    _usual: dict[str, str] = field(init=False, default_factory=dict)
    _resolved: dict[str, Written] = field(init=False, default_factory=dict)
    _based: dict[tuple[str, str], Written] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Read the part once."""
        if self.root is None:
            return
        defaults = child_of(self.root, "docDefaults")
        self._defaults = self._written(
            child_of(child_of(defaults, "pPrDefault"), "pPr"),
            child_of(child_of(defaults, "rPrDefault"), "rPr"),
        )
        for style in self.root.iter(w("style")):
            style_id = style.get(w("styleId"), "")
            own = self._written(child_of(style, "pPr"), child_of(style, "rPr"))
            self._styles[style_id] = value_of(style, "basedOn"), own
            if style.get(w("default"), "0") in {"1", "true", "on"}:
                self._usual[style.get(w("type"), "")] = style_id

    def paragraph(self, style_id: str | None, table_style: str | None = None) -> Written:
        """Return what a paragraph of this style has, in a table of that style."""
        own = style_id if style_id in self._styles else self._usual.get("paragraph", "")
        table = table_style or ""
        key = own or "", table
        if key not in self._based:
            below = self._resolve(table).over(self._defaults) if table else self._defaults
            self._based[key] = self._resolve(own or "").over(below)
        return self._based[key]

    def letters(self, style_id: str | None) -> Values:
        """Return what a character style gives."""
        return self._resolve(style_id).letters if style_id else _NOTHING

    def usual_table(self) -> str | None:
        """Return the style of a table that names none."""
        return self._usual.get("table")

    def table_margins(self, style_id: str | None) -> Element | None:
        """Return the cell margins that a table style gives."""
        wanted = style_id or self.usual_table()
        styles = () if self.root is None else self.root.iter(w("style"))
        by_id = {one.get(w("styleId")): one for one in styles}
        for _ in range(_LONGEST_CHAIN):
            style = by_id.get(wanted)
            margins = child_of(child_of(style, "tblPr"), "tblCellMar")
            if style is None or margins is not None:
                return margins
            wanted = value_of(style, "basedOn")
        return None

    def _resolve(self, style_id: str) -> Written:
        if style_id not in self._resolved:
            self._resolved[style_id] = self._chain(style_id)
        return self._resolved[style_id]

    def _chain(self, style_id: str | None) -> Written:
        result = Written()
        for _ in range(_LONGEST_CHAIN):
            if style_id not in self._styles:
                break
            style_id, written = self._styles[style_id]
            result = result.over(written)
        return result

    def _written(self, paragraph: Element | None, letters: Element | None) -> Written:
        return Written(written_paragraph(paragraph), written_letters(letters, self.theme))


def theme_fonts(root: Element | None) -> dict[str, str]:
    """Return the Latin fonts of a theme part by the names that `w:rFonts` uses."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        held = None if root is None else next(root.iter(f"{_DRAWING}{kind}Font"), None)
        latin = None if held is None else held.find(f"{_DRAWING}latin")
        name = "" if latin is None else latin.get("typeface", "")
        if name:
            fonts |= {f"{kind}HAnsi": name, f"{kind}Ascii": name}
    return fonts


def list_indents(root: Element | None) -> dict[tuple[int, int], Values]:
    """Return the indents that automatic lists give, by list and level."""
    if root is None:
        return {}
    levels = {
        one.get(w("abstractNumId"), ""): {
            level: written_indents(child_of(child_of(held, "pPr"), "ind"))
            for held in one.iter(w("lvl"))
            if (level := whole_number(held.get(w("ilvl")))) is not None
        }
        for one in root.iter(w("abstractNum"))
    }
    return {
        (number, level): indents
        for one in root.iter(w("num"))
        if (number := whole_number(one.get(w("numId")))) is not None
        for level, indents in levels.get(value_of(one, "abstractNumId") or "", {}).items()
    }
