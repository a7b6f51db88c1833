"""XML from outside: no DTD, no strange encodings, no depth, no hundred million nodes."""

from __future__ import annotations

import re

from lxml import etree

from tthc_desktop.errors import Refused
from tthc_desktop.reading.limits import LIMITS

_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
# Others (UTF-7, EBCDIC) would hide the words searched for below; Office writes none of them.
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"utf-16"}
_DTD = ("<!DOCTYPE", "<!ENTITY")
_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
# Files of the strict form of the standard differ in the names of their namespaces only.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/drawingml/main",
     b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)  # fmt: skip


def check_xml(name: str, data: bytes) -> bytes:
    """Return the part as UTF-8 bytes; refuse one with a DTD or in a strange encoding."""
    data = _as_utf8(name, data)
    declared = _DECLARED.match(data)
    if declared and declared[1].lower() not in _ENCODINGS:
        raise Refused(_unusual(name))
    if any(word.encode() in data for word in _DTD):
        raise Refused(
            f"Tệp “{name}” chứa khai báo DTD, tệp của Word và Excel không có. Tệp không được mở."
        )
    if data.count(b"<") > LIMITS.tags:
        raise Refused(too_long(name))
    return data


def parse_xml(name: str, data: bytes) -> etree._Element:
    """Return the root of a part; external things are never fetched."""
    data = check_xml(name, data)
    if _STRICT in data:
        for strict, usual in _STRICT_NAMES:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    return etree.fromstring(data, parser)


def too_long(name: str) -> str:
    """Return the sentence for a file of more text than any plan or sheet has."""
    return f"Tệp “{name}” quá dài cho một kế hoạch hoặc một bảng. Chưa ghi gì."


def _as_utf8(name: str, data: bytes) -> bytes:
    encoding = _UTF16_MARKS.get(data[:2])
    if encoding:
        text = data[2:].decode(encoding)
        return re.sub(r"^<\?xml[^>]*\?>", "", text).encode()
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.lstrip()[:1] not in {b"<", b""} or b"\0" in data[:4]:
        raise Refused(_unusual(name))
    return data


def _unusual(name: str) -> str:
    return (
        f"Tệp “{name}” dùng bảng mã lạ bên trong nên không được mở. "
        "Hãy mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi thử lại."
    )
