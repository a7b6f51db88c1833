"""Công văn đôn đốc and báo cáo nhanh, from the menu to the files."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.domain.office import Office
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reminders import ReminderOrder
from tthc_desktop.use_cases.unit_dues import UnitDues
from ui.desk import Desk
from ui.frame.backup_acts import commit_open_editor
from ui.kit.question import ask
from ui.kit.trouble import open_place
from ui.pages.painter import QtPagePainter
from ui.plan_life.life_work import LifeWork
from ui.reminders.reminder_dialog import AHEAD_DAYS, ReminderDialog
from ui.session.export_formats import safe_name
from ui.session.wording import plan_name

_PURPOSE = "xuat"
_NOTE_FILES = "Tệp Word (*.docx);;Tệp PDF (*.pdf)"
_WRITING = "Đang ghi công văn…"
_REFUSED = "Chưa ghi được công văn"


class Reminders(QObject):
    """Asks, writes in the worker, says what was written."""

    def __init__(self, desk: Desk) -> None:
        """Connect the acts of the menu."""
        super().__init__(desk.window)
        self._settings = desk.window.settings
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)
        due = desk.window.actions_of_menu.due
        due.remind.triggered.connect(lambda *_: self.ask())
        due.leader_note.triggered.connect(lambda *_: self.ask_note())

    def ask(self) -> None:
        """Ask whom to remind; the office says who signs."""
        commit_open_editor()
        opened = self._work.session.editor.progress
        if opened is None:
            return

        def read(units: UnitsOfWork) -> Office:
            from tthc_desktop.use_cases.opening import open_office

            return open_office(units)

        self._work.run("", read, lambda office: self._show(opened, office), _REFUSED)

    def ask_note(self) -> None:
        """Ask where the note for Lãnh đạo Sở goes, and write it."""
        commit_open_editor()
        opened = self._work.session.editor.progress
        if opened is None:
            return
        plan, today = opened.plan, self._work.session.today
        dialog = QFileDialog(self._work.window, "Báo cáo nhanh cho lãnh đạo")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_NOTE_FILES)
        dialog.setDefaultSuffix(".docx")
        dialog.setDirectory(str(self._settings.folder(_PURPOSE)))
        dialog.selectFile(safe_name(f"Báo cáo nhanh {plan_name(plan)}") + ".docx")

        def chosen(file: str) -> None:
            to = Path(file)
            self._settings.remember_folder(_PURPOSE, to.parent)
            until = today + timedelta(days=AHEAD_DAYS)

            def write(units: UnitsOfWork) -> tuple[Path, ...]:
                from tthc_desktop.use_cases.leader_note import export_leader_note

                return (
                    export_leader_note(
                        units, plan.id, to, until=until, new_painter=QtPagePainter, today=today,
                        force=True,
                    ),
                )  # fmt: skip

            self._work.run("Đang ghi báo cáo nhanh…", write, self._say, "Chưa ghi được báo cáo")

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, opened: PlanProgress, office: Office) -> None:
        from tthc_desktop.use_cases.working_days import shipped_working_days

        days = opened.working_days or shipped_working_days()
        today = self._work.session.today
        dialog = ReminderDialog(opened, office, days, today, self._work.window)
        dialog.agreed.connect(lambda order, suffix: self._ask_folder(opened, order, suffix))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_folder(self, opened: PlanProgress, order: ReminderOrder, suffix: str) -> None:
        dialog = QFileDialog(self._work.window, "Thư mục lưu công văn đôn đốc")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._settings.folder(_PURPOSE)))

        def chosen(name: str) -> None:
            folder = Path(name)
            self._settings.remember_folder(_PURPOSE, folder)
            self.write_into(folder, opened, order, suffix)

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_into(
        self, folder: Path, opened: PlanProgress, order: ReminderOrder, suffix: str
    ) -> None:
        """Write the letters into *folder*; files that are there are asked about first."""
        from tthc_desktop.use_cases.unit_dues import unit_dues

        def file_of(dues: UnitDues) -> Path:
            return folder / (safe_name(f"Công văn đôn đốc {dues.name}") + suffix)

        today, plan_id = self._work.session.today, opened.plan.id

        def write(units: UnitsOfWork) -> tuple[Path, ...]:
            from tthc_desktop.use_cases.reminders import export_reminders

            return export_reminders(
                units, plan_id, order, file_of, new_painter=QtPagePainter, today=today, force=True
            )

        def start() -> None:
            self._work.run(_WRITING, write, self._say, _REFUSED)

        owing = unit_dues(opened, today=today, until=order.until)
        files = [file_of(one) for one in owing if one.unit.id in order.unit_ids]
        there = [one.name for one in files if one.exists()]
        if not there:
            start()
            return
        named = "\n".join(there)
        replace = (f"Thay {len(there)} tệp", start)
        ask(self._work.window, "Công văn đôn đốc", f"Đã có tệp:\n{named}", replace, "Giữ lại")

    def _say(self, files: tuple[Path, ...]) -> None:
        offers = [("Mở thư mục", lambda: open_place(files[0].parent))]
        if len(files) == 1:
            offers.insert(0, ("Mở tệp", lambda: open_place(files[0])))
            self._work.card.say(f"Đã lưu “{files[0].name}”", offers)
        else:
            self._work.card.say(f"Đã lưu {len(files)} công văn đôn đốc", offers)
