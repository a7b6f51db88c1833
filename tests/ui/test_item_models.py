from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tthc_desktop.domain.plan import PlanKind, PlanState, PlanSummary
from tthc_desktop.domain.shown_state import Shown, ShownState
from ui.frame.plan_list_model import PLAN_ROLE, PlanListModel
from ui.reports.unit_figures_model import UnitFiguresModel
from ui.session.open_plan import OpenPlan
from ui.tasks.task_columns import COLUMNS, Column
from ui.tasks.task_rows import RowKind, TaskRow
from ui.tasks.task_tree_model import TaskTreeModel

Check = Callable[[QAbstractItemModel], None]
PLANS = (
    PlanSummary("a", PlanKind.CONTROL, 2026, "Kiểm soát 2026", PlanState.ISSUED, "05", "KH-S"),
    PlanSummary("b", PlanKind.COMMUNICATION, 2026, "Truyền thông", PlanState.DRAFT, None, "KH-S"),
    PlanSummary("c", PlanKind.CONTROL, 2025, "Kiểm soát 2025", PlanState.CLOSED, None, ""),
)


def shown(model: TaskTreeModel, row: int, column: Column) -> str:
    return str(model.index(row, column).data())


@pytest.fixture
def check(qtmodeltester: ModelTester) -> Check:
    return qtmodeltester.check


def test_the_task_tree_is_a_sound_model(check: Check, control_plan: OpenPlan) -> None:
    model = TaskTreeModel()
    check(model)
    model.set_rows(control_plan.rows)
    check(model)
    model.set_rows(control_plan.rows[:1])


def test_the_task_tree_has_the_rows_and_their_words(qtbot: QtBot, control_plan: OpenPlan) -> None:
    model = TaskTreeModel()
    with qtbot.waitSignals([model.modelAboutToBeReset, model.modelReset]):
        model.set_rows(control_plan.rows)
    group = model.index(0, 0)
    assert model.rowCount() == 27
    assert shown(model, 2, Column.NUMBER) == "1.2"
    assert model.row_at(group) is control_plan.rows[0]
    assert model.row_at(QModelIndex()) is None
    assert model.rows == control_plan.rows
    model.set_open(group, is_open=False)
    assert model.rowCount() == 27 - len(control_plan.rows[0].children)
    assert shown(model, 1, Column.NUMBER) == "2"
    model.set_all_open(are_open=False)
    assert model.rowCount() == len(control_plan.rows)


def test_a_filtered_and_a_sorted_view_leave_the_plan_as_it_is(
    check: Check, control_plan: OpenPlan
) -> None:
    model = TaskTreeModel()
    model.set_rows(control_plan.rows)
    first, last = (list(control_plan.rows[at].tasks())[1] for at in (0, -1))
    model.show_only((first.id, last.id))
    check(model)
    assert [shown(model, line, Column.NUMBER) for line in range(4)] == ["1", "1.2", "4", "4.2"]
    model.show_only((last.id, first.id), is_sorted=True)
    check(model)
    assert [shown(model, line, Column.NUMBER) for line in range(2)] == ["4.2", "1.2"]
    model.show_only(None)
    assert model.rowCount() == 27


def test_headings_name_every_column(qapp: object) -> None:
    model = TaskTreeModel()
    heads = [model.headerData(one, Qt.Orientation.Horizontal) for one in Column]
    assert heads == [look.heading for look in COLUMNS.values()]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None


def test_a_screen_reader_hears_heading_and_state_in_full(qapp: object) -> None:
    words = {Column.NUMBER: "1", Column.STATE: "Còn 6 ngày", Column.TIMING: "Quý II"}
    model = TaskTreeModel()
    model.set_rows((TaskRow("t", RowKind.TASK, 0, words, ShownState(Shown.SOON, 6)),))
    spoken = [
        model.index(0, one).data(Qt.ItemDataRole.AccessibleTextRole)
        for one in (Column.STATE, Column.TIMING, Column.RESULT)
    ]
    assert spoken == [
        "Trạng thái: Sắp đến hạn, Còn 6 ngày",
        "Thời gian (nguyên văn): Quý II",
        "",
    ]


def test_the_plan_list_is_a_sound_model(check: Check) -> None:
    model = PlanListModel()
    check(model)
    model.set_plans(PLANS)
    check(model)


def test_plans_stand_under_their_year_newest_first(qapp: object) -> None:
    model = PlanListModel()
    model.set_plans(PLANS[::-1])
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [row.data() for row in rows] == [
        "Năm 2026",
        "Truyền thông, Dự thảo",
        "Kiểm soát TTHC, Đã ban hành · 05/KH-S",
        "Năm 2025",
        "Kiểm soát TTHC, Đã đóng",
    ]
    assert not rows[0].flags() & Qt.ItemFlag.ItemIsSelectable
    assert rows[1].data(PLAN_ROLE) == PLANS[1]
    assert model.index_of("c") == rows[4]
    assert not model.index_of("none").isValid()


def test_the_figures_are_a_sound_model(check: Check, control_plan: OpenPlan) -> None:
    model = UnitFiguresModel()
    check(model)
    model.set_units(control_plan.figures.units)
    check(model)
    first = control_plan.figures.units[0]
    assert [model.index(0, column).data() for column in range(6)] == [
        first.name, first.tasks, first.done, first.under_way, first.overdue, first.other,
    ]  # fmt: skip
