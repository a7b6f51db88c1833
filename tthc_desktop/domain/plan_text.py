"""A plan's text apart from its tasks, and an edit of it as a value.

Text is head and foot, blocks, and the annexes with everything but their tasks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tthc_desktop.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class PlanTextEdit:
    """One act on a plan's text: the text before and after, both without tasks.

    `words` name the act in the menu; `merges_as` is equal for acts that one undo takes back
    together (letters typed into one paragraph), empty where each is undone alone.
    """

    plan_id: str
    words: str
    before: Plan
    after: Plan
    merges_as: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the act changes nothing."""
        return self.before == self.after

    def inverse(self) -> PlanTextEdit:
        """Return the act that takes this one back."""
        return replace(self, before=self.after, after=self.before)

    def followed_by(self, later: PlanTextEdit) -> PlanTextEdit:
        """Return the one act that does this one and then *later*."""
        return replace(self, after=later.after)


def text_of(plan: Plan) -> Plan:
    """Return the plan without its tasks."""
    annexes = tuple(replace(one, tasks=()) for one in plan.annexes)
    return replace(plan, annexes=annexes, follow_up=())


def with_text(plan: Plan, text: Plan) -> Plan:
    """Return *plan* with another text; state and tasks stay, those of a gone annex go with it."""
    tasks = {one.id: one.tasks for one in plan.annexes}
    annexes = tuple(replace(one, tasks=tasks.get(one.id, ())) for one in text.annexes)
    return replace(text, state=plan.state, annexes=annexes, follow_up=plan.follow_up)


def text_edit_between(words: str, before: Plan, after: Plan, merges_as: str = "") -> PlanTextEdit:
    """Return the edit that leads from the text of one plan to that of another."""
    return PlanTextEdit(before.id, words, text_of(before), text_of(after), merges_as)
