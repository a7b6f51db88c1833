"""The gate: no library sees a file from outside before it has passed here."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

from lxml import etree

from tthc_desktop.errors import Refused
from tthc_desktop.reading.file_kind import what_it_is
from tthc_desktop.reading.foreign_errors import refusing_broken
from tthc_desktop.reading.limits import LIMITS
from tthc_desktop.reading.xml_check import check_xml, parse_xml, too_long
from tthc_desktop.reading.zip_check import check_zip

OfficeKind = Literal["word", "excel"]

_OFFICE = "application/vnd.openxmlformats-officedocument."
_MAIN_TYPES: dict[str, tuple[str, ...]] = {
    "word": (
        f"{_OFFICE}wordprocessingml.document.main+xml",
        f"{_OFFICE}wordprocessingml.template.main+xml",
    ),
    "excel": (
        f"{_OFFICE}spreadsheetml.sheet.main+xml",
        f"{_OFFICE}spreadsheetml.template.main+xml",
    ),
}
_CONTENT_TYPES = "[Content_Types].xml"
_XML_NAMES = (".xml", ".rels", ".vml")
_ODF = "mimetype"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another; links to the outside are left out."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class GatedPackage:
    """An office file that passed the gate.

    Readers take its parts, or its `stream`, and never the path: what was checked is what
    is read, also when the file is replaced meanwhile.
    """

    name: str
    content: bytes
    main_part: str
    part_names: frozenset[str]

    def stream(self) -> BytesIO:
        """Return the whole file for a library that wants to unpack it itself."""
        return BytesIO(self.content)

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, None if there is none of this name."""
        if name not in self.part_names:
            return None
        with ZipFile(self.stream()) as archive:
            return archive.read(name)

    def xml(self, name: str) -> etree._Element | None:
        """Return the root element of a part, None if there is none of this name."""
        data = self.part(name)
        return None if data is None else parse_xml(self.name, data)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return the inner links of *part* by their id."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        return {} if root is None else _inner_links(root, folder)


def open_office_file(path: Path, kind: OfficeKind) -> GatedPackage:
    """Return the checked file; Refused with one sentence for anything that is not right."""
    content = read_bytes(path, LIMITS.file_bytes)
    with refusing_broken(path.name):
        if not content.startswith(b"PK"):
            raise Refused(what_it_is(path.name, content, kind))
        check_zip(path.name, content)
        return _checked_package(path.name, content, kind)


def read_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a file from outside; Refused if missing, a folder or too large."""
    try:
        if path.is_dir():
            raise Refused(f"“{path.name}” là một thư mục. Hãy chọn một tệp.")
        if path.stat().st_size > most:
            raise Refused(
                f"Tệp “{path.name}” lớn hơn {most // (1024 * 1024)} MB nên không được nhận. "
                "Hãy lưu riêng phần kế hoạch thành tệp mới."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refused(f"Không có tệp “{path}”. Hãy xem lại tên và thư mục.") from error
    except (OSError, ValueError) as error:
        raise Refused(
            f"Không đọc được tệp “{path.name}”: tệp đang bị khóa hoặc không có quyền đọc. "
            "Hãy đóng chương trình đang mở tệp rồi thử lại."
        ) from error


def _checked_package(name: str, content: bytes, kind: OfficeKind) -> GatedPackage:
    with ZipFile(BytesIO(content)) as archive:
        names = frozenset(archive.namelist())
        if _CONTENT_TYPES not in names:
            raise Refused(_not_this_kind(name, kind, "", opendocument=_ODF in names))
        types = _content_types(parse_xml(name, archive.read(_CONTENT_TYPES)), names)
        _refuse_macros(name, names, types)
        _check_parts(name, archive, types, parse=kind == "excel")
    package = GatedPackage(name, content, "", names)
    main = _main_part(package)
    if types.get(main) not in _MAIN_TYPES[kind]:
        raise Refused(_not_this_kind(name, kind, types.get(main, ""), opendocument=False))
    return GatedPackage(name, content, main, names)


def _check_parts(name: str, archive: ZipFile, types: dict[str, str], *, parse: bool) -> None:
    """Check every part that is XML by its name or type.

    Word parts are parsed when they are read; a workbook goes to a library whose parser
    knows no limit of depth, so all of it is parsed here.
    """
    tags = 0
    for part, content_type in sorted(types.items()):
        if part.lower().endswith(_XML_NAMES) or "xml" in content_type:
            data = check_xml(name, archive.read(part))
            tags += data.count(b"<")
            if tags > LIMITS.total_tags:
                raise Refused(too_long(name))
            if parse:
                parse_xml(name, data)


def _content_types(root: etree._Element, names: frozenset[str]) -> dict[str, str]:
    defaults = {
        one.get("Extension", "").casefold(): one.get("ContentType", "")
        for one in root.iter("{*}Default")
    }
    types = {name: defaults.get(name.rpartition(".")[2].casefold(), "") for name in names}
    for one in root.iter("{*}Override"):
        part = one.get("PartName", "").lstrip("/")
        if part in names:
            types[part] = one.get("ContentType", "")
    return types


def _refuse_macros(name: str, names: frozenset[str], types: dict[str, str]) -> None:
    signs = [*names, *types.values()]
    if any("vbaproject" in sign.casefold() or "macroenabled" in sign.casefold() for sign in signs):
        raise Refused(
            f"Tệp “{name}” có macro nên không được mở. "
            "Hãy lưu lại thành .docx hoặc .xlsx (không macro) rồi thử lại."
        )


def _main_part(package: GatedPackage) -> str:
    links = package.relationships("")
    return next((link.target for link in links.values() if link.kind == "officeDocument"), "")


def _inner_links(root: etree._Element, folder: str) -> dict[str, Relationship]:
    links: dict[str, Relationship] = {}
    for one in root.iter("{*}Relationship"):
        if one.get("TargetMode") == "External":
            continue
        kind = one.get("Type", "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
        links[one.get("Id", "")] = Relationship(kind, target.lstrip("/"))
    return links


def _not_this_kind(name: str, kind: OfficeKind, found: str, *, opendocument: bool) -> str:
    wanted = "tệp Word (.docx)" if kind == "word" else "tệp Excel (.xlsx)"
    seen = "tệp nén"
    if opendocument:
        seen = "tệp OpenDocument"
    elif "spreadsheetml" in found:
        seen = "bảng tính Excel"
    elif "wordprocessingml" in found:
        seen = "văn bản Word"
    elif "presentationml" in found:
        seen = "bản trình chiếu PowerPoint"
    return f"Tệp “{name}” là {seen}, không phải {wanted}. Hãy chọn tệp khác hoặc lưu lại cho đúng."
