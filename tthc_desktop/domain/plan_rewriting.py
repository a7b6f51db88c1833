"""A plan with its words changed everywhere, as a new plan with ids of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.plan import Annex, Block, Plan
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.text_changes import TextChange, changed_runs, changed_text
from tthc_desktop.domain.timing import Schedule


def _no_changes(text: str) -> tuple[TextChange, ...]:
    del text
    return ()


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What becomes of a plan's texts, of its timings, of its schedules and of each task."""

    text: Callable[[str], Iterable[TextChange]]
    timing: Callable[[str], Iterable[TextChange]] = _no_changes
    schedule: Callable[[Schedule], Schedule] = lambda schedule: schedule
    task: Callable[[Task], Task] = lambda task: task

    def plan(self, plan: Plan) -> Plan:
        """Return *plan* rewritten; plan, blocks, annexes and tasks have new ids."""
        return replace(
            plan,
            id=new_id(),
            title=self._words(plan.title),
            blocks=tuple(self._block(one) for one in plan.blocks),
            recipients=tuple(self._words(one) for one in plan.recipients),
            annexes=tuple(self._annex(one) for one in plan.annexes),
            follow_up=tuple(self._task(one) for one in plan.follow_up),
        )

    def _words(self, text: str) -> str:
        return changed_text(text, self.text(text))

    def _block(self, block: Block) -> Block:
        return replace(
            block,
            id=new_id(),
            runs=changed_runs(block.runs, self.text(block.text)),
            rows=tuple(tuple(self._words(cell) for cell in row) for row in block.rows),
        )

    def _annex(self, annex: Annex) -> Annex:
        return replace(
            annex,
            id=new_id(),
            label=self._words(annex.label),
            title=self._words(annex.title),
            attached_to=self._words(annex.attached_to),
            headings=tuple(self._words(one) for one in annex.headings),
            blocks=tuple(self._block(one) for one in annex.blocks),
            tasks=tuple(self._task(one) for one in annex.tasks),
        )

    def _task(self, task: Task) -> Task:
        changed = self.task(task)
        return replace(
            changed,
            id=new_id(),
            runs=changed_runs(task.runs, self.text(task.content)),
            timing=changed_text(task.timing, self.timing(task.timing)),
            schedule=self.schedule(changed.schedule),
            children=tuple(self._task(one) for one in task.children),
        )
