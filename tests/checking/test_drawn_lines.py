"""Lines as today's Word and as Word before 2010 draw them; lengths in twips."""

import pytest
from lxml import etree

from tthc_desktop.checking.drawn_lines import drawn_lines

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
SHAPE = (
    '<w:r><w:drawing><wp:anchor><wp:extent cx="{cx}" cy="{cy}"/><a:graphic>'
    '<a:prstGeom prst="{form}"/></a:graphic></wp:anchor></w:drawing></w:r>'
)
OLD = '<w:r><w:pict><v:line from="10pt,2pt" to="{end}"/></w:pict></w:r>'
CONNECTOR = (
    '<w:r><w:pict><v:shape o:connectortype="straight" '
    'style="position:absolute;margin-left:3pt;width:171pt;height:0"/></w:pict></w:r>'
)


@pytest.mark.parametrize(
    ("content", "lengths"),
    [
        (SHAPE.format(cx=635 * 3428, cy=0, form="line"), (3428,)),
        (SHAPE.format(cx=635 * 900, cy=9360, form="straightConnector1"), (900,)),
        (SHAPE.format(cx=635 * 900, cy=635 * 900, form="line"), ()),
        (SHAPE.format(cx=635 * 900, cy=0, form="rect"), ()),
        (OLD.format(end="181pt,2pt"), (3420,)),
        (OLD.format(end="10pt,90pt"), (0,)),
        (CONNECTOR, (3420,)),
        (SHAPE.format(cx=635 * 3428, cy=0, form="line") + CONNECTOR, (3428,)),
        (SHAPE.format(cx="x" * 9, cy="", form="line"), (0,)),
        ("", ()),
    ],
)
def test_level_lines_are_measured(content: str, lengths: tuple[int, ...]) -> None:
    paragraph = etree.fromstring(f"<w:p {NAMES}>{content}</w:p>")
    assert [one for one in drawn_lines(paragraph) if one] == [one for one in lengths if one]
