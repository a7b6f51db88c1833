"""Broken variants of a good Word file, the same for the same seed."""

import copy
import random
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

_TAG = re.compile(rb"<[^>]*>")
_VALUE = re.compile(rb'"[^"]*"')
_ODD_VALUES = (b'""', b'"-1"', b'"999999999"', b'"x"', b'"\xff"', b'"&#0;"', b'"1.5"')
WORD_PARTS = (
    "word/document.xml",
    "word/document.xml",
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
    "_rels/.rels",
)
SHEET_PARTS = (
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
    "_rels/.rels",
)


def mutants(
    content: bytes, count: int, seed: int = 20261121, targets: tuple[str, ...] = WORD_PARTS
) -> Iterator[bytes]:
    """Yield *count* variants: of the bytes, of the XML as text, and (half) of its elements."""
    chance = random.Random(seed)
    parts = _unpacked(content)
    for number in range(count):
        if number % 4 == 0:
            yield _with_broken_bytes(content, chance)
        elif number % 4 == 1:
            yield _with_broken_xml(parts, chance, targets)
        else:
            yield _with_moved_elements(parts, chance, targets[:5])


def _unpacked(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_broken_bytes(content: bytes, chance: random.Random) -> bytes:
    broken = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    if chance.random() < 0.2:
        del broken[chance.randrange(len(broken)) :]
    return bytes(broken)


def _with_broken_xml(
    parts: dict[str, bytes], chance: random.Random, targets: tuple[str, ...]
) -> bytes:
    name = chance.choice([target for target in targets if target in parts])
    data = parts[name]
    for _ in range(chance.randint(1, 3)):
        data = _broken(data, chance)
    return _packed({**parts, name: data})


def _with_moved_elements(
    parts: dict[str, bytes], chance: random.Random, targets: tuple[str, ...]
) -> bytes:
    """Lose, double and move whole elements: well-formed, so that the reader has to cope."""
    name = chance.choice([target for target in targets if target in parts])
    root = etree.fromstring(parts[name])
    for _ in range(chance.randint(1, 4)):
        elements = [one for one in root.iter() if one.getparent() is not None]
        if len(elements) < 3:
            break
        one, other = chance.sample(elements, 2)
        _move(one, other, chance.randrange(4))
    return _packed({**parts, name: etree.tostring(root)})


def _move(one: etree._Element, other: etree._Element, how: int) -> None:
    above = one.getparent()
    if above is None or one in other.iterancestors():
        return
    if how == 0:
        above.remove(one)
    elif how == 1:
        other.append(copy.deepcopy(one))
    elif how == 2:
        other.insert(0, one)
    elif one.text:
        one.text = one.text[: len(one.text) // 2]


def _packed(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for part, held in parts.items():
            archive.writestr(part, held)
    return target.getvalue()


def _broken(data: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    one, other = chance.choice(tags), chance.choice(tags)
    start, end = sorted((one.start(), other.start()))
    match chance.randrange(7):
        case 0:  # a tag is lost
            return data[: one.start()] + data[one.end() :]
        case 1:  # a stretch is lost
            return data[:start] + data[end:]
        case 2:  # a stretch stands twice
            return data[:end] + data[start : min(end, start + 5000)] + data[end:]
        case 3:  # an element is called something else
            return data[: one.start()] + other[0] + data[one.end() :]
        case 4:  # a whole element is lost: still well-formed
            return re.sub(rb"<w:(p|tc|tr|rPr|pPr|r)>.*?</w:\1>", b"", data, count=1)
        case 5:  # a value is nonsense
            value = chance.choice(list(_VALUE.finditer(data)) or [one])
            return data[: value.start()] + chance.choice(_ODD_VALUES) + data[value.end() :]
        case _:  # text changes its place
            return data[:start] + data[one.start() : one.end()] + data[start:]
