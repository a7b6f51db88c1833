"""The Word file of a laid-out document, and the check that it can be opened again."""

from __future__ import annotations

import io
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml.etree import XMLSyntaxError

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.document.word_pages import (
    HeaderIds,
    document_part,
    first_header_part,
    header_part,
    pictures_of,
)
from tthc_desktop.document.word_settings import settings_part
from tthc_desktop.document.word_styles import styles_part
from tthc_desktop.document.word_xml import Element, W, to_bytes
from tthc_desktop.errors import StorageTrouble

AUTHOR = "TTHC Desktop"
# The same plan gives the same bytes on any day and system; a zip knows no earlier day.
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_LAST = f"{{{W}}}sectPr"
# What zipfile, lxml and python-docx raise over a file that is not what they expect.
_NOT_WHOLE = (
    zipfile.BadZipFile, zlib.error, EOFError, OpcError, XMLSyntaxError, KeyError, ValueError,
    RuntimeError, AttributeError, OSError,
)  # fmt: skip


def write_word(layout: DocumentLayout, to: Path, *, created: datetime | None = None) -> None:
    """Write *layout* to exactly this path; *created* (now if None) stands in core.xml only."""
    package = _package(layout)
    core = package.core_properties
    core.title, core.author, core.last_modified_by = layout.title, AUTHOR, AUTHOR
    core.language = nd30.LANGUAGE
    core.created = core.modified = created or datetime.now(UTC)
    stream = io.BytesIO()
    package.save(stream)
    _write_undated(stream, to)


def check_word(path: Path) -> None:
    """Open *path* again; StorageTrouble if it is not whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            torn = archive.testzip()
        body = docx.Document(str(path)).element.body
    except _NOT_WHOLE as error:
        raise StorageTrouble(_not_whole(path)) from error
    if torn or not len(body) or body[-1].tag != _LAST:
        raise StorageTrouble(_not_whole(path))


def _package(layout: DocumentLayout) -> OpcPackage:
    """Put the parts together ourselves.

    python-docx's template would bring Calibri, blue headings, a theme, a picture of a page.
    """
    package = OpcPackage()
    main = _XmlPart("document", CONTENT_TYPE.WML_DOCUMENT_MAIN)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    header = _XmlPart("header1", CONTENT_TYPE.WML_HEADER, header_part(draft_mark=layout.draft_mark))
    styles = _XmlPart("styles", CONTENT_TYPE.WML_STYLES, styles_part(large=layout.large))
    settings = _XmlPart("settings", CONTENT_TYPE.WML_SETTINGS, settings_part())
    headers = HeaderIds(main.relate_to(header, RELATIONSHIP_TYPE.HEADER))
    if layout.draft_mark:
        first = _XmlPart("header2", CONTENT_TYPE.WML_HEADER, first_header_part())
        headers = HeaderIds(headers.number, main.relate_to(first, RELATIONSHIP_TYPE.HEADER))
    main.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
    main.relate_to(settings, RELATIONSHIP_TYPE.SETTINGS)
    pictures = [
        main.relate_to(_picture_part(number, one.png), RELATIONSHIP_TYPE.IMAGE)
        for number, one in enumerate(pictures_of(layout), start=1)
    ]
    main.root = document_part(layout, headers, pictures)
    return package


def _picture_part(number: int, png: bytes) -> Part:
    return Part(PackURI(f"/word/media/bieu-do-{number}.png"), CONTENT_TYPE.PNG, png)


class _XmlPart(Part):
    """A part of the package that is made of one element."""

    def __init__(self, name: str, content_type: str, root: Element | None = None) -> None:
        super().__init__(PackURI(f"/word/{name}.xml"), content_type)
        self.root = root

    @property
    def blob(self) -> bytes:
        """The part's bytes."""
        return b"" if self.root is None else to_bytes(self.root)


def _write_undated(package: io.BytesIO, to: Path) -> None:
    with (
        zipfile.ZipFile(package) as made,
        zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, made.read(name))


def _not_whole(path: Path) -> str:
    return (
        f"Tệp Word “{path.name}” vừa ghi không mở lại được nên không dùng. Hãy lưu lại, "
        "hoặc chọn ổ đĩa khác. Tệp cũ, nếu có, còn nguyên."
    )
