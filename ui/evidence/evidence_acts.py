"""Evidence of the period that Chi tiết shows: added, opened, changed, taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tthc_desktop.domain.attachment import HeldFile
from tthc_desktop.domain.evidence import Evidence, EvidenceKind
from tthc_desktop.domain.evidence_text import ToldDocument, with_words
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.evidence_acts import is_web_link, put_evidence, remove_evidence
from ui.desk import Desk
from ui.evidence.evidence_dialog import EvidenceDialog
from ui.kit.question import ask
from ui.plan_life.file_opening import FileOpening
from ui.plan_life.life_work import LifeWork, is_there

_PURPOSE, _SUBJECT = "minh-chung", "occurrence"
_FILES = "Mọi tệp (*)"
_NOT_READ = "Chưa đọc được tệp"


class EvidenceActs(QObject):
    """Each act is one undo of the open plan; files are read in the worker."""

    def __init__(self, desk: Desk) -> None:
        """Do what the list of Chi tiết asks for."""
        super().__init__(desk.window)
        self._desk = desk
        self._work = LifeWork(desk.window, desk.session, desk.background, desk.card)
        self._settings = desk.window.settings
        self._opening = FileOpening(self._work)
        self._entry = desk.area.task_tab.details_pane.card.entry
        pieces = self._entry.evidence
        pieces.add_asked.connect(self._add)
        pieces.open_asked.connect(self._open)
        pieces.edit_asked.connect(self._edit)
        pieces.remove_asked.connect(self._remove)
        pieces.told_asked.connect(self._keep_told)

    def _add(self) -> None:
        if (occurrence := self._entry.occurrence) is not None:
            piece = Evidence(new_id(), EvidenceKind.DOCUMENT, self._entry.unit)
            self._ask(occurrence, piece, None)

    def _edit(self, piece: Evidence) -> None:
        if (occurrence := self._entry.occurrence) is not None:
            self._with_file(piece, partial(self._ask, occurrence, piece))

    def _remove(self, piece: Evidence) -> None:
        if (occurrence := self._entry.occurrence) is None:
            return

        def remove(held: HeldFile | None) -> None:
            def act(progress: PlanProgress) -> TaskEdit:
                return remove_evidence(progress, occurrence, piece.id, held)

            if self._desk.session.editor.do(act):
                self._desk.card.say("Đã bỏ minh chứng")

        self._with_file(piece, remove)

    def _open(self, piece: Evidence) -> None:
        if piece.attachment_id is not None:
            self._with_file(piece, self._open_file)
        elif is_web_link(piece.link):
            ask(
                self._desk.window,
                "Mở liên kết",
                f"Mở trang này bằng trình duyệt?\n{piece.link}",
                ("Mở", lambda: QDesktopServices.openUrl(QUrl(piece.link))),
                "Không mở",
            )

    def _open_file(self, held: HeldFile | None) -> None:
        if held is not None:
            self._opening.open(held.attachment)

    def _keep_told(self, told: ToldDocument) -> None:
        """Keep a document that the typed text tells; its words there become the usual ones."""
        occurrence, unit = self._entry.occurrence, self._entry.unit
        if occurrence is None:
            return
        piece = told.as_evidence(new_id(), unit)
        field = self._entry.fields.evidence
        field.setText(with_words(field.text(), piece.words, told.words))
        self._do(occurrence, piece, instead=told.words)

    def _ask(self, occurrence: Occurrence, piece: Evidence, held: HeldFile | None) -> None:
        name = held.attachment.name if held else None
        desk = self._desk
        dialog = EvidenceDialog(piece, desk.session.today, desk.window, file_name=name)
        dialog.file_asked.connect(partial(self._choose_file, dialog))
        dialog.agreed.connect(partial(self._agree, dialog, occurrence, held))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_file(self, dialog: EvidenceDialog) -> None:
        chooser = QFileDialog(dialog, "Chọn tệp minh chứng")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(_FILES)
        chooser.setDirectory(str(self._settings.folder(_PURPOSE)))
        chooser.fileSelected.connect(lambda file: self._take(dialog, Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _take(self, dialog: EvidenceDialog, file: Path) -> None:
        self._settings.remember_folder(_PURPOSE, file.parent)
        dialog.take_file(file)

    def _agree(
        self,
        dialog: EvidenceDialog,
        occurrence: Occurrence,
        held: HeldFile | None,
        piece: Evidence,
        file: Path | None,
    ) -> None:
        """Write the piece; a file that it had and has no more goes with the same act."""

        def write(new: HeldFile | None) -> None:
            kept = replace(piece, attachment_id=new.attachment.id) if new else piece
            gone = held if held and held.attachment.id != kept.attachment_id else None
            if self._do(occurrence, kept, file=new, dropped=gone) and is_there(dialog):
                dialog.accept()

        if file is None:
            write(None)
            return
        opened = self._desk.session.editor.progress
        plan_id = opened.plan.id if opened else None

        def read(_: UnitsOfWork) -> HeldFile:
            from tthc_desktop.use_cases.attachments import read_file

            at = datetime.now().astimezone()
            return read_file(file, _SUBJECT, occurrence.id, at=at, plan_id=plan_id)

        self._work.run(f"Đang đọc “{file.name}”…", read, write, _NOT_READ, over=dialog)

    def _do(
        self,
        occurrence: Occurrence,
        piece: Evidence,
        *,
        file: HeldFile | None = None,
        dropped: HeldFile | None = None,
        instead: str = "",
    ) -> bool:
        def act(progress: PlanProgress) -> TaskEdit:
            return put_evidence(
                progress, occurrence, piece, file=file, dropped=dropped, instead=instead
            )

        is_done = self._desk.session.editor.do(act)
        if is_done:
            self._desk.card.say("Đã ghi minh chứng")
        return is_done

    def _with_file(self, piece: Evidence, then: Callable[[HeldFile | None], object]) -> None:
        """Go on with the piece's file, as it is kept, or with None where it has none."""
        if (wanted := piece.attachment_id) is None:
            then(None)
            return

        def read(units: UnitsOfWork) -> HeldFile | None:
            from tthc_desktop.use_cases.attachments import held_file

            return held_file(units, wanted)

        self._work.run("Đang đọc tệp…", read, then, _NOT_READ)
