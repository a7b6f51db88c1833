"""Scenes of the first start, of Hôm nay, of plans and their tasks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from main_job import TODAY
from picture_scene import (
    AT_125,
    AT_150,
    PLAN_PAGE,
    TASKS_PAGE,
    Scene,
    open_units,
    triggered,
)

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def _choose_late_task(window: MainWindow) -> None:
    """Stand at a task that is late, as somebody who works there does."""
    from tthc_desktop.use_cases.today import DueSection
    from ui.tasks.task_place import go_to_task

    overview = window.content.frame.today.overview
    if overview is None:
        sys.exit("Nothing was worked out for today.")
    late = overview.section(DueSection.OVERDUE)
    open_plan = window.content.session.open_plan
    own = [one for one in late if open_plan and one.plan_id == open_plan.plan.id]
    go_to_task(window.content.area.task_tab.table, own[0].task_id)


def _first_start(step: int) -> Callable[[MainWindow], object]:
    """Open the wizard of the first start on the sample's units and signers."""

    def opened(window: MainWindow) -> object:
        from tthc_desktop.use_cases.opening import open_directory, open_office
        from ui.first_start.draft import OfficeDraft
        from ui.first_start.wizard import OfficeWizard, Use

        units, file = open_units(window), window.content.session.file
        assert file is not None  # noqa: S101 - its units are there
        draft = OfficeDraft.of(open_office(units), open_directory(units))
        draft.texts = replace(
            draft.texts,
            parent_agency="UBND tỉnh Sơn Hải",
            agency="Sở Thương mại và Dịch vụ",
        )
        wizard = OfficeWizard(draft, Use.FIRST_START, file.data_file.path, TODAY, window)
        wizard.show()
        wizard.show_step(step)
        return wizard

    return opened


def _components(window: MainWindow) -> object:
    from components_dialog import ComponentsDialog

    dialog = ComponentsDialog(window)
    dialog.show()
    return dialog


def _preview(window: MainWindow) -> None:
    window.actions_of_menu.preview.show.trigger()


def _edit_purpose(window: MainWindow) -> None:
    """Stand in a paragraph of the plan, as somebody who writes it does."""
    from tthc_desktop.domain.plan import BlockKind
    from ui.plan.spots import Spot, SpotKind

    open_plan = window.content.session.open_plan
    if open_plan is None:
        sys.exit("No plan is open.")
    first = next(one for one in open_plan.plan.blocks if one.kind is BlockKind.DASH)
    window.content.area.plan_tab.pages.open_paragraph(Spot(SpotKind.BLOCK, first.id))


def _import_own_word(window: MainWindow) -> None:
    """Read the sample's plan back from Word, up to the dialog before it is written."""
    from tthc_desktop.use_cases.plan_export import export_plan

    units, session = open_units(window), window.content.session
    if session.file is None or session.open_plan is None:
        sys.exit("The sample is not open.")
    word = session.file.data_file.path.parent / "Kế hoạch năm trước.docx"
    plan_id = session.open_plan.plan.id
    export_plan(units, plan_id, word, new_painter=_no_painter, force=True)
    session.read_plan(word)


def _no_painter() -> NoReturn:
    sys.exit("A Word file needs no painter.")


PLAN_SCENES = {
    "thanh-phan": Scene(act=_components),
    "lan-dau": Scene(act=_first_start(0)),
    "lan-dau-phong": Scene(act=_first_start(1)),
    "lan-dau-nguoi-ky": Scene(act=_first_start(2)),
    "lan-dau-150": Scene(AT_150, 1.5, act=_first_start(0)),
    "hom-nay": Scene(),
    "hom-nay-125": Scene(AT_125, 1.25),
    "hom-nay-150": Scene(AT_150, 1.5),
    "ke-hoach": Scene(page=PLAN_PAGE, act=_edit_purpose),
    "ke-hoach-125": Scene(AT_125, 1.25, PLAN_PAGE, _edit_purpose),
    "nhap-word": Scene(page=PLAN_PAGE, act=_import_own_word, shows_dialog=True),
    "ke-hoach-moi": Scene(page=PLAN_PAGE, act=triggered("life", "new_plan"), shows_dialog=True),
    "ban-hanh": Scene(page=PLAN_PAGE, act=triggered("life", "issue"), shows_dialog=True),
    "van-ban-phap-luat": Scene(
        page=PLAN_PAGE, act=triggered("life", "register"), shows_dialog=True
    ),
    "xem-trang-in": Scene(page=PLAN_PAGE, act=_preview),
    "xem-trang-in-125": Scene(AT_125, 1.25, PLAN_PAGE, _preview),
    "nhiem-vu": Scene(page=TASKS_PAGE, act=_choose_late_task),
    "nhiem-vu-125": Scene(AT_125, 1.25, TASKS_PAGE, _choose_late_task),
    "nhiem-vu-150": Scene(AT_150, 1.5, TASKS_PAGE, _choose_late_task),
}
