"""Pictures as Word has them: in a line of text, with the words for who does not see them."""

from __future__ import annotations

from lxml import etree

from tthc_desktop.document.blocks import Picture, Role
from tthc_desktop.document.word_styles import style_id
from tthc_desktop.document.word_xml import PIC, WP, A, Element, R, add, emus_of_mm

_NAMES = {"wp": WP, "a": A, "pic": PIC, "r": R}


def add_picture(parent: Element, picture: Picture, number: int, relationship: str) -> Element:
    """Add a picture on a line of its own; return the paragraph's properties.

    *number* counts the pictures of the document from 1, *relationship* leads to its bytes.
    """
    paragraph = add(parent, "p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=style_id(Role.PICTURE))
    drawing = add(add(paragraph, "r"), "drawing")
    wide, high = emus_of_mm(picture.width_mm), emus_of_mm(picture.height_mm)
    inline = etree.SubElement(drawing, f"{{{WP}}}inline", nsmap=_NAMES)
    for edge in ("distT", "distB", "distL", "distR"):
        inline.set(edge, "0")
    _add(inline, WP, "extent", cx=wide, cy=high)
    name = f"Biểu đồ {number}"
    _add(inline, WP, "docPr", id=number, name=name, descr=picture.alt)
    frame = _add(inline, WP, "cNvGraphicFramePr")
    _add(frame, A, "graphicFrameLocks", noChangeAspect=1)
    data = _add(_add(inline, A, "graphic"), A, "graphicData", uri=PIC)
    shown = _add(data, PIC, "pic")
    told = _add(shown, PIC, "nvPicPr")
    _add(told, PIC, "cNvPr", id=number, name=name, descr=picture.alt)
    _add(told, PIC, "cNvPicPr")
    fill = _add(shown, PIC, "blipFill")
    _add(fill, A, "blip").set(f"{{{R}}}embed", relationship)
    _add(_add(fill, A, "stretch"), A, "fillRect")
    shape = _add(shown, PIC, "spPr")
    place = _add(shape, A, "xfrm")
    _add(place, A, "off", x=0, y=0)
    _add(place, A, "ext", cx=wide, cy=high)
    _add(_add(shape, A, "prstGeom", prst="rect"), A, "avLst")
    return properties


def _add(parent: Element, space: str, tag: str, **attributes: str | int) -> Element:
    child = etree.SubElement(parent, f"{{{space}}}{tag}")
    for name, value in attributes.items():
        child.set(name, str(value))
    return child
