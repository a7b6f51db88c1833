"""A hand for the dialog of returned sheets: files dropped, conflicts made, what was recorded."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.plan_life_hand import dialog, open_control, settle, units_of
from tests.ui.sheet_hand import DAY, RESULT, fill, fillable_rows, results_of, send_each
from tthc_desktop.use_cases.progress_recording import Recording, record_progress
from tthc_desktop.use_cases.sheet_merge import propose_merge
from ui.main_window import MainWindow
from ui.sheets.merge_dialog import MergeDialog
from ui.sheets.merge_model import LineKind
from ui.sheets.merge_view import Part
from ui.sheets.sheet_room import SheetRoom

UNIT = "Văn phòng"


def sheets_sent(window: MainWindow, qtbot: QtBot, folder: Path) -> dict[str, Path]:
    """Send the sheets of all units of the control plan; return them by the unit's name."""
    plan_id = open_control(window, qtbot)
    settle(window, qtbot)
    files = send_each(units_of(window), plan_id, folder / "phieu")
    return {file.stem.split(" - ", maxsplit=1)[1]: file for file in files}


def room(window: MainWindow) -> SheetRoom:
    return window.content.rooms.room(SheetRoom)


def drop(window: QWidget, *files: Path) -> None:
    """Drop files on the window, as a person does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    at, copy = QPointF(200, 200), Qt.DropAction.CopyAction
    hand, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(at.toPoint(), copy, data, hand, keys))
    QApplication.sendEvent(window, QDropEvent(at, copy, data, hand, keys))


def opened(window: MainWindow, qtbot: QtBot, *files: Path) -> MergeDialog:
    drop(window, *files)
    return dialog(window, qtbot, MergeDialog)


def conflicted(window: MainWindow, file: Path) -> None:
    """Change one result on both sides and another only in the sheet."""
    first, second, *_ = fillable_rows(file)
    fill(file, {(first, RESULT): "Phòng ghi", (second, RESULT): "Chỉ phòng ghi"})
    progress = window.content.session.editor.progress
    assert progress is not None
    (proposal,) = propose_merge(units_of(window), [file]).files
    place = next(one.place for one in proposal.changes if one.place.cell == f"J{first}")
    record_progress(
        units_of(window), progress.plan.id, place.number, Recording(result="Sở ghi"),
        today=DAY, period=place.period, division=UNIT,
    )  # fmt: skip


def recorded(window: MainWindow) -> list[str]:
    progress = window.content.session.editor.progress
    assert progress is not None
    return results_of(units_of(window), progress.plan.id, UNIT)


def cells(shown: MergeDialog, part: Part) -> list[int]:
    """Return the lines of a part that hold cells."""
    lines = enumerate(shown.table.lines.lines)
    return [n for n, one in lines if one.part is part and one.kind is LineKind.CELL]
