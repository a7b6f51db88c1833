"""A written Word file as the tests look at it: its parts as XML, its styles as they work."""

import zipfile
from functools import cached_property
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = etree._Element


def w(name: str) -> str:
    """Return a name in Word's namespace."""
    return f"{W}{name}"


def child(element: Element, path: str) -> Element | None:
    """Return the first element at a path like "pPr/spacing"."""
    return element.find("/".join(w(step) for step in path.split("/")))


def value(element: Element, path: str, attribute: str = "val") -> str | None:
    """Return an attribute of the first element at a path."""
    found = child(element, path)
    return None if found is None else found.get(w(attribute))


def text_of(paragraph: Element) -> str:
    """Return what a paragraph says; a line break is a line feed."""
    pieces = paragraph.iter(w("t"), w("br"))
    return "".join((one.text or "") if one.tag == w("t") else "\n" for one in pieces)


class WordFile:
    """A Word file, unzipped and parsed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
            self.dates = {info.date_time for info in archive.infolist()}

    @cached_property
    def body(self) -> Element:
        found = child(self.xml("word/document.xml"), "body")
        assert found is not None
        return found

    @cached_property
    def styles(self) -> dict[str, Element]:
        root = self.xml("word/styles.xml")
        return {style.get(w("styleId"), ""): style for style in root.iter(w("style"))}

    def xml(self, name: str) -> Element:
        return etree.fromstring(self.parts[name])

    def paragraphs(self, style: str) -> list[Element]:
        return [
            one for one in self.body.iter(w("p")) if value(one, "pPr/pStyle") == f"ND30-{style}"
        ]

    def texts(self, style: str) -> list[str]:
        return [text_of(one) for one in self.paragraphs(style)]

    def ruled_tables(self) -> list[Element]:
        tables = self.body.iter(w("tbl"))
        return [one for one in tables if child(one, "tblPr/tblBorders") is not None]

    def sections(self) -> list[Element]:
        return list(self.body.iter(w("sectPr")))

    def look(self, style: str) -> tuple[float, bool, bool, str | None]:
        """Return size in points, bold, italic and alignment of one of our styles."""
        found = self.styles[f"ND30-{style}"]
        size = value(found, "rPr/sz")
        assert size is not None
        bold, italic = (child(found, f"rPr/{tag}") is not None for tag in "bi")
        return int(size) / 2, bold, italic, value(found, "pPr/jc")
