"""DỰ THẢO behind the pages of a Word file: WordArt that hangs in the header.

Not a word of it stands in the body, so whoever reads the file reads the plan alone.
"""

from __future__ import annotations

from lxml import etree

from tthc_desktop.document import nd30
from tthc_desktop.document.word_xml import Element, W, add

_V = "urn:schemas-microsoft-com:vml"
_O = "urn:schemas-microsoft-com:office:office"
_POINTS_PER_MM = 72 / 25.4
_TURN = 360
# Word's own shape for words along a straight line; every reader of VML knows it.
_SHAPE = """
<w:pict xmlns:w="{w}" xmlns:v="{v}" xmlns:o="{o}">
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>
<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="{name}" o:spid="{name}" type="#_x0000_t136" alt="" fillcolor="#{grey}" stroked="f"
 style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;\
rotation:{turn};z-index:-251658752;mso-position-horizontal:center;\
mso-position-horizontal-relative:margin;mso-position-vertical:center;\
mso-position-vertical-relative:margin"><v:textpath
 style="font-family:&quot;{font}&quot;;font-size:1pt;font-weight:bold" string="{text}"/></v:shape>
</w:pict>
"""


def add_draft_mark(paragraph: Element, number: int) -> None:
    """Add the mark to a paragraph of header *number*, behind the page's words."""
    mark = nd30.DRAFT_MARK
    drawing = _SHAPE.strip().format(
        w=W, v=_V, o=_O, name=f"DuThao{number}", grey=mark.grey, font=nd30.FONT, text=mark.text,
        width=round(mark.width_mm * _POINTS_PER_MM), height=round(mark.height_mm * _POINTS_PER_MM),
        turn=round(_TURN - mark.degrees),
    )  # fmt: skip
    add(paragraph, "r").append(etree.fromstring(drawing))
