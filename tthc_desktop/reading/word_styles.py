"""The styles of a Word file, resolved along the chain of what they are based on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from tthc_desktop.reading.word_names import OFF, child_of, number_of, value_of, w

_LONGEST_CHAIN = 12
_FLAGS = {w("b"): "bold", w("i"): "italic", w("caps"): "capitals", w("vanish"): "hidden"}
_VALUE, _FONTS, _ASCII, _HIGH_ANSI = w("val"), w("rFonts"), w("ascii"), w("hAnsi")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class CharacterLook:
    """What is written about characters; None where nothing is."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, lower: CharacterLook) -> CharacterLook:
        """Return this look with its gaps filled from *lower*."""
        if self is _PLAIN:
            return lower
        return CharacterLook(
            _first(self.bold, lower.bold),
            _first(self.italic, lower.italic),
            _first(self.capitals, lower.capitals),
            _first(self.hidden, lower.hidden),
            _first(self.font, lower.font),
        )


_PLAIN = CharacterLook()


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What is written about paragraphs; None where nothing is."""

    alignment: str | None = None
    list_id: int | None = None
    list_level: int | None = None

    def over(self, lower: ParagraphLook) -> ParagraphLook:
        """Return this look with its gaps filled from *lower*."""
        return ParagraphLook(
            _first(self.alignment, lower.alignment),
            _first(self.list_id, lower.list_id),
            _first(self.list_level, lower.list_level),
        )


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    paragraph: ParagraphLook
    characters: CharacterLook


_Looks = tuple[ParagraphLook, CharacterLook]


@dataclass
class Styles:
    """All styles of a file by id; without a styles part everything is plain."""

    root: etree._Element | None
    _styles: dict[str, _Style] = field(init=False, default_factory=dict)
    _defaults: CharacterLook = field(init=False, default=CharacterLook())
    _default_paragraph: str = field(init=False, default="")
    _looks: dict[str, _Looks] = field(init=False, default_factory=dict)
    _paragraphs: dict[str, _Looks] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Read the part once."""
        if self.root is None:
            return
        self._defaults = character_look(self.root.find(f"{w('docDefaults')}/*/{w('rPr')}"))
        for style in self.root.iter(w("style")):
            style_id = style.get(w("styleId"), "")
            self._styles[style_id] = _style(style)
            if style.get(w("type")) == "paragraph" and style.get(w("default")):
                self._default_paragraph = style_id

    def name(self, style_id: str | None) -> str:
        """Return the name of a style, "" for an unknown one."""
        style = self._styles.get(style_id or self._default_paragraph)
        return style.name if style else ""

    def paragraph(self, style_id: str | None) -> _Looks:
        """Return the looks that a paragraph of this style has by itself."""
        style_id = style_id or self._default_paragraph
        if style_id not in self._paragraphs:
            paragraph, characters = self._resolved(style_id)
            self._paragraphs[style_id] = paragraph, characters.over(self._defaults)
        return self._paragraphs[style_id]

    def characters(self, style_id: str | None) -> CharacterLook:
        """Return the look that a character style gives."""
        return self._resolved(style_id)[1] if style_id else CharacterLook()

    def _resolved(self, style_id: str) -> _Looks:
        if style_id not in self._looks:
            self._looks[style_id] = self._resolve(style_id)
        return self._looks[style_id]

    def _resolve(self, style_id: str | None) -> _Looks:
        paragraph, characters = ParagraphLook(), CharacterLook()
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                break
            paragraph = paragraph.over(style.paragraph)
            characters = characters.over(style.characters)
            style_id = style.based_on
        return paragraph, characters


def character_look(properties: etree._Element | None) -> CharacterLook:
    """Return what a `w:rPr` writes."""
    if properties is None:
        return _PLAIN
    values: dict[str, bool] = {}
    font: str | None = None
    # One pass: this is asked for every run of a document.
    for child in properties:
        name = _FLAGS.get(child.tag)
        if name:
            values[name] = child.get(_VALUE, "") not in OFF
        elif child.tag == _FONTS:
            font = child.get(_ASCII) or child.get(_HIGH_ANSI)
    return CharacterLook(**values, font=font) if values or font else _PLAIN


def paragraph_look(properties: etree._Element | None) -> ParagraphLook:
    """Return what a `w:pPr` writes."""
    if properties is None:
        return ParagraphLook()
    numbers = child_of(properties, "numPr")
    return ParagraphLook(
        value_of(properties, "jc"), number_of(numbers, "numId"), number_of(numbers, "ilvl")
    )


def _style(style: etree._Element) -> _Style:
    return _Style(
        value_of(style, "name") or "",
        value_of(style, "basedOn"),
        paragraph_look(style.find(w("pPr"))),
        character_look(style.find(w("rPr"))),
    )


def _first(upper: _Value | None, lower: _Value | None) -> _Value | None:
    return lower if upper is None else upper
