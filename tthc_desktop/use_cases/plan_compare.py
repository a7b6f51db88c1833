"""What a superior's plan asks beside what answers it in ours."""

from __future__ import annotations

from collections.abc import Iterable

from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.plan_comparison import Comparison, compare_plans
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.task_tree import TaskPlace
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.opening import find_plan_id
from tthc_desktop.use_cases.task_acts import Cells, insert_tasks
from tthc_desktop.vietnamese_text import clean_line


def compare_with(
    units: UnitsOfWork, plan_id: str | None, superior_id: str
) -> tuple[Comparison, ...]:  # fmt: skip
    """Return a row for everything the reference plan asks of the Sở.

    Raises Refused for an unknown plan, and where *superior_id* is no reference plan.
    """
    with units.reading() as work:
        superior = work.plans.get(find_plan_id(work, superior_id))
        if superior.state is not PlanState.REFERENCE:
            message = (
                "Kế hoạch sau --with phải là kế hoạch của cơ quan khác, nhập bằng "
                "plan import --reference. Chưa so sánh gì."
            )
            raise Refused(message)
        ours = work.plans.get(find_plan_id(work, plan_id))
        return compare_plans(ours, superior, work.office.directory())


def add_requests(
    progress: PlanProgress, chosen: Iterable[Comparison], document: str = ""
) -> TaskEdit:
    """Return the edit that follows what is asked and not answered, in one act (undone as one).

    *document* is the number of the document that asks; it stands behind the words.
    """
    place = TaskPlace(None, None, len(progress.plan.follow_up))
    given = clean_line(document)
    end = f" (giao tại văn bản số {given})" if given else ""
    cells: list[Cells] = [{"content": f"{one.asked.rstrip('.;')}{end}"} for one in chosen]
    return insert_tasks(progress, place, cells, f"thêm {len(cells)} việc cấp trên giao")
