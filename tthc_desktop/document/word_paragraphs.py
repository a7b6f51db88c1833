"""Paragraphs and drawn rules as Word has them."""

from __future__ import annotations

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Flow, Paragraph, Role, Rule
from tthc_desktop.document.word_styles import (
    PART_END_STYLE,
    RULE_STYLE,
    add_emphasis,
    style_id,
)
from tthc_desktop.document.word_xml import (
    Element,
    add,
    add_text,
    eighth_points,
    twips_of_mm,
    twips_of_pt,
)
from tthc_desktop.domain.text_run import Run


def add_flow(
    parent: Element,
    flow: Flow,
    column_mm: float,
    *,
    gap_after_pt: float = 0.0,
    keep_with_next: bool = False,
) -> Element:
    """Add a paragraph, or a rule centred in its column; return its properties."""
    if isinstance(flow, Rule):
        return _add_rule(parent, flow, column_mm, gap_after_pt)
    return _add_words(parent, flow, gap_after_pt, keep_with_next=keep_with_next)


def add_cell_words(
    parent: Element, role: Role, runs: tuple[Run, ...], *, keep_with_next: bool
) -> None:
    """Add the one paragraph of a table cell."""
    _add_words(parent, Paragraph(role, runs), 0.0, keep_with_next=keep_with_next)


def add_part_end(
    parent: Element, *, gap_after_pt: float = 0.0, keep_with_next: bool = False
) -> Element:
    """Add the paragraph without text or height that Word wants after a table."""
    properties = add(add(parent, "p"), "pPr")
    add(properties, "pStyle", val=PART_END_STYLE)
    if keep_with_next:
        add(properties, "keepNext")
    _add_gap(properties, gap_after_pt)
    return properties


def _add_words(
    parent: Element, words: Paragraph, gap_after_pt: float, *, keep_with_next: bool
) -> Element:
    paragraph = add(parent, "p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=style_id(words.role))
    look = nd30.STYLES[words.role]
    if keep_with_next and not look.keep_with_next:
        add(properties, "keepNext")
    _add_gap(properties, gap_after_pt)
    for run in words.runs:
        _add_run(
            paragraph, run, bold=run.bold and not look.bold, italic=run.italic and not look.italic
        )
    return properties


def _add_run(paragraph: Element, run: Run, *, bold: bool, italic: bool) -> None:
    """Add a run; bold and italic only where they differ from the paragraph's style."""
    element = add(paragraph, "r")
    if bold or italic:
        add_emphasis(add(element, "rPr"), bold=bold, italic=italic)
    for number, line in enumerate(run.text.split("\n")):
        if number:
            add(element, "br")
        if line:
            add_text(element, line)


def _add_rule(parent: Element, rule: Rule, column_mm: float, gap_after_pt: float) -> Element:
    properties = add(add(parent, "p"), "pPr")
    add(properties, "pStyle", val=RULE_STYLE)
    add(add(properties, "pBdr"), "top", val="single", sz=eighth_points(nd30.RULE.thickness_pt),
        space=1, color="000000")  # fmt: skip
    _add_gap(properties, gap_after_pt)
    side = twips_of_mm((column_mm - rule.length_mm) / 2)
    add(properties, "ind", left=side, right=side)
    return properties


def _add_gap(properties: Element, gap_after_pt: float) -> None:
    # Only what differs: the rest of the spacing stays the style's.
    if gap_after_pt:
        add(properties, "spacing", after=twips_of_pt(gap_after_pt))
