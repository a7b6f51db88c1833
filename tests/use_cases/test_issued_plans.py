"""An issued plan lives on: what is changed afterwards, with its reason, and its own document."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.adjustment import Adjustment, is_adjustment
from tthc_desktop.domain.plan import BlockKind, Plan, PlanKind, PlanState
from tthc_desktop.domain.plan_text import text_edit_between
from tthc_desktop.domain.task_tree import TaskPlace
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases import task_acts
from tthc_desktop.use_cases.adjustment_plan import export_adjustment_plan
from tthc_desktop.use_cases.editing import apply_edit
from tthc_desktop.use_cases.issuing import issue_plan
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.submission import Submission, export_submission_note, set_submitted
from tthc_desktop.use_cases.text_editing import apply_text_edit

TODAY = date(2026, 7, 1)


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample)
    yield data_file.units_of_work()
    data_file.close()


def control_id(units: UnitsOfWork) -> str:
    with units.reading() as work:
        return next(one.id for one in work.plans.summaries() if one.kind is PlanKind.CONTROL)


def stored(units: UnitsOfWork, plan_id: str) -> Plan:
    with units.reading() as work:
        return work.plans.get(plan_id)


def changed_text(plan: Plan) -> Plan:
    """Return the plan with a block changed, one gone, one moved, and another annex note."""
    first, second, *rest = plan.blocks
    blocks = (replace(rest[0], runs=plain_runs("Lời văn mới.")), second, *rest[2:], rest[1])
    annexes = tuple(replace(one, attached_to="(Kèm theo)") for one in plan.annexes)
    assert first not in blocks
    return replace(plan, title="Trích yếu mới", blocks=blocks, annexes=annexes)


def test_an_edit_of_text_is_written_and_taken_back_as_it_was(units: UnitsOfWork) -> None:
    plan_id = control_id(units)
    before = open_plan(units, plan_id)
    edit = text_edit_between("sửa lời văn", before.plan, changed_text(before.plan))
    after = apply_text_edit(units, before, edit)
    assert stored(units, plan_id) == after.plan == changed_text(before.plan)
    assert apply_text_edit(units, after, edit.inverse(), undoing=True).plan == before.plan
    assert stored(units, plan_id) == before.plan
    assert open_plan(units, plan_id).occurrences == before.occurrences


def test_an_annex_that_goes_and_comes_back_has_its_text(units: UnitsOfWork) -> None:
    plan_id = control_id(units)
    before = open_plan(units, plan_id)
    note = replace(before.plan.blocks[0], id="b" * 32, kind=BlockKind.PARAGRAPH)
    further = replace(before.plan.annexes[0], id="a" * 32, tasks=(), blocks=(note,))
    added = replace(before.plan, annexes=(*before.plan.annexes, further))
    edit = text_edit_between("thêm phụ lục", before.plan, added)
    after = apply_text_edit(units, before, edit)
    assert stored(units, plan_id) == added
    apply_text_edit(units, after, edit.inverse())
    assert stored(units, plan_id) == before.plan


@pytest.mark.parametrize("state", [PlanState.ISSUED, PlanState.CLOSED, PlanState.REFERENCE])
def test_final_text_is_not_edited(units: UnitsOfWork, state: PlanState) -> None:
    plan_id = control_id(units)
    opened = open_plan(units, plan_id)
    final = replace(opened, plan=replace(opened.plan, state=state))
    edit = text_edit_between("sửa lời văn", final.plan, changed_text(final.plan))
    with pytest.raises(Refused):
        apply_text_edit(units, final, edit)
    assert stored(units, plan_id) == opened.plan


def test_results_are_no_adjustment_but_words_rows_and_places_are(units: UnitsOfWork) -> None:
    opened = open_plan(units, control_id(units))
    annex = opened.plan.annexes[0].id
    task = opened.plan.annexes[0].tasks[0].children[0].id
    new_row = task_acts.insert_tasks(opened, TaskPlace(annex, None, 0), [{"content": "Việc mới"}])
    assert is_adjustment(new_row)
    assert is_adjustment(task_acts.set_cells(opened, {task: {"timing": "Quý IV"}}))
    followed = task_acts.insert_tasks(opened, TaskPlace(None, None, 0), [{"content": "Theo dõi"}])
    assert not is_adjustment(followed)


def test_the_adjusting_plan_names_what_was_changed_and_why(
    units: UnitsOfWork, tmp_path: Path
) -> None:
    plan_id = control_id(units)
    to = tmp_path / "điều chỉnh.docx"
    with pytest.raises(Refused, match="đã ban hành"):
        export_adjustment_plan(units, plan_id, to, today=TODAY, force=False)
    issue_plan(units, plan_id, "05", date(2026, 1, 22))
    with pytest.raises(Refused, match="chưa có nhiệm vụ nào"):
        export_adjustment_plan(units, plan_id, to, today=TODAY, force=False)
    opened = open_plan(units, plan_id)
    annex = opened.plan.annexes[0]
    task, gone = annex.tasks[0].children[0], annex.tasks[0].children[1]
    why = Adjustment("Theo chỉ đạo của tỉnh", "Công văn số 12/UBND-KSTT ngày 05/5/2026 của tỉnh")
    edit = task_acts.set_cells(opened, {task.id: {"timing": "Quý IV"}})
    opened = apply_edit(units, opened, edit, adjustment=why)
    place = TaskPlace(annex.id, annex.tasks[0].id, 0)
    edit = task_acts.insert_tasks(opened, place, [{"content": "Việc bổ sung của đợt này"}])
    opened = apply_edit(units, opened, edit)
    apply_edit(units, opened, task_acts.delete_tasks(opened, [gone.id]))
    export_adjustment_plan(units, plan_id, to, today=TODAY, force=False)
    document = docx.Document(str(to))
    paragraphs = " ".join(one.text for one in document.paragraphs)
    assert "1 nhiệm vụ điều chỉnh, 1 nhiệm vụ bổ sung, 1 nhiệm vụ bỏ" in paragraphs
    assert "Căn cứ Công văn số 12/UBND-KSTT" in paragraphs
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
    assert len(rows) == 1 + 3
    row = next(one for one in rows if "Quý IV" in one[2])
    assert task.timing in row[1]
    assert row[3].startswith("Theo chỉ đạo của tỉnh")
    assert any(one[1] == "(Nhiệm vụ bổ sung)" for one in rows)
    assert any(one[2] == "(Bỏ nhiệm vụ này)" and gone.content[:20] in one[1] for one in rows)


def test_a_draft_is_submitted_with_its_note_and_taken_back(
    units: UnitsOfWork, tmp_path: Path
) -> None:
    plan_id = control_id(units)
    assert set_submitted(units, plan_id, submitted=True).state is PlanState.SUBMITTED
    assert stored(units, plan_id).state is PlanState.SUBMITTED
    to = tmp_path / "phiếu trình.docx"
    note = Submission(remarks=("Đã lấy ý kiến các phòng",))
    export_submission_note(units, plan_id, note, to, today=TODAY, force=False)
    texts = [one.text for one in docx.Document(str(to)).paragraphs]
    assert "PHIẾU TRÌNH" in texts
    assert "- Đã lấy ý kiến các phòng." in texts
    assert set_submitted(units, plan_id, submitted=False).state is PlanState.DRAFT
    issue_plan(units, plan_id, "05", date(2026, 1, 22))
    with pytest.raises(Refused):
        set_submitted(units, plan_id, submitted=True)
