"""An agency's name inside a sentence, where the letterhead has it in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tthc_desktop.domain.plan import Plan


def agency_in_sentence(plan: Plan) -> str:
    """Return the issuing agency as the plan's own text spells it ("Sở Dân tộc và Tôn giáo").

    Where the text does not name it, only the first letters of "Sở" and of what follows are
    capitals; "Sở" where the plan has no agency.
    """
    return spelled_in(plan.agency, _texts(plan)) or "Sở"


def spelled_in(name: str, texts: Iterable[str]) -> str:
    """Return *name* (in capitals) as one of *texts* spells it, else in sentence case."""
    if not name or not name.isupper():
        return name
    wanted = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    for text in texts:
        for found in wanted.finditer(text):
            if not found[0].isupper() and found[0][0].isupper():
                return found[0]
    head, _, rest = name.partition(" ")
    return f"{head.capitalize()} {rest.capitalize()}".strip()


def _texts(plan: Plan) -> Iterable[str]:
    yield from (block.text for block in plan.blocks)
    for annex in plan.annexes:
        yield annex.attached_to
        yield from (block.text for block in annex.blocks)
