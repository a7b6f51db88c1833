"""Attaching the scan of the signed plan, and opening it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.domain.attachment import Attachment
from tthc_desktop.domain.plan import Plan, PlanSummary
from tthc_desktop.ports import UnitsOfWork
from ui.plan_life.attachment_dialog import AttachmentDialog
from ui.plan_life.file_opening import FileOpening
from ui.plan_life.life_work import LifeWork
from ui.session.settings import Settings

_SUBJECT, _PURPOSE = "plan", "dinh-kem"
_FILES = "Bản quét, văn bản (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.docx *.zip);;Mọi tệp (*)"
Files = tuple[Attachment, ...]


class AttachmentActs(QObject):
    """One list at a time."""

    def __init__(self, work: LifeWork, settings: Settings) -> None:
        """Work on the open file."""
        super().__init__(work.window)
        self._work, self._settings = work, settings
        self._dialog: AttachmentDialog | None = None
        self._opening = FileOpening(work)

    def show(self, plan: Plan | PlanSummary) -> None:
        """List what is attached to *plan*."""
        found = self._work.session.file
        can_write = found is not None and not found.read_only
        dialog = AttachmentDialog(plan, self._work.window, can_write=can_write)
        dialog.add_asked.connect(partial(self._choose, plan))
        dialog.open_asked.connect(self._open)
        dialog.remove_asked.connect(partial(self._remove, plan))
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()
        self._list(plan)

    def _choose(self, plan: Plan | PlanSummary) -> None:
        chooser = QFileDialog(self._dialog, "Gắn bản đã ký")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(_FILES)
        chooser.setDirectory(str(self._settings.folder(_PURPOSE)))
        chooser.fileSelected.connect(lambda file: self._attach(plan, Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _attach(self, plan: Plan | PlanSummary, file: Path) -> None:
        self._settings.remember_folder(_PURPOSE, file.parent)

        def act(units: UnitsOfWork) -> Files:
            from tthc_desktop.use_cases.attachments import attach_file, attachments_of

            at = datetime.now().astimezone()
            attach_file(units, file, _SUBJECT, plan.id, at=at, plan_id=plan.id)
            return attachments_of(units, _SUBJECT, plan.id)

        def done(files: Files) -> None:
            self._show(files)
            self._work.card.say(f"Đã gắn “{file.name}” vào kế hoạch")

        self._run(f"Đang gắn “{file.name}”…", act, done, "Chưa gắn được tệp")

    def _list(self, plan: Plan | PlanSummary) -> None:
        def act(units: UnitsOfWork) -> Files:
            from tthc_desktop.use_cases.attachments import attachments_of

            return attachments_of(units, _SUBJECT, plan.id)

        self._run("", act, self._show, "Chưa đọc được các tệp đã gắn")

    def _open(self, file: Attachment) -> None:
        self._opening.open(file, over=self._dialog)

    def _remove(self, plan: Plan | PlanSummary, file: Attachment) -> None:
        def act(units: UnitsOfWork) -> Files:
            from tthc_desktop.use_cases.attachments import attachments_of, detach_file

            detach_file(units, file.id)
            return attachments_of(units, _SUBJECT, plan.id)

        self._run("Đang bỏ tệp…", act, self._show, "Chưa bỏ được tệp")

    def _run(
        self,
        words: str,
        act: Callable[[UnitsOfWork], Any],
        done: Callable[[Any], object],
        refused: str,
    ) -> None:
        self._work.run(words, act, done, refused, over=self._dialog)

    def _show(self, files: Files) -> None:
        if self._dialog is not None:
            self._dialog.show_files(files)

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
