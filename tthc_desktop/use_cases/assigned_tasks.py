"""Work that is assigned during the year by another document, taken into our plan in one act.

"Giao tại văn bản số …" stands behind the task's words: sheets, reports and the printed plan say
it, and the journal names the document with the act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.adjustment import Adjustment
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.task_tree import TaskPlace
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.task_acts import insert_tasks
from tthc_desktop.vietnamese_text import clean_line


@dataclass(frozen=True, slots=True)
class AssignedTask:
    """What is assigned: its words, who leads and co-ordinates (";" between), when, by what."""

    content: str
    lead: str = ""
    coordinating: str = ""
    timing: str = ""
    number: str = ""
    day: date | None = None

    @property
    def document(self) -> str:
        """The document in words: "văn bản số 12/KH-UBND ngày 05/02/2026"; empty without one."""
        number = clean_line(self.number)
        if not number:
            return ""
        return f"văn bản số {number}" + (f" ngày {self.day:%d/%m/%Y}" if self.day else "")

    @property
    def words(self) -> str:
        """The task's words with what assigns it."""
        content = clean_line(self.content).rstrip(".;")
        return f"{content} (giao tại {self.document})" if self.document else content

    @property
    def adjustment(self) -> Adjustment:
        """Why an issued plan is changed by it."""
        told = self.document
        return Adjustment(f"Bổ sung nhiệm vụ được giao tại {told}" if told else "", told)


@dataclass(frozen=True, slots=True)
class AssignedPlace:
    """Where a task may be put: the end of a group, of a table, of what is followed."""

    place: TaskPlace
    words: str

    @property
    def is_printed(self) -> bool:
        """Whether the plan prints it there."""
        return self.place.annex_id is not None


def assigned_places(plan: Plan) -> tuple[AssignedPlace, ...]:
    """Return the places where assigned work may be put, followed-only last."""
    places = []
    for annex in plan.annexes:
        name = annex.label or annex.title or "bảng nhiệm vụ"
        for number, task in enumerate(annex.tasks, 1):
            if task.is_group:
                end = TaskPlace(annex.id, task.id, len(task.children))
                places.append(AssignedPlace(end, f"Cuối nhóm {number}. {task.content}"))
        if annex.tasks:
            end = TaskPlace(annex.id, None, len(annex.tasks))
            places.append(AssignedPlace(end, f"Cuối {name[:1].lower()}{name[1:]}"))
    follow = TaskPlace(None, None, len(plan.follow_up))
    return (*places, AssignedPlace(follow, "Nhiệm vụ theo dõi, không in trong kế hoạch"))


def add_assigned(
    progress: PlanProgress, tasks: tuple[AssignedTask, ...], place: TaskPlace | None = None
) -> TaskEdit:
    """Return the edit that takes assigned work in at *place*, followed-only where there is none.

    Raises Refused for a task without words, or where nothing is given.
    """
    if not tasks or not all(clean_line(one.content) for one in tasks):
        raise Refused("Chưa ghi nội dung nhiệm vụ được giao. Chưa thay đổi gì.")
    told = tasks[0].document
    words = f"thêm nhiệm vụ giao tại {told}" if told else f"thêm {len(tasks)} việc cấp trên giao"
    end = place or TaskPlace(None, None, len(progress.plan.follow_up))
    return insert_tasks(
        progress,
        end,
        [
            {
                "content": one.words,
                "lead": one.lead,
                "coordinating": one.coordinating,
                "timing": one.timing,
            }
            for one in tasks
        ],
        words,
    )
