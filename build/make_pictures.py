"""Pictures of the program's screens, from the sample office as it stands on 1 July 2026.

    .venv/bin/python build/make_pictures.py [FOLDER]      (default: docs/pictures)

Each picture is a scene of the table SCENES: a name, the size of the window in logical pixels,
the scale of the screen, and what is done before the picture is taken.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from main_job import ROOT, TODAY, call

if TYPE_CHECKING:
    from ui.main_window import MainWindow

FOLDER = ROOT / "docs" / "pictures"
_WAIT_MS = 30_000
_SETTLE_MS = 1500
# A screen of 1366 x 768 less what belongs to Windows, in logical pixels.
FULL, AT_125, AT_150 = (1366, 690), (1092, 537), (910, 435)


@dataclass(frozen=True)
class Scene:
    """A picture: `page` is shown over the sample, then `act` is done."""

    size: tuple[int, int] = FULL
    scale: float = 1.0
    page: int = 0
    act: Callable[[MainWindow], object] = lambda _: None
    shows_dialog: bool = False  # the picture is of the dialog that the act opens


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

        file = window.content.session.file
        if file is None or file.units is None:
            sys.exit("The sample is not open.")
        draft = OfficeDraft.of(open_office(file.units), open_directory(file.units))
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

    session = window.content.session
    if session.file is None or session.file.units is None or session.open_plan is None:
        sys.exit("The sample is not open.")
    word = session.file.data_file.path.parent / "Kế hoạch năm trước.docx"
    plan_id = session.open_plan.plan.id
    export_plan(session.file.units, plan_id, word, new_painter=_no_painter, force=True)
    session.read_plan(word)


def _no_painter() -> NoReturn:
    sys.exit("A Word file needs no painter.")


def _triggered(name: str) -> Callable[[MainWindow], None]:
    """Do an act on whole plans by its name."""
    return lambda window: getattr(window.actions_of_menu.life, name).trigger()


SCENES = {
    "thanh-phan": Scene(act=_components),
    "lan-dau": Scene(act=_first_start(0)),
    "lan-dau-phong": Scene(act=_first_start(1)),
    "lan-dau-nguoi-ky": Scene(act=_first_start(2)),
    "lan-dau-150": Scene(AT_150, 1.5, act=_first_start(0)),
    "hom-nay": Scene(),
    "hom-nay-125": Scene(AT_125, 1.25),
    "hom-nay-150": Scene(AT_150, 1.5),
    "ke-hoach": Scene(page=1, act=_edit_purpose),
    "ke-hoach-125": Scene(AT_125, 1.25, 1, _edit_purpose),
    "nhap-word": Scene(page=1, act=_import_own_word, shows_dialog=True),
    "ke-hoach-moi": Scene(page=1, act=_triggered("new_plan"), shows_dialog=True),
    "ban-hanh": Scene(page=1, act=_triggered("issue"), shows_dialog=True),
    "van-ban-phap-luat": Scene(page=1, act=_triggered("register"), shows_dialog=True),
    "xem-trang-in": Scene(page=1, act=_preview),
    "xem-trang-in-125": Scene(AT_125, 1.25, 1, _preview),
    "nhiem-vu": Scene(page=2, act=_choose_late_task),
    "nhiem-vu-125": Scene(AT_125, 1.25, 2, _choose_late_task),
    "nhiem-vu-150": Scene(AT_150, 1.5, 2, _choose_late_task),
    "bao-cao": Scene(page=3),
}


def take(name: str, data: Path, folder: Path) -> None:
    """Take one picture; the scale of the screen is fixed before Qt starts."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QDialog

    from tthc_desktop import __main__ as door
    from ui.application import new_window, prepared_application

    scene = SCENES[name]
    prepared_application()
    program = door.program_for(lambda: TODAY)
    window = new_window(program)
    window.resize(*scene.size)
    window.show()
    content = window.fill(program, data)
    waiting = QEventLoop()
    content.frame.today.counted.connect(lambda _: QTimer.singleShot(_SETTLE_MS, waiting.quit))
    QTimer.singleShot(_WAIT_MS, lambda: waiting.exit(1))
    content.session.open_file()
    if waiting.exec():
        sys.exit("The window did not show the sample plan.")
    window.show_page(scene.page)
    shown = scene.act(window)
    QTimer.singleShot(_SETTLE_MS, waiting.quit)
    waiting.exec()
    if scene.shows_dialog:
        shown = next(one for one in window.findChildren(QDialog) if one.isVisible())
    (shown if isinstance(shown, QDialog) else window).grab().save(str(folder / f"{name}.png"))
    window.close()


def main() -> int:
    """Take every picture, each in a process of its own: the screen's scale differs."""
    if sys.argv[1:2] == ["--one"]:
        take(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
        return 0
    folder = Path(sys.argv[1]) if sys.argv[1:] else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary) / "du-lieu.tthc"
        call(data, "init", "--sample")
        for name, scene in SCENES.items():
            # The pictures must not show, nor change, what the user's own window remembers.
            own = str(Path(temporary) / name)
            environment = {
                **os.environ, "PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": str(scene.scale),
                "XDG_DATA_HOME": own, "LOCALAPPDATA": own,
            }  # fmt: skip
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
            script = [sys.executable, __file__, "--one", name, str(data), str(folder)]
            subprocess.run(script, check=True, env=environment, cwd=ROOT)
            print(folder / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
