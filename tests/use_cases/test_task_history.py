from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Record, State
from tthc_desktop.use_cases import task_acts
from tthc_desktop.use_cases.editing import apply_edit
from tthc_desktop.use_cases.opening import find_task, list_plans, open_plan
from tthc_desktop.use_cases.progress_recording import Recording, record_progress
from tthc_desktop.use_cases.searching import search_everything
from tthc_desktop.use_cases.task_editing import set_task
from tthc_desktop.use_cases.task_history import task_history


@pytest.fixture
def opened(sample: Path) -> tuple[SqliteDataFile, PlanProgress]:
    data_file = SqliteDataFile(sample)
    units = data_file.units_of_work()
    plan = next(one for one in list_plans(units) if one.kind == "control")
    return data_file, open_plan(units, plan.id)


def test_it_tells_every_act_newest_first(opened: tuple[SqliteDataFile, PlanProgress]) -> None:
    data_file, progress = opened
    units, plan_id = data_file.units_of_work(), progress.plan.id
    task = find_task(progress.plan, "1.5").task
    other = find_task(progress.plan, "1.6").task
    cells: task_acts.Cells = {"timing": "Quý II", "lead": "Phòng Pháp chế"}
    edit = task_acts.set_cells(progress, {task.id: cells, other.id: {"timing": "Sớm"}})
    progress = apply_edit(units, progress, edit)
    renewed = progress.occurrences[task.id][-1]
    unit = progress.lead_units(find_task(progress.plan, "1.5").task)[0]
    value = Record(State.DONE, 100, "Đã xong", done_on=date(2026, 5, 28))
    edit = task_acts.record(progress, renewed, unit, value)
    progress = apply_edit(units, progress, edit)
    apply_edit(units, progress, edit.inverse(), undoing=True)
    lines = task_history(units, plan_id, task.id)
    assert [one.words for one in lines] == ["Hoàn tác: ghi kết quả", "Ghi kết quả", "Sửa nhiệm vụ"]
    assert any(one.startswith("Kết quả: trống → ‘Đã xong’ (") for one in lines[1].changes)
    assert any(one.startswith("Ngày hoàn thành: trống → ‘28/05/2026’") for one in lines[1].changes)
    assert any(one.startswith("Kết quả: ‘Đã xong’ → trống") for one in lines[0].changes)
    assert "Thời gian: ‘Hằng tháng, quý, năm’ → ‘Quý II’" in lines[2].changes
    assert any(one.startswith("Chủ trì: ‘") for one in lines[2].changes)
    assert all(one.at and one.who for one in lines)
    others = task_history(units, plan_id, other.id)
    assert [one.words for one in others] == ["Sửa nhiệm vụ"]
    assert len(others[0].changes) == 1
    data_file.close()


def test_acts_of_the_command_line_are_told_too(
    opened: tuple[SqliteDataFile, PlanProgress],
) -> None:
    data_file, progress = opened
    units, plan_id = data_file.units_of_work(), progress.plan.id
    task = find_task(progress.plan, "1.7").task
    recording = Recording(State.DONE, reason="Chờ số liệu")
    record_progress(units, plan_id, "1.7", recording, today=date(2026, 10, 2))
    set_task(units, plan_id, "1.7", {"timing": "Quý IV/2026"}, reason="Theo chỉ đạo")
    newest, older = task_history(units, plan_id, task.id)
    assert "Thời gian: ‘Quý III/2026’ → ‘Quý IV/2026’" in newest.changes
    assert "Lý do: Theo chỉ đạo" in newest.changes
    assert any(one.startswith("Lý do chậm: trống → ‘Chờ số liệu’") for one in older.changes)
    data_file.close()


@pytest.mark.parametrize(
    "text", ["thu tuc hanh chinh", "THỦ tục", "thu\u0309 tu\u0323c", " thủ  tục "]
)
def test_the_search_does_not_mind_marks_case_or_form(
    opened: tuple[SqliteDataFile, PlanProgress], text: str
) -> None:
    data_file, _ = opened
    units = data_file.units_of_work()
    assert search_everything(units, text, 1000) == search_everything(
        units, "thu tuc hanh chinh" if "hanh" in text else "thủ tục", 1000
    )
    assert search_everything(units, text, 3)
    data_file.close()


def test_the_search_finds_letters_with_marks_by_plain_ones(
    opened: tuple[SqliteDataFile, PlanProgress],
) -> None:
    data_file, progress = opened
    units = data_file.units_of_work()
    task = find_task(progress.plan, "1.5").task
    assert not search_everything(units, "dac biet kho")
    content: task_acts.Cells = {"content": "Đặc biệt khó: 100 %_ xong"}
    apply_edit(units, progress, task_acts.set_cells(progress, {task.id: content}))
    assert [one.id for one in search_everything(units, "dac biet kho")] == [task.id]
    assert [one.text for one in search_everything(units, "%_")] == [content["content"]]
    assert search_everything(units, "  ") == ()
    data_file.close()
