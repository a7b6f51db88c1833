"""Names in the XML of Word, and reading of its small values."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = f"{_COMPATIBILITY}AlternateContent"
OFF = frozenset({"0", "false", "off", "none"})
# What only wraps: content controls, accepted insertions, links, fields' results.
_TRANSPARENT = frozenset(
    _MAIN + name
    for name in (
        "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple",
        "dir", "bdo",
    )
)  # fmt: skip
_LEFT_OUT = frozenset(
    _MAIN + name
    for name in (
        "del", "moveFrom", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "proofErr",
        "bookmarkStart", "bookmarkEnd", "delText", "delInstrText", "instrText",
    )
)  # fmt: skip


def w(name: str) -> str:
    """Return the full name of an element or attribute of Word's main namespace."""
    return _MAIN + name


def flattened(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of *parent* as the accepted document has them, wrappers opened."""
    # A stack of our own: wrappers nest two hundred deep in hostile files.
    waiting: list[Iterator[etree._Element]] = [iter(parent)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in _TRANSPARENT:
            waiting.append(iter(child))
        elif child.tag == ALTERNATE:
            # Both branches say the same; the first is the newer form.
            waiting.append(iter(child[0]) if len(child) else iter(()))
        elif child.tag not in _LEFT_OUT:
            yield child


def child_of(parent: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of this name; four times as quick as a search by path."""
    return None if parent is None else next(parent.iterchildren(w(name)), None)


def value_of(parent: etree._Element | None, name: str) -> str | None:
    """Return `w:val` of the child *name* of *parent*, "" where it has none."""
    child = child_of(parent, name)
    return None if child is None else child.get(w("val"), "")


def flag_of(parent: etree._Element | None, name: str) -> bool | None:
    """Return whether the property *name* is on, None where it is not written."""
    value = value_of(parent, name)
    return None if value is None else value not in OFF


def number_of(parent: etree._Element | None, name: str) -> int | None:
    """Return the whole number in `w:val` of the child *name*, None where there is none."""
    return whole_number(value_of(parent, name))


def whole_number(text: str | None) -> int | None:
    """Return *text* as a number of at most six figures, None for anything else."""
    if text is None or not text.lstrip("-").isdecimal() or len(text) > len("-999999"):
        return None
    return int(text)
