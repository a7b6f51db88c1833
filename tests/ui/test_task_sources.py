"""Nguồn theo dõi with keys and mouse: linked as proposed, offers taken, one undo takes it back."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.hand import click
from tests.ui.plan_life_hand import LONG, dialog, gone, open_control, row_at, settle, units_of
from tests.ui.walk import faults_of
from tests.use_cases.typed_entries import put_entry
from tthc_desktop.domain.progress import Occurrence, Record, State
from tthc_desktop.domain.reporting.registers import INDEX
from tthc_desktop.domain.reporting.report import ReportKind, Sending
from tthc_desktop.domain.task_sources import SourceKind, TaskSource
from tthc_desktop.use_cases.reporting.report_life import send_report
from tthc_desktop.use_cases.reporting.reports import create_report
from ui.frame.actions import Page
from ui.import_review.review_dialog import ImportReview
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow
from ui.task_sources.sources_dialog import SourcesDialog
from ui.tasks.task_place import go_to_task

TODAY = date(2026, 7, 1)


def asked(window: MainWindow, qtbot: QtBot) -> SourcesDialog:
    window.actions_of_menu.compare.sources.trigger()
    shown = dialog(window, qtbot, SourcesDialog)
    settle(window, qtbot)
    assert faults_of(shown) == []
    return shown


def linked(window: MainWindow, plan_id: str) -> tuple[TaskSource, ...]:
    with units_of(window).reading() as work:
        return work.sources.of_plan(plan_id)


def occurrence(window: MainWindow, number: str, period: str) -> Occurrence:
    progress = window.content.session.editor.progress
    assert progress is not None
    row = next(one for one in progress.leaves() if one.number == number)
    return next(one for one in progress.of_task(row.task) if one.period == period)


def forget(window: MainWindow, qtbot: QtBot, number: str, period: str) -> None:
    """Take out what the sample recorded, so that the period has not begun."""
    one = occurrence(window, number, period)
    with units_of(window).writing() as work:
        from dataclasses import replace

        from tthc_desktop.domain.journal import Act

        work.progress.set(replace(one, units=(), closing=None))
        work.commit(Act("Bỏ kết quả", "occurrence", one.id))
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        window.content.session.refresh()


def test_proposals_are_linked_by_the_button_and_taken_back_as_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    plan_id = open_control(window, qtbot)
    forget(window, qtbot, "2.2", "2026-Q2")
    report = create_report(units_of(window), ReportKind.CONTROL, "2026-Q2")
    sending = Sending("215", date(2026, 6, 16), date(2026, 6, 17))
    send_report(units_of(window), report.id, sending, today=TODAY)
    shown = asked(window, qtbot)
    assert [row_at(shown.tree, at).text(0) for at in range(3)] == ["1.5", "1.6", "2.2"]
    assert linked(window, plan_id) == ()
    row_at(shown.tree, 1).setCheckState(0, Qt.CheckState.Unchecked)
    assert shown.main.text() == "Lưu: gắn 2 nguồn"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(shown.main)
    assert [one.kind for one in linked(window, plan_id)].count(SourceKind.REPORT) == 1
    # The report of the second quarter was sent already: it closes its period at once.
    closing = occurrence(window, "2.2", "2026-Q2").closing
    assert closing is not None
    assert closing.state is State.DONE
    words = "Đã gắn 2 nguồn, ghi hoàn thành 1 kỳ"
    assert window.content.card.said[-1][1] == words
    stack = window.content.session.editor.stack
    assert stack.undoText() == "lưu nguồn theo dõi"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        stack.undo()
    assert linked(window, plan_id) == ()
    assert occurrence(window, "2.2", "2026-Q2").closing is None


def test_a_source_is_chosen_for_the_task_one_stands_at(window: MainWindow, qtbot: QtBot) -> None:
    plan_id = open_control(window, qtbot)
    window.show_page(Page.TASKS)
    progress = window.content.session.editor.progress
    assert progress is not None
    row = next(one for one in progress.leaves() if one.number == "1.3")
    go_to_task(window.content.area.task_tab.table, row.task.id)
    shown = asked(window, qtbot)
    for place in range(3):
        row_at(shown.tree, place).setCheckState(0, Qt.CheckState.Unchecked)
    assert not shown.main.isEnabled()
    shown.choice.setCurrentIndex(shown.choice.findText("Kế hoạch truyền thông năm 2026"))
    click(shown.add)
    assert row_at(shown.tree, 3).text(3) == "Thêm mới"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(shown.main)
    (source,) = linked(window, plan_id)
    assert (source.task_id, source.kind) == (row.task.id, SourceKind.PLAN)
    again = asked(window, qtbot)
    assert again.offered.text().startswith("Đã thực hiện ")
    click(again.take_offer)
    gone(window, qtbot, SourcesDialog)
    closing = occurrence(window, "1.3", "2026-Q3").closing
    assert closing is not None
    assert (closing.state, "nhiệm vụ của Kế hoạch truyền thông" in closing.result) == (
        State.IN_PROGRESS, True,
    )  # fmt: skip
    window.content.session.editor.stack.undo()
    assert occurrence(window, "1.3", "2026-Q3").closing is None


IMPORTED = """SỞ THƯƠNG MẠI VÀ DỊCH VỤ

Số: /KH-STMDV

Sơn Hải, ngày tháng 01 năm 2027

KẾ HOẠCH

Kiểm soát thủ tục hành chính năm 2027

Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ.

I. MỤC ĐÍCH

- Nâng cao chất lượng.

Trên đây là Kế hoạch./.

Nơi nhận:

- Lưu: VT.

GIÁM ĐỐC

Nguyễn Văn Mẫu

| STT | Nội dung công việc | Chủ trì | Phối hợp | Thời gian hoàn thành |
|---|---|---|---|---|
| 1 | Báo cáo kết quả công tác kiểm soát TTHC | Văn phòng | | Hằng quý, năm |
| 2 | Rà soát TTHC | Văn phòng | | Quý I/2027 |
"""


def test_a_plan_that_came_in_is_offered_its_sources(window: MainWindow, qtbot: QtBot) -> None:
    window.content.session.read_plan(IMPORTED)
    review = dialog(window, qtbot, ImportReview)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(review.accept_button)
    told = "1 nhiệm vụ có thể theo dõi từ báo cáo, sổ, kế hoạch"
    qtbot.waitUntil(
        lambda: any(told in words for _, words in window.content.card.said), timeout=LONG
    )
    plan = window.content.session.editor.progress
    assert plan is not None
    assert linked(window, plan.plan.id) == ()
    link = next(one for one in window.content.card.findChildren(AppButton) if "nguồn" in one.text())
    click(link)
    shown = dialog(window, qtbot, SourcesDialog)
    assert row_at(shown.tree).text(1) == "Báo cáo kết quả công tác kiểm soát TTHC"


def test_a_month_of_the_index_is_closed_by_the_person(window: MainWindow, qtbot: QtBot) -> None:
    open_control(window, qtbot)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(asked(window, qtbot).main)
    assert window.content.card.said[-1][1] == "Đã gắn 3 nguồn"
    settle(window, qtbot)
    values = {"period": "2026-08", "indicator": "2.1", "numerator": "9", "denominator": "10"}
    put_entry(units_of(window), INDEX, values, today=TODAY)
    shown = asked(window, qtbot)
    assert shown.close_index.text() == "Chốt số liệu 766 tháng 8 năm 2026"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(shown.close_index)
    closing = occurrence(window, "1.5", "2026-08").closing
    assert closing is not None
    assert (closing.state, closing.done_on) == (State.DONE, TODAY)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        window.content.session.editor.stack.undo()
    running = occurrence(window, "1.5", "2026-08").closing
    assert running is not None
    assert running == Record(State.IN_PROGRESS, result=running.result)
