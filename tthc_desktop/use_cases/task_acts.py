"""Acts of a person on the task table: each gives an edit, and nothing is written yet.

An act takes the open plan as it stands and returns the edit that leads to the state after
it, with occurrences made anew where timing or structure changed. `apply_edit` writes it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from tthc_desktop.domain import task_tree
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.office import Directory, Respondent, unconfirmed_respondent
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record, UnitRecord
from tthc_desktop.domain.task import Assignment, Target, Task
from tthc_desktop.domain.task_edit import TaskEdit, edit_between
from tthc_desktop.domain.task_moves import moved_tasks
from tthc_desktop.domain.task_tree import TaskPlace
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.occurrences import renew
from tthc_desktop.use_cases.timing import with_content_read, with_words
from tthc_desktop.vietnamese_text import clean_line, clean_text

Field = Literal["content", "lead", "coordinating", "timing"]
FIELDS: tuple[Field, ...] = ("content", "lead", "coordinating", "timing")
Cells = Mapping[Field, str]


@dataclass(frozen=True, slots=True)
class _Draft:
    """Values of tasks while an act is being built, with units met for the first time."""

    directory: Directory
    year: int
    newcomers: list[Respondent]

    def known(self, name: str) -> Respondent:
        found = self.directory.find(name)
        if found is None:
            found = next((one for one in self.newcomers if one.name == name), None)
        if found is None:
            found = unconfirmed_respondent(name)
            self.newcomers.append(found)
        return found

    def assignments(self, cell: str) -> tuple[Assignment, ...]:
        names = self.directory.split_names(clean_text(cell))
        ids = dict.fromkeys(self.known(name).id for name in names)
        return tuple(Assignment(one) for one in ids)


def set_cells(
    progress: PlanProgress, cells: Mapping[str, Cells], words: str = "sửa nhiệm vụ"
) -> TaskEdit:
    """Change cells of one or many tasks, by task id; units by their names, ";" between them.

    A name the office does not know becomes a new, unconfirmed unit, as on import. Raises
    Refused for empty content.
    """
    draft = _Draft(progress.directory, progress.plan.year, [])
    known = task_tree.tasks_of(progress.plan, cells)
    changed = {
        task_id: _with_cells(known[task_id], wanted, draft)
        for task_id, wanted in cells.items()
        if task_id in known
    }
    plan = task_tree.with_values(progress.plan, changed)
    return edit_to(words, progress, plan, draft.newcomers)


def insert_tasks(
    progress: PlanProgress,
    place: TaskPlace,
    contents: Iterable[Cells],
    words: str = "thêm nhiệm vụ",
) -> TaskEdit:
    """Put new tasks in at *place*; one without content is named "Nhiệm vụ mới"."""
    draft = _Draft(progress.directory, progress.plan.year, [])
    new = [_with_cells(_new_task(cells), cells, draft) for cells in contents]
    plan = task_tree.with_inserted(progress.plan, place, new)
    return edit_to(words, progress, plan, draft.newcomers)


def insert_group(progress: PlanProgress, place: TaskPlace) -> TaskEdit:
    """Put a new group in at *place*, with a first task: a group is what has tasks below it."""
    group = Task(new_id(), plain_runs("Nhóm mới"), children=(_new_task({}),))
    return edit_to("thêm nhóm", progress, task_tree.with_inserted(progress.plan, place, [group]))


def delete_tasks(progress: PlanProgress, task_ids: Collection[str]) -> TaskEdit:
    """Take tasks out, with all below them and what was recorded; undo brings all of it back."""
    plan = task_tree.without(progress.plan, task_ids)
    gone, come = moved_tasks(progress.plan, plan)
    return edit_to(f"xóa {len(gone.keys() - come.keys())} dòng", progress, plan)


def move_tasks(progress: PlanProgress, task_ids: Collection[str], step: int) -> TaskEdit:
    """Move tasks one place up (*step* -1) or down (1) among their siblings."""
    words = "chuyển lên" if step < 0 else "chuyển xuống"
    return edit_to(words, progress, task_tree.moved_by(progress.plan, task_ids, step))


def move_tasks_to(progress: PlanProgress, task_ids: Collection[str], place: TaskPlace) -> TaskEdit:
    """Move tasks to a place, as dragging does."""
    return edit_to("chuyển chỗ", progress, task_tree.moved_to(progress.plan, task_ids, place))


def indent_tasks(progress: PlanProgress, task_ids: Collection[str]) -> TaskEdit:
    """Put tasks one level down, below the row above them."""
    return edit_to("xuống một cấp", progress, task_tree.indented(progress.plan, task_ids))


def outdent_tasks(progress: PlanProgress, task_ids: Collection[str]) -> TaskEdit:
    """Put tasks one level up, after their parent."""
    return edit_to("lên một cấp", progress, task_tree.outdented(progress.plan, task_ids))


def paste_block(
    progress: PlanProgress,
    rows: Collection[str],
    first_field: Field,
    block: Iterable[Iterable[str]],
    end: TaskPlace,
) -> TaskEdit:
    """Paste a block of cells over the tasks *rows*, from column *first_field* to the right.

    Lines that reach past the last row become new tasks at *end*. Cells past the last
    editable column are left out; an empty content cell leaves the row's content.
    """
    columns = FIELDS[FIELDS.index(first_field) :]
    lines = [dict(zip(columns, line, strict=False)) for line in block]
    draft = _Draft(progress.directory, progress.plan.year, [])
    known = task_tree.tasks_of(progress.plan, rows)
    changed = {
        task_id: _with_cells(known[task_id], _without_empty_content(cells), draft)
        for task_id, cells in zip(rows, lines, strict=False)
    }
    plan = task_tree.with_values(progress.plan, changed)
    new = [
        _with_cells(_new_task(cells), _without_empty_content(cells), draft)
        for cells in lines[len(rows) :]
    ]
    plan = task_tree.with_inserted(plan, end, new)
    return edit_to(f"dán {len(lines)} dòng", progress, plan, draft.newcomers)


def record(
    progress: PlanProgress, occurrence: Occurrence, unit: str | None, value: Record
) -> TaskEdit:
    """Record progress of one occurrence for a unit, or as the Văn phòng's closing (None)."""
    if unit is None:
        changed = replace(occurrence, closing=value)
    else:
        others = tuple(one for one in occurrence.units if one.respondent_id != unit)
        changed = replace(occurrence, units=(*others, UnitRecord(unit, value)))
    return edit_to_occurrence("ghi kết quả", progress, changed)


def edit_to_occurrence(words: str, progress: PlanProgress, changed: Occurrence) -> TaskEdit:
    """Return the edit that leads to a changed occurrence of the plan."""
    of_task = tuple(
        changed if one.id == changed.id else one for one in progress.occurrences[changed.task_id]
    )
    after = replace(progress, occurrences={**progress.occurrences, changed.task_id: of_task})
    return edit_between(words, progress, after)


def set_target(progress: PlanProgress, task_id: str, target: Target | None) -> TaskEdit:
    """Write what a task is to reach and has reached; None takes it out."""
    task = task_tree.tasks_of(progress.plan, [task_id])[task_id]
    changed = {task_id: replace(task, target=target)}
    return edit_to("ghi chỉ tiêu", progress, task_tree.with_values(progress.plan, changed))


def _without_empty_content(cells: Cells) -> Cells:
    if clean_line(cells.get("content", "x")):
        return cells
    return {key: value for key, value in cells.items() if key != "content"}


def _new_task(cells: Cells) -> Task:
    return Task(new_id(), plain_runs(clean_line(cells.get("content", "")) or "Nhiệm vụ mới"))


def _with_cells(task: Task, cells: Cells, draft: _Draft) -> Task:
    before = task
    if "content" in cells:
        content = clean_line(cells["content"])
        if not content:
            message = "Nội dung nhiệm vụ không được để trống. Chưa thay đổi gì."
            raise Refused(message)
        if content != task.content:
            task = replace(task, runs=plain_runs(content))
    if "timing" in cells:
        task = with_words(task, clean_line(cells["timing"]), draft.year)
    if task.timing == before.timing:
        task = with_content_read(before, task, draft.year)
    if "lead" in cells:
        task = replace(task, lead=draft.assignments(cells["lead"]))
    if "coordinating" in cells:
        task = replace(task, coordinating=draft.assignments(cells["coordinating"]))
    return task


def edit_to(
    words: str, before: PlanProgress, plan: Plan, newcomers: Iterable[Respondent] = ()
) -> TaskEdit:
    """Return the edit to *plan*, with the occurrences that its tasks have then."""
    directory = before.directory
    arrived = tuple(newcomers)
    if arrived:
        directory = Directory((*directory.respondents, *arrived))
    occurrences = dict(before.occurrences)
    gone, come = moved_tasks(before.plan, plan)
    for task_id, (_, task) in come.items():
        _, was = gone.get(task_id, (None, None))
        if was is None or (was.schedule, was.is_group) != (task.schedule, task.is_group):
            present = occurrences.get(task.id, ())
            occurrences[task.id] = _renewed(task, present, before)
    after = replace(before, plan=plan, directory=directory, occurrences=occurrences)
    return edit_between(words, before, after)


def _renewed(
    task: Task, present: tuple[Occurrence, ...], progress: PlanProgress
) -> tuple[Occurrence, ...]:
    renewal = renew(
        task, present, progress.plan.year, progress.working_days, progress.report_calendar
    )
    changed = {one.id: one for one in renewal.changed}
    kept = (changed.get(one.id, one) for one in present if one.id not in renewal.removed)
    return (*kept, *renewal.added)
