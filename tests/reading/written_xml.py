"""XML of Word written by hand, for what no library writes."""

from tests.reading.hostile_files import W


def w(tag: str, *content: str, **values: object) -> str:
    """Return an element of Word with attributes of Word."""
    written = "".join(f' w:{key}="{value}"' for key, value in values.items())
    return f"<w:{tag}{written}>{''.join(content)}</w:{tag}>"


def run(text: str, *look: str) -> str:
    return f'<w:r>{w("rPr", *look)}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, *properties: str) -> str:
    return w("p", w("pPr", *properties), content)


def part(name: str, *content: str) -> str:
    """Return the root element of a part of its own."""
    return f'<w:{name} xmlns:w="{W}">{"".join(content)}</w:{name}>'


def numbers(list_id: int, level: int | None = None) -> str:
    levels = [] if level is None else [w("ilvl", val=level)]
    return w("numPr", *levels, w("numId", val=list_id))


def level(place: int, text: str, form: str = "decimal", *more: str, start: int = 1) -> str:
    return w(
        "lvl", w("start", val=start), w("numFmt", val=form), w("lvlText", val=text), *more,
        ilvl=place,
    )  # fmt: skip


def style(style_id: str, *content: str, kind: str = "paragraph") -> str:
    return w("style", *content, type=kind, styleId=style_id)


def fonts(name: str) -> str:
    return w("rFonts", ascii=name, hAnsi=name)
