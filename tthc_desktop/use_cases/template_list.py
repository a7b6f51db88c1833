"""Templates with what they hold, for those who choose among them."""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.domain.plan import BlockKind, Plan
from tthc_desktop.domain.plan_template import PlanTemplate, TemplateSummary
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.built_in_templates import BUILT_IN, built_in_template


@dataclass(frozen=True, slots=True)
class DescribedTemplate:
    """A template in a list: parts of its text, tasks of its annexes, tasks not printed."""

    summary: TemplateSummary
    sections: int
    annex_tasks: int
    follow_up: int

    @property
    def is_own(self) -> bool:
        """Whether the office saved it itself."""
        return self.summary.id not in BUILT_IN


def described_templates(units: UnitsOfWork | None) -> tuple[DescribedTemplate, ...]:
    """Return the shipped templates, then the office's own; no *units* before there is a file."""
    shipped = [_described(built_in_template(name)) for name in BUILT_IN]
    if units is None:
        return tuple(shipped)
    with units.reading() as work:
        own = [work.templates.get(one.id) for one in work.templates.summaries()]
    return (*shipped, *(_described(one) for one in own if one is not None))


def _described(template: PlanTemplate) -> DescribedTemplate:
    content = template.content
    headings = content.blocks_of(BlockKind.HEADING)
    return DescribedTemplate(
        template.summary,
        sum(one.level == 1 for one in headings),
        _leaves(content) - len(content.follow_up),
        len(content.follow_up),
    )


def _leaves(content: Plan) -> int:
    return sum(1 for row in content.numbered_tasks() if not row.task.is_group)
