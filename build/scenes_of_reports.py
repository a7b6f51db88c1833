"""Scenes of reports and of the registers they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from main_job import TODAY
from picture_scene import AT_125, REPORT_PAGE, TASKS_PAGE, Scene, open_units, triggered

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_PERIOD = "2026-Q2"
_ENTRIES = (
    {"number": "1", "received_on": "12/05/2026", "channel": "Cổng Dịch vụ công quốc gia",
     "field": "Thương mại", "summary": "Hồ sơ trực tuyến bị yêu cầu nộp thêm bản giấy",
     "division": "Phòng Quản lý thương mại", "answered_on": "25/05/2026"},
    {"number": "2", "received_on": "08/06/2026", "channel": "Đường dây nóng",
     "field": "Du lịch", "summary": "Chưa rõ thành phần hồ sơ cấp thẻ hướng dẫn viên",
     "division": "Phòng Du lịch, Lưu trú"},
    {"number": "3", "received_on": "26/06/2026", "channel": "Văn bản",
     "field": "Dịch vụ", "summary": "Đề nghị bỏ một giấy tờ trong hồ sơ cấp phép",
     "division": "Phòng Quản lý dịch vụ"},
)  # fmt: skip


def _report(window: MainWindow) -> None:
    """Show the report of the second quarter, begun."""
    from tthc_desktop.domain.reporting.report import ReportKind
    from tthc_desktop.use_cases.reporting.reports import create_report

    create_report(open_units(window), ReportKind.CONTROL, _PERIOD)
    window.content.area.report_tab.show_period(_PERIOD)


def _petitions(window: MainWindow) -> None:
    """Show the register of petitions with some of them."""
    from tthc_desktop.domain.identifiers import new_id
    from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
    from tthc_desktop.domain.reporting.entry_fields import entry_from_texts
    from tthc_desktop.domain.reporting.registers import PETITIONS
    from tthc_desktop.use_cases.reporting.registers import apply_edit

    changes = tuple(
        EntryChange(None, entry_from_texts(PETITIONS, one, year=TODAY.year, entry_id=new_id()))
        for one in _ENTRIES
    )
    apply_edit(open_units(window), EntryEdit(PETITIONS, "thêm dòng", changes))
    window.actions_of_menu.registers.petitions.trigger()


REPORT_SCENES = {
    "so-phan-anh": Scene(page=REPORT_PAGE, act=_petitions),
    "bao-cao": Scene(page=REPORT_PAGE, act=_report),
    "bao-cao-125": Scene(AT_125, 1.25, REPORT_PAGE, _report),
    "mau-bieu": Scene(page=REPORT_PAGE, act=triggered("registers", "forms"), shows_dialog=True),
    "kho-khan": Scene(
        page=TASKS_PAGE, act=triggered("difficulty", "difficulties"), shows_dialog=True
    ),
    "lich-bao-cao": Scene(act=triggered("due", "report_calendar"), shows_dialog=True),
}
