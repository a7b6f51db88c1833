"""Finishing an Excel package: what openpyxl cannot write is put into its XML parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml.etree import SubElement, _Element, fromstring, tostring

PartChange = Callable[[_Element], None]
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o600 << 16


def finished_package(package: bytes, changes: Mapping[str, Iterable[PartChange]]) -> bytes:
    """Return the package with *changes* applied to parts by name, always the same bytes.

    Times and modes in the zip are fixed, so that two exports differ in no part but
    docProps/core.xml.
    """
    finished = BytesIO()
    left = dict(changes)
    with ZipFile(BytesIO(package)) as source, ZipFile(finished, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name in left:
                content = _changed(content, left.pop(name))
            target.writestr(_entry(name), content)
    if left:
        message = f"no such part: {sorted(left)}"
        raise KeyError(message)
    return finished.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _FIXED_TIME)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = _MODE
    entry.create_system = 3
    return entry


def _changed(content: bytes, changes: Iterable[PartChange]) -> bytes:
    root = fromstring(content)
    for change in changes:
        change(root)
    return tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def in_order(root: _Element) -> None:
    """Put ranges in order that openpyxl keeps in sets: their order changes from run to run."""
    for merged in root.iter(_tag("mergeCells")):
        merged[:] = sorted(merged, key=lambda one: one.get("ref", ""))
    for validation in root.iter(_tag("dataValidation")):
        validation.set("sqref", " ".join(sorted(validation.get("sqref", "").split())))


def carry_values(root: _Element, values: Mapping[str, float | str]) -> None:
    """Put the computed value beside each formula of a worksheet; every formula needs one.

    A viewer that does not calculate (a telephone, a preview) then shows the figures.
    """
    found = {
        cell.get("r", ""): cell for cell in root.iter(_tag("c")) if cell.find(_tag("f")) is not None
    }
    alone = found.keys() ^ values.keys()
    if alone:
        message = f"formulas without value or values without formula: {sorted(alone)}"
        raise KeyError(message)
    for coordinate, value in values.items():
        _carry(found[coordinate], value)


def _carry(cell: _Element, value: float | str) -> None:
    written = cell.find(_tag("v"))
    if written is None:
        written = SubElement(cell, _tag("v"))
    if isinstance(value, str):
        cell.set("t", "str")
        written.text = value
    else:
        written.text = repr(value)


def let_rows_grow(root: _Element, first_row: int) -> None:
    """Let rows from *first_row* on grow when somebody types more into them.

    openpyxl marks every height it writes as chosen by hand; Excel then never fits the row
    again and hides what a unit adds.
    """
    for row in root.iter(_tag("row")):
        if int(row.get("r", "0")) >= first_row:
            row.attrib.pop("customHeight", "")


def set_normal_font(root: _Element, name: str, points: int) -> None:
    """Make the workbook's normal font ours: column widths are counted in its digits."""
    font = root.find(f"{_tag('fonts')}/{_tag('font')}")
    if font is None:
        message = "styles without fonts"
        raise KeyError(message)
    for child in list(font):
        font.remove(child)
    SubElement(font, _tag("sz")).set("val", str(points))
    SubElement(font, _tag("name")).set("val", name)
    SubElement(font, _tag("family")).set("val", "1")


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"
