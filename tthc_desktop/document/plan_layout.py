"""A plan laid out for the page: letterhead, title, text, foot, annexes."""

from __future__ import annotations

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.document.letterhead import Head
from tthc_desktop.document.office_document import OfficeDocument, lay_out_document
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan


def lay_out_plan(plan: Plan, directory: Directory) -> DocumentLayout:
    """Return the pages of *plan* as its text stands; follow-up tasks are not printed.

    *directory* names those who lead and co-ordinate. Nothing of the plan's text is changed:
    added are computed numbers, room for blanks, and the marks of nơi nhận.
    """
    return lay_out_document(plan_document(plan), directory)


def plan_document(plan: Plan) -> OfficeDocument:
    """Return what *plan* prints."""
    return OfficeDocument(
        Head(plan.parent_agency, plan.agency, plan.number, plan.symbol, plan.place, plan.date),
        nd30.PLAN_NAME,
        plan.title,
        plan.blocks,
        plan.signature,
        recipients=plan.recipients,
        archive=plan.archive,
        drafter=plan.drafter,
        annexes=plan.annexes,
    )
