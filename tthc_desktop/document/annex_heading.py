"""The heading of an annex of a report: label, title, what it is attached to, the line below."""

from __future__ import annotations

from collections.abc import Iterator

from tthc_desktop.document.blocks import LayoutBlock, Paragraph, Role
from tthc_desktop.document.letterhead import role_measure, rule_under
from tthc_desktop.document.line_breaking import balanced_lines
from tthc_desktop.domain.text_run import plain_runs


def lay_out_heading(
    label: str, title: str, notes: tuple[str, ...], width_mm: float
) -> Iterator[LayoutBlock]:
    """Yield the heading in a column of *width_mm*."""
    yield Paragraph(Role.ANNEX_LABEL, plain_runs(label))
    for role, text in ((Role.ANNEX_TITLE, title), *((Role.ATTACHED_TO, one) for one in notes)):
        lines = balanced_lines(text, width_mm, role_measure(role))
        if lines:
            yield Paragraph(role, plain_runs("\n".join(lines)))
    if notes:
        measure = role_measure(Role.ATTACHED_TO)
        yield rule_under(balanced_lines(notes[-1], width_mm, measure), measure)
