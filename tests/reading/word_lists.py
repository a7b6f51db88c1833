"""Automatic lists as Word stores them, for files made by tests."""

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

# Sections, dashes, STT.
_LISTS = (
    (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")),
    (("bullet", "-"),),
    (("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")),
)


def number(paragraph: Paragraph, list_id: int, level: int) -> None:
    """Let Word number a paragraph."""
    properties = paragraph._element.get_or_add_pPr()
    numbers = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", level), ("w:numId", list_id)):
        element = OxmlElement(name)
        element.set(qn("w:val"), str(value))
        numbers.append(element)
    properties.insert(0, numbers)


def add_lists(document: Document) -> None:
    """Put the lists 1 (sections), 2 (dashes) and 3 (STT) into the file."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for place, formats in enumerate(_LISTS, 1):
        inner = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for level, (form, text) in enumerate(formats)
        )
        start = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{place}">'
        numbering.append(parse_xml(f"{start}{inner}</w:abstractNum>"))
    for place in range(1, len(_LISTS) + 1):
        start = f'<w:num {nsdecls("w")} w:numId="{place}">'
        numbering.append(parse_xml(f'{start}<w:abstractNumId w:val="{place}"/></w:num>'))
