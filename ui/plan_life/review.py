"""What is to be looked at after a plan was carried over, and what has been looked at."""

from __future__ import annotations

from dataclasses import dataclass, field

from tthc_desktop.domain.carry_review import ReviewItem
from tthc_desktop.domain.plan import Plan
from ui.plan_life.place_words import task_number


@dataclass
class Review:
    """The items of one plan; lives as long as the program runs.

    `looked_at` holds the places of the items ticked off. A task is found by its id: its
    number may change while one works.
    """

    plan_id: str
    items: tuple[ReviewItem, ...]
    looked_at: set[int] = field(default_factory=set)
    task_ids: dict[int, str] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """How many items are not ticked off."""
        return len(self.items) - len(self.looked_at)

    def find_tasks(self, plan: Plan) -> None:
        """Remember which tasks the items are about; *plan* is the plan as it was made."""
        if self.task_ids:
            return
        ids = {row.number: row.task.id for row in plan.numbered_tasks()}
        for place, item in enumerate(self.items):
            if task_id := ids.get(task_number(item.where)):
                self.task_ids[place] = task_id

    def tick(self, place: int, *, is_done: bool) -> None:
        """Tick an item off, or take the tick away."""
        if is_done:
            self.looked_at.add(place)
        else:
            self.looked_at.discard(place)
