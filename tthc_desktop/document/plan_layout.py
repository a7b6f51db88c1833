"""A plan laid out for the page: letterhead, title, text, foot, annexes."""

from __future__ import annotations

from collections.abc import Iterator

from tthc_desktop.document import nd30
from tthc_desktop.document.annex_layout import lay_out_annex
from tthc_desktop.document.blocks import (
    DocumentLayout,
    LayoutBlock,
    PageSection,
    Paragraph,
    Role,
)
from tthc_desktop.document.foot import lay_out_foot
from tthc_desktop.document.letterhead import Head, lay_out_letterhead, role_measure, rule_under
from tthc_desktop.document.line_breaking import balanced_lines
from tthc_desktop.document.plan_text import lay_out_blocks
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.text_run import plain_runs


def lay_out_plan(plan: Plan, directory: Directory) -> DocumentLayout:
    """Return the pages of *plan* as its text stands; follow-up tasks are not printed.

    *directory* names those who lead and co-ordinate. Nothing of the plan's text is changed:
    added are computed numbers, room for blanks, and the marks of nơi nhận.
    """
    head = Head(plan.parent_agency, plan.agency, plan.number, plan.symbol, plan.place, plan.date)
    letterhead, large = lay_out_letterhead(head)
    width = nd30.PORTRAIT.text_width_mm
    main = PageSection(
        (
            letterhead,
            *_title(plan.title, width),
            *lay_out_blocks(plan.blocks, width),
            *lay_out_foot(plan.recipients, plan.archive, plan.drafter, plan.signature),
        )
    )
    annexes = (lay_out_annex(annex, directory) for annex in plan.annexes)
    return DocumentLayout((main, *annexes), plan.title, large)


def _title(title: str, width_mm: float) -> Iterator[LayoutBlock]:
    yield Paragraph(Role.KIND_NAME, plain_runs(nd30.PLAN_NAME))
    measure = role_measure(Role.SUBJECT)
    lines = balanced_lines(title, width_mm, measure)
    if lines:
        yield Paragraph(Role.SUBJECT, plain_runs("\n".join(lines)))
        yield rule_under(lines, measure)
